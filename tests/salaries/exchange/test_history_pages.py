"""Who changed what, when, from what, to what, and why: pages for an edition and for each row."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from salaries.admin import history
from salaries.drafts import clone
from salaries.exchange.files import read
from salaries.exchange.importing import Upload, apply
from salaries.models import Edition, Source, State
from tests.salaries.admin_forms import address, change, change_edition

pytestmark = pytest.mark.django_db


def story(row: Any) -> str:
    return reverse(f"admin:salaries_{row._meta.model_name}_history", args=[row.pk])


def told(client: Client, row: Any, query: str = "") -> str:
    """Return what the history of an edition or a row says, blanks folded."""
    response = client.get(story(row) + query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def california() -> State:
    return State.objects.get(slug="CA")


def test_a_change_is_told_field_by_field_with_who_and_why(editor: Client, draft: Edition) -> None:
    change(editor, california(), mean="160000", name="The Golden State", change_reason="Misprint.")
    for shown in (draft, california()):
        page = told(editor, shown)
        assert "UTC, eve:" in page
        assert "Misprint." in page
        assert '<td data-name="From">158,400</td><td data-name="To">160,000</td>' in page
        assert '<td data-name="From">California</td><td data-name="To">The Golden State</td>' in page


def test_rows_of_other_tables_stay_out_of_a_row_s_history(editor: Client, draft: Edition) -> None:
    change(editor, State.objects.get(slug="WA"), mean="150000")
    assert "150,000" not in told(editor, california())
    assert "150,000" in told(editor, draft)


def test_a_source_is_told_by_its_slug_even_when_it_is_gone(editor: Client, draft: Edition) -> None:
    old = Source.objects.create(edition=draft, slug="old-survey", section="Places", reference="uncited")
    row = california()
    row.source = old
    row.save()
    row.source = Source.objects.get(slug="states-6")
    row.save()
    old.delete()
    assert '<td data-name="From">old-survey</td><td data-name="To">states-6</td>' in told(editor, row)


def test_a_removed_row_is_told_without_a_link(editor: Client, draft: Edition) -> None:
    row = State.objects.get(slug="IL")
    place = story(row)
    row.delete()
    page = told(editor, draft)
    assert "state IL removed." in page
    assert place not in page


def test_a_clone_begins_with_one_event_a_table(editor: Client, edition: Edition) -> None:
    page = told(editor, clone(edition, "2026-2"))
    assert "10 states added." in page
    assert "Cloned from 2026." in page
    assert "15 events" in page


def test_an_import_is_told_row_by_row(editor: Client, draft: Edition) -> None:
    eve = User.objects.get()
    apply(draft, Upload("states", read(b"slug,mean\nCA,160000\nWA,150000\n"), False), by=eve, why="New survey.")
    page = told(editor, draft)
    assert page.count("New survey.") == 2
    assert "160,000" in page
    assert "150,000" in page


def test_the_edition_itself_is_told_only_where_it_changed(editor: Client, draft: Edition) -> None:
    change_edition(editor, draft, State, "CA", mean="160000")
    assert "Saved without a change" not in told(editor, draft)
    change(editor, draft, title="The guide of 2027")
    assert "The guide of 2027" in told(editor, draft, "?table=about")


def test_it_can_be_narrowed_to_a_table_and_a_person(editor: Client, draft: Edition) -> None:
    change(editor, california(), mean="160000")
    assert "10 states added." not in told(editor, draft, "?table=metros")
    page = told(editor, draft, f"?table=states&person={User.objects.get().pk}")
    assert "1 event," in page
    assert "160,000" in page
    assert "10 states added." in told(editor, draft, "?person=0")


@pytest.mark.parametrize("query", ["?table=nonsense&person=x", "?page=99", "?page=x", "?person=12345"])
def test_a_strange_address_shows_the_history_all_the_same(editor: Client, draft: Edition, query: str) -> None:
    assert "10 states added." in told(editor, draft, query)


def test_long_histories_come_in_pages(editor: Client, draft: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "EVENTS_A_PAGE", 5)
    first = told(editor, draft, "?person=0")
    assert "Page 1 of 3." in first
    assert "?person=0&amp;page=2" in first
    assert "Newer" in told(editor, draft, "?person=0&page=3")


def test_the_pages_of_editions_and_rows_lead_there(editor: Client, draft: Edition) -> None:
    assert story(draft) in editor.get(address(Edition, draft.pk)).content.decode()
    assert story(california()) in editor.get(address(State, california().pk)).content.decode()
    assert story(draft) in told(editor, california())


def test_it_takes_few_queries(
    editor: Client, draft: Edition, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for mean in range(150_000, 150_012):
        change(editor, california(), mean=str(mean))
    with django_assert_max_num_queries(75):
        editor.get(story(draft))
    with django_assert_max_num_queries(15):
        editor.get(story(california()))


def test_who_may_not_view_gets_nothing(client: Client, draft: Edition) -> None:
    assert client.get(story(draft)).status_code == 302
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert client.get(story(draft)).status_code == 403
    assert client.get(story(california())).status_code == 403


def test_who_may_only_look_may_read_it(client: Client, draft: Edition) -> None:
    user = User.objects.create_user("vic", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_edition", "view_state"]))
    client.force_login(user)
    assert "10 states added." in told(client, draft)
    assert told(client, california())
