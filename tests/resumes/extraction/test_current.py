import pytest

from resumes.extraction.current import current_role, rung
from resumes.extraction.employer_kinds import employer_kind
from resumes.extraction.facts import Kind, Role
from resumes.extraction.lexicons import load


def role(title: str, start: str | None, end: str | None, kind: Kind = "ml") -> Role:
    return Role(title, "Brightloom", start, end, kind, "high", ())


def title_of(*roles: Role) -> str | None:
    found = current_role(roles)
    return found.title if found else None


def test_a_running_role_comes_before_a_later_one_that_ended() -> None:
    assert title_of(role("Scientist", "2019-01", "present"), role("Adviser", "2021-01", "2022-01")) == "Scientist"


def test_of_two_running_roles_the_one_begun_last_counts() -> None:
    assert title_of(role("Scientist", "2019-01", "present"), role("Lead", "2021-01", "present")) == "Lead"


def test_what_people_do_beside_a_job_is_not_the_current_one() -> None:
    roles = role("Adjunct Faculty", "2023", "present"), role("Principal Scientist", "2021", "present")
    assert title_of(*roles) == "Principal Scientist"


def test_a_side_post_alone_is_the_current_one() -> None:
    assert title_of(role("Adjunct Faculty", "2023", "present"), role("Scientist", "2020", "2022")) == "Adjunct Faculty"


def test_without_a_running_role_the_latest_counts() -> None:
    assert title_of(role("Analyst", "2012-01", "2014-01"), role("Scientist", "2015-01", "2016-01")) == "Scientist"


def test_a_bare_year_stands_for_its_middle() -> None:
    assert title_of(role("Director", "2023", "present"), role("Scientist", "2023-11", "present")) == "Scientist"


def test_a_running_internship_does_not_count_beside_a_job() -> None:
    running = role("Intern", "2021-01", "present", "internship")
    assert title_of(running, role("Engineer", "2019-01", "2020-01", "adjacent")) == "Engineer"


def test_an_internship_counts_where_there_is_no_job() -> None:
    assert title_of(role("Intern", "2021-01", "present", "internship")) == "Intern"


def test_an_undated_role_comes_after_dated_ones() -> None:
    assert title_of(role("Scientist", "2015-01", "2016-01"), role("Analyst", None, None)) == "Scientist"


def test_an_undated_role_printed_first_is_the_latest() -> None:
    assert title_of(role("Analyst", None, None), role("Scientist", "2015-01", "2016-01")) == "Analyst"


def test_a_running_role_comes_before_an_undated_one_printed_first() -> None:
    assert title_of(role("Analyst", None, None), role("Scientist", "2015-01", "present")) == "Scientist"


def test_no_roles_no_title() -> None:
    assert title_of() is None


@pytest.mark.parametrize(
    ("title", "step"),
    [
        ("ML Team Lead", "lead"),
        ("Engineering Manager", "lead"),
        ("Director of Machine Learning", "director"),
        ("Head of AI", "director"),
        ("VP of AI", "vp"),
        ("Vice President, Data Science", "vp"),
        ("Chief AI Officer", "chief-ai-officer"),
    ],
)
def test_a_leading_title_names_its_rung(title: str, step: str) -> None:
    assert rung(title) == step


@pytest.mark.parametrize(
    "title", ["Senior ML Engineer", "Product Manager", "Research Scientist", "Staff Engineer", "CTO", None]
)
def test_other_titles_name_no_rung(title: str | None) -> None:
    assert rung(title) is None


@pytest.mark.parametrize(
    ("employer", "kind"),
    [
        ("OpenAI", "major-ai"),
        ("DeepMind", "major-ai"),
        ("Anthropic", "major-ai"),
        ("Google", "public-tech"),
        ("Apple Inc.", "public-tech"),
        ("Meta", "public-tech"),
        ("Amazon Web Services", "public-tech"),
    ],
)
def test_a_known_employer_has_its_kind(employer: str, kind: str | None) -> None:
    assert employer_kind(employer) == kind


@pytest.mark.parametrize("employer", ["Meta Dynamics", "Pineapple Ltd", "Box Hill School", "Brightloom", "", None])
def test_other_employers_have_none(employer: str | None) -> None:
    assert employer_kind(employer) is None


def test_the_list_of_employers_is_long_and_names_each_once() -> None:
    lists = load("employers")
    names = [name.lower() for kind in ("major-ai", "public-tech") for name in lists[kind]["names"]]
    assert len(lists["public-tech"]["names"]) >= 120
    assert len(names) == len(set(names))
