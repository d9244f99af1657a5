"""Files beside rows: whole, or not at all."""

import errno
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from resumes import storing
from resumes.intake import receive
from resumes.models import Resume
from tests.conftest import RESUME


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full after the first half of a file."""

    def cut(storage: FileSystemStorage, name: str, content: Any) -> str:
        Path(storage.location).mkdir(exist_ok=True)
        Path(storage.path(name)).write_bytes(content.read(10))
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(FileSystemStorage, "_save", cut)


def failing(*_args: object) -> None:
    raise OSError(errno.EROFS, "Read-only file system")


@pytest.mark.django_db
def test_what_a_full_disk_cuts_short_is_removed(full: None) -> None:
    with pytest.raises(OSError, match="No space"):
        receive(data_file=SimpleUploadedFile("cv.txt", RESUME), owner="ana")
    assert default_storage.listdir("")[1] == []
    assert not Resume.objects.exists()


def test_what_is_stored_lies_under_a_name_that_says_nothing() -> None:
    resume = Resume(filename="ana.pdf")
    storing.store(resume.file, ContentFile(RESUME))
    assert Path(default_storage.path(resume.file.name)).read_bytes() == RESUME
    assert "ana" not in resume.file.name


def test_the_first_error_is_told_also_where_undoing_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    resume = Resume(filename="ana.pdf")
    monkeypatch.setattr(FileSystemStorage, "delete", failing)
    storing.store(resume.file, ContentFile(RESUME))
    with pytest.raises(ValueError, match="first"), storing.undone(resume.file):
        raise ValueError("first")


def test_nothing_is_undone_where_all_went_well() -> None:
    resume = Resume(filename="ana.pdf")
    with storing.undone(resume.file):
        storing.store(resume.file, ContentFile(RESUME))
    assert default_storage.exists(resume.file.name)


def test_each_file_is_removed_whatever_becomes_of_the_others() -> None:
    names = [default_storage.save(name, ContentFile(b"x")) for name in ("one", "two")]

    class Picky:
        def delete(self, name: str) -> None:
            if name == "one":
                raise OSError(errno.EIO, "broken")
            default_storage.delete(name)

    with pytest.raises(OSError, match="broken"):
        storing.remove(Picky(), names)  # type: ignore[arg-type]
    assert default_storage.listdir("")[1] == ["one"]
