from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from resumes.extraction.facts import Evidence, Facts, Location, Skill
from resumes.models import Reading, Resume, State
from resumes.profile import Corrections
from resumes.reading.document import Box, Document, Line

pytestmark = pytest.mark.django_db

Store = Callable[..., Resume]
DOCUMENT = Document("Ana\nPyTorch", (Line(0, 3), Line(4, 11, box=Box(1.5, 2, 3, 4), bold=True)), "pdf", 2, ("ocr",))
FACTS = Facts(skills=(Skill("PyTorch", "ml-framework", (Evidence(4, 11),)),))


def read(resume: Resume, version: str = "1") -> Reading:
    columns = {"text": DOCUMENT.text, "lines": DOCUMENT.lines, "format": "pdf", "pages": 2, "remarks": ("ocr",)}
    figures = {"seconds_reading": 0.1, "seconds_extracting": 0.2, "peak_mib": 90}
    return Reading.objects.create(resume=resume, version=version, facts=FACTS, **columns, **figures)


def test_document_and_facts_come_back_as_they_were_stored(store: Store) -> None:
    resume = store()
    read(resume)
    stored = Resume.objects.get()
    assert (stored.document(), stored.facts()) == (DOCUMENT, FACTS)


def test_a_resume_that_was_not_read_has_no_facts(store: Store) -> None:
    with pytest.raises(Reading.DoesNotExist):
        store().facts()


def test_the_newest_reading_counts(store: Store) -> None:
    resume = store()
    read(resume, "1")
    read(resume, "2")
    assert resume.reading.version == "2"


def test_there_is_one_reading_a_resume_and_version(store: Store) -> None:
    resume = store()
    read(resume)
    with pytest.raises(IntegrityError):
        read(resume)


def test_corrections_come_back_typed(store: Store) -> None:
    said = Corrections(years=Decimal("7.25"), llm_production=False, place=Location("Boise", "ID", "US"))
    store(corrections=said)
    assert Resume.objects.get().corrections == said


def test_a_new_resume_has_no_corrections(store: Store) -> None:
    store()
    assert not Resume.objects.get().corrections.any


def test_corrections_of_an_older_version_still_decode(store: Store) -> None:
    store()
    with connection.cursor() as cursor:
        cursor.execute("""UPDATE resumes_resume SET corrections = '{"tier": "mid", "gone": 1}'""")
    assert Resume.objects.get().corrections == Corrections(tier="mid")


NOW = timezone.now()


@pytest.mark.parametrize(
    "columns",
    [
        {"state": "lost"},
        {"state": State.FAILED, "ended_at": NOW},
        {"state": State.DONE, "ended_at": NOW, "code": "damaged"},
        {"state": State.READING},
        {"state": State.QUEUED, "lease_until": NOW},
        {"state": State.DONE},
        {"ended_at": NOW},
        {"attempts": 21},
        {"expires_at": NOW - timedelta(days=1)},
    ],
)
def test_the_database_refuses_a_life_that_cannot_be(store: Store, columns: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        store(**columns)


def test_only_the_session_that_sent_a_resume_owns_it(store: Store) -> None:
    resume = store(owner="ana")
    assert list(Resume.objects.owned_by("ana")) == [resume]
    assert not Resume.objects.owned_by("sam").exists()


@pytest.mark.parametrize("nobody", [None, ""])
def test_a_visitor_without_a_session_owns_nothing(store: Store, nobody: str | None) -> None:
    store(owner="")
    assert not Resume.objects.owned_by(nobody).exists()


def test_an_expired_resume_is_nobodys_even_before_it_is_removed(store: Store) -> None:
    store(owner="ana", created_at=NOW - timedelta(days=2), expires_at=NOW - timedelta(days=1))
    assert not Resume.objects.owned_by("ana").exists()
    assert Resume.objects.expired(NOW).count() == 1


def test_a_resume_is_kept_for_a_day(store: Store) -> None:
    resume = store()
    assert resume.expires_at - resume.created_at == pytest.approx(timedelta(hours=24), abs=timedelta(seconds=1))


def test_a_lapsed_lease_is_told_from_a_running_one(store: Store) -> None:
    lapsed = store(state=State.READING, lease_until=NOW - timedelta(seconds=1))
    store(state=State.READING, lease_until=NOW + timedelta(minutes=1))
    assert list(Resume.objects.lapsed(NOW)) == [lapsed]
    assert list(Resume.objects.claimable(NOW)) == [lapsed]


def test_what_has_used_up_its_attempts_or_ended_cannot_be_claimed(store: Store) -> None:
    store(attempts=3)
    store(state=State.DONE, ended_at=NOW)
    assert not Resume.objects.claimable(NOW).exists()
