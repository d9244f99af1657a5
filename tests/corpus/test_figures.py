"""Extraction on the corpus: no figure falls below its floor, which is raised when extraction gets better."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from resumes.extraction.facts import Facts
from resumes.extraction.pipeline import build, extract
from resumes.extraction.years import count
from resumes.reading.reader import read
from tests.corpus.labels import label_of
from tests.corpus.layouts import documents, render
from tests.corpus.score_years import tier_of
from tests.corpus.scoring import Figures, figures_of, score

AS_OF = date(2026, 11, 1)
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


def prediction(facts: Facts) -> dict[str, Any]:
    """Return facts as the analyze command prints them, as far as the scorer reads."""
    answer: dict[str, Any] = json.loads(msgspec.json.encode(facts))
    years = count(facts.roles, facts.stated_years, AS_OF)
    total, ml, adjacent = float(years.total), float(years.ml), float(years.adjacent)
    relevant = round(ml + min(0.5 * adjacent, ml + 3), 2)
    counted = {"total": total, "ml": ml, "relevant": relevant, "confidence": years.confidence}
    return {"facts": {**answer, "years": counted, "tier": tier_of(relevant)}}


@pytest.fixture(scope="module")
def figures() -> Figures:
    nlp = build()
    return figures_of(
        [
            score(label_of(one.person, one.stem), prediction(extract(read(render(*one)), nlp, AS_OF)), AS_OF)
            for one in documents()
        ]
    )


def value(figures: Figures, name: str) -> float:
    figure = figures[name]
    return figure["f1"] if isinstance(figure, Mapping) else figure


@pytest.mark.parametrize("name", FLOORS)
def test_figure_does_not_fall_below_its_floor(figures: Figures, name: str) -> None:
    assert value(figures, name) >= FLOORS[name]


def test_every_share_has_a_floor(figures: Figures) -> None:
    counts = {"resumes", "failed", "years_total_mean_error"}
    assert set(FLOORS) == set(figures) - counts


def test_no_document_of_the_corpus_fails(figures: Figures) -> None:
    assert figures["failed"] == 0
