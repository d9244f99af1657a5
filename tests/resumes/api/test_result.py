"""What was read and answered, as programs get it."""

from dataclasses import replace

import pytest
from django.test import Client

from resumes import printout
from resumes.models import Resume
from salaries import editions
from salaries.models import Edition
from tests.resumes.api.conftest import Program, told
from tests.resumes.written import AS_OF, FACTS, TEXT, read_resume

pytestmark = pytest.mark.django_db


def test_the_last_step_is_the_estimate(ana: Program, done: Resume, edition: Edition) -> None:
    estimate = told(ana.get(f"/resumes/{done.pk}/result"))["estimate"]
    last = estimate["steps"][-1]
    assert {name: last[name] for name in ("low", "point", "high")} == estimate["base"]
    assert (estimate["edition"], estimate["tier"], estimate["relevant_years"]) == ("2026", "senior", 7.33)


def test_every_step_cites_its_source_by_a_page_that_answers(
    ana: Program, done: Resume, edition: Edition, client: Client
) -> None:
    steps = told(ana.get(f"/resumes/{done.pk}/result"))["estimate"]["steps"]
    assert [step["slug"] for step in steps] == ["tier", "specialization", "place", "round"]
    for step in steps:
        assert client.get(step["source"]["url"].partition("#")[0]).status_code == 200


def test_the_sum_can_be_redone(ana: Program, done: Resume, edition: Edition) -> None:
    _, before, place, last = told(ana.get(f"/resumes/{done.pk}/result"))["estimate"]["steps"]
    assert place["high"] == pytest.approx(before["high"] * place["factors"]["high"])
    assert last["high"] == round(place["high"], -3)


def test_the_edition_is_named_with_the_hash_that_its_download_bears(
    ana: Program, done: Resume, edition: Edition, client: Client
) -> None:
    estimate = told(ana.get(f"/resumes/{done.pk}/result"))["estimate"]
    now = told(ana.get("/editions/current"))
    assert (now["name"], now["sha256"]) == (estimate["edition"], estimate["edition_sha256"])
    assert told(client.get(now["url"]))["sha256"] == now["sha256"]


def test_facts_are_told_in_the_words_of_the_command(ana: Program, done: Resume, edition: Edition) -> None:
    found = told(ana.get(f"/resumes/{done.pk}/result"))["facts"]
    printed = printout.facts(FACTS, printout.Ask(editions.freeze(edition), AS_OF))
    for role in found["roles"]:
        assert role.pop("key")
    assert found == printed


def test_evidence_is_of_the_text(ana: Program, done: Resume, edition: Edition) -> None:
    facts = told(ana.get(f"/resumes/{done.pk}/result"))["facts"]
    text = told(ana.get(f"/resumes/{done.pk}/text"))["text"]
    (start, end), *_ = facts["roles"][0]["evidence"]
    assert text == TEXT
    assert text[start:end] == facts["roles"][0]["title"]


def test_where_the_page_asks_the_program_is_asked(ana: Program, owner: Client, edition: Edition) -> None:
    resume = read_resume(owner, replace(FACTS, roles=(), stated_years=None), owner=ana.owner)
    result = told(ana.get(f"/resumes/{resume.pk}/result"))
    assert (result["estimate"], result["question"]) == (None, "no_history")
    assert "How many years" in result["question_words"]


def test_the_first_answer_keeps_its_edition(ana: Program, done: Resume, edition: Edition) -> None:
    ana.get(f"/resumes/{done.pk}/result")
    done.refresh_from_db()
    assert done.edition == edition


def test_without_an_edition_nothing_is_priced(ana: Program, done: Resume) -> None:
    for answer in (ana.get(f"/resumes/{done.pk}/result"), ana.get("/editions/current")):
        assert (answer.status_code, told(answer)["code"]) == (503, "no_edition")


def test_an_answer_takes_few_queries(
    ana: Program, done: Resume, edition: Edition, django_assert_max_num_queries: object
) -> None:
    ana.get(f"/resumes/{done.pk}/result")
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        ana.get(f"/resumes/{done.pk}/result")
