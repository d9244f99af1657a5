import pytest

from resumes.extraction.kinds import Work, kind_of, ml_skills
from resumes.extraction.lexicons import load

TRAINS_MODELS = "• Trained deep learning models for image classification\n• Deployed neural networks with PyTorch"
BUILDS_SOFTWARE = "• Built REST APIs in Java\n• Moved the database to AWS\n• Wrote unit tests for the web app"
TEACHES = "• Taught students in the classroom\n• Wrote the curriculum and lesson plans"


def work(title: str, body: str = "", employer: str = "Brightloom", **known: object) -> Work:
    return Work(title, employer, f"{title}, {employer}", body, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        ("Machine Learning Engineer", "", "ml"),
        ("Senior Data Scientist", "", "ml"),
        ("Computer Vision Engineer", BUILDS_SOFTWARE, "ml"),
        ("Software Engineer", TRAINS_MODELS, "ml"),
        ("Software Engineer", BUILDS_SOFTWARE, "adjacent"),
        ("Data Engineer", BUILDS_SOFTWARE, "adjacent"),
        ("Data Analyst", "", "adjacent"),
        ("Quantitative Developer", "", "adjacent"),
        ("Quantitative Researcher", "", "adjacent"),
        ("Quantitative Researcher", TRAINS_MODELS, "ml"),
        ("Database Administrator", "", "adjacent"),
        ("Mechanical Engineer", "", "other"),
        ("Mathematics Teacher", TEACHES, "other"),
        ("Sales Manager", "", "other"),
        ("Engineering Manager", TRAINS_MODELS, "ml"),
        ("Founder", TRAINS_MODELS, "ml"),
        ("Founder", BUILDS_SOFTWARE, "adjacent"),
        ("Postdoctoral Researcher", TRAINS_MODELS, "ml"),
        ("Assistant Professor", TRAINS_MODELS, "ml"),
    ],
)
def test_a_professional_job_is_what_title_and_text_say(title: str, body: str, kind: str) -> None:
    assert kind_of(work(title, body)).kind == kind


SEES = "• Shipped pedestrian detection for night drives\n• Mined fleet logs for rare scenes with active learning"
READS = "• Information extraction from lab notes\n• Compared BioBERT with rules\n• Supervised two annotators"
WIRES = "• Commissioned PLC controlled lines in two plants; tuned drives"


@pytest.mark.parametrize(
    ("title", "body", "kind"),
    [
        ("Staff Engineer", SEES, "ml"),
        ("Staff Engineer", BUILDS_SOFTWARE, "adjacent"),
        (
            "Co-Founder & CTO",
            "• Designed a multi-agent runtime with tool calling\n• Replaced GPT-4 by fine-tunes",
            "ml",
        ),
        ("CTO", BUILDS_SOFTWARE, "adjacent"),
        ("Postdoctoral Research Associate", READS, "ml"),
        ("Postdoctoral Research Associate", "• Bred mice\n• Ran assays of protein and PCR", "other"),
        ("Computational Linguist", "", "ml"),
        ("Computational Physicist", "", "adjacent"),
        ("Robot Learning Engineer", "• Train gaits with PPO", "ml"),
        ("Controls Engineer", WIRES, "other"),
        ("Test Engineer", "• Automated tests of the web app", "adjacent"),
        ("Powertrain Test Engineer", "• Analyzed tests in MATLAB and Simulink", "other"),
        ("Engineering Manager", BUILDS_SOFTWARE, "adjacent"),
    ],
)
def test_a_title_open_to_both_is_what_its_text_says(title: str, body: str, kind: str) -> None:
    assert kind_of(work(title, body, leaning=0.3)).kind == kind


@pytest.mark.parametrize(
    "title",
    [
        "Ward Sister",
        "Quartermaster",
        "Petty Officer Second Class",
        "Data Entry Clerk",
        "Lifeguard",
        "Head Baker",
        "Baker",
        "Senior Accountant",
        "Stage Manager",
        "Assistant Restaurant Manager",
    ],
)
def test_a_plain_occupation_is_other_work_in_a_resume_about_ml(title: str) -> None:
    assert kind_of(work(title, employer="Brightloom AI", leaning=1.0)).kind == "other"


@pytest.mark.parametrize(
    ("title", "kind"), [("Device Driver Developer", "adjacent"), ("Machine Learning Engineer, Recruiter Tools", "ml")]
)
def test_a_technical_title_with_an_occupation_s_word_stays_technical(title: str, kind: str) -> None:
    assert kind_of(work(title)).kind == kind


@pytest.mark.parametrize(("at_school", "kind"), [(True, "academic"), (False, "other")])
def test_a_tutor_is_a_student_s_post_only_at_a_place_of_study(at_school: bool, kind: str) -> None:
    assert kind_of(work("Private Tutor", TEACHES, at_school=at_school)).kind == kind


def test_a_home_tutor_beside_a_degree_has_a_job_and_a_tutor_of_a_course_a_students_post() -> None:
    assert kind_of(work("Home Tutor", studying=True, months=24)).kind == "other"
    assert kind_of(work("Statistics Tutor", studying=True, months=24)).kind == "academic"


def test_a_lecturer_s_teaching_is_no_sign_of_other_work() -> None:
    assert kind_of(work("Lecturer", "• Taught an evening course on control")).kind == "adjacent"


@pytest.mark.parametrize("word", ["yolov5", "relation extraction", "policy gradient"])
def test_skills_that_speak_for_a_specialization_are_signs_of_ml(word: str) -> None:
    assert word in set(ml_skills())


@pytest.mark.parametrize("word", ["docker", "claude", "falcon", "gymnasium", "code generation"])
def test_everyday_words_and_tools_of_other_work_are_no_signs_of_ml(word: str) -> None:
    assert word not in set(ml_skills())


def test_occupations_are_many_small_and_listed_once() -> None:
    words = [word for group in load("occupations")["occupations"].values() for word in group]
    assert len(words) == len(set(words)) > 600
    assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize(
    "title",
    [
        "Machine Learning Intern",
        "Software Engineering Co-op",
        "Data Science Trainee",
        "Working Student",
        "Summer Analyst",
    ],
)
def test_interns_of_any_field_are_interns(title: str) -> None:
    assert kind_of(work(title, TRAINS_MODELS)).kind == "internship"


@pytest.mark.parametrize("title", ["International Sales Engineer", "Internal Tools Developer"])
def test_a_word_that_only_begins_like_intern_makes_no_intern(title: str) -> None:
    assert kind_of(work(title, BUILDS_SOFTWARE)).kind != "internship"


@pytest.mark.parametrize(
    "title", ["Teaching Assistant", "Graduate Research Assistant", "PhD Researcher", "Doctoral Candidate", "Grader"]
)
def test_students_posts_are_academic(title: str) -> None:
    assert kind_of(work(title, TRAINS_MODELS, "Northlake University")).kind == "academic"


def test_a_researcher_at_a_school_beside_a_degree_is_a_student() -> None:
    beside = work("Machine Learning Researcher", TRAINS_MODELS, "Northlake University", studying=True, at_school=True)
    assert kind_of(beside).kind == "academic"


def test_a_researcher_at_a_school_after_the_degrees_is_a_professional() -> None:
    after = work("Machine Learning Researcher", TRAINS_MODELS, "Northlake University", at_school=True)
    assert kind_of(after).kind == "ml"


def test_an_untitled_post_at_a_firm_beside_a_degree_is_an_internship() -> None:
    assert kind_of(work("", TRAINS_MODELS, studying=True, months=3)).kind == "internship"


@pytest.mark.parametrize(
    ("employer", "kind"), [("Tallfir Dairy", "other"), ("Northlake Research Laboratory", "internship")]
)
def test_an_untitled_post_of_years_beside_a_degree_is_an_internship_only_in_research(employer: str, kind: str) -> None:
    assert kind_of(work("", "", employer, studying=True, months=48)).kind == kind


def test_contract_work_beside_a_degree_is_a_job() -> None:
    contract = Work("", "Brightloom", "Brightloom, remote (contract)", TRAINS_MODELS, 24, studying=True)
    assert kind_of(contract).kind == "ml"


@pytest.mark.parametrize(("months", "kind"), [(6, "internship"), (24, "ml")])
def test_a_fellowship_of_under_a_year_is_an_internship(months: int, kind: str) -> None:
    assert kind_of(work("AI Fellow", TRAINS_MODELS, months=months)).kind == kind


@pytest.mark.parametrize(("leaning", "kind"), [(0.9, "ml"), (0.1, "adjacent")])
def test_a_title_that_says_nothing_follows_the_resume(leaning: float, kind: str) -> None:
    assert kind_of(work("Member of Technical Staff", leaning=leaning)).kind == kind


def test_signs_that_balance_leave_the_kind_unsure() -> None:
    assert not kind_of(work("Software Engineer", TRAINS_MODELS + "\n" + BUILDS_SOFTWARE)).sure


def test_words_of_the_lexicon_are_small_and_listed_once() -> None:
    for table in load("kinds").values():
        for words in table.values():
            if isinstance(words, list):
                assert [word for word in words if word != word.lower()] == []
                assert len(words) == len(set(words))


def test_an_internship_that_a_head_tells_of_as_past_is_not_the_post() -> None:
    assert kind_of(work("Software Engineer, hired after a summer internship")).kind == "adjacent"


def test_an_internship_that_comes_first_in_a_head_is_the_post() -> None:
    assert kind_of(work("Intern, formerly a tutor")).kind == "internship"


@pytest.mark.parametrize("title", ["Captain", "Platoon Leader", "Staff Sergeant"])
def test_ranks_are_other_work(title: str) -> None:
    assert kind_of(work(title, BUILDS_SOFTWARE, leaning=1.0)).kind == "other"


def test_hardly_a_sign_makes_a_kind_a_guess() -> None:
    assert kind_of(work("", leaning=0.1)).guessed
    assert not kind_of(work("Data Engineer", leaning=0.1)).guessed


def test_a_text_without_a_sign_of_ml_outweighs_the_rest_of_the_resume() -> None:
    kernel = Work(
        "Member of Technical Staff",
        "Storage Firm",
        "",
        "Fixed replication faults in a storage kernel; wrote tracing scripts for slow disks.",
        leaning=0.5,
    )
    assert kind_of(kernel).kind == "adjacent"


def test_the_rest_of_the_resume_speaks_for_a_post_without_text() -> None:
    bare = Work("Member of Technical Staff", "Search Firm", "", "", leaning=0.5)
    assert kind_of(bare).kind == "ml"
