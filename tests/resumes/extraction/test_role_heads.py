"""Titles and employers as they stand in an entry's head."""

import pytest

from tests.resumes.extraction.histories import ENGINEER, found, listed


@pytest.mark.parametrize(
    ("head", "title", "employer"),
    [
        (
            "Engineering Manager, Machine Learning\t2019 - 2021\nBrightloom Inc",
            "Engineering Manager, Machine Learning",
            "Brightloom Inc",
        ),
        (
            "Senior Consultant, Data Science\nQuartz Advisory\t2019 - 2021",
            "Senior Consultant, Data Science",
            "Quartz Advisory",
        ),
        ("Engineer, Foundry Labs\t2019 - 2021", "Engineer", "Foundry Labs"),
        ("Software Engineer, Tessera\t2019 - 2021", "Software Engineer", "Tessera"),
    ],
)
def test_words_of_fields_behind_a_title_belong_to_it_and_names_do_not(head: str, title: str, employer: str) -> None:
    [role] = found(f"Experience\n{head}\n• Built models").roles
    assert (role.title, role.employer) == (title, employer)


def test_levels_named_by_fields_have_the_employer_above_them() -> None:
    text = """
Experience
Brightloom (Austin, TX, Jan 2018 to Present)
Director, Machine Learning\tMar 2021 - Present
• Led thirty people
Senior Data Scientist\tJan 2018 - Feb 2021
• Built models
"""
    assert listed(text) == [
        ("Director, Machine Learning", "Brightloom", "2021-03", "present"),
        ("Senior Data Scientist", "Brightloom", "2018-01", "2021-02"),
    ]


FREELANCE = """
Experience
Brightloom
Data Scientist\tJan 2021 - Present
• Trained models
{head}\tJan 2019 - Dec 2020
• Built chatbots for shops
"""


def test_freelance_behind_a_title_is_the_employer() -> None:
    assert listed(FREELANCE.format(head="Data Consultant, Freelance"))[1][:2] == ("Data Consultant", "Freelance")


def test_a_freelancer_has_not_the_employer_before() -> None:
    assert listed(FREELANCE.format(head="Freelance Web Developer"))[1][:2] == ("Freelance Web Developer", None)


def test_a_level_without_an_employer_has_the_employer_before() -> None:
    assert listed(FREELANCE.format(head="Web Developer"))[1][:2] == ("Web Developer", "Brightloom")


@pytest.mark.parametrize("away", ["Career break", "Parental Leave", "Sabbatical, travel in Asia", "Gap year"])
def test_time_away_from_work_is_no_role(away: str) -> None:
    text = f"Experience\nData Engineer, Brightloom\tMar 2019 - Jun 2021\n• Pipelines\n{away}\t2018 - 2019\n• Hiked"
    assert listed(text) == [ENGINEER]


@pytest.mark.parametrize("employer", ["Travel Lane", "Breakwater"])
def test_an_employer_that_begins_like_time_away_keeps_its_role(employer: str) -> None:
    assert listed(f"Experience\nData Engineer, {employer}\t2018 - 2019\n• Pipelines")[0][1] == employer


def test_a_candidate_of_a_degree_among_degrees_is_no_role() -> None:
    text = "Education\nPh.D. candidate in Computer Science, Northlake University\tSep 2020 - Present"
    assert listed(text) == []


def test_a_research_assistant_among_degrees_is_a_role() -> None:
    text = "Education\nResearch Assistant, Northlake University\tSep 2020 - Present"
    assert [role.kind for role in found(text).roles] == ["academic"]


def test_labels_of_a_federal_resume_are_no_employer() -> None:
    text = """
Work Experience
Agency of Rivers
Data Scientist
Series: 1560 Pay Plan: GS Grade: 13
Dates Employed: 06/2019 - Present
Hours per week: 40
"""
    assert listed(text)[0][0] == "Data Scientist"
    assert listed(text)[0][1] not in {"Series", "Dates Employed"}


@pytest.mark.parametrize(
    ("line", "count"), [("Consultant for a large library of maps.", 1), ("\nWeb Developer at Quartz Advisory", 2)]
)
def test_text_right_under_a_head_that_begins_with_a_title_is_no_role(line: str, count: int) -> None:
    assert len(listed(f"Experience\nData Engineer, Brightloom\tMar 2019 - Jun 2021\n{line}")) == count


@pytest.mark.parametrize(
    ("head", "count"), [("Lead Instructor, Maple Bootcamp", 1), ("Data Science Bootcamp, Maple", 0)]
)
def test_work_for_a_bootcamp_is_a_role_and_its_course_is_none(head: str, count: int) -> None:
    assert len(listed(f"Experience\n{head}\t2019 - 2020\n• Python and statistics")) == count


@pytest.mark.parametrize("title", ["Data Ninja", "Lamp Whisperer", "Entrepreneur in Residence"])
def test_a_few_words_beside_a_sure_employer_are_a_title_of_no_known_word(title: str) -> None:
    text = f"Experience\n{title}\tMar 2019 - Jun 2021\nBrightloom Inc\n• Moved nightly jobs"
    assert listed(text) == [(title, "Brightloom Inc", "2019-03", "2021-06")]


@pytest.mark.parametrize("line", ["Growth Team", "Leeds, UK", "Data Science", "2019 report"])
def test_a_team_a_place_or_a_field_beside_an_employer_is_no_title(line: str) -> None:
    text = f"Experience\nBrightloom Inc\tMar 2019 - Jun 2021\n{line}\n• Moved nightly jobs"
    assert [role[0] for role in listed(text)] == [None]


def test_a_title_stands_behind_its_department() -> None:
    text = "Experience\nBrightloom Inc\tMar 2019 - Jun 2021\nPlatform Department\nData Engineer\n• Moved nightly jobs"
    assert listed(text) == [("Data Engineer", "Brightloom Inc", "2019-03", "2021-06")]


def test_a_long_name_in_capitals_is_an_employer() -> None:
    name = "The Brightloom Centre for Applied Lamps and Optics of Northern Norway"
    text = f"Experience\nData Engineer\n{name}\nMar 2019 - Jun 2021\n• Moved nightly jobs"
    assert listed(text) == [("Data Engineer", name, "2019-03", "2021-06")]


def test_a_level_before_the_dates_column_is_no_day() -> None:
    text = "Experience\nEngineer 2\tMar 2019 - Jun 2021\nBrightloom Inc\n• Moved nightly jobs"
    assert [role[0] for role in listed(text)] == ["Engineer 2"]


def test_the_project_of_an_employer_in_a_form_s_head_is_no_bar() -> None:
    text = "EXPERIENCE\nEmployer: Norvane Softworks Ltd\t2014 - 2018\nProject: Billing\nRole: Java Developer"
    assert listed(text) == [("Java Developer", "Norvane Softworks Ltd", "2014", "2018")]


def test_a_project_with_dates_of_its_own_is_no_role() -> None:
    text = (
        "EXPERIENCE\nData Analyst, Norvane Ltd\t2014 - 2018\n• Wrote reports\nProject: Billing, Developer\t2016 - 2017"
    )
    assert len(listed(text)) == 1


def test_a_role_s_label_makes_no_text_of_its_title() -> None:
    text = "EXPERIENCE\n2021 - 2023: Norvane Energy, Aberdeen\nRole: Data architect. Demand forecasts for the grid."
    assert [role[0] for role in listed(text)] == ["Data architect"]


def test_a_sentence_s_end_parts_a_title_from_what_it_tells() -> None:
    text = "EXPERIENCE\nNorvane. Line Cook, then Head Chef (2014 - 2018)"
    assert listed(text) == [("Head Chef", "Norvane", "2014", "2018")]


@pytest.mark.parametrize(("title", "count"), [("Guest Lecturer", 0), ("Adjunct Lecturer", 1)])
def test_a_guest_lecturer_among_volunteers_has_no_post(title: str, count: int) -> None:
    text = f"EXPERIENCE\nData Analyst, Norvane Ltd\t2014 - 2018\nVOLUNTEERING\n2018 - 2019: {title}, Hillside College"
    assert len(listed(text)) == 1 + count


def test_roles_in_projects_told_under_a_job_are_no_roles_of_their_own() -> None:
    told = "• Moved the grid's data\nRole: Data engineer. Sensors of the grid.\nStack: Kafka"
    text = f"EXPERIENCE\nData Architect, Norvane Energy\t2021 - 2023\n{told}\nRole: Tester. Nets.\nStack: Rust"
    assert [role[0] for role in listed(text)] == ["Data Architect"]
