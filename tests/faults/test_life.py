"""The life of resumes as a game: any move in any order, and what must hold after each of them.

The worker's code runs as it is, in this process; the sandbox is a stand-in that ends as the move says.
"""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule
from hypothesis.stateful import run_state_machine_as_test as play

from resumes import analysis, corrections, deletion, intake, limits, retrying, sharing, sweep
from resumes.analysis import Attempt
from resumes.models import Reading, Resume, State
from resumes.reading.errors import Encrypted, ReadingError, TooSlow
from resumes.said import Corrections
from tests.faults.conftest import DRILL, sized
from tests.faults.desk import DESK, OUTCOMES, Desk, Killed, Visitor, desk, result, stored, watched  # noqa: F401

pytestmark = pytest.mark.django_db(transaction=True)

Figure = Callable[[int, str], None]

START = "2026-11-22 12:00:00+00:00"


class Life(RuleBasedStateMachine):
    """Moves by visitors, workers, the beat and chance; `known` holds what was sent and not removed by anybody."""

    resumes: Bundle[UUID] = Bundle("resumes")
    attempts: Bundle[Attempt] = Bundle("attempts")
    tokens: Bundle[tuple[UUID, str]] = Bundle("tokens")

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[UUID, Visitor] = {}
        self.gone: set[UUID] = set()
        self.traveler = time_machine.travel(START, tick=False)
        self.clock = self.traveler.start()
        DESK.sent.clear()

    @initialize(target=resumes)
    def begin(self) -> UUID:
        return self.upload()

    @rule(target=resumes)
    def upload(self) -> UUID:
        resume = intake.receive(data_file=SimpleUploadedFile("cv.txt", b"Ana Example"), owner="ana")
        self.known[resume.pk] = Visitor()
        DESK.resumes += 1
        return resume.pk

    @rule(resume=resumes, outcome=st.sampled_from(OUTCOMES), sound=st.sampled_from((True, True, True, False)))
    def deliver(self, resume: UUID, outcome: BaseException | None, sound: bool) -> None:
        """A worker gets a message, however often and late: also for what has ended or is gone."""
        DESK.outcome, DESK.sound = outcome, sound
        try:
            analysis.analyse(resume)
        except Killed:
            assert Resume.objects.get(pk=resume).state == State.READING

    @rule(target=attempts, resume=resumes)
    def freeze(self, resume: UUID) -> Attempt:
        """A worker takes a resume and stands still."""
        attempt = analysis.claim(resume)
        return attempt or multiple()

    @rule(attempt=attempts, outcome=st.sampled_from((None, None, Encrypted(), TooSlow())))
    def thaw(self, attempt: Attempt, outcome: ReadingError | None) -> None:
        """A worker goes on where it stood, and may again: with its result or failure, late or in time."""
        with watched(attempt):
            analysis.fail(attempt, outcome) if outcome else analysis.save(attempt, result())

    @rule(attempt=attempts)
    def renew(self, attempt: Attempt) -> None:
        with watched(attempt):
            attempt.renew()

    @rule(attempt=attempts, counted=st.booleans())
    def hand_back(self, attempt: Attempt, counted: bool) -> None:
        with watched(attempt):
            analysis.try_again(attempt, "held up") if counted else analysis.postpone(attempt, "no child")

    @rule(number=st.integers(1, 100))
    def stray(self, number: int) -> None:
        """A message for what never was."""
        analysis.analyse(UUID(int=number))

    @rule(resume=resumes, years=st.decimals(0, 40, places=2))
    def correct(self, resume: UUID, years: Decimal) -> None:
        """A visitor's page, as old as the upload, sends a correction."""
        said = Corrections(years=years)
        corrections.correct(Resume(pk=resume), said)
        if resume in self.known:
            self.known[resume].corrected = said

    @rule(target=tokens, resume=resumes)
    def share(self, resume: UUID) -> tuple[UUID, str]:
        token = sharing.make(Resume(pk=resume))
        if resume in self.known:
            self.known[resume].token = token
        return resume, token

    @rule(resume=resumes)
    def revoke(self, resume: UUID) -> None:
        sharing.revoke(Resume(pk=resume))
        if resume in self.known:
            self.known[resume].token = ""

    @rule(shared=tokens)
    def open_link(self, shared: tuple[UUID, str]) -> None:
        """A link opens while it is its resume's, the resume is done, and its day is not over."""
        resume, token = shared
        row = Resume.objects.filter(pk=resume, state=State.DONE, expires_at__gt=timezone.now()).first()
        stands = row is not None and self.known[resume].token == token
        assert (sharing.shared(token) == row) if stands else (sharing.shared(token) is None)

    @rule(resume=resumes)
    def retry(self, resume: UUID) -> None:
        row = Resume.objects.filter(pk=resume).first()
        try:
            retrying.retry(row or Resume(pk=resume, file=str(resume)))
        except (retrying.NotFailed, retrying.FileGone):
            assert row is None or row.state != State.FAILED or row.expires_at <= timezone.now()

    @rule(resume=consumes(resumes))
    def delete(self, resume: UUID) -> None:
        if row := Resume.objects.filter(pk=resume).first():
            deletion.delete(row)
        self.remove(resume)

    @rule(target=resumes, resume=resumes)
    def delete_and_go_on(self, resume: UUID) -> UUID:
        """A visitor deletes, and messages, workers and other pages of the visitor's do not know."""
        self.delete(resume)
        return resume

    def remove(self, resume: UUID) -> None:
        self.known.pop(resume, None)
        self.gone.add(resume)

    @rule(seconds=st.sampled_from((1, 5, 13, 13, 13, 60, 3600)))
    def wait(self, seconds: int) -> None:
        """Time goes by: leases lapse."""
        self.clock.shift(seconds)

    @rule()
    def a_day_goes_by(self) -> None:
        self.clock.shift(timedelta(hours=25))
        self.sweep()
        for resume in list(self.known):
            self.remove(resume)

    @rule()
    def sweep(self) -> None:
        for resume in Resume.objects.expired(timezone.now()):
            self.remove(resume.pk)
        sweep.sweep()

    @rule(work=st.sampled_from(("file", "row")))
    def crash(self, work: str) -> None:
        """A web process dies between file and row: of an upload, or of a deletion."""
        if work == "file":
            default_storage.save(uuid4().hex, ContentFile(b"no row will come"))
        elif row := Resume.objects.first():
            Resume.objects.filter(pk=row.pk).delete()
            self.remove(row.pk)

    @rule()
    def remove_orphans(self) -> None:
        """Files are as old as the real clock says, so none is old until the game's clock is far ahead."""
        before = timezone.now()
        with time_machine.travel(before + timedelta(days=3650), tick=False):
            sweep.remove_orphans()
        assert stored() == {str(name) for name in Resume.objects.values_list("file", flat=True)}

    @invariant()
    def rows_are_as_they_must_be(self) -> None:
        DESK.moves += 1
        rows = {row.pk: row for row in Resume.objects.all()}
        assert rows.keys() == self.known.keys(), "nothing is lost, and what was deleted never comes back"
        assert all(row.attempts <= limits.attempts() for row in rows.values())
        assert all(bool(row.code) == (row.state == State.FAILED) for row in rows.values())
        assert {row.file.name for row in rows.values()} <= stored(), "a row has its file"
        for resume, visitor in self.known.items():
            assert rows[resume].corrections == visitor.corrected
            assert bool(rows[resume].shared_as) == bool(visitor.token)

    @invariant()
    def results_are_one_and_final(self) -> None:
        found = dict(Reading.objects.values_list("resume", "text"))
        assert Reading.objects.count() == len(found), "one result a version"
        assert found.keys() == set(Resume.objects.filter(state=State.DONE).values_list("pk", flat=True))
        for resume, text in found.items():
            assert self.known[resume].result in ("", text), "a result is never written over"
            self.known[resume].result = text

    def teardown(self) -> None:
        """Whatever happened: with workers at work and the beat beating, every resume comes to its end."""
        DESK.outcome, DESK.sound = None, True
        for _ in range(limits.attempts() + 1):
            self.clock.shift(limits.lease() + timedelta(seconds=20))
            DESK.sent.clear()
            sweep.sweep()
            for resume in DESK.sent:
                analysis.analyse(resume)
        waiting = Resume.objects.exclude(state__in=(State.DONE, State.FAILED)).count()
        Resume.objects.all().delete()
        for name in stored():
            default_storage.delete(name)
        self.traveler.stop()
        assert waiting == 0


def test_no_order_of_moves_loses_revives_or_overwrites_a_resume(
    desk: Desk,  # noqa: F811
    figure: Figure,
) -> None:
    play(
        Life,
        settings=settings(
            max_examples=sized(150, 20),
            stateful_step_count=sized(50, 20),
            deadline=None,
            derandomize=not DRILL,
            database=None,
            phases=[Phase.generate, Phase.shrink] if DRILL else [Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    figure(13, f"games of any moves in any order: {desk.moves} moves with {desk.resumes} resumes, rules broken: 0")
