"""The parts of a page that tell of moves, totals and bands: each from one object, valid, and short."""

from collections.abc import Callable
from decimal import Decimal

import html5lib
import pytest
from django.template.loader import render_to_string

from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile
from salaries.explanation.band import band_picture
from salaries.explanation.moves import moving
from salaries.explanation.totals import totals
from salaries.reference import oews

PEOPLE = [
    Profile(Decimal("7.4"), specialization="computer-vision"),
    Profile(Decimal(2), specialization="llm-genai", llm_production=True, employer="public-tech"),
    Profile(rung="director"),
]


@pytest.fixture(params=PEOPLE, ids=["vision", "llm", "director"])
def parts(request: pytest.FixtureRequest, guide: Guide, priced: Callable[[Profile], Estimate]) -> str:
    """All four parts of one person's page."""
    own = priced(request.param)
    told = {
        "moves/moves": {"moving": moving(request.param, own, guide, oews.load())},
        "moves/metros": {"moving": moving(request.param, own, guide, oews.load())},
        "moves/band": {"band": band_picture(own, guide)},
        "offers/totals": {"totals": totals(own, is_base=not request.param.rung)},
    }
    return "".join(render_to_string(f"components/{name}.html", values) for name, values in told.items())


def test_they_are_valid_html(parts: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(f"<!doctype html><title>Parts</title>{parts}")
    assert parser.errors == []


def test_they_are_light(parts: str) -> None:
    assert len(parts.encode()) < 24_000


def test_each_has_a_heading_that_says_a_finding(parts: str) -> None:
    for name in ("moves", "metros"):
        assert f'<h2 id="{name}">' in parts
    assert "The same you in San Jose: " in parts
