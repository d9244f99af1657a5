"""Whatever strangers make of a download ends with words, never with a guess."""

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from resumes.exchange.download import encoded
from resumes.exchange.restoring import restored
from resumes.extraction.facts import Location
from resumes.profile import Corrections, RoleCorrection
from resumes.reading.errors import BrokenJson, ChangedDownload, OtherDownload, TooLarge
from resumes.reading.limits import Limits
from salaries.estimation.profile import Place
from salaries.offers import Offer
from tests.resumes.exchange.downloads import SHA256, TODAY, back, changed, download
from tests.resumes.written import AS_OF, FACTS, document


def restore(data: bytes) -> object:
    return restored(data, Limits(), TODAY)


def test_document_facts_and_version_come_back() -> None:
    found, _ = back(download())
    assert (found.document, found.facts) == (document(), FACTS)
    assert found.versions.whole == "2026.3+abc123.def456"


def test_the_day_that_present_means_and_the_edition_come_back() -> None:
    _, kept = back(download())
    assert (kept.as_of, kept.origin.edition, kept.origin.sha256) == (AS_OF, "2026", SHA256)
    assert (kept.origin.low, kept.origin.high) == (199_000, 258_000)


OFFER = Offer("Offer A", Decimal(185_000), bonus=Decimal(10), bonus_is_percent=True, place=Place("Boise", "ID", "US"))


def test_kept_offers_come_back() -> None:
    assert back(download(offers=(OFFER,)))[1].offers == (OFFER,)


def test_a_download_without_offers_is_one_with_none() -> None:
    found = restored(changed(lambda value: value.pop("offers")), Limits(), TODAY)
    assert found is not None
    assert found[1].offers == ()


@pytest.mark.parametrize(
    "odd",
    [
        {"name": "A\nB"},
        {"name": " "},
        {"base": Decimal(10)},
        {"base": Decimal("NaN")},
        {"equity": Decimal("1000.001")},
        {"employer": "pirates"},
        {"place": Place(country="usa")},
    ],
)
def test_an_offer_that_no_form_would_take_is_refused(odd: dict[str, Any]) -> None:
    with pytest.raises(ChangedDownload):
        back(download(offers=(replace(OFFER, **odd),)))


def test_more_offers_than_are_kept_are_refused() -> None:
    with pytest.raises(ChangedDownload):
        back(download(offers=(OFFER, OFFER, OFFER)))


def test_corrections_of_all_kinds_come_back() -> None:
    said = Corrections(
        tier="staff",
        place=Location("Boise", "ID", "US", None, "14260", "high"),
        roles=(
            RoleCorrection("103", removed=True),
            RoleCorrection("24", kind="other"),
            RoleCorrection("new-7", kind="ml", start="2016-01", end="2016-12", title="ML Engineer"),
        ),
        skills_added=("Rust",),
        skills_removed=("PyTorch",),
    )
    assert back(download(corrections=said))[1].corrections == said


def test_other_json_is_left_alone() -> None:
    assert restore(b'{"basics": {"name": "Ana"}}') is None


@pytest.mark.parametrize("data", [b"Ana Example\nML Engineer", b"%PDF-1.4 bandwise-resume-1", b"{curly} words"])
def test_what_is_no_json_is_left_alone(data: bytes) -> None:
    assert restore(data) is None


@pytest.mark.parametrize("name", ["bandwise-resume-2", "bandwise-resume-"])
def test_a_form_that_we_do_not_know_is_said_to_be_one(name: str) -> None:
    with pytest.raises(OtherDownload):
        restore(changed(lambda value: value.update(schema=name)))


def test_more_bytes_than_are_read_are_refused_unread() -> None:
    with pytest.raises(TooLarge):
        restored(encoded(download()), Limits(max_bytes=100), TODAY)


def at(value: Any, path: str) -> Any:
    for name in path.split("."):
        value = value[int(name) if name.isdigit() else name]
    return value


def setting(path: str, new: object) -> Callable[[dict[str, Any]], None]:
    """Return what sets one member of the JSON: "facts.roles.0.kind"."""
    parent, _, name = path.rpartition(".")

    def change(value: dict[str, Any]) -> None:
        place = at(value, parent) if parent else value
        place[int(name) if name.isdigit() else name] = new

    return change


CHANGES: dict[str, tuple[str, object]] = {
    "evidence behind the end of the text": ("facts.roles.0.evidence.0.end", 10_000),
    "evidence before its beginning": ("facts.roles.0.evidence.0.start", -1),
    "evidence backwards": ("facts.roles.0.evidence.0", {"start": 9, "end": 3}),
    "evidence of skills outside the text": ("facts.skills.0.evidence", [{"start": 0, "end": 999}]),
    "a kind that there is not": ("facts.roles.0.kind", "boss"),
    "a date that is none": ("facts.roles.0.start", "soon"),
    "a thirteenth month": ("facts.roles.0.start", "2020-13"),
    "a start in the present": ("facts.roles.0.start", "present"),
    "a title of a thousand letters": ("facts.roles.0.title", "x" * 1000),
    "a title in two lines": ("facts.roles.0.title", "ML\nEngineer"),
    "a number for a title": ("facts.roles.0.title", 5),
    "a specialization that there is not": ("facts.specialization.primary", "alchemy"),
    "a score above one": ("facts.specialization.scores", {"nlp": 1e300}),
    "a category that there is not": ("facts.skills.0.category", "spells"),
    "an employer kind that there is not": ("facts.employer_kind", "bank"),
    "a rung that there is not": ("facts.rung", "king"),
    "a remark that there is not": ("facts.remarks", [{"code": "<b>", "evidence": None}]),
    "a metro that there is not": ("facts.location.metro", "atlantis"),
    "a country in words": ("facts.location.country", "United States"),
    "years beyond a life": ("facts.stated_years", {"years": "1e9", "of": "ml", "evidence": {"start": 0, "end": 1}}),
    "years that are no number": ("corrections.years", "NaN"),
    "infinite years": ("corrections.years", "Infinity"),
    "years of thirty decimals": ("corrections.years", "1.000000000000000000000000000001"),
    "negative years": ("corrections.years", "-3"),
    "a tier that there is not": ("corrections.tier", "wizard"),
    "a correction of no role": ("corrections.roles", [{"key": "999", "kind": "ml"}]),
    "an added role without a kind": ("corrections.roles", [{"key": "new-1", "start": "2020"}]),
    "an added role under an odd key": ("corrections.roles", [{"key": "new-x", "kind": "ml", "start": "2020"}]),
    "one role corrected twice": ("corrections.roles", [{"key": "24", "kind": "other"}, {"key": "24", "kind": "ml"}]),
    "a removed skill that was not read": ("corrections.skills_removed", ["Basket weaving"]),
    "an empty skill": ("corrections.skills_added", [" "]),
    "a day in the future": ("as_of", "2026-11-24"),
    "a day of long ago": ("as_of", "1970-01-01"),
    "a time without a zone": ("made_at", "2026-11-20T14:03:00"),
    "a hash that is none": ("edition.sha256", "abc"),
    "a version with room for words": ("versions.code", "my own version"),
    "an empty text": ("document.text", ""),
    "NUL in the text": ("document.text", "\0" * 190),
    "lines out of order": ("document.lines.1", {"start": 0, "end": 3}),
    "a line behind the text": ("document.lines.6.end", 5000),
    "a page that there is not": ("document.lines.0.page", 7),
    "a format that there is not": ("document.format", "exe"),
    "pages without end": ("document.pages", 10**9),
    "a number too large for any computer": ("document.pages", 10**30),
    "an estimate beyond all money": ("estimate.high", "1e30"),
    "an estimate without steps": ("estimate.steps", []),
    "a member that we do not know": ("facts.roles.0.boss", True),
    "another member that we do not know": ("surprise", {}),
    "a list for an object": ("facts", []),
}


@pytest.mark.parametrize("path_and_new", CHANGES.values(), ids=CHANGES)
def test_a_changed_download_is_refused(path_and_new: tuple[str, object]) -> None:
    with pytest.raises(ChangedDownload):
        restore(changed(setting(*path_and_new)))


def test_a_missing_part_is_refused() -> None:
    with pytest.raises(ChangedDownload):
        restore(changed(lambda value: value.pop("facts")))


def test_a_part_that_a_later_version_added_may_be_missing() -> None:
    assert restore(changed(lambda value: value["facts"].pop("achievements"))) is not None


def test_the_estimate_of_a_download_is_read_and_not_believed() -> None:
    found = restored(changed(setting("estimate.high", "900000")), Limits(), TODAY)
    assert found is not None
    assert found[0].facts == FACTS


HOSTILE = {
    "nested deep": b'{"schema":' + b"[" * 100_000,
    "nested deep and whole": b'{"schema":' + b'{"a":' * 5000 + b"1" + b"}" * 5001,
    "five megabytes of junk": b'{"' + b"junk" * 1_249_000,
    "five megabytes of commas": b'{"a":[' + b"0," * 2_400_000 + b"0]",
    "a name that stands twice": b'{"schema":"bandwise-resume-1","schema":"bandwise-resume-1"}',
    "a name that stands twice inside": b'{"schema":"bandwise-resume-1","facts":{"a":1,"a":2}}',
    "not a number": b'{"schema":"bandwise-resume-1","as_of":NaN}',
    "minus infinity": b'{"schema":"bandwise-resume-1","as_of":-Infinity}',
    "a float that overflows": b'{"schema":"bandwise-resume-1","as_of":1e999}',
    "an integer of a million digits": b'{"schema":' + b"9" * 1_000_000 + b"}",
    "half a character": b'{"schema":"bandwise-resume-1","as_of":"\\ud800"}',
    "half a character for a name": b'{"\\ud800":1}',
    "no UTF-8": b'{"schema":"\xff\xfe"}',
    "a raw control character": b'{"schema":"a\x00b"}',
    "a tail": b'{"schema":"bandwise-resume-1"} and more',
    "cut short": encoded(download())[:2000],
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_hostile_json_is_broken_json(data: bytes) -> None:
    with pytest.raises(BrokenJson):
        restore(data)


@pytest.mark.parametrize("depth", [500, 900])
def test_nesting_inside_a_download_is_refused(depth: int) -> None:
    deep = json.loads("[" * depth + "]" * depth)
    with pytest.raises((ChangedDownload, BrokenJson)):
        restore(changed(setting("facts.roles", deep)))


def test_years_by_hand_come_back_to_the_cent() -> None:
    said = Corrections(years=Decimal("7.25"))
    assert back(download(corrections=said))[1].corrections == said


def test_a_question_comes_back_as_one() -> None:
    facts = replace(FACTS, roles=(), education=replace(FACTS.education, highest="none"))
    _, kept = back(download(facts))
    assert kept.origin.low is None
