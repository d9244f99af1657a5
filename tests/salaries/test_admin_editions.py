"""Cloning, publishing and the lock against overwriting unseen, as editors and publishers meet them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from salaries import editions
from salaries.models import Edition, Metro, Parameter, PlannedPublication, Publication, State
from salaries.publishing import plan, publish
from tests.salaries.admin_forms import address, change, change_edition, filled_form, page_of

pytestmark = pytest.mark.django_db

EDITING = ("view_edition", "add_edition", "change_edition", "view_state", "change_state", "delete_edition")


def staff(name: str, *permissions: str) -> Client:
    user = User.objects.create_user(name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def ed(db: None) -> Client:
    """An editor, who may not publish."""
    return staff("ed", *EDITING)


@pytest.fixture
def pia(db: None) -> Client:
    """A publisher, who may not edit."""
    return staff("pia", "view_edition", "publish_edition")


def place(task: str, edition: Edition) -> str:
    return reverse(f"admin:salaries_edition_{task}", args=[edition.pk])


def send(client: Client, edition: Edition, **values: Any) -> str:
    """Open the page of publication and send its form; return what the next page says."""
    form = client.get(place("publish", edition)).context["form"]
    sent = {"seen": form["seen"].value(), "note": "New wages.", "at": "", **values}
    page: str = client.post(place("publish", edition), sent, follow=True).content.decode()
    return page


def moved(draft: Edition, mean: int) -> Edition:
    """Change a mean in the draft."""
    Metro.objects.filter(edition=draft, slug="seattle").update(mean=mean)
    return Edition.objects.get(pk=draft.pk)


class TestPublished:
    """A published edition is there to read."""

    def test_its_page_is_read_only_and_offers_the_clone(self, editor: Client, edition: Edition) -> None:
        page = editor.get(address(Edition, edition.pk)).content.decode()
        assert "Clone to correct it" in page
        assert "figures are read-only" in page
        assert 'name="_save"' not in page
        assert 'name="tiers-0-low"' not in page

    def test_it_refuses_what_is_sent(self, editor: Client, edition: Edition) -> None:
        assert editor.post(address(Edition, edition.pk), {"title": "Another"}).status_code == 403
        assert editor.post(address(State, State.objects.get(slug="CA").pk), {"mean": "1"}).status_code == 403

    def test_nothing_of_it_can_be_deleted(self, editor: Client, edition: Edition) -> None:
        for row in (edition, State.objects.get(slug="CA")):
            gone = reverse(f"admin:salaries_{row._meta.model_name}_delete", args=[row.pk])
            assert editor.post(gone, {"post": "yes"}).status_code == 403

    def test_no_row_can_be_added_to_it(self, editor: Client, edition: Edition, draft: Edition) -> None:
        form = editor.get(reverse("admin:salaries_state_add")).context["adminform"].form
        assert list(form.fields["edition"].queryset) == [draft]

    @pytest.mark.parametrize("table", ["tier", "state", "specialization", "figure", "takeaway"])
    def test_reading_it_takes_few_queries(
        self, editor: Client, edition: Edition, table: str, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_max_num_queries(30):
            editor.get(page_of(edition, table))


class TestClone:
    """Correcting a published edition in a draft."""

    def test_an_editor_makes_a_draft(self, ed: Client, edition: Edition) -> None:
        page = ed.post(place("clone", edition), {"name": "2026-2"}, follow=True).content.decode()
        assert "Edition 2026-2 is a draft with all figures of 2026." in page
        assert Edition.objects.get(name="2026-2").state == "draft"

    def test_a_free_name_is_proposed(self, ed: Client, edition: Edition) -> None:
        assert 'value="2026-2"' in ed.get(place("clone", edition)).content.decode()

    def test_a_taken_name_is_refused(self, ed: Client, edition: Edition) -> None:
        page = ed.post(place("clone", edition), {"name": "2026"}).content.decode()
        assert "There is an edition called 2026." in page

    def test_without_the_right_to_add_there_is_no_clone(self, pia: Client, edition: Edition) -> None:
        assert pia.post(place("clone", edition), {"name": "2026-2"}).status_code == 403
        assert "Clone to correct it" not in pia.get(address(Edition, edition.pk)).content.decode()

    def test_a_stranger_is_asked_to_log_in(self, client: Client, edition: Edition) -> None:
        assert client.post(place("clone", edition), {"name": "2026-2"}).status_code == 302
        assert Edition.objects.count() == 1


class TestPublishing:
    """What would change is shown before it does."""

    def test_the_page_shows_the_differences_and_the_people(self, pia: Client, edition: Edition, draft: Edition) -> None:
        page = " ".join(pia.get(place("publish", moved(draft, 180000))).content.decode().split())
        assert "<strong>1 difference</strong>" in page
        assert "48 would get another estimate" in page
        assert '<td data-name="Now">164800</td><td data-name="With 2027">180000</td>' in page
        assert "Senior, generalist, Seattle" in page

    def test_publishing_with_a_note(self, pia: Client, edition: Edition, draft: Edition) -> None:
        assert "Edition 2027 is published and current." in send(pia, moved(draft, 166000))
        assert editions.current() == draft
        assert str(draft.publications.get().by) == "pia"

    def test_without_a_note_it_is_refused(self, pia: Client, edition: Edition, draft: Edition) -> None:
        assert "This field is required." in send(pia, draft, note=" ")
        assert editions.current() == edition

    def test_a_large_move_needs_a_tick(self, pia: Client, edition: Edition, draft: Edition) -> None:
        far = moved(draft, 300000)
        assert "These large changes are meant" in send(pia, far)
        assert editions.current() == edition
        assert "is published and current" in send(pia, far, sure="on")

    def test_a_small_move_asks_for_no_tick(self, pia: Client, edition: Edition, draft: Edition) -> None:
        assert "sure" not in pia.get(place("publish", moved(draft, 166000))).context["form"].fields

    def test_an_older_edition_is_published_again(self, pia: Client, edition: Edition, draft: Edition) -> None:
        publish(draft, note="New wages.", by=None, now=timezone.now())
        assert "Publish again" in pia.get(address(Edition, edition.pk)).content.decode()
        assert "Edition 2026 is published and current." in send(pia, edition, note="The new wages were wrong.")
        assert Publication.objects.first().note == "The new wages were wrong."  # type: ignore[union-attr]

    def test_what_changed_after_it_was_shown_is_not_published(
        self, pia: Client, edition: Edition, draft: Edition
    ) -> None:
        seen = pia.get(place("publish", draft)).context["form"]["seen"].value()
        moved(draft, 180000)
        page = pia.post(place("publish", draft), {"seen": seen, "note": "New wages."}, follow=True).content.decode()
        assert "an edition was changed in between" in page
        assert editions.current() == edition

    def test_a_faulty_draft_says_why_it_cannot_be(self, pia: Client, edition: Edition, draft: Edition) -> None:
        Parameter.objects.filter(edition=draft, slug="place-weight").delete()
        page = pia.get(place("publish", draft)).content.decode()
        assert "&#x27;place-weight&#x27; is missing; estimates need it." in page
        assert 'value="Publish"' not in page

    def test_the_first_edition_has_nothing_to_be_compared_with(self, pia: Client, draft: Edition) -> None:
        assert "is published and current" in send(pia, draft)

    def test_an_editor_sees_no_button_and_may_not(self, ed: Client, edition: Edition, draft: Edition) -> None:
        assert place("publish", draft) not in ed.get(address(Edition, draft.pk)).content.decode()
        assert ed.get(place("publish", draft)).status_code == 403
        assert ed.post(place("publish", draft), {"note": "Mine."}).status_code == 403
        assert editions.current() == edition

    def test_a_stranger_is_asked_to_log_in(self, client: Client, edition: Edition, draft: Edition) -> None:
        assert client.post(place("publish", draft), {"note": "Mine."}).status_code == 302
        assert editions.current() == edition

    def test_it_takes_few_queries(
        self, pia: Client, edition: Edition, draft: Edition, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_max_num_queries(2 * len(editions.TABLES) + 12):
            pia.get(place("publish", draft))


class TestPlanning:
    """A publication set for a date."""

    def test_a_date_is_set_and_shown(self, pia: Client, edition: Edition, draft: Edition) -> None:
        at = timezone.now() + timedelta(days=3)
        assert "will be published on" in send(pia, draft, at=at.strftime("%Y-%m-%dT%H:%M"))
        assert "To be published on" in pia.get(address(Edition, draft.pk)).content.decode()
        assert "Draft, to be published" in pia.get(address(Edition)).content.decode()
        assert editions.current() == edition

    def test_a_date_that_has_passed_is_refused(self, pia: Client, edition: Edition, draft: Edition) -> None:
        assert "This moment has passed." in send(pia, draft, at="2020-01-01T09:00")
        assert not PlannedPublication.objects.exists()

    def test_it_can_be_given_up(self, pia: Client, draft: Edition) -> None:
        plan(draft, note="Soon.", by=None, at=timezone.now())
        pia.post(place("publish", draft), {"cancel": "Give up that date"})
        assert not PlannedPublication.objects.exists()

    def test_why_it_was_not_published_is_shown(self, pia: Client, draft: Edition) -> None:
        plan(draft, note="Soon.", by=None, at=timezone.now())
        PlannedPublication.objects.update(refused="The figures contradict each other.")
        assert "The figures contradict each other." in pia.get(address(Edition, draft.pk)).content.decode()


class TestOverwriting:
    """Two editors at once."""

    @pytest.fixture
    def stale(self, editor: Client, draft: Edition) -> Callable[[], str]:
        """A form of one editor, opened before and sent after another has saved."""
        sent = filled_form(editor.get(page_of(draft, "state"))) | {"title": "Mine"}
        return lambda: editor.post(page_of(draft, "state"), sent, follow=True).content.decode()

    def test_a_form_opened_before_a_change_is_refused_with_who_and_what(
        self, stale: Callable[[], str], draft: Edition
    ) -> None:
        other = Client()
        other.force_login(User.objects.create_superuser("olga"))
        change(other, State.objects.get(slug="CA"), mean="160000")
        page = stale()
        assert "this edition was changed after you opened the form" in page
        assert "olga" in page
        assert "state California mean 158400.00 to 160000.00" in page
        assert (Edition.objects.get().title, State.objects.get(slug="CA").mean) == (draft.title, 160000)

    def test_a_change_by_no_form_is_told_too(self, stale: Callable[[], str], draft: Edition) -> None:
        State.objects.filter(slug="CA").update(mean=160000)
        assert "changed by a load or an import" in stale()

    def test_a_row_of_its_own_page_is_held_too(self, editor: Client, draft: Edition) -> None:
        row = State.objects.get(slug="CA")
        sent = filled_form(editor.get(address(State, row.pk)))
        change_edition(editor, draft, State, "WA", mean="150000")
        page = editor.post(address(State, row.pk), sent | {"mean": "1"}).content.decode()
        assert "state Washington mean 154200.00 to 150000.00" in page

    def test_a_form_opened_after_a_change_is_allowed(self, editor: Client, draft: Edition) -> None:
        change(editor, State.objects.get(slug="CA"), mean="160000")
        change(editor, State.objects.get(slug="CA"), mean="161000")
        assert State.objects.get(slug="CA").mean == 161000

    def test_a_form_without_its_mark_is_refused(self, editor: Client, draft: Edition) -> None:
        page = change(editor, State.objects.get(slug="CA"), mean="160000", opened="").content.decode()
        assert "does not say when it was opened" in page


def test_the_reason_is_kept_beside_every_figure_saved(editor: Client, draft: Edition) -> None:
    sent = filled_form(editor.get(page_of(draft, "state"))) | {"states-0-mean": "160000", "change_reason": "Misprint."}
    editor.post(page_of(draft, "state"), sent)
    newest = State.objects.get(slug="CA").history.first()
    assert (newest.history_change_reason, str(newest.history_user)) == ("Misprint.", "eve")


def test_the_list_shows_how_each_edition_stands(ed: Client, edition: Edition, draft: Edition) -> None:
    page = ed.get(address(Edition)).content.decode()
    assert '<td class="field-standing">Current</td>' in page
    assert '<td class="field-standing">Draft</td>' in page
    assert '<td class="field-publications">1</td>' in page


def test_the_log_of_publications_is_only_read(editor: Client, edition: Edition) -> None:
    logged = Publication.objects.get()
    assert editor.get(address(Publication)).status_code == 200
    assert editor.post(address(Publication, logged.pk), {"note": "Another"}).status_code == 403
    assert editor.get(reverse("admin:salaries_publication_add")).status_code == 403
