import re

import pytest
from pytest_django import Settings

from resumes.failures import texts, words
from resumes.reading.errors import ReadingError

CODES = (
    *("empty", "too_large", "too_many_pages", "unsupported_type", "legacy_doc", "encrypted", "damaged"),
    *("no_text", "scan_needs_ocr", "not_a_resume", "not_english", "too_slow", "unreadable"),
    *("broken_json", "other_json", "changed_download", "other_download"),
)


def test_every_code_has_words_and_no_words_are_without_a_code() -> None:
    assert sorted(texts()) == sorted(CODES)


def test_every_error_of_reading_has_a_code_with_words() -> None:
    assert {error.code for error in ReadingError.__subclasses__()} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_words_say_what_happened_and_what_to_do(code: str) -> None:
    failure = words(code)
    assert failure.code == code
    assert failure.title
    assert not failure.title.endswith(".")
    assert failure.happened.endswith(".")
    assert failure.advice.endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_words_neither_shout_nor_leave_blanks(code: str) -> None:
    assert not re.search(r"[!{}]|\berror\b|\binvalid\b", " ".join((words(code).title, words(code).message)))


def test_words_name_the_limits_as_they_are_set(settings: Settings) -> None:
    settings.RESUME_MAX_BYTES = 2_500_000
    assert "2.5 MB" in words("too_large").happened


def test_a_code_of_another_version_is_unreadable() -> None:
    assert words("from_the_future").code == "unreadable"
