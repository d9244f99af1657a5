"""Downloads for tests: made as the page makes them, and changed as strangers change them."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import msgspec

from resumes.exchange.download import SCHEMA, Download, EditionUsed, Versions, encoded
from resumes.exchange.exporting import answered
from resumes.exchange.restoring import restored
from resumes.extraction.facts import Facts
from resumes.presentation.basis import basis_of
from resumes.profile import Corrections, question_of
from resumes.reading.document import Document
from resumes.reading.limits import Limits
from salaries.contents.files import GUIDES, digest, read
from salaries.contents.freezing import guide_of
from salaries.offers import Offer
from tests.resumes.written import AS_OF, FACTS, document

TODAY = date(2026, 11, 22)
CONTENTS = read(GUIDES / "2026.yaml")
GUIDE = guide_of(CONTENTS)
SHA256 = digest(CONTENTS)
NOTHING_SAID = Corrections()


def download(
    facts: Facts = FACTS,
    corrections: Corrections = NOTHING_SAID,
    of: Document | None = None,
    offers: tuple[Offer, ...] = (),
) -> Download:
    """Return what the page would give to take along."""
    found = of or document()
    basis = basis_of(found, facts, corrections, GUIDE, AS_OF)
    question = question_of(facts, corrections)
    return Download(
        schema=SCHEMA,
        made_at=datetime(2026, 11, 20, 14, 3, tzinfo=UTC),
        as_of=AS_OF,
        versions=Versions("2026.3", "abc123.def456"),
        edition=EditionUsed("2026", SHA256),
        document=found,
        facts=facts,
        corrections=corrections,
        question=question,
        estimate=None if question else answered(basis.estimate),
        offers=offers,
    )


def back(made: Download) -> tuple[Download, Any]:
    """Return what comes back of a download that is uploaded again."""
    found = restored(encoded(made), Limits(), TODAY)
    assert found is not None
    return found


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return a download with a change made to its JSON."""
    value = json.loads(encoded(download()))
    change(value)
    return msgspec.json.encode(value)
