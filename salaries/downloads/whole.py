"""An edition whole as JSON, with the hash by which anybody can tell whether they have what was published."""

from datetime import datetime
from functools import lru_cache

import msgspec

from salaries.contents.kept import Kept
from salaries.contents.tables import Contents

EDITIONS_KEPT = 8

SCHEMA = "bandwise-edition-1"
"""The shape of the document. Another shape gets another address: here the hash alone tells what is served."""

HOW = (
    "sha256 is the SHA-256 of the member `edition` as compact JSON in UTF-8: members in the order in which they stand "
    "here, no space between them, letters as themselves. With jq: jq -cj .edition FILE | sha256sum"
)
LICENSE = (
    "Figures: as the guide prints them, each row with its source; wages of the U.S. Bureau of Labor Statistics are in "
    "the public domain. Texts: Bandwise, MIT license. Name the edition and its hash where you use them."
)
UNITS = (
    "Amounts are decimal strings in US dollars, in the unit that a column's name or the row's `unit` gives; "
    "premiums are in percent. Texts name figures of the edition in braces: {tier.senior.range}."
)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A published edition as it is served."""

    schema: str = SCHEMA
    sha256: str
    sha256_of: str = HOW
    units: str = UNITS
    license: str = LICENSE
    published: datetime
    edition: Contents


@lru_cache(maxsize=EDITIONS_KEPT)
def document(kept: Kept, published: datetime) -> bytes:
    """Return a published edition as JSON, made once a process. `edition` is letter for letter what is hashed."""
    whole = Document(sha256=kept.digest, published=published, edition=kept.contents)
    return msgspec.json.encode(whole, order="deterministic")
