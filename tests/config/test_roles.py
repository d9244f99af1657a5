"""What each role may do, and may not, by the admin's own addresses."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from config import roles
from resumes.models import Resume
from salaries.models import Edition, Tier

pytestmark = pytest.mark.django_db

AsRole = Callable[[str], Client]
ROLES = (roles.EDITOR, roles.PUBLISHER, roles.OPERATOR)
MAY, MAY_NOT = 200, 403

PAGES = {
    "salaries_edition_changelist": (MAY, MAY, MAY_NOT),
    "salaries_tier_changelist": (MAY, MAY, MAY_NOT),
    "salaries_tier_add": (MAY, MAY, MAY_NOT),
    "salaries_publication_changelist": (MAY, MAY, MAY_NOT),
    "resumes_skillentry_add": (MAY, MAY, MAY_NOT),
    "resumes_employerentry_add": (MAY, MAY, MAY_NOT),
    "resumes_mark_changelist": (MAY, MAY, MAY),
    "resumes_resume_changelist": (MAY_NOT, MAY_NOT, MAY),
    "resumes_queue": (MAY_NOT, MAY_NOT, MAY),
    "resumes_apikey_changelist": (MAY_NOT, MAY_NOT, MAY),
    "resumes_apikey_add": (MAY_NOT, MAY_NOT, MAY),
    "auth_user_changelist": (MAY_NOT, MAY_NOT, MAY_NOT),
    "auth_group_changelist": (MAY_NOT, MAY_NOT, MAY_NOT),
}


@pytest.mark.parametrize(
    ("role", "page", "status"),
    [(role, page, status) for page, found in PAGES.items() for role, status in zip(ROLES, found, strict=True)],
)
def test_each_role_opens_its_pages_and_no_other(as_role: AsRole, role: str, page: str, status: int) -> None:
    assert as_role(role).get(reverse(f"admin:{page}")).status_code == status


@pytest.mark.parametrize(("role", "status"), [("editor", MAY_NOT), ("publisher", MAY), ("operator", MAY_NOT)])
def test_only_a_publisher_publishes(as_role: AsRole, edition: Edition, role: str, status: int) -> None:
    draft = Edition.objects.create(name="next", title="Next", effective="2027-01-01")
    assert as_role(role).get(reverse("admin:salaries_edition_publish", args=[draft.pk])).status_code == status


@pytest.mark.parametrize(("role", "status"), [("editor", MAY_NOT), ("publisher", MAY), ("operator", MAY_NOT)])
def test_only_a_publisher_deletes_a_draft(as_role: AsRole, edition: Edition, role: str, status: int) -> None:
    draft = Edition.objects.create(name="next", title="Next", effective="2027-01-01")
    assert as_role(role).get(reverse("admin:salaries_edition_delete", args=[draft.pk])).status_code == status


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_nobody_deletes_a_row_of_a_published_edition(as_role: AsRole, edition: Edition, role: str) -> None:
    address = reverse("admin:salaries_tier_delete", args=[Tier.objects.filter(edition=edition)[0].pk])
    assert as_role(role).post(address, {"post": "yes"}).status_code == 403


@pytest.mark.parametrize(("role", "status"), [("editor", MAY_NOT), ("publisher", MAY_NOT), ("operator", MAY)])
@pytest.mark.parametrize("deed", ["delete", "retry"])
def test_only_an_operator_deletes_and_retries(
    as_role: AsRole, store: Callable[..., Resume], role: str, status: int, deed: str
) -> None:
    resume = store(state="failed", code="unreadable", ended_at="2026-11-20T00:00Z", attempts=3)
    address = reverse(f"admin:resumes_resume_{deed}", args=[resume.pk])
    assert as_role(role).get(address).status_code == status


def test_an_operator_cannot_open_a_resume_that_is_not_there(as_role: AsRole) -> None:
    assert as_role("operator").get(reverse("admin:resumes_resume_retry", args=[uuid4()])).status_code == 404


@pytest.mark.parametrize("role", ROLES)
def test_nobody_writes_marks(as_role: AsRole, role: str) -> None:
    assert as_role(role).get(reverse("admin:resumes_mark_add")).status_code == 403


def test_staff_without_a_role_see_nothing(client: Client, django_user_model: type) -> None:
    client.force_login(django_user_model.objects.create_user("pia", is_staff=True))  # type: ignore[attr-defined]
    for page in PAGES:
        assert client.get(reverse(f"admin:{page}")).status_code == 403, page


def test_a_migration_sets_a_changed_role_back_and_leaves_other_groups_alone() -> None:
    editor, own = Group.objects.get(name="editor"), Group.objects.create(name="own")
    before = set(editor.permissions.all())
    for group in (editor, own):
        group.permissions.set(Permission.objects.filter(codename="delete_user"))
    roles.make(using="default")
    assert set(editor.permissions.all()) == before
    assert own.permissions.count() == 1


def test_every_table_that_editors_write_exists() -> None:
    models = {one.content_type.model for one in Permission.objects.select_related("content_type")}
    assert models >= roles.LEXICON | roles.READ_BY_EDITORS
