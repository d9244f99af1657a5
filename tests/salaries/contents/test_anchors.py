"""A figure's name tells the page and the row that print it."""

import pytest

from salaries.contents.anchors import anchor_of, name_of, parts_of_figures
from salaries.contents.prose import names_in, tables_of, texts_of
from salaries.contents.tables import Contents


@pytest.mark.parametrize(
    ("name", "anchor"),
    [
        ("occupation.data-scientists.p50", "percentiles#occupation-data-scientists-p50"),
        ("tier.senior.range", "tiers#tier-senior"),
        ("tier.senior.total", "tiers#tier-senior-total"),
        ("tier.entry.phd", "tiers#tier-entry-phd"),
        ("state.CA", "states#state-ca"),
        ("specialization.llm-genai.premium", "specializations#specialization-llm-genai"),
        ("figure.equity", "compensation#figure-equity"),
        ("figure.employment-growth", "career#figure-employment-growth"),
        ("figure.typical-base.low", "#figure-typical-base"),
    ],
)
def test_a_name_leads_to_a_row(name: str, anchor: str, contents: Contents) -> None:
    assert str(anchor_of(name, parts_of_figures(contents))) == anchor


@pytest.mark.parametrize("name", ["weather.today", "figure.unheard-of"])
def test_a_name_of_nothing_leads_nowhere(name: str, contents: Contents) -> None:
    assert anchor_of(name, parts_of_figures(contents)) is None


def test_every_figure_that_a_text_names_has_a_row(contents: Contents) -> None:
    parts = parts_of_figures(contents)
    texts = [text for rows in tables_of(contents).values() for row in rows for text in texts_of(row).values()]
    assert all(anchor_of(name, parts) for text in texts for name in names_in(text))


def test_rows_are_called_as_texts_call_them(contents: Contents) -> None:
    rows = (contents.states[0], contents.negotiation[0], contents.skills[0])
    assert [name_of(row) for row in rows] == ["state.CA", "negotiation.both-classifications", "skill.llm-deployment"]
