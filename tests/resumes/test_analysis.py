import errno
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import F
from django.utils import timezone

from resumes import limits, sandbox, soundness
from resumes.analysis import analyse, claim
from resumes.child import Analysed
from resumes.deletion import delete
from resumes.models import Reading, Resume, State, today
from resumes.reading.errors import Encrypted, TooSlow, Unreadable
from tests.conftest import RESUME

pytestmark = pytest.mark.django_db

Store = Callable[..., Resume]


@pytest.fixture(autouse=True)
def long_leases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing renewed meanwhile: it would wait for the transaction that each test is."""
    monkeypatch.setattr(limits, "LEASE", timedelta(minutes=5))


@pytest.fixture
def sandbox_says(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception | Callable[[], Analysed]], None]:
    """Return a function that makes the sandbox raise an error, or return what a function returns."""

    def says(outcome: Exception | Callable[[], Analysed]) -> None:
        def stand_in(*_args: object, **_kwargs: object) -> Analysed:
            if isinstance(outcome, Exception):
                raise outcome
            return outcome()

        monkeypatch.setattr(sandbox, "analyse", stand_in)

    return says


Says = Callable[[Exception | Callable[[], Analysed]], None]


def test_a_waiting_resume_is_read_and_done(store: Store) -> None:
    resume = store()
    analyse(resume.pk)
    resume.refresh_from_db()
    assert (resume.state, resume.attempts, resume.lease_until) == (State.DONE, 1, None)
    assert resume.document().text.startswith("Ana Example")


def test_a_second_delivery_changes_nothing(store: Store) -> None:
    resume = store()
    analyse(resume.pk)
    analyse(resume.pk)
    resume.refresh_from_db()
    assert (resume.attempts, Reading.objects.count()) == (1, 1)


def test_only_one_of_several_deliveries_gets_the_resume(store: Store) -> None:
    resume = store()
    assert claim(resume.pk)
    assert claim(resume.pk) is None


@pytest.mark.django_db(transaction=True)
def test_ten_deliveries_at_once_make_one_attempt(store: Store) -> None:
    resume = store()

    def deliver(_: int) -> bool:
        try:
            return claim(resume.pk) is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        assert sum(pool.map(deliver, range(10))) == 1
    resume.refresh_from_db()
    assert resume.attempts == 1


def test_an_attempt_is_a_lease_of_seconds(store: Store) -> None:
    attempt = claim(store().pk)
    assert attempt
    assert attempt.resume.lease_until
    assert timedelta(seconds=10) < attempt.resume.lease_until - timezone.now() <= limits.lease()


def test_a_lapse_is_made_good_at_once_however_long_the_resume_has_waited(store: Store) -> None:
    resume = store(next_turn=timezone.now() + timedelta(minutes=5), queue_delay=timedelta(minutes=5))
    claim(resume.pk)
    assert list(Resume.objects.overdue(timezone.now() + limits.lease() + timedelta(seconds=1))) == [resume]


def test_an_id_that_is_gone_is_no_error() -> None:
    analyse(uuid4())
    assert not Reading.objects.exists()


def test_an_expired_resume_is_not_read_any_more(store: Store) -> None:
    now = timezone.now()
    resume = store(created_at=now - timedelta(days=2), expires_at=now)
    assert claim(resume.pk) is None


@pytest.mark.parametrize(
    ("error", "code"), [(Encrypted(), "encrypted"), (TooSlow(), "too_slow"), (Unreadable("signal 11"), "unreadable")]
)
def test_a_resume_that_cannot_be_read_fails_with_its_code(
    store: Store, sandbox_says: Says, error: Exception, code: str
) -> None:
    resume = store()
    sandbox_says(error)
    analyse(resume.pk)
    resume.refresh_from_db()
    assert (resume.state, resume.code) == (State.FAILED, code)
    assert not Reading.objects.exists()


def test_a_resume_whose_file_is_gone_fails(store: Store) -> None:
    resume = store()
    resume.file.storage.delete(resume.file.name)
    analyse(resume.pk)
    resume.refresh_from_db()
    assert (resume.state, resume.code) == (State.FAILED, "unreadable")


def test_an_interrupted_resume_waits_for_its_next_turn(store: Store, sandbox_says: Says) -> None:
    resume = store(next_turn=timezone.now() - timedelta(minutes=1))
    sandbox_says(sandbox.Interrupted("held up"))
    analyse(resume.pk)
    resume.refresh_from_db()
    assert (resume.state, resume.attempts, resume.lease_until) == (State.QUEUED, 1, None)
    assert resume.next_turn > timezone.now()


def test_the_third_interruption_is_the_last(store: Store, sandbox_says: Says) -> None:
    resume = store(attempts=2)
    sandbox_says(sandbox.Interrupted("held up"))
    analyse(resume.pk)
    resume.refresh_from_db()
    assert (resume.state, resume.code, resume.attempts) == (State.FAILED, "unreadable", 3)


@pytest.mark.parametrize("error", [Unreadable("child ended with 1"), sandbox.Interrupted("no child")])
def test_while_nothing_can_be_read_a_resume_waits_as_if_untried(
    store: Store, sandbox_says: Says, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(soundness, "reads", lambda _amendments: False)
    resume = store(attempts=2)
    sandbox_says(error)
    analyse(resume.pk)
    resume.refresh_from_db()
    assert (resume.state, resume.attempts, resume.lease_until) == (State.QUEUED, 2, None)
    assert resume.next_turn > timezone.now()


def test_a_storage_that_fails_for_a_while_costs_no_attempt(store: Store, sandbox_says: Says) -> None:
    resume = store()
    sandbox_says(OSError(errno.EIO, "no disk"))
    analyse(resume.pk)
    resume.refresh_from_db()
    assert (resume.state, resume.attempts) == (State.QUEUED, 0)


def test_what_holds_no_more_cannot_renew(store: Store) -> None:
    attempt = claim(store().pk)
    assert attempt
    assert attempt.renew()
    overtake()
    assert not attempt.renew()


def test_a_result_that_comes_after_the_deletion_is_dropped(store: Store, sandbox_says: Says) -> None:
    resume = store()
    result = sandbox_result()

    def deleted_meanwhile() -> Analysed:
        delete(resume)
        return result

    sandbox_says(deleted_meanwhile)
    analyse(resume.pk)
    assert not Resume.objects.exists()
    assert not Reading.objects.exists()


def test_a_result_of_an_older_attempt_is_dropped(store: Store, sandbox_says: Says) -> None:
    resume = store()
    result = sandbox_result()

    def overtaken() -> Analysed:
        overtake()
        return result

    sandbox_says(overtaken)
    analyse(resume.pk)
    resume.refresh_from_db()
    assert (resume.state, Reading.objects.count()) == (State.READING, 0)


def test_a_failure_of_an_older_attempt_is_dropped(store: Store, sandbox_says: Says) -> None:
    resume = store()

    def overtaken() -> Analysed:
        overtake()
        raise TooSlow

    sandbox_says(overtaken)
    analyse(resume.pk)
    resume.refresh_from_db()
    assert resume.state == State.READING


def test_the_sandbox_runs_outside_any_transaction(store: Store, sandbox_says: Says) -> None:
    resume = store()
    result = sandbox_result()
    depth = len(connection.savepoint_ids)
    seen: list[int] = []

    def look() -> Analysed:
        seen.append(len(connection.savepoint_ids))
        return result

    sandbox_says(look)
    analyse(resume.pk)
    assert seen == [depth]


def test_nothing_of_the_resume_is_logged(store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    resume = store(filename="Ana Example.txt")
    analyse(resume.pk)
    logged = capfd.readouterr().err
    assert "Ana" not in logged
    assert "ranking" not in logged


def overtake() -> None:
    """Let the lease lapse and another attempt take the resume."""
    Resume.objects.update(lease_until=F("created_at"))
    assert claim(Resume.objects.get().pk)


def sandbox_result() -> Analysed:
    return sandbox.analyse(RESUME, as_of=today(), limits=limits.reading_limits(), bounds=limits.confinement())
