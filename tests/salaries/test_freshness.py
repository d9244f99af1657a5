"""A reader who has a page is told that it still holds; a saved figure, a deployment or a preview sends a new one."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from salaries import freshness
from salaries.models import Edition, State
from salaries.parts import PARTS
from salaries.publishing import publish

pytestmark = pytest.mark.django_db


def ask(client: Client, part: str = "states", tag: str = "", **query: str) -> HttpResponse:
    address = reverse("salaries:part", args=[part]) if part else reverse("salaries:overview")
    return client.get(address, query, headers={"If-None-Match": tag} if tag else {})


@pytest.mark.parametrize("part", ["", *PARTS])
def test_a_page_that_the_reader_has_is_not_sent_again(client: Client, edition: Edition, part: str) -> None:
    again = ask(client, part, tag=ask(client, part)["ETag"])
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("part", ["", *PARTS])
def test_a_page_needs_one_query_and_so_does_its_repetition(
    client: Client, edition: Edition, part: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tag = ask(client, part)["ETag"]
    with django_assert_num_queries(1):
        ask(client, part)
    with django_assert_num_queries(1):
        ask(client, part, tag=tag)


def test_every_use_asks_whether_the_page_still_holds(client: Client, edition: Edition) -> None:
    assert ask(client)["Cache-Control"] == "no-cache"


def test_another_edition_has_another_tag(client: Client, edition: Edition, draft: Edition) -> None:
    tag = ask(client)["ETag"]
    State.objects.filter(edition=draft, slug="WA").update(mean=199_999)
    draft.refresh_from_db()
    publish(draft, note="New wages.", by=None, now=timezone.now())
    after = ask(client, tag=tag)
    assert after.status_code == 200
    assert "$199,999" in after.content.decode()


def test_a_saved_figure_changes_the_tag(draft: Edition) -> None:
    before = freshness.etag_of(draft)
    State.objects.filter(edition=draft, slug="WA").update(mean=199_999)
    draft.refresh_from_db()
    assert freshness.etag_of(draft) != before


def test_a_deployment_changes_the_tag(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    before = freshness.etag_of(edition)
    monkeypatch.setattr(freshness, "_software", lambda: "newer")
    assert freshness.etag_of(edition) != before


def test_pages_that_are_being_written_have_no_tag(client: Client, edition: Edition, settings: Settings) -> None:
    settings.DEBUG = True
    assert "ETag" not in ask(client)


def test_a_preview_has_no_tag(editor: Client, edition: Edition, draft: Edition) -> None:
    preview = ask(editor, edition="2027")
    assert "ETag" not in preview
    assert preview["Cache-Control"] == "private, no-store"
