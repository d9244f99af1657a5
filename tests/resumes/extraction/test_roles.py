"""What is a role and what is none, with its dates and evidence."""

import pytest

from tests.resumes.extraction.histories import ENGINEER, brief, found, listed


def test_an_employer_may_begin_like_a_sentence_or_with_a_small_letter() -> None:
    text = """
EXPERIENCE
The Norvane Company\tLeeds, UK
Data Scientist\tJul 2021 - Present
• Trained churn models
dBright Labs\tOslo, Norway
Data Engineer\tMar 2019 - Jun 2021
"""
    assert [role[1] for role in listed(text)] == ["The Norvane Company", "dBright Labs"]


def test_projects_inside_a_job_are_no_roles() -> None:
    text = """
EXPERIENCE
Data Engineer, Brightloom\tMar 2019 - Jun 2021
• Moved nightly jobs to a queue
Project: Claims desk\tMay 2019 - Dec 2019
Role: Developer
• Wrote the importer
"""
    assert listed(text) == [ENGINEER]


def test_a_bullet_with_title_and_floated_dates_is_an_entry_beside_others() -> None:
    text = """
EXPERIENCE
Norvane Ltd, Leeds\tJul 2021 - Present
• Data Scientist
• Trained churn models on ten million rows
Brightloom, Oslo
• Data Engineer\tMar 2019 - Jun 2021
• Moved nightly jobs to a queue
"""
    assert [role[0] for role in listed(text)] == ["Data Scientist", "Data Engineer"]


def test_of_an_internship_and_the_post_it_led_to_the_post_counts() -> None:
    text = "EXPERIENCE\nBrightloom\tOslo\nResearch Intern, Research Engineer\tJun 2018 - Jul 2019\n• Measured"
    (role,) = found(text).roles
    assert (role.title, role.kind == "internship") == ("Research Engineer", False)


def test_a_title_of_several_parts_is_kept_whole() -> None:
    text = "EXPERIENCE\nVP, Senior Product Manager, Norvane Ltd\tJun 2018 - Jul 2019\n• Planned"
    assert listed(text) == [("VP, Senior Product Manager", "Norvane Ltd", "2018-06", "2019-07")]


def test_courses_taught_are_no_roles() -> None:
    assert listed("TEACHING EXPERIENCE\nIntroduction to Queues, Northlake University\tSep 2018 - Dec 2018") == []


def test_a_course_helped_with_beside_a_degree_is_a_teaching_assistants() -> None:
    text = """
EDUCATION
PhD in Physics, Northlake University\t2016 - 2021
TEACHING EXPERIENCE
Introduction to Queues, Northlake University\tSep 2018 - Dec 2018
"""
    assert [(role.title, role.kind) for role in found(text).roles] == [("Teaching Assistant", "academic")]


@pytest.mark.parametrize(("heading", "count"), [("Teaching", 2), ("Experience", 0)])
def test_courses_of_single_terms_are_roles_under_a_heading_of_teaching_alone(heading: str, count: int) -> None:
    text = f"""
Education
M.Sc. Computer Science, Northlake University\tSep 2017 - Jun 2020
{heading}
Introduction to Programming, Northlake University\tFall 2018
Compilers, Northlake University\tSpring 2019
"""
    assert len(listed(text)) == count


def test_a_text_line_with_years_in_brackets_is_no_entry() -> None:
    text = """
EXPERIENCE
Data Engineer, Brightloom\tMar 2019 - Jun 2021
• Moved nightly jobs to a queue and won the prize for the best
delivery (2019 - 2020).
"""
    assert listed(text) == [ENGINEER]


def test_a_degrees_candidate_is_no_role_among_degrees() -> None:
    assert listed("EDUCATION\nPh.D. Candidate, Northlake University\t2014 - Present") == []


def test_an_entry_without_an_employer_has_not_that_of_a_line_before() -> None:
    text = "EXPERIENCE\nData Engineer, Brightloom\tMar 2019 - Jun 2021\nFreelance web developer\t2015 - 2018"
    assert listed(text)[1] == ("Freelance web developer", None, "2015", "2018")


def test_a_sentence_that_says_who_worked_where_is_an_entry() -> None:
    text = "EXPERIENCE\nWorked as a Data Engineer in Brightloom from March 2019 to June 2021."
    assert listed(text) == [ENGINEER]


def test_levels_under_one_employer_are_roles_and_the_span_around_them_is_not() -> None:
    text = """
EXPERIENCE
Norvane Ltd\t2018 - Present
Lead Data Scientist\tJan 2021 - Present
• Leads four people
Data Scientist\tMar 2018 - Dec 2020
• Trained churn models
"""
    assert listed(text) == [
        ("Lead Data Scientist", "Norvane Ltd", "2021-01", "present"),
        ("Data Scientist", "Norvane Ltd", "2018-03", "2020-12"),
    ]


def test_two_ranges_in_one_entry_are_two_roles() -> None:
    text = "EXPERIENCE\nTeaching Assistant, Northlake University\tSep 2014 – Apr 2015, Oct 2018 – Mar 2019\n• Graded"
    assert [role[2:] for role in listed(text)] == [("2014-09", "2015-04"), ("2018-10", "2019-03")]


def test_an_undated_role_is_kept_and_remarked() -> None:
    text = """
WORK EXPERIENCE

Data Analyst

Brightloom

• Wrote weekly reports on sales

Data Engineer

Norvane Ltd

March 2019 to June 2021

• Moved nightly jobs to a queue
"""
    result = found(text)
    assert brief(result.roles[0]) == ("Data Analyst", "Brightloom", None, None)
    assert [remark.code for remark in result.remarks] == ["undated_role"]


def test_a_single_date_is_start_and_end() -> None:
    assert listed("EXPERIENCE\nData Science Intern, Brightloom\tMay 2015\n• Built a dashboard") == [
        ("Data Science Intern", "Brightloom", "2015-05", "2015-05")
    ]


def test_dates_in_bullets_are_no_entries() -> None:
    text = """
EXPERIENCE
Data Engineer, Brightloom\tMar 2019 - Jun 2021
• Rebuilt the warehouse from May 2019 to July 2019
• Awarded best team in 2020
"""
    assert listed(text) == [ENGINEER]


@pytest.mark.parametrize(
    "section",
    [
        "PUBLICATIONS\nQuill, A. Learning from queues. In Proceedings of Something, 2019 - 2020",
        "COURSES\nData Engineer Nanodegree, Someplace\tMay 2017 - May 2018",
        "AWARDS\nBest Research Assistant, Northlake University\t2016 - 2017",
        "PROJECTS\nLead Developer, Chess engine\tMay 2017 - May 2018\n• Wrote a search",
        "PROJECTS\nSudoku solver\tMay 2017 - May 2018\n• Wrote a search",
        "EDUCATION\nNorthlake University\tSep 2011 - Jul 2015\nBachelor of Science in Physics",
        "LEADERSHIP\nPresident, Robotics Club\tSep 2011 - Jul 2015\n• Ran it",
        "VOLUNTEERING\nTeacher, Village library\tSep 2011 - Jul 2015\n• Taught",
        "EXPERIENCE\nVolunteer Data Analyst, Food bank\tSep 2011 - Jul 2015\n• Counted",
    ],
)
def test_what_is_not_work_is_no_role(section: str) -> None:
    assert listed(section) == []


@pytest.mark.parametrize(
    "section",
    [
        "EDUCATION\nTeaching Assistant, Northlake University\tSep 2011 - Jul 2015",
        "PROJECTS\nResearch Intern, Brightloom Inc.\tSep 2011 - Jul 2015\n• Measured",
    ],
)
def test_a_job_in_another_section_is_a_role(section: str) -> None:
    assert [role[2:] for role in listed(section)] == [("2011-09", "2015-07")]


def test_the_same_employer_twice_is_two_roles() -> None:
    text = """
EXPERIENCE
Brightloom\tOslo
Data Engineer\tMar 2020 - Jun 2021
• Moved nightly jobs
Norvane Ltd\tLeeds
Data Analyst\tMar 2019 - Feb 2020
• Wrote reports
Brightloom\tOslo
Data Engineering Intern\tJun 2018 - Aug 2018
• Wrote tests
"""
    assert [role[1] for role in listed(text)] == ["Brightloom", "Norvane Ltd", "Brightloom"]


def test_the_current_title_is_that_of_the_running_professional_role() -> None:
    text = """
EXPERIENCE
Teaching Assistant, Northlake University\tSep 2023 - Present
Data Engineer, Brightloom\tMar 2019 - Jun 2021
"""
    assert found(text).current_title == "Data Engineer"


def test_without_professional_roles_the_latest_of_any_kind_is_current() -> None:
    text = """
EXPERIENCE
Data Science Intern, Brightloom\tMay 2015 - Aug 2015
Teaching Assistant, Northlake\tSep 2014 - May 2015
"""
    assert found(text).current_title == "Data Science Intern"


def test_a_slip_in_a_date_makes_the_role_uncertain() -> None:
    result = found("EXPERIENCE\nData Engineer, Brightloom\tMar 219 - Jun 2021\n• Moved jobs")
    assert (result.roles[0].start, result.roles[0].confidence) == ("2019-03", "low")
    assert [remark.code for remark in result.remarks] == ["date_typo"]


def test_a_date_to_come_is_remarked() -> None:
    result = found("EXPERIENCE\nData Engineer, Brightloom\tMar 2025 - Jun 2026\n• Will move jobs")
    assert [remark.code for remark in result.remarks] == ["future_date"]


def test_evidence_quotes_title_employer_and_dates() -> None:
    result = found("EXPERIENCE\nData Engineer, Brightloom\tMar 2019 - Jun 2021\n• Moved jobs")
    text = result.document.text
    (role,) = result.roles
    assert [part.quote(text) for part in role.evidence] == ["Data Engineer", "Brightloom", "Mar 2019 - Jun 2021"]
    assert role.body is not None
    assert role.body.quote(text) == "• Moved jobs"
