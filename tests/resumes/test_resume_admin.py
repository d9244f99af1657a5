from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from resumes.admin import bounded
from resumes.admin.filters import versions
from resumes.analysis import analyse
from resumes.models import Reading, Resume

pytestmark = pytest.mark.django_db

Store = Callable[..., Resume]

CHANGELIST = reverse("admin:resumes_resume_changelist")
UNREAD: dict[str, Any] = {
    "text": "",
    "lines": (),
    "remarks": (),
    "facts": None,
    "seconds_reading": 0,
    "seconds_extracting": 0,
    "peak_mib": 1,
}


@pytest.fixture
def resume(store: Store) -> Resume:
    stored = store(filename="canary.txt", owner="session-of-ana")
    analyse(stored.pk)
    return stored


@pytest.mark.parametrize("page", ["changelist", "change"])
def test_staff_see_how_reading_went_and_nothing_of_the_resume(admin_client: Client, resume: Resume, page: str) -> None:
    arguments = [resume.pk] if page == "change" else []
    shown = admin_client.get(reverse(f"admin:resumes_resume_{page}", args=arguments)).content.decode()
    assert resume.reading.version in shown
    assert str(resume.pk) in shown
    for secret in ("canary", "Ana Example", "PyTorch", resume.file.name, "session-of-ana"):
        assert secret not in shown


def test_staff_can_neither_add_nor_change_a_resume(admin_client: Client, resume: Resume) -> None:
    assert admin_client.get(reverse("admin:resumes_resume_add")).status_code == 403
    assert admin_client.post(reverse("admin:resumes_resume_change", args=[resume.pk])).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_deleting_in_the_admin_takes_the_file_too(admin_client: Client, resume: Resume) -> None:
    admin_client.post(reverse("admin:resumes_resume_delete", args=[resume.pk]), {"post": "yes"})
    assert not Resume.objects.exists()
    assert not default_storage.exists(resume.file.name)


@pytest.mark.django_db(transaction=True)
def test_deleting_several_in_the_admin_takes_their_files_too(admin_client: Client, store: Store) -> None:
    resumes = [store(), store()]
    chosen = {"action": "delete_selected", "_selected_action": [str(r.pk) for r in resumes], "post": "yes"}
    admin_client.post(reverse("admin:resumes_resume_changelist"), chosen)
    assert not Resume.objects.exists()
    assert not any(default_storage.exists(r.file.name) for r in resumes)


def test_the_list_asks_the_database_the_same_number_of_questions_however_long(
    admin_client: Client, store: Store, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for _ in range(20):
        store()
    with django_assert_max_num_queries(10):  # type: ignore[attr-defined]
        admin_client.get(reverse("admin:resumes_resume_changelist"))


@pytest.mark.django_db(transaction=True)
def test_the_list_ends_at_a_bound_and_says_so(
    admin_client: Client, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounded, "MOST", 2)
    oldest = store(created_at=timezone.now() - timedelta(minutes=5))
    for _ in range(2):
        store()
    shown = admin_client.get(CHANGELIST)
    assert shown.context["cl"].result_count == 2
    assert "There are more: the list ends at 2." in shown.content.decode()
    everything = {
        "action": "delete_selected",
        "_selected_action": [str(oldest.pk)],
        "select_across": "1",
        "post": "yes",
    }
    admin_client.post(CHANGELIST, everything)
    assert list(Resume.objects.all()) == [oldest]


def test_a_short_list_is_counted_whole(admin_client: Client, store: Store) -> None:
    store()
    shown = admin_client.get(CHANGELIST)
    assert shown.context["cl"].result_count == 1
    assert "There are more" not in shown.content.decode()


@pytest.mark.parametrize(
    "filters", ["", "state__exact=done", "code=too_slow", "is_sample__exact=1", "age=1h", "version=1"]
)
def test_every_list_comes_by_an_index_that_has_its_order(admin_client: Client, filters: str) -> None:
    shown = admin_client.get(f"{CHANGELIST}?{filters}")
    plan = shown.context["cl"].queryset[:100].explain()
    assert "INDEX resume_" in plan or "version" in filters
    assert "resumes_resume\n" not in f"{plan}\n"
    assert "FOR ORDER BY" not in plan or "version" in filters


def test_versions_are_listed_once_the_latest_first(store: Store) -> None:
    for version in ("1", "3", "2", "3"):
        Reading.objects.create(resume=store(), version=version, format="txt", pages=1, **UNREAD)
    assert list(versions()) == ["3", "2", "1"]


def test_what_one_version_read_can_be_listed(admin_client: Client, store: Store) -> None:
    one, other = store(), store()
    for resume, version in ((one, "1"), (other, "2")):
        Reading.objects.create(resume=resume, version=version, format="txt", pages=1, **UNREAD)
    shown = admin_client.get(f"{CHANGELIST}?version=1")
    assert list(shown.context["cl"].result_list) == [one]
