"""A scan in the child that handles untrusted bytes: no process, no thread, no file, a bounded memory."""

from datetime import date

import pytest

from resumes import sandbox
from resumes.child import Analysed
from resumes.confinement import Confinement, can_filter
from resumes.reading import ocr
from resumes.reading.limits import Limits
from tests.resumes.reading.test_ocr import picture_of, resume, scan_of

pytestmark = pytest.mark.skipif(not ocr.installed(), reason="the extra `ocr` is not installed: make install-ocr")


@pytest.fixture(scope="module")
def analysed() -> Analysed:
    data = scan_of(picture_of(resume().data()))
    return sandbox.analyse(data, as_of=date(2026, 11, 1), limits=Limits(), bounds=Confinement())


def test_a_confined_child_reads_a_scan(analysed: Analysed) -> None:
    assert analysed.document.remarks == ("ocr",)
    assert [role.employer for role in analysed.facts.roles] == ["Tulip Bank"]
    assert analysed.filtered == can_filter()


def test_its_models_are_in_memory_before_it_starts(analysed: Analysed) -> None:
    assert analysed.warm


def test_a_scan_leaves_room_in_the_memory_that_is_allowed(analysed: Analysed) -> None:
    assert analysed.peak_mib < 0.7 * Confinement().memory_mib  # what it shares with its server included
