import pytest

from resumes import child, soundness
from resumes.extraction.amendments import UNAMENDED
from tests.faults import stand_ins


def test_a_sound_reader_reads_the_sample() -> None:
    assert soundness.reads(UNAMENDED)


@pytest.mark.parametrize("broken", [stand_ins.crash, stand_ins.raise_with_words])
def test_one_that_breaks_on_every_document_does_not(monkeypatch: pytest.MonkeyPatch, broken: object) -> None:
    monkeypatch.setattr(child, "analyse", broken)
    assert not soundness.reads(UNAMENDED)
