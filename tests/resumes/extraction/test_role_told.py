"""Lines under a head that tell of the work, set in ordinary type and without bullets."""

import pytest

from tests.resumes.extraction.histories import listed

ROLE = ("Senior Data Scientist", "Norvane Ltd", "2021", "present")


@pytest.mark.parametrize(
    "told",
    [
        "Tech lead for the search team (seven people).",
        "Predictive lead scoring for forty thousand accounts. Took over the tier",
        "Hotel cook by night and loader of data by day. Learned Rust, somehow",
    ],
)
def test_a_line_that_tells_of_the_work_is_no_second_role(told: str) -> None:
    assert listed(f"EXPERIENCE\nNorvane Ltd\nSenior Data Scientist\n2021 - present\nLeeds\n{told}") == [ROLE]


def test_a_told_line_right_under_the_head_is_not_its_employer() -> None:
    head = "2021 - present\tSenior Data Scientist\tNorvane Ltd, Leeds"
    assert listed(f"EXPERIENCE\n{head}\nAI for flood warnings in the valley. Fine-tuned river models") == [ROLE]


@pytest.mark.parametrize("name", ["St. Alban Hospital Trust", "Brightloom Sensor Co. Ltd.", "Norvane Holding, Inc."])
def test_periods_of_names_end_no_sentence(name: str) -> None:
    text = f"EXPERIENCE\nSenior Data Scientist\n{name}\n2021 - present\n• Trained models"
    assert [role[0] for role in listed(text)] == ["Senior Data Scientist"]
    assert listed(text)[0][1][:6] == name[:6]
