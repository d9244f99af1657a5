from datetime import date

import pytest
import spacy

from resumes.extraction import dates, findings, roles, sections
from resumes.extraction.facts import Role
from resumes.extraction.findings import Findings
from resumes.reading.document import Document, Line

AS_OF = date(2024, 7, 15)
NLP = spacy.blank("en")


def read(text: str) -> Document:
    lines, start, blank = [], 0, False
    for row in text.split("\n"):
        if row.strip():
            lines.append((row, blank))
        blank = not row.strip()
    placed = []
    for row, gap in lines:
        placed.append(Line(start, start + len(row), gap=1.0 if gap else 0.0))
        start += len(row) + 1
    return Document("\n".join(row for row, _ in lines), tuple(placed), "txt")


def found(text: str) -> Findings:
    document = read(text.strip("\n"))
    doc = NLP.make_doc(document.text)
    doc._.findings = Findings(document=document, as_of=AS_OF)
    for component in (sections.find_sections, dates.find_dates, roles.find_roles):
        component(doc)
    return findings.of(doc)


def brief(role: Role) -> tuple[str | None, str | None, str | None, str | None]:
    return role.title, role.employer, role.start, role.end


def listed(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [brief(role) for role in found(text).roles]


ENGINEER = ("Data Engineer", "Brightloom", "2019-03", "2021-06")
SCIENTIST = ("Data Scientist", "Norvane Ltd", "2021-07", "present")

LAYOUTS = {
    "title and dates over the employer": """
EXPERIENCE
Data Scientist\tJul 2021 - Present
Norvane Ltd\tLeeds, UK
• Trained churn models on ten million rows
Data Engineer\tMar 2019 - Jun 2021
Brightloom\tOslo, Norway
• Moved nightly jobs to a queue
""",
    "employer and dates over the title": """
EXPERIENCE
Norvane Ltd\tJul 2021 - Present
Data Scientist\tLeeds, UK
• Trained churn models on ten million rows
Brightloom\tMar 2019 - Jun 2021
Data Engineer\tOslo, Norway
• Moved nightly jobs to a queue
""",
    "employer over the title and dates": """
EXPERIENCE
Norvane Ltd\tLeeds, UK
Data Scientist\tJul 2021 - Present
• Trained churn models on ten million rows
Brightloom\tOslo, Norway
Data Engineer\tMar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "all in one line": """
EXPERIENCE
Data Scientist, Norvane Ltd\tJul 2021 - Present
• Trained churn models on ten million rows
Data Engineer, Brightloom\tMar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "parted by bars": """
EXPERIENCE
Norvane Ltd | Data Scientist | Jul 2021 - Present
• Trained churn models on ten million rows
Brightloom | Data Engineer | Mar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "title at employer in brackets": """
EXPERIENCE
Data Scientist at Norvane Ltd (July 2021 – now)
• Trained churn models on ten million rows
Data Engineer at Brightloom (March 2019 – June 2021)
• Moved nightly jobs to a queue
""",
    "dates on a line above": """
EXPERIENCE
Jul 2021 - Present
Data Scientist
Norvane Ltd, Leeds
• Trained churn models on ten million rows

Mar 2019 - Jun 2021
Data Engineer
Brightloom, Oslo
• Moved nightly jobs to a queue
""",
    "dates on a line below": """
WORK EXPERIENCE

Data Scientist

Norvane Ltd - Leeds -

July 2021 to Present

• Trained churn models on ten million rows

Data Engineer

Brightloom - Oslo -

March 2019 to June 2021

• Moved nightly jobs to a queue
""",
    "a rail of dates": """
EXPERIENCE
Jul 2021 -\tNorvane Ltd, Data Scientist
Present\tTrained churn models on ten million rows.
Mar 2019 -\tBrightloom, Data Engineer
Jun 2021\tMoved nightly jobs to a queue.
""",
    "dates first in the line": """
EXPERIENCE
07/2021 – today\tData Scientist\tNorvane Ltd
• Trained churn models on ten million rows
03/2019 – 06/2021\tData Engineer\tBrightloom
• Moved nightly jobs to a queue
""",
    "entries without text under them": """
EXPERIENCE
Data Scientist, Norvane Ltd\tJul 2021 - Present
Data Engineer, Brightloom\tMar 2019 - Jun 2021
""",
    "entries that are bullets": """
EXPERIENCE
• Data Scientist, Norvane Ltd (Jul 2021 - Present)
• Data Engineer, Brightloom (Mar 2019 - Jun 2021)
""",
    "two lines without text under them": """
EXPERIENCE
Norvane Ltd\tLeeds, UK
Data Scientist\tJul 2021 - Present
Brightloom\tOslo, Norway
Data Engineer\tMar 2019 - Jun 2021
""",
    "prose under the head": """
EXPERIENCE
Data Scientist, Norvane Ltd\tJul 2021 - Present
Trained churn models on ten million rows and served them to the whole of the sales team.
Data Engineer, Brightloom\tMar 2019 - Jun 2021
Moved nightly jobs to a queue, so that nobody had to wait for the morning's figures.
""",
    "duration behind the dates": """
EXPERIENCE
Norvane Ltd
Data Scientist
July 2021 - Present (3 years 1 month)
• Trained churn models on ten million rows
Brightloom
Data Engineer
March 2019 - June 2021 (2 years 4 months)
• Moved nightly jobs to a queue
""",
    "dash between title and employer": """
EXPERIENCE
Norvane Ltd — Data Scientist\tJul 2021 - Present
• Trained churn models on ten million rows
Brightloom — Data Engineer\tMar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "place between employer and dates": """
EXPERIENCE
Data Scientist
Norvane Ltd, Leeds, UK, Jul 2021 - Present
• Trained churn models on ten million rows
Data Engineer
Brightloom, Oslo, Norway, Mar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "a profile's export": """
Experience
Norvane Ltd
Data Scientist
July 2021 - Present (3 years 1 month)
Leeds, England, United Kingdom
Training churn models on ten million rows.

Brightloom
2 years 4 months
Data Engineer
March 2019 - June 2021 (2 years 4 months)
Oslo, Norway
""",
    "dates and place over title and employer": """
WORK EXPERIENCE
07/2021 – CURRENT – Leeds, United Kingdom
Data Scientist – Norvane Ltd
Trained churn models on ten million rows.
03/2019 – 06/2021 – Oslo, Norway
Data Engineer – Brightloom
Moved nightly jobs to a queue.
""",
    "a form filled in": """
EXPERIENCE
Company: Norvane Ltd
Designation: Data Scientist
Duration: Jul 2021 - Present
• Trained churn models on ten million rows

Company: Brightloom
Designation: Data Engineer
Duration: Mar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "a table": """
EXPERIENCE
Data Scientist	Norvane Ltd	Leeds	Jul 2021 - Present
Data Engineer	Brightloom	Oslo	Mar 2019 - Jun 2021
""",
    "sentences for heads": """
EXPERIENCE
Jul 2021 - Present: Data Scientist at Norvane Ltd, Leeds
• Trained churn models on ten million rows
Mar 2019 - Jun 2021: Data Engineer at Brightloom, Oslo
• Moved nightly jobs to a queue
""",
    "titles in bullets": """
EXPERIENCE
Norvane Ltd, Leeds	Jul 2021 - Present
• Data Scientist
• Trained churn models on ten million rows
Brightloom, Oslo	Mar 2019 - Jun 2021
• Data Engineer
• Moved nightly jobs to a queue
""",
    "no heading at all": """
Data Scientist, Norvane Ltd	Jul 2021 - Present
• Trained churn models on ten million rows
Data Engineer, Brightloom	Mar 2019 - Jun 2021
• Moved nightly jobs to a queue
""",
    "a summary that holds the jobs": """
CAREER SUMMARY
Data Scientist, Norvane Ltd	Jul 2021 - Present
Data Engineer, Brightloom	Mar 2019 - Jun 2021
""",
    "dates before the place": """
EXPERIENCE
Data Scientist, Norvane Ltd
Jul 2021 - Present | Leeds, UK
• Trained churn models on ten million rows
Data Engineer, Brightloom
Mar 2019 - Jun 2021 | Oslo, Norway
• Moved nightly jobs to a queue
""",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=list(LAYOUTS))
def test_two_jobs_in_any_layout(text: str) -> None:
    assert listed(text) == [SCIENTIST, ENGINEER]


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
    text = "EXPERIENCE\nTeaching Assistant, Northlake University\tSep 2017 – May 2018, Sep 2020 – May 2021\n• Graded"
    assert [role[2:] for role in listed(text)] == [("2017-09", "2018-05"), ("2020-09", "2021-05")]


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
