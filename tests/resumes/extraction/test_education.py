import pytest

from resumes.extraction.facts import Education
from tests.resumes.extraction.typed import found


def studied(*lines: str) -> Education:
    return found("\n".join(["Ana Example", "ana@mail.example", "Education", *lines, "Skills", "Python, SQL"])).education


def told(*lines: str) -> tuple[str, bool]:
    education = studied(*lines)
    return education.highest, education.in_progress


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Ph.D. in Physics, 2015", "phd"),
        ("Doctor of Philosophy, Statistics, 2012", "phd"),
        ("DPhil in Engineering Science, 2016", "phd"),
        ("Candidate of Sciences in Mathematics, 2010", "phd"),
        ("Candidate of Sciences (Ph.D. equivalent) in Physics, 2010", "phd"),
        ("Habilitation in Informatics, 2015", "phd"),
        ("Ed.D., 2015", "phd"),
        ("Dr. techn., Telematics, 2018", "phd"),
        ("Dr. rer. pol., 2012", "phd"),
        ("Doctorandus, Physics, 1998", "master"),
        ("MSBA, 2017", "master"),
        ("mgr inż. Informatyka, 2012", "master"),
        ("Mgr. in Computer Science, 2014", "master"),
        ("Ing. in Cybernetics, 2012", "master"),
        ("Specialist in Applied Mathematics, 2009", "master"),
        ("Post Graduate Diploma in Management (PGDM), 2016", "master"),
        ("Bc. in Informatics, 2010", "bachelor"),
        ("Dr.-Ing., Robotics, 2014", "phd"),
        ("M.S. Computer Science, 2018", "master"),
        ("MSc, Data Science, 2019", "master"),
        ("Master's in Statistics, 2019", "master"),
        ("M.Tech in Computer Science, 2017", "master"),
        ("MEng Electronics, 2016", "master"),
        ("MBA, 2016", "master"),
        ("MCA, 2014", "master"),
        ("Diplom-Informatiker, 2008", "master"),
        ("Dipl.-Ing. Electrical Engineering, 2009", "master"),
        ("Laurea Magistrale in Ingegneria Informatica, 2016", "master"),
        ("Magister, Mathematics, 2007", "master"),
        ("Integrated M.Sc. in Mathematics, 2020", "master"),
        ("Dual Degree (B.Tech + M.Tech), 2020", "master"),
        ("B.Tech in Electronics, 2016", "bachelor"),
        ("B. Tech in Electronics, 2016", "bachelor"),
        ("B.E. Mechanical Engineering, 2015", "bachelor"),
        ("BSc (Hons) Mathematics, 2015", "bachelor"),
        ("Computer Science B.S., 2015", "bachelor"),
        ("BA, Economics, 2013", "bachelor"),
        ("Bachelor of Science in Biology, 2013", "bachelor"),
        ("Licence en informatique, 2012", "bachelor"),
        ("Kandidatexamen, Datavetenskap, 2012", "bachelor"),
        ("Associate of Science, 2011", "associate"),
    ],
)
def test_degrees_of_the_world_have_their_level(line, level):
    assert told(line) == (level, False)


@pytest.mark.parametrize(
    "line",
    [
        "Machine Learning Nanodegree, 2019",
        "Certificate in Data Science, 2019",
        "High School Diploma, 2010",
        "Certified Scrum Master, 2015",
        "J.D., 2012",
        "M.D., 2012",
        "Amherst College, Amherst, MA",
        "Certified in MS Excel and MS Office",
    ],
)
def test_certificates_schools_and_states_are_no_degrees(line):
    assert told(line) == ("none", False)


@pytest.mark.parametrize(
    "line",
    [
        "Ph.D. in Physics, 2023 - Present",
        "Ph.D. Candidate in Physics",
        "PhD in Physics, expected May 2027",
        "PhD in Physics, Sep 2023 - May 2028",
        "PhD student, Physics",
        "Doctor of Philosophy (ABD), Physics",
        "Ph.D. in Physics (in progress)",
    ],
)
def test_a_degree_that_is_open_or_to_come_is_in_progress(line):
    assert told("University of Somewhere", line) == ("phd", True)


@pytest.mark.parametrize("line", ["Ph.D. in Physics", "Ph.D. in Physics, 2010 - 2015", "Ph.D. in Physics, May 2026"])
def test_a_degree_with_a_past_date_or_none_is_finished(line):
    assert told("University of Somewhere", line) == ("phd", False)


def test_the_highest_degree_counts_and_not_the_latest():
    assert told("Online Academy", "B.A. History, 2022 - Present", "", "Hill University", "M.S. Biology, 2015") == (
        "master",
        False,
    )


def test_another_entry_in_progress_does_not_open_a_finished_degree():
    lines = (
        "• Bootcamp on Clouds [2024 - Pursuing]",
        "Some Academy",
        "• M.Tech. in Optics [2011 - 2013]",
        "Hill College",
    )
    assert told(*lines) == ("master", False)


def test_an_open_date_wrapped_in_a_narrow_rail_is_open():
    assert told("Sep 2023 -\tHill University, PhD in Physics", "present\tAdvised by Prof. Example") == ("phd", True)


def test_school_above_and_dates_beside_it_belong_to_the_degree_below():
    lines = ("Hill University\tAug 2023 - Present", "Ph.D. in Physics", "Dale College\t2018 - 2022", "B.S. in Physics")
    assert told(*lines) == ("phd", True)


def test_an_advisors_degree_is_not_the_persons():
    assert told("B.S. in Physics, 2018", "Advisor: Jo Example, PhD") == ("bachelor", False)


@pytest.mark.parametrize(
    "line",
    [
        "Interested in machine learning, applying for a PhD in 2027",
        "Mentored PhD students and led the team",
        "Seeking a Ph.D. position",
    ],
)
def test_wishes_and_others_degrees_are_none(line):
    text = f"Ana Example\nana@mail.example\nSummary\n{line}\nEducation\nB.S. in Physics, 2018\n"
    assert found(text).education.highest == "bachelor"


def test_a_bullet_about_others_is_not_read():
    text = (
        "Ana Example\nana@mail.example\nExperience\nData Scientist, Brightloom\tJan 2021 - Present\n"
        "• Supervised a PhD in Physics and two Masters students\n"
    )
    assert found(text).education.highest == "none"


def test_a_degree_told_in_the_summary_counts_with_less_confidence():
    text = "Ana Example\nana@mail.example\nSummary\nEngineer with a Master of Science in Statistics\nSkills\nPython\n"
    education = found(text).education
    assert (education.highest, education.confidence) == ("master", "medium")


@pytest.mark.parametrize(
    ("line", "field", "quantitative"),
    [
        ("M.Sc. in Computer Science, Hill University", "Computer Science", True),
        ("Master of Science in Applied Mathematics", "Applied Mathematics", True),
        ("Ph.D., Computational Biology, 2014", "Computational Biology", True),
        ("B.A. in English Literature", "English Literature", False),
        ("MBA in Marketing", "Marketing", False),
    ],
)
def test_the_field_and_whether_it_is_quantitative(line, field, quantitative):
    education = studied(line)
    assert (education.field, education.quantitative) == (field, quantitative)


def test_an_engineering_degree_is_quantitative_without_a_field():
    assert studied("B.Tech, 2016").quantitative


def test_the_evidence_is_the_degrees_name():
    findings = found("Ana Example\nana@mail.example\nEducation\nM.S. in Physics, 2018\n")
    assert [e.quote(findings.document.text) for e in findings.education.evidence] == ["M.S."]


def test_a_postdoc_has_finished_a_phd():
    text = (
        "Ana Example\nana@mail.example\nExperience\nHill University\n"
        "Postdoctoral Researcher\tJan 2021 - Present\n• Wrote papers\n"
    )
    education = found(text).education
    assert (education.highest, education.in_progress) == ("phd", False)


@pytest.mark.parametrize(
    "line", ["B.Sc. Computer Science, Northlake University, March 2020", "B.Sc. Physics, march 2012"]
)
def test_the_month_of_march_is_no_degree_of_architecture(line):
    assert told(line)[0] == "bachelor"


@pytest.mark.parametrize("name", ["M.Arch.", "MArch", "M.Arch"])
def test_a_master_of_architecture_has_full_stops_or_capitals(name):
    assert told(f"{name}, Northlake University, 2012")[0] == "master"


@pytest.mark.parametrize(
    "line",
    [
        "Class of 2028, B.S. Computer Science",
        "Completed 90 credits toward a B.S. in Computer Science",
        "Enrolled in the B.S. Computer Science",
    ],
)
def test_a_degree_that_is_worked_toward_is_in_progress(line: str) -> None:
    assert told(line) == ("bachelor", True)


@pytest.mark.parametrize(
    "line", ["Class of 2012, B.S. Computer Science", "B.S. Physics, 2012, thesis: Toward quiet fans"]
)
def test_a_past_class_and_a_thesis_title_are_not(line: str) -> None:
    assert told(line) == ("bachelor", False)


@pytest.mark.parametrize(
    "line",
    [
        "Honorary Doctorate, 2020",
        "Admitted to a PhD program, declined",
        "Exchange semester (Master courses), 2013",
        "Machine Learning Specialist, 2013",
        "Talk by Dr. Phil Example, 2013",
        "Support Mgr., Product Ing, 2013",
        "Postgraduate Diploma in Data Science, 2019",
    ],
)
def test_an_honor_an_offer_and_an_exchange_are_no_degrees(line: str) -> None:
    assert told("B.S. Physics, 2012", line) == ("bachelor", False)


def test_a_degree_behind_the_persons_name_is_theirs() -> None:
    assert found("Ana Example, M.S.\nana@mail.example\nSkills\nPython").education.highest == "master"


@pytest.mark.parametrize(
    "line", ["Ana Example, Somerville, MA", "Jackson, MS | ana@mail.example", "Master of none, Ana"]
)
def test_a_state_and_a_turn_of_phrase_are_no_degrees(line: str) -> None:
    assert found(f"{line}\nana@mail.example\nSkills\nPython").education.highest == "none"
