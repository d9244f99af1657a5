"""Each thing that happens to a resume is counted once, under a word of ours."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from prometheus_client import REGISTRY
from pytest_django import Settings

from resumes import analysis, intake, measures, sandbox, sweep
from resumes.answering import keep_edition
from resumes.child import Analysed
from resumes.extraction.facts import Facts
from resumes.models import Resume, State
from resumes.reading.document import Document
from resumes.reading.errors import Encrypted, ReadingError, TooSlow, Unreadable
from salaries.contents.files import GUIDES, read
from salaries.loading import start
from salaries.models import Edition
from tests.conftest import RESUME

pytestmark = pytest.mark.django_db(transaction=True)


class Counted:
    """How much a figure has grown since the test began."""

    def __init__(self) -> None:
        self.before = dict(self.figures())

    def figures(self) -> list[tuple[tuple[str, tuple[tuple[str, str], ...]], float]]:
        samples = (sample for metric in REGISTRY.collect() for sample in metric.samples)
        return [((one.name, tuple(sorted(one.labels.items()))), one.value) for one in samples]

    def of(self, name: str, **labels: str) -> float:
        key = (name, tuple(sorted(labels.items())))
        return dict(self.figures()).get(key, 0) - self.before.get(key, 0)


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def as_told(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Return a function that has the sandbox give an answer, or raise an error."""

    def tell(answer: Any) -> None:
        def analyse(*_data: object, **_limits: object) -> Analysed:
            if isinstance(answer, Exception):
                raise answer
            return answer  # type: ignore[no-any-return]

        monkeypatch.setattr(sandbox, "analyse", analyse)
        monkeypatch.setattr("resumes.soundness.reads", lambda _amendments: True)

    return tell


def upload(data: bytes) -> Resume:
    return intake.receive(data_file=SimpleUploadedFile("cv.txt", data), owner="ana")


def test_an_accepted_upload_is_counted(counted: Counted) -> None:
    upload(RESUME)
    assert counted.of("bandwise_uploads_total", outcome="accepted") == 1


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 80, "unsupported_type")]
)
def test_a_refused_upload_is_counted_under_its_code(counted: Counted, data: bytes, code: str) -> None:
    with pytest.raises(ReadingError):
        upload(data)
    assert counted.of("bandwise_uploads_total", outcome=code) == 1
    assert counted.of("bandwise_uploads_total", outcome="accepted") == 0


def test_an_upload_that_is_cut_for_its_size_is_counted_once(
    counted: Counted, client: Client, settings: Settings
) -> None:
    settings.RESUME_MAX_BYTES = 1000
    client.post("/", {"file": SimpleUploadedFile("cv.txt", b"x" * 200_000)})
    assert counted.of("bandwise_uploads_total", outcome="too_large") == 1


def test_an_upload_that_cannot_be_stored_is_counted_as_broken(
    counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)
    with pytest.raises(OSError, match="No space left"):
        upload(RESUME)
    assert counted.of("bandwise_uploads_total", outcome="broken") == 1


def test_a_done_resume_is_counted_with_the_seconds_of_each_stage(
    counted: Counted, store: Callable[..., Resume], as_told: Callable[[Any], None]
) -> None:
    as_told(Analysed(Document("x", (), "txt", 1, ()), Facts(), "1", 0.25, 0.5))
    analysis.analyse(store(created_at=timezone.now() - timedelta(seconds=60)).pk)
    assert counted.of("bandwise_resumes_ended_total", code="done") == 1
    sums = {stage: counted.of("bandwise_stage_seconds_sum", stage=stage) for stage in ("reading", "extracting")}
    assert sums == pytest.approx({"reading": 0.25, "extracting": 0.5})
    assert counted.of("bandwise_stage_seconds_sum", stage="waiting") == pytest.approx(60, abs=5)
    assert counted.of("bandwise_stage_seconds_count", stage="whole") == 1


def test_a_failed_resume_is_counted_under_its_code_and_not_timed(
    counted: Counted, store: Callable[..., Resume], as_told: Callable[[Any], None]
) -> None:
    as_told(Encrypted())
    analysis.analyse(store().pk)
    assert counted.of("bandwise_resumes_ended_total", code="encrypted") == 1
    assert counted.of("bandwise_stage_seconds_count", stage="whole") == 0


def test_an_attempt_that_is_handed_back_is_counted_and_ends_nothing(
    counted: Counted, store: Callable[..., Resume], as_told: Callable[[Any], None]
) -> None:
    as_told(sandbox.Interrupted("no child"))
    analysis.analyse(store().pk)
    assert counted.of("bandwise_attempts_handed_back_total") == 1
    assert counted.of("bandwise_resumes_ended_total", code="unreadable") == 0


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (TooSlow(), "too_slow"),
        (Unreadable("MemoryError at resumes/reading/pdf.py:7 read"), "memory"),
        (Unreadable("child ended with -11"), "crash"),
        (Unreadable("KeyError at resumes/reading/pdf.py:7 read"), "error"),
        (sandbox.Interrupted("held up"), "interrupted"),
    ],
)
def test_a_child_without_an_answer_is_counted_by_what_stopped_it(
    counted: Counted, error: Exception, fault: str
) -> None:
    with pytest.raises(type(error)), measures.child("analyse"):
        raise error
    assert counted.of("bandwise_child_failures_total", work="analyse", fault=fault) == 1


def test_a_document_that_a_child_refuses_is_no_failure_of_the_child(counted: Counted) -> None:
    before = counted.of("bandwise_child_failures_total", work="analyse", fault="error")
    with pytest.raises(Encrypted), measures.child("analyse"):
        raise Encrypted
    assert counted.of("bandwise_child_failures_total", work="analyse", fault="error") == before


def test_the_sweep_counts_its_passes_and_what_it_removes(counted: Counted, store: Callable[..., Resume]) -> None:
    long_ago = timezone.now() - timedelta(days=2)
    store(created_at=long_ago, expires_at=long_ago + timedelta(hours=1))
    sweep.sweep()
    assert counted.of("bandwise_sweep_passes_total") == 1
    assert counted.of("bandwise_swept_total", deed="expired") == 1


def test_what_has_used_up_its_attempts_is_counted_as_ended(
    counted: Counted, store: Callable[..., Resume], settings: Settings
) -> None:
    lapsed = timezone.now() - timedelta(seconds=1)
    store(state=State.READING, attempts=settings.RESUME_MAX_ATTEMPTS, lease_until=lapsed)
    sweep.sweep()
    assert counted.of("bandwise_resumes_ended_total", code="unreadable") == 1


def test_only_the_first_estimate_of_a_resume_is_counted(counted: Counted, store: Callable[..., Resume]) -> None:
    start(read(GUIDES / "2026.yaml"))
    resume, edition = store(), Edition.objects.get()
    keep_edition(Resume.objects.get(pk=resume.pk), edition)
    keep_edition(Resume.objects.get(pk=resume.pk), edition)
    assert counted.of("bandwise_estimates_total", of="resume") == 1


@pytest.mark.parametrize(("query", "made"), [("?ml=5", 1), ("", 0)])
def test_an_estimate_by_hand_is_counted_where_one_is_made(
    counted: Counted, client: Client, query: str, made: int
) -> None:
    start(read(GUIDES / "2026.yaml"))
    client.get(f"/guide/estimate/{query}")
    assert counted.of("bandwise_estimates_total", of="by_hand") == made
