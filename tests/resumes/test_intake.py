import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from resumes.intake import clean_name, receive
from resumes.models import Resume, State
from resumes.queueing import BrokerDown, queue_length
from resumes.reading.errors import Empty, Encrypted, LegacyWord, TooLarge, UnsupportedType
from tests.conftest import use_broker
from tests.processes import Broker

pytestmark = pytest.mark.django_db


def upload(data: bytes = b"Machine learning engineer", name: str = "cv.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def files(var: Path) -> list[Path]:
    return [path for path in (var / "resumes").rglob("*") if path.is_file()]


@pytest.fixture
def black_hole(settings: Settings) -> Iterator[None]:
    """A broker that accepts connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(100)
        use_broker(settings, f"redis://127.0.0.1:{listener.getsockname()[1]}/0")
        yield


def test_an_upload_becomes_a_queued_row_with_its_file() -> None:
    resume = receive(data_file=upload(), owner="ana")
    assert (resume.state, resume.owner, resume.size) == (State.QUEUED, "ana", 25)
    with resume.file.open() as file:
        assert file.read() == b"Machine learning engineer"


def test_the_stored_file_tells_neither_name_nor_id() -> None:
    resume = receive(data_file=upload(name="ana.txt"), owner="ana")
    assert "ana" not in resume.file.name
    assert resume.pk.hex not in resume.file.name


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", Empty),
        (b" \n\n", Empty),
        (b"x" * 5_000_001, TooLarge),
        (b"{\\rtf1 hello}", UnsupportedType),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), LegacyWord),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Encrypted),
    ],
)
def test_what_a_glance_refuses_leaves_nothing_behind(data: bytes, error: type[Exception], var: Path) -> None:
    with pytest.raises(error):
        receive(data_file=upload(data), owner="ana")
    assert not Resume.objects.exists()
    assert files(var) == []


def test_a_rolled_back_upload_leaves_neither_file_nor_message(
    var: Path, broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object, **_kwargs: object) -> None:
        raise IntegrityError

    monkeypatch.setattr(Resume, "save", refused)
    with pytest.raises(IntegrityError):
        receive(data_file=upload(), owner="ana")
    assert files(var) == []
    assert queue_length() == 0


def test_the_id_reaches_the_broker_and_nothing_else_does(
    broker: Broker, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        resume = receive(data_file=upload(b"A secret line", "secret.txt"), owner="ana")
    message = broker.client.lrange("celery", 0, -1)[0]
    assert str(resume.pk).encode() in message
    assert b"secret" not in message


def test_an_upload_is_accepted_at_once_while_the_broker_is_stopped(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    begun = time.monotonic()
    with django_capture_on_commit_callbacks(execute=True):
        resume = receive(data_file=upload(), owner="ana")
    assert time.monotonic() - begun < 1
    assert resume.state == State.QUEUED


def test_a_broker_that_never_answers_holds_an_upload_up_for_less_than_a_second(
    black_hole: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    begun = time.monotonic()
    with django_capture_on_commit_callbacks(execute=True):
        receive(data_file=upload(), owner="ana")
    assert time.monotonic() - begun < 1


def test_the_length_of_a_queue_that_does_not_answer_is_not_known(black_hole: None) -> None:
    with pytest.raises(BrokerDown):
        queue_length()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("cv.pdf", "cv.pdf"),
        ("C:\\Users\\ana\\cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\n\u202ecod.exe", "a b cod.exe"),
        ("Lebenslauf - Zoë.pdf", "Lebenslauf - Zoë.pdf"),
        ("", "resume"),
        (None, "resume"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_cleaned_for_display(name: str | None, shown: str) -> None:
    assert clean_name(name) == shown
