from collections.abc import Callable

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from resumes.analysis import analyse
from resumes.models import Resume

pytestmark = pytest.mark.django_db

Store = Callable[..., Resume]


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
