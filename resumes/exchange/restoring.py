"""A download of this site back into what it was made of. Pure; runs where uploads are read, never in a web process.

Nothing in the file is believed: its types are those of the code, all names in it are known ones, every number lies in
bounds, every piece of evidence inside the text, and the corrections pass the checks that they passed on the page. The
estimate in it is not used: it is worked out anew from what is restored.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec

from resumes.changes import checked
from resumes.exchange import bounds
from resumes.exchange.download import FAMILY, SCHEMA, Download
from resumes.exchange.origin import Restored, origin_of
from resumes.extraction.facts import Facts
from resumes.reading.errors import ChangedDownload, OtherDownload, TooLarge
from resumes.reading.json_text import loaded
from resumes.reading.limits import Limits
from resumes.reading.signature import format_of
from resumes.refusals import Refused
from resumes.said import Corrections, RoleCorrection

DAY = timedelta(days=1)
"""A download made elsewhere may be a day ahead of us."""


def restored(data: bytes, limits: Limits, today: date) -> tuple[Download, Restored] | None:
    """Return what a download holds, None where the bytes are something else.

    Raises TooLarge, BrokenJson, OtherDownload (a later form) and ChangedDownload, and what `format_of` raises.
    """
    if len(data) > limits.max_bytes:
        raise TooLarge
    if format_of(data) != "json":
        return None
    value = loaded(data)
    schema = value.get("schema") if isinstance(value, dict) else None
    if not isinstance(schema, str) or not schema.startswith(FAMILY):
        return None
    if schema != SCHEMA:
        raise OtherDownload
    download = typed(value)
    bounds.check(download, limits, today + DAY)
    said = corrections(download.facts, download.corrections, download.as_of)
    return download, Restored(origin_of(download), download.as_of, said, download.offers)


def typed(value: dict[str, Any]) -> Download:
    """Return a JSON value as a download. Raises ChangedDownload for other types and for names that none of ours has."""
    try:
        download = msgspec.convert(value, Download)
    except (msgspec.ValidationError, RecursionError) as error:
        raise ChangedDownload from error
    if has_more(value, msgspec.to_builtins(download)):
        raise ChangedDownload
    return download


def has_more(value: Any, known: Any) -> bool:
    """Return whether a value has a member that the known one lacks: a dataclass takes any, and forgets it."""
    if isinstance(value, dict) and isinstance(known, dict):
        return any(name not in known or has_more(part, known[name]) for name, part in value.items())
    if isinstance(value, list) and isinstance(known, list | tuple):
        return any(map(has_more, value, known))
    return False


def corrections(facts: Facts, told: Corrections, as_of: date) -> Corrections:
    """Return the corrections as the page would take them, one by one. Raises ChangedDownload for any that it would not.

    Roles that the visitor added keep the keys that they had.
    """
    bounds.check_corrections(told)
    try:
        taken = checked(facts, told, as_of)
    except Refused as error:
        raise ChangedDownload from error
    theirs = [one.key for one in told.roles if one.added]
    return replace(taken, roles=tuple(with_keys(taken.roles, theirs)))


def with_keys(roles: tuple[RoleCorrection, ...], theirs: list[str]) -> list[RoleCorrection]:
    """Return the corrections of roles with their own keys for those that were added, which are in the same order."""
    keys = iter(theirs)
    return [replace(one, key=next(keys)) if one.added else one for one in roles]
