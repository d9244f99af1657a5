"""A worker takes up what is saved with the next resume, once it is proved; what fails leaves the old in use."""

from collections.abc import Callable

import pytest

from resumes import analysis, sandbox
from resumes.extraction.amendments import UNAMENDED, Amendments
from resumes.lexicon import adoption
from resumes.lexicon.adoption import Adopted
from resumes.models import EmployerEntry, Resume, SkillEntry
from resumes.reading.errors import Unreadable

pytestmark = pytest.mark.django_db

TEXT = b"""Ana Example
Seattle, WA

Experience
Machine Learning Engineer, Lumenwerk
January 2020 - Present
- Moved features to QuillDB and trained models in PyTorch

Education
M.S. Computer Science, 2018
"""


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch) -> list[Amendments]:
    """Stand in for the proof, and note what was to be proved."""
    noted: list[Amendments] = []
    monkeypatch.setattr(adoption, "prove", noted.append)
    return noted


def add_quill(**columns: object) -> SkillEntry:
    return SkillEntry.objects.create(**{"name": "QuillDB", "category": "database"} | columns)


def test_without_entries_nothing_is_proved(proofs: list[Amendments]) -> None:
    assert Adopted().amendments() == UNAMENDED
    assert proofs == []


def test_a_change_is_proved_once_and_used(proofs: list[Amendments]) -> None:
    adopted = Adopted()
    add_quill()
    assert [row.name for row in adopted.amendments().skills] == ["QuillDB"]
    adopted.amendments()
    assert len(proofs) == 1


def test_every_kind_of_change_is_seen(proofs: list[Amendments]) -> None:
    adopted = Adopted()
    add_quill()
    adopted.amendments()
    SkillEntry.objects.update(aliases="Quill Database")
    adopted.amendments()
    SkillEntry.objects.all().delete()
    assert adopted.amendments() == UNAMENDED
    assert len(proofs) == 3


@pytest.mark.parametrize("error", [Unreadable("broke"), sandbox.Interrupted("no child")])
def test_a_change_that_fails_its_proof_leaves_the_old_in_use(
    error: Exception, monkeypatch: pytest.MonkeyPatch, proofs: list[Amendments]
) -> None:
    adopted = Adopted()
    add_quill()
    before = adopted.amendments()

    def fail(_wanted: Amendments) -> None:
        raise error

    monkeypatch.setattr(adoption, "prove", fail)
    SkillEntry.objects.update(aliases="Quill Database")
    assert adopted.amendments() == before


def test_a_refused_change_is_told_as_an_error_and_not_proved_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries: list[Amendments] = []

    def fail(wanted: Amendments) -> None:
        tries.append(wanted)
        raise Unreadable("broke")

    monkeypatch.setattr(adoption, "prove", fail)
    adopted = Adopted()
    add_quill()
    assert adopted.amendments() == adopted.amendments() == UNAMENDED
    assert len(tries) == 1
    assert [record.levelname for record in caplog.records if "lexicon_refused" in record.getMessage()] == ["ERROR"]


def test_the_proof_reads_the_sample_in_a_child() -> None:
    add_quill()
    EmployerEntry.objects.create(name="Lumenwerk", kind="major-ai")
    assert len(Adopted().amendments().employers) == 1


def test_a_resume_is_read_with_what_is_saved(store: Callable[..., Resume]) -> None:
    add_quill()
    EmployerEntry.objects.create(name="Lumenwerk", kind="major-ai")
    resume = store(TEXT)
    analysis.analyse(resume.pk)
    resume.refresh_from_db()
    assert "QuillDB" in [skill.name for skill in resume.facts().skills]
    assert resume.facts().employer_kind == "major-ai"


def test_results_with_other_words_have_another_version(store: Callable[..., Resume]) -> None:
    plain, amended = store(TEXT), store(TEXT)
    analysis.analyse(plain.pk)
    add_quill()
    analysis.analyse(amended.pk)
    before, after = plain.reading.version, amended.reading.version
    assert after.startswith(f"{before}.")
    assert len(after.removeprefix(f"{before}.")) == 12
