"""Which edition a public page shows, and to whom."""

import pytest
from django.contrib.auth.models import Permission, User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from salaries.models import Edition, State
from salaries.parts import PARTS
from salaries.publishing import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def changed(edition: Edition, draft: Edition) -> Edition:
    """A draft in which Washington's mean is another."""
    State.objects.filter(edition=draft, slug="WA").update(mean=199_999)
    return Edition.objects.get(pk=draft.pk)


def member(*permissions: str, staff: bool = True) -> Client:
    user = User.objects.create_user("mia", is_staff=staff)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


def states(client: Client, name: str | None = None) -> HttpResponse:
    return client.get(reverse("salaries:part", args=["states"]), {"edition": name} if name else {})


@pytest.mark.parametrize("part", ["", *PARTS])
def test_staff_read_a_draft_on_every_page_with_a_banner(part: str) -> None:
    place = reverse("salaries:part", args=[part]) if part else reverse("salaries:overview")
    page = member("view_edition").get(place, {"edition": "2027"})
    assert page.status_code == 200
    assert "Preview of edition 2027, a draft that is not published." in page.content.decode()


def test_a_preview_shows_the_drafts_figures_and_no_cache_keeps_it() -> None:
    page = states(member("view_edition"), "2027")
    assert "$199,999" in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("name", ["overview", "areas", "market", "by_hand", "offer"])
def test_a_draft_without_rows_says_what_it_lacks(name: str) -> None:
    Edition.objects.create(name="2030", title="Empty", effective="2030-01-01")
    page = member("view_edition").get(reverse(f"salaries:{name}"), {"edition": "2030"})
    assert (page.status_code, page["Cache-Control"]) == (409, "private, no-store")
    assert "This edition is not complete" in page.content.decode()
    assert "tiers: no tier holds the PhD range; estimates need it." in page.content.decode()


def test_an_older_edition_can_be_read_again_by_staff(changed: Edition) -> None:
    publish(changed, note="New wages.", by=None, now=timezone.now())
    page = states(member("view_edition"), "2026").content.decode()
    assert "$199,999" not in page
    assert "and not the current one" in page


@pytest.mark.parametrize("name", ["2027", "2099", ""])
def test_a_stranger_finds_no_draft(client: Client, name: str) -> None:
    assert client.get(reverse("salaries:part", args=["states"]), {"edition": name}).status_code == 404


def test_staff_without_the_permission_find_no_draft() -> None:
    assert states(member(), "2027").status_code == 404


def test_who_has_the_permission_but_is_no_staff_finds_no_draft() -> None:
    assert states(member("view_edition", staff=False), "2027").status_code == 404


def test_the_current_edition_may_be_asked_for_by_anyone(client: Client) -> None:
    page = states(client, "2026").content.decode()
    assert "Preview of" not in page
    assert "$199,999" not in page


def test_without_asking_everybody_sees_the_current_edition() -> None:
    assert "$199,999" not in states(member("view_edition")).content.decode()


def test_a_page_asks_the_database_once(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    states(client)
    with django_assert_num_queries(1):
        states(client)
