"""The evaluation's printed lines; the figures themselves are tested with the scorer."""

from datetime import date
from typing import Any

from tests.benchmarks.evaluate import details, pace, table
from tests.corpus.labels import label_of
from tests.corpus.person import people
from tests.corpus.score_years import count, tier_of
from tests.corpus.scoring import Score, score

AS_OF = date(2026, 11, 1)
LABEL = next(label_of(person, "platform") for person in people() if person.slug == "platform-engineer")


def scored(**changed: Any) -> Score:
    """Score facts that are the label's own, but for those given."""
    years = count(LABEL["roles"], AS_OF)
    facts = {**LABEL, "years": years, "tier": tier_of(years["relevant"]), **changed}
    return score(LABEL, {"facts": facts}, AS_OF)


def test_details_say_nothing_of_a_resume_that_is_right() -> None:
    assert list(details(scored())) == []


def test_details_name_what_is_wrong_and_what_was_wanted() -> None:
    told = list(details(scored(tier="entry")))
    assert told[:2] == ["platform: tier", "    tier: entry for senior"]


def test_details_list_missed_and_extra_roles() -> None:
    barista = {"title": "Barista", "start": "2019", "end": "2020", "kind": "other"}
    told = list(details(scored(roles=[*LABEL["roles"][1:], barista])))
    assert "    missed: 2021-04 .. present [ml] Senior MLOps Engineer" in told
    assert "    extra: 2019 .. 2020 [other] Barista" in told


def test_the_table_has_a_line_a_figure() -> None:
    assert list(table({"tier": 0.5, "skills": {"f1": 1.0}})) == [f"{'tier':28} 0.500", f"{'skills':28} f1 1.000"]


def test_the_pace_leaves_out_files_without_a_time() -> None:
    assert "median 0.200" in pace({"a": {"seconds": 0.1}, "b": {"seconds": 0.3}, "c": {"seconds": None}})
