"""Several posts of one entry, entries that frame others, and entries that are printed twice."""

import pytest

from tests.resumes.extraction.histories import found, listed

SENIOR = ("Senior Data Scientist", "Norvane Ltd", "2021", "present")
JUNIOR = ("Data Scientist", "Norvane Ltd", "2019", "2021")


@pytest.mark.parametrize(
    "head",
    [
        "Norvane Ltd\nSenior Data Scientist (2021 - present), Data Scientist (2019 - 2021)",
        "Norvane Ltd, Senior Data Scientist (2021 - present), Data Scientist (2019 - 2021)",
        "Senior Data Scientist (2021 - present) | Data Scientist (2019 - 2021)\nNorvane Ltd",
        "Senior Data Scientist 2021 - present, Data Scientist 2019 - 2021, Norvane Ltd",
    ],
)
def test_two_posts_in_one_line_have_dates_of_their_own(head: str) -> None:
    assert listed(f"EXPERIENCE\n{head}\n• Trained churn models") == [SENIOR, JUNIOR]


def test_a_season_inside_a_head_is_no_second_post() -> None:
    text = (
        "EXPERIENCE\nBrightloom Inc\nSoftware Engineer, hired after 2018 Summer Internship\t2019 - 2020\n• Moved jobs"
    )
    assert [(role.start, role.end, role.kind) for role in found(text).roles] == [("2019", "2020", "adjacent")]


@pytest.mark.parametrize("joint", ["→", "->", "=>", ", promoted to", ", then", "; later"])
def test_of_a_line_of_promotions_the_last_title_counts(joint: str) -> None:
    text = f"EXPERIENCE\nNorvane Ltd\t2019 - present\nAnalyst {joint} Senior Analyst\n• Wrote reports"
    assert [role[0] for role in listed(text)] == ["Senior Analyst"]


def test_a_bullet_of_a_title_and_dates_alone_is_a_level() -> None:
    levels = "• Senior Data Scientist (2021 - present)\n• Data Scientist (2019 - 2021)"
    text = f"EXPERIENCE\nNorvane Ltd, Leeds\t2019 - present\n{levels}"
    assert [(role[0], *role[2:]) for role in listed(text)] == [
        ("Senior Data Scientist", "2021", "present"),
        ("Data Scientist", "2019", "2021"),
    ]


def test_a_bullet_that_tells_of_an_office_held_beside_is_no_level() -> None:
    told = "• Dean of studies for the program in lamps from 2018 to 2020."
    assert len(listed(f"EXPERIENCE\nProfessor, Norvane University\t2014 - present\n{told}")) == 1


def test_a_heading_that_names_work_is_no_role() -> None:
    text = "EXPERIENCE\nData Engineer, Brightloom\t2018 - 2022\n• Moved jobs\n\nMILITARY SERVICE\nNo dates are given."
    assert [role[0] for role in listed(text)] == ["Data Engineer"]


def test_the_text_of_a_role_ends_at_a_further_heading_of_work() -> None:
    job = "EXPERIENCE\nResearch Associate, Norvane Hospital\t2018 - 2022\n• Cut tissue"
    (role,) = (result := found(f"{job}\n\nRELEVANT EXPERIENCE\n• Trained neural networks")).roles
    assert role.body is not None
    assert role.body.quote(result.document.text) == "• Cut tissue"


def test_labels_inside_a_job_belong_to_its_text() -> None:
    job = "EXPERIENCE\nResearch Associate, Norvane Hospital\t2018 - 2022\n• Cut tissue\nMain results\n• Saved time"
    (role,) = (result := found(job)).roles
    assert role.body is not None
    assert role.body.quote(result.document.text).endswith("Saved time")


def test_the_rest_of_a_sentence_is_no_undated_role() -> None:
    cells = "EXPERIENCE\nRadiologist\tNorvane Hospital\t2018 - 2022\n\nRead studies at night;\nchief resident"
    assert len(listed(cells)) == 1


def test_a_bullet_that_tells_of_a_promotion_is_no_level() -> None:
    text = (
        "EXPERIENCE\nSenior Analyst, Norvane Ltd\t2019 - present\n• Promoted from Analyst to Senior Analyst in May 2021"
    )
    assert len(listed(text)) == 1


AGENCY = """
EXPERIENCE
Consultant, Halvorsen Consulting LLC\tJan 2016 - Dec 2020

Client: Norvane Bank\tJan 2019 - Dec 2020
Role: Data Scientist
• Trained churn models

Client: Brightloom Retail\tJan 2016 - Dec 2018
Role: Data Engineer
• Moved nightly jobs
"""


def test_each_client_of_an_agency_is_a_role_and_the_agency_is_none() -> None:
    assert [role[0] for role in listed(AGENCY)] == ["Data Scientist", "Data Engineer"]


def test_an_agency_whose_dates_hold_no_clients_is_a_role() -> None:
    roles = listed(AGENCY.replace("Dec 2020\n\nC", "Dec 2017\n\nC", 1))
    assert roles[0][0] == "Consultant"


JOB = "EXPERIENCE\nData Scientist, Norvane Ltd\tJan 2018 - Present\n"


def test_dated_work_without_a_title_inside_a_job_is_part_of_it() -> None:
    assert len(listed(f"{JOB}Churn radar (Jan 2020 - Dec 2020)\n• Trained models")) == 1


@pytest.mark.parametrize("second", ["Brightloom Inc (Jan 2020 - Dec 2020)", "Brightloom (Jan 2016 - Dec 2017)"])
def test_a_second_employer_without_a_title_is_a_role(second: str) -> None:
    assert len(listed(f"{JOB}• Trained models\n\n{second}\n• Moved jobs")) == 2


def test_a_sentence_of_work_in_a_bullet_is_an_entry() -> None:
    text = f"{JOB}• Worked in Brightloom, Oslo, since Oct-2012 to Jan 2016 with the media team."
    assert [(role[2], role[3]) for role in listed(text)] == [("2018-01", "present"), ("2012-10", "2016-01")]


def test_a_sentence_about_the_job_itself_is_no_entry() -> None:
    assert len(listed(f"{JOB}• Worked in Spark from Jan 2019 to Mar 2019 on churn")) == 1


OLDER = "Data Engineer, Brightloom\tMar 2013 - Jun 2014\n"


def test_a_list_of_posts_above_the_same_posts_is_not_counted_twice() -> None:
    text = f"{JOB}{OLDER}\nWORK HISTORY\n{JOB.partition(chr(10))[2]}• Trained models\n{OLDER}• Moved nightly jobs"
    assert [role.body is not None for role in found(text).roles] == [True, True]


def test_two_entries_with_texts_of_their_own_stay_two() -> None:
    assert len(listed(f"EXPERIENCE\n{OLDER}• Moved nightly jobs\n{OLDER}• Wrote reports of sales")) == 2


def test_a_post_without_a_sign_has_the_kind_of_its_neighbor() -> None:
    text = "EXPERIENCE\nData Engineer, Norvane Ltd\t2018 - Present\n• Moved jobs\n\nBrightloom\t2015 - 2017"
    assert [role.kind for role in found(text).roles] == ["adjacent", "adjacent"]
