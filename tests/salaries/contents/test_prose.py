"""Texts follow the figures that they name."""

from decimal import Decimal

import pytest

from salaries.contents.prose import figures_of, fill, filled, span
from salaries.contents.tables import Contents


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tier.senior.range", "$170,000 to $220,000"),
        ("tier.staff.total", "$500,000 to $1,000,000 and up"),
        ("occupation.data-scientists.p50", "$112,590"),
        ("specialization.llm-genai.premium", "25 to 40 percent"),
        ("figure.years-to-senior", "4 to 6 years"),
        ("figure.employment-growth", "34 percent"),
        ("figure.signing-bonus", "$20,000 to $100,000"),
        ("state.CA", "$158,400"),
        ("metro.san-jose", "$178,200"),
        ("rung.chief-ai-officer", "$400,000 to $800,000 and up"),
    ],
)
def test_a_figure_is_printed_as_in_a_sentence(contents: Contents, name: str, text: str) -> None:
    assert figures_of(contents)[name] == text


def test_a_text_takes_its_figures(contents: Contents) -> None:
    assert fill("About {state.CA} there.", figures_of(contents)) == "About $158,400 there."


def test_a_name_that_the_edition_lacks_stays(contents: Contents) -> None:
    assert fill("About {state.ZZ} there.", figures_of(contents)) == "About {state.ZZ} there."


def test_filling_leaves_the_figures_alone(contents: Contents) -> None:
    assert filled(contents).states == contents.states


def test_a_range_without_a_figure_says_so() -> None:
    assert span(None, None) == "no figure"
    assert span(Decimal(5), None, unit="percent") == "5 percent"
