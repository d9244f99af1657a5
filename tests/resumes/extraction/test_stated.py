from decimal import Decimal

import pytest

from tests.resumes.extraction.typed import found


def claim(sentence: str, heading: str = "Summary") -> tuple[Decimal, str] | None:
    stated = found(
        f"Ana Example\nana@mail.example\n{heading}\n{sentence}\nEducation\nB.S. Physics, 2010\n"
    ).stated_years
    return (stated.years, stated.of) if stated else None


@pytest.mark.parametrize(
    ("sentence", "years", "of"),
    [
        ("Engineer with 8+ years of experience.", "8", "total"),
        ("Over six years of experience in software.", "6", "total"),
        ("More than a decade of experience in consulting.", "10", "total"),
        ("Two decades of industry experience.", "20", "total"),
        ("5 yrs' experience in ML.", "5", "ml"),
        ("10+ years of machine learning experience.", "10", "ml"),
        ("Data scientist who has 11 years of experience.", "11", "ml"),
        ("Data scientist who has 11 years of experience in retail.", "11", "total"),
        ("7.5 years of professional experience building software.", "7.5", "total"),
        ("8-10 years of experience in deep learning.", "8", "ml"),
        ("12 years in data science and analytics.", "12", "ml"),
        ("Total experience: 9 years", "9", "total"),
        ("15 years as a software engineer.", "15", "total"),
        ("I have been building ML systems for 9 years.", "9", "ml"),
        ("10 (ten) years of experience in software.", "10", "total"),
        ("6+ YOE in machine learning", "6", "ml"),
    ],
)
def test_a_claim_in_words_is_read(sentence, years, of):
    assert claim(sentence) == (Decimal(years), of)


@pytest.mark.parametrize(
    "sentence",
    [
        "2 years of experience with Docker.",
        "A team with 40 years of combined experience.",
        "Looking for a role that asks for 5 years of experience.",
        "The plant has been running on steam for the night shift.",
        "3 years experience using Kubernetes and Terraform.",
        "Our company has 25 years of experience.",
        "I am 34 years old and like experience design.",
        "Left 3 years ago to gain experience.",
        "Analyzed 10 years of data in Spark.",
        "Python (2 years), SQL (1 year)",
        "Experienced engineer.",
    ],
)
def test_a_tools_years_and_others_years_are_no_claim(sentence):
    assert claim(sentence) is None


def test_years_in_a_job_are_no_claim_about_the_person():
    text = (
        "Ana Example\nana@mail.example\nExperience\nData Scientist, Brightloom\tJan 2021 - Present\n"
        "• 2 years building dashboards for sales\n"
    )
    assert found(text).stated_years is None


def test_a_claim_wrapped_over_two_lines_is_read():
    assert claim("Engineer with more than 9\nyears of experience.") == (Decimal(9), "total")


def test_the_first_of_two_claims_counts():
    assert claim("12 years of experience, including 4 years of machine learning experience.") == (Decimal(12), "total")
