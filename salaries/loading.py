"""Loading an edition from its file: whole or not at all, into a draft, and never over an editor's changes unasked."""

from enum import Enum

from django.db import transaction
from django.utils import timezone

from salaries.contents.faults import FaultyEdition, faults
from salaries.contents.files import digest
from salaries.contents.tables import Contents
from salaries.drafts import write
from salaries.editions import TABLES, contents
from salaries.models import Edition
from salaries.publishing import publish

FIRST = "The edition that the guide starts with."


class Outcome(Enum):
    """What loading did."""

    LOADED = "loaded as a draft"
    PUBLISHED = "loaded and published"
    REPLACED = "replaced"
    UNCHANGED = "already there"
    KEPT = "kept as editors have changed it"
    READ_ONLY = "kept as it is published; load the file under another name"


class LostInStorage(ValueError):
    """The database does not give back what the file holds: a number has more decimals than its column, for one."""

    def __init__(self, name: str, tables: list[str]) -> None:
        super().__init__(f"edition {name} would not be stored as the file holds it: {', '.join(tables)}")
        self.tables = tables


@transaction.atomic
def load(held: Contents, *, replace: bool = False) -> Outcome:
    """Store an edition as a draft.

    A draft of that name that an editor has changed since it was loaded stays, unless `replace` is true; a published
    edition stays always. Raises `FaultyEdition` before anything is written, and `LostInStorage`.
    """
    if found := faults(held):
        raise FaultyEdition(held.name, found)
    edition = Edition.objects.select_for_update().filter(name=held.name).first()
    outcome = _outcome(edition, held, replace=replace)
    if outcome in (Outcome.LOADED, Outcome.REPLACED):
        _store(edition, held)
    return outcome


@transaction.atomic
def start(held: Contents) -> Outcome:
    """Load an edition as `load` does, and publish it where none has ever been published: the first start of a site."""
    outcome = load(held)
    if Edition.objects.filter(state=Edition.State.PUBLISHED).exists():
        return outcome
    publish(Edition.objects.get(name=held.name), note=FIRST, by=None, now=timezone.now())
    return Outcome.PUBLISHED


def _outcome(edition: Edition | None, held: Contents, *, replace: bool) -> Outcome:
    if edition is None:
        return Outcome.LOADED
    stored = digest(contents(edition))
    if stored == digest(held):
        return Outcome.UNCHANGED
    if edition.is_published:
        return Outcome.READ_ONLY
    edited = stored != edition.loaded_digest
    return Outcome.KEPT if edited and not replace else Outcome.REPLACED


def _store(edition: Edition | None, held: Contents) -> None:
    draft = edition or Edition(name=held.name)
    draft.title, draft.effective, draft.note = held.title, held.effective, held.note
    draft.loaded_digest = digest(held)
    draft.save()
    if edition is not None:
        for _, model in reversed(TABLES.values()):
            model.objects.filter(edition=draft).delete()
    write(draft, held, why="Loaded from a file.")
    stored = contents(draft)
    if lost := [name for name in TABLES if getattr(stored, name) != getattr(held, name)]:
        raise LostInStorage(held.name, lost)
