"""The negotiation sheet's page: what stands on it, what the visitor chooses, and who sees it."""

import html
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from resumes import corrections
from resumes.extraction.facts import Facts
from resumes.models import Resume
from resumes.offered import keep
from resumes.profile import Corrections
from salaries.models import Edition
from salaries.offers import Offer
from tests.resumes.talk import STRONG, start_of, talk
from tests.resumes.written import expired, read_resume, waiting_resume

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]

VIEWS = ("sheet", "sheet_text")


def address(resume: Resume, view: str = "sheet") -> str:
    return reverse(f"resumes:{view}", args=[resume.pk])


def shown(client: Client, resume: Resume, query: str = "", view: str = "sheet") -> str:
    answer = client.get(f"{address(resume, view)}{query}")
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def impact(page: str) -> str:
    """Return the part of the page that quotes the achievements on the sheet."""
    return page.partition('id="impact"')[2].partition("<details")[0]


def test_floor_target_and_opening_stand_first(owner: Client) -> None:
    page = shown(owner, talk(owner))
    assert page.index("Floor") < page.index("Target") < page.index("Opening figure") < page.index("both occupations")


def test_the_three_strongest_lines_are_quoted_whole(owner: Client) -> None:
    page = impact(shown(owner, talk(owner)))
    assert sum(line in page for line in STRONG) == 3


def test_the_visitor_puts_other_lines_on_it(owner: Client) -> None:
    resume = talk(owner)
    query = f"?line={start_of(resume, STRONG[0])}&line={start_of(resume, STRONG[3])}"
    page = impact(shown(owner, resume, query))
    assert [line in page for line in STRONG] == [True, False, False, True]


@pytest.mark.parametrize(
    "query", ["?line=abc", "?line=999999", "?line=-1", "?line=²", "?employer=circus", "?line=" + "9" * 5000]
)
def test_a_choice_that_is_none_changes_nothing(owner: Client, query: str) -> None:
    resume = talk(owner)
    assert impact(shown(owner, resume, query)) == impact(shown(owner, resume))


def test_an_unknown_kind_of_employer_is_asked_for_first(owner: Client) -> None:
    page = shown(owner, talk(owner))
    assert "Which kind of employer is it?" in page
    assert "fully diluted" not in page
    assert "refresher" not in page


def test_a_chosen_kind_gets_its_own_questions_and_keeps_the_lines(owner: Client) -> None:
    resume = talk(owner)
    page = shown(owner, resume, f"?employer=other&line={start_of(resume, STRONG[0])}")
    assert "fully diluted" in page
    assert "refresher" not in page
    assert f"?employer=public-tech&line={start_of(resume, STRONG[0])}#equity" in page


def test_a_known_kind_of_employer_is_not_asked_for(owner: Client) -> None:
    page = shown(owner, talk(owner, employer_kind="public-tech"))
    assert "Which kind of employer" not in page
    assert "refresher" in page


def test_the_llm_premium_is_left_out_with_the_reason(owner: Client) -> None:
    page = shown(owner, talk(owner))
    assert "No paid role here shows LLM work" in page.partition("Left out")[2]
    assert "No paid role" not in shown(owner, talk(owner), view="sheet_text")


def test_kept_offers_stand_on_it_and_raise_the_floor(owner: Client) -> None:
    resume = talk(owner)
    keep(resume, [Offer("Example AI", Decimal(181_500))])
    page = shown(owner, resume)
    assert "Example AI: $181,500 a year in base" in page
    assert "The offer from Example AI" in page


def test_it_follows_corrections(owner: Client) -> None:
    resume = talk(owner)
    before = shown(owner, resume, view="sheet_text")
    corrections.correct(resume, Corrections(years=Decimal(2)))
    assert shown(owner, resume, view="sheet_text") != before


def test_nothing_worth_showing_is_said_kindly(owner: Client) -> None:
    page = shown(owner, talk(owner, ("Took part in planning meetings every week",)))
    assert "No line of this resume proves a result yet" in page
    assert "Choose other lines" not in page


def test_the_text_holds_the_same_amounts_in_78_columns(owner: Client) -> None:
    resume = talk(owner)
    text = shown(owner, resume, view="sheet_text")
    assert max(map(len, text.splitlines())) <= 78
    assert text.strip() in shown(owner, resume).replace("\r", "")


def test_the_text_is_plain_and_follows_the_choice(owner: Client) -> None:
    resume = talk(owner)
    answer = owner.get(f"{address(resume, 'sheet_text')}?employer=other")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "fully diluted" in answer.content.decode()


def test_a_very_long_line_is_cut_between_words(owner: Client) -> None:
    long = f"Cut latency from 310 ms to 90 ms {'across many regions ' * 25}"
    page = impact(shown(owner, talk(owner, (long,))))
    assert "regions …" in page


@pytest.mark.parametrize("view", VIEWS)
def test_a_stranger_finds_nothing(owner: Client, stranger: Client, view: str) -> None:
    assert stranger.get(address(talk(owner), view)).status_code == 404


@pytest.mark.parametrize("view", VIEWS)
def test_it_goes_with_the_resume(owner: Client, view: str) -> None:
    assert owner.get(address(expired(talk(owner)), view)).status_code == 404


@pytest.mark.parametrize("view", VIEWS)
def test_a_resume_that_is_not_read_yet_has_none(owner: Client, view: str) -> None:
    assert owner.get(address(waiting_resume(owner), view)).status_code == 404


@pytest.mark.parametrize("view", VIEWS)
def test_without_an_estimate_it_leads_to_the_question(owner: Client, view: str) -> None:
    resume = read_resume(owner, Facts())
    answer = owner.get(address(resume, view))
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("resumes:detail", args=[resume.pk]))


@pytest.mark.parametrize("view", VIEWS)
def test_it_is_kept_by_no_cache_and_no_index(owner: Client, view: str) -> None:
    answer = owner.get(address(talk(owner), view))
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("view", VIEWS)
def test_it_asks_the_database_little(
    owner: Client, edition: Edition, view: str, django_assert_max_num_queries: object
) -> None:
    resume = talk(owner)
    owner.get(address(resume, view))
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        owner.get(address(resume, view))
