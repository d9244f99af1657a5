"""What the game of lives is played with: stand-ins for broker and sandbox, and what stands as whose."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest
from django.core.files.storage import default_storage

from resumes import analysis, heartbeat, intake, retrying, sandbox, soundness, sweep
from resumes.analysis import Attempt
from resumes.child import Analysed
from resumes.models import Resume, State
from resumes.reading.errors import Encrypted, TooSlow, Unreadable
from resumes.said import Corrections
from tests.resumes.written import FACTS, document

CLAIM = analysis.claim


class Killed(BaseException):
    """The worker is gone in the middle of an attempt: no line of its code runs after."""


OUTCOMES: tuple[BaseException | None, ...] = (
    *(None, Encrypted(), TooSlow(), Unreadable("child ended with -11")),
    *(sandbox.Interrupted("killed from outside"), OSError(5, "no disk"), Killed()),
)
"""How a child, its machine or its worker ends; None is a result."""


@dataclass
class Visitor:
    """What a resume's visitor did and saw last, by which the rows are judged."""

    corrected: Corrections = field(default_factory=Corrections)
    token: str = ""
    result: str = ""


@dataclass
class Desk:
    """What stands in for the broker and the sandbox."""

    sent: list[UUID] = field(default_factory=list)
    holders: dict[UUID, Attempt] = field(default_factory=dict)
    outcome: BaseException | None = None
    sound: bool = True
    moves: int = 0
    resumes: int = 0

    def queue(self, resume_id: UUID) -> bool:
        self.sent.append(resume_id)
        return True

    def claim(self, resume_id: UUID) -> Attempt | None:
        """Claim as the worker does, and note who holds the resume now."""
        if attempt := CLAIM(resume_id):
            self.holders[resume_id] = attempt
        return attempt

    def analyse(self, *_arguments: object, **_options: object) -> Analysed:
        if self.outcome:
            raise self.outcome
        return result()


def result() -> Analysed:
    """Return a result unlike any other."""
    return Analysed(document(f"Ana Example {uuid4()}"), FACTS, "1", 0.1, 0.1)


DESK = Desk()


@contextmanager
def watched(attempt: Attempt) -> Iterator[None]:
    """Insist that who holds a resume no more writes nothing of it."""
    row = Resume.objects.filter(pk=attempt.resume.pk)
    before = row.values().first()
    yield
    if before is None or before["state"] != State.READING or DESK.holders[attempt.resume.pk] is not attempt:
        assert row.values().first() == before


def stored() -> set[str]:
    """Return the names of all stored files."""
    try:
        return set(default_storage.listdir("")[1])
    except FileNotFoundError:
        return set()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Stand-ins for broker, sandbox and sample."""
    for module in (intake, sweep, retrying):
        monkeypatch.setattr(module, "queue", DESK.queue)
    monkeypatch.setattr(sweep, "queue_length", lambda: 0)
    monkeypatch.setattr(heartbeat, "beat", lambda: None)
    monkeypatch.setattr(analysis, "claim", DESK.claim)
    monkeypatch.setattr(sandbox, "analyse", DESK.analyse)
    monkeypatch.setattr(soundness, "reads", lambda _amendments: DESK.sound)
    return DESK
