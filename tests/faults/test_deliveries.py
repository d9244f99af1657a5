"""Messages that come twice, ten times, late, or for what is gone: one attempt, one result, nothing written over."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from resumes import analysis, deletion, limits, pictures, retrying, sandbox, sweep
from resumes.analysis import Attempt
from resumes.child import Analysed
from resumes.drawings import Drawing, PagePicture
from resumes.extraction.amendments import UNAMENDED
from resumes.intake import receive
from resumes.lexicon import trials
from resumes.models import Reading, Resume, State, Trial, today
from resumes.queueing import queue
from resumes.soundness import sample
from tests.conftest import RESUME
from tests.faults.conftest import sized
from tests.processes import Worker, wait_until

pytestmark = pytest.mark.django_db(transaction=True)

Figure = Callable[[int, str], None]


@pytest.fixture
def workers(worker: Worker) -> Iterator[list[Worker]]:
    """Two workers of two threads each."""
    other = replace(worker, log=worker.log.with_name("worker-2.log"))
    for number, one in enumerate((worker, other)):
        one.options += ("--hostname", f"w{number}@%h")
        one.launch()
    yield [worker, other]
    other.kill()


def send(data: bytes = RESUME) -> Resume:
    return receive(data_file=SimpleUploadedFile("cv", data), owner="ana")


def taken(resume: Resume) -> Attempt:
    attempt = analysis.claim(resume.pk)
    assert attempt
    return attempt


@pytest.fixture(scope="module")
def analysed() -> Analysed:
    """What a child answers."""
    return sandbox.analyse(RESUME, as_of=today(), limits=limits.reading_limits(), bounds=limits.confinement())


@pytest.mark.worker
def test_ten_deliveries_to_several_workers_make_one_attempt_and_one_result(
    workers: list[Worker], figure: Figure
) -> None:
    for one in workers:
        wait_until(one.is_ready, 90)
    sent = [send() for _ in range(sized(100, 5))]
    for _ in range(9):
        for resume in sent:
            queue(resume.pk)
    send()  # behind them all
    wait_until(lambda: not Resume.objects.exclude(state=State.DONE).exists(), sized(300, 60))
    attempts = set(Resume.objects.values_list("attempts", flat=True))
    figure(11, f"{len(sent)} resumes delivered 10 times to 2 workers: {Reading.objects.count() - 1} results")
    assert (attempts, Reading.objects.count()) == ({1}, len(sent) + 1)
    assert all("analyse_resume" in one.text() for one in workers)


def lapsed(attempt: Attempt) -> None:
    """Let the attempt's lease end, and the sweep and another attempt come by."""
    Resume.objects.filter(pk=attempt.resume.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    sweep.sweep()


def test_a_late_result_does_not_overwrite_that_of_the_attempt_after_it(analysed: Analysed, figure: Figure) -> None:
    late = taken(send())
    lapsed(late)
    analysis.analyse(late.resume.pk)
    before = Resume.objects.values().get(), Reading.objects.values().get()
    analysis.save(late, analysed)
    assert not late.renew()
    assert not late.hand_back()
    figure(13, "result, renewal and return of an attempt that was overtaken: stale writes 0")
    assert before == (Resume.objects.values().get(), Reading.objects.values().get())


def test_a_late_result_does_not_revive_what_was_deleted_and_sent_again(analysed: Analysed, figure: Figure) -> None:
    late = taken(send())
    deletion.delete(late.resume)
    again = send()
    analysis.save(late, analysed)
    analysis.analyse(late.resume.pk)
    figure(13, "result and message after a deletion and another upload: stale writes 0")
    assert Resume.objects.get() == again
    assert not Reading.objects.exists()
    assert len(default_storage.listdir("")[1]) == 1


def test_a_late_result_does_not_revive_what_the_sweep_removed(analysed: Analysed) -> None:
    late = taken(send())
    past = timezone.now() - timedelta(days=2)
    Resume.objects.update(created_at=past, expires_at=past + timedelta(days=1))
    sweep.sweep()
    analysis.save(late, analysed)
    assert not Resume.objects.exists()
    assert not Reading.objects.exists()


def test_a_late_result_does_not_revive_what_the_sweep_gave_up(analysed: Analysed) -> None:
    send()
    Resume.objects.update(attempts=limits.attempts() - 1)
    late = taken(Resume.objects.get())
    lapsed(late)
    analysis.save(late, analysed)
    assert (Resume.objects.get().state, Reading.objects.count()) == (State.FAILED, 0)


def test_a_late_failure_does_not_end_what_was_retried(analysed: Analysed) -> None:
    late = taken(send())
    Resume.objects.update(state=State.FAILED, code="unreadable", lease_until=None, ended_at=timezone.now())
    retrying.retry(Resume.objects.get())
    analysis.postpone(late, "no child")
    analysis.save(late, analysed)
    assert (Resume.objects.get().state, Resume.objects.get().attempts) == (State.QUEUED, 0)


def drawing() -> Drawing:
    """Return a drawing that an attempt has taken, of a PDF that was read."""
    resume = send(sample())
    analysis.analyse(resume.pk)
    resume.refresh_from_db()
    pictures.ask(resume)
    claimed = pictures.claim(resume.pk)
    assert claimed
    return claimed


def test_late_pictures_neither_revive_nor_lie_about(figure: Figure) -> None:
    late = drawing()
    drawn = pictures.drawn(late.resume)
    deletion.delete(late.resume)
    with pytest.raises(pictures.Gone):
        pictures.keep(late, drawn)
    figure(13, "pictures after a deletion: rows 0, files 0")
    assert not PagePicture.objects.exists()
    assert default_storage.listdir("")[1] == []


def test_late_pictures_do_not_overwrite_those_of_the_attempt_after_it() -> None:
    late = drawing()
    Drawing.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    drawn = pictures.drawn(late.resume)
    pictures.draw(late.resume.pk)
    before = list(PagePicture.objects.values())
    with pytest.raises(pictures.Gone):
        pictures.keep(late, drawn)
    assert list(PagePicture.objects.values()) == before
    assert len(default_storage.listdir("")[1]) == 1 + len(before)


def test_a_late_trial_of_the_lexicon_does_not_bring_its_text_back(monkeypatch: pytest.MonkeyPatch) -> None:
    trial = Trial.objects.create(text="Moved orders", stands_as="job", amendments=UNAMENDED)
    real = sandbox.try_out

    def gone_meanwhile(*arguments: object, **options: object) -> object:
        Trial.objects.all().delete()
        return real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(sandbox, "try_out", gone_meanwhile)
    trials.answer(trial.pk)
    trials.answer(trial.pk)
    assert not Trial.objects.exists()
