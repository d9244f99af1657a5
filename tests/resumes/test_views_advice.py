"""The estimate page's parts on the resume itself."""

import html

import pytest
from django.test import Client
from django.urls import reverse

from tests.resumes.talk import OPEN, STRONG, talk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


def part(client: Client, name: str, lines: tuple[str, ...]) -> str:
    """Return one section of the page of a resume with these lines, empty where it is left out."""
    answer = client.get(reverse("resumes:detail", args=[talk(client, lines).pk]))
    page = html.unescape(answer.content.decode())
    return page.partition(f'<section class="part{"" if name == "lines" else " noprint"}" aria-labelledby="{name}">')[
        2
    ].partition("</section>")[0]


def test_the_strongest_lines_stand_with_why(owner: Client) -> None:
    found = part(owner, "lines", STRONG)
    assert "3 lines carry the talk" in found
    assert "measured: " in found
    assert STRONG[1] in found


def test_each_line_leads_to_its_mark(owner: Client) -> None:
    assert part(owner, "lines", STRONG).count("data-evidence") == 3


def test_one_line_is_spoken_of_as_one(owner: Client) -> None:
    assert "One line carries the talk" in part(owner, "lines", STRONG[:1])


def test_a_resume_that_proves_nothing_is_not_blamed(owner: Client) -> None:
    found = part(owner, "lines", OPEN)
    assert "No line here proves a result yet" in found
    assert "it is not written down yet" in found


def test_a_line_without_an_outcome_gets_its_question_and_blanks(owner: Client) -> None:
    found = part(owner, "worth", (STRONG[0], OPEN[0]))
    assert "One line is worth a number" in found
    assert OPEN[0] in found
    assert "__" in found


def test_the_sheet_is_one_link_away(owner: Client) -> None:
    assert "/sheet/" in part(owner, "to-sheet", STRONG)
