"""Publishing now, at a date, and again."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from salaries import editions
from salaries.contents.faults import FaultyEdition
from salaries.models import Edition, Parameter, PlannedPublication, Publication, State
from salaries.publishing import AlreadyCurrent, ChangedMeanwhile, NoNote, plan, publish, publish_due
from salaries.tasks import publish_due as task

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def pia() -> User:
    """A publisher."""
    return User.objects.create_user("pia")


def log() -> list[tuple[str, str]]:
    return [(one.edition.name, one.note) for one in Publication.objects.order_by("at", "pk")]


def test_a_published_draft_is_current_alone(edition: Edition, draft: Edition, pia: User) -> None:
    publish(draft, note="New wages.", by=pia, now=NOW)
    assert (draft.state, draft.published_at) == ("published", NOW)
    assert list(Edition.objects.filter(is_current=True)) == [draft]


def test_a_publication_is_logged(edition: Edition, draft: Edition, pia: User) -> None:
    logged = publish(draft, note=" New wages. ", by=pia, now=NOW)
    assert (logged.edition, logged.by, logged.at, logged.note) == (draft, pia, NOW, "New wages.")


def test_publishing_an_older_edition_again_rolls_back(edition: Edition, draft: Edition, pia: User) -> None:
    first = edition.published_at
    publish(draft, note="New wages.", by=pia, now=NOW)
    edition.refresh_from_db()
    publish(edition, note="The new wages were wrong.", by=pia, now=LATER)
    assert editions.current() == edition
    assert Edition.objects.get(name="2026").published_at == first
    assert log()[1:] == [("2027", "New wages."), ("2026", "The new wages were wrong.")]


@pytest.mark.parametrize("note", ["", "  \n"])
def test_without_a_note_nothing_is_published(draft: Edition, pia: User, note: str) -> None:
    with pytest.raises(NoNote):
        publish(draft, note=note, by=pia, now=NOW)
    assert not Publication.objects.exists()


def test_the_current_edition_is_not_published_twice(edition: Edition, pia: User) -> None:
    with pytest.raises(AlreadyCurrent):
        publish(edition, note="Again.", by=pia, now=NOW)


def test_what_was_changed_since_it_was_looked_at_is_not_published(draft: Edition, pia: User) -> None:
    State.objects.filter(slug="CA").update(mean=1)
    with pytest.raises(ChangedMeanwhile):
        publish(draft, note="New wages.", by=pia, now=NOW)


def test_a_faulty_edition_is_not_published(edition: Edition, draft: Edition, pia: User) -> None:
    Parameter.objects.filter(edition=draft, slug="place-weight").delete()
    draft.refresh_from_db()
    with pytest.raises(FaultyEdition, match="'place-weight' is missing"):
        publish(draft, note="New wages.", by=pia, now=NOW)
    assert editions.current() == edition


def test_the_database_refuses_a_publication_without_a_note(edition: Edition) -> None:
    with pytest.raises(IntegrityError, match="publication_with_note"), transaction.atomic():
        Publication.objects.create(edition=edition, at=NOW, note="")


class TestPlanned:
    """A publication set for a date."""

    @pytest.fixture(autouse=True)
    def planned(self, edition: Edition, draft: Edition, pia: User) -> PlannedPublication:
        return plan(draft, note="New wages.", by=pia, at=NOW)

    def test_before_its_date_nothing_happens(self, edition: Edition) -> None:
        publish_due(NOW - timedelta(seconds=1))
        assert editions.current() == edition

    def test_at_its_date_it_is_published_once(self, draft: Edition, pia: User) -> None:
        publish_due(NOW)
        publish_due(LATER)
        assert editions.current() == draft
        assert (draft.publications.get().by, draft.publications.get().at) == (pia, NOW)
        assert not PlannedPublication.objects.exists()

    def test_the_same_plan_carried_out_by_two_workers_publishes_once(self, planned: PlannedPublication) -> None:
        publish_due(NOW)
        planned.save()
        PlannedPublication.objects.all().delete()
        publish_due(NOW)
        assert len(log()) == 2

    def test_a_faulty_edition_stays_a_draft_and_says_why(self, edition: Edition, draft: Edition) -> None:
        Parameter.objects.filter(edition=draft, slug="place-weight").delete()
        draft.refresh_from_db()
        PlannedPublication.objects.update(revision=draft.revision)
        publish_due(NOW)
        assert "'place-weight' is missing" in PlannedPublication.objects.get().refused
        assert (editions.current(), Edition.objects.get(name="2027").state) == (edition, "draft")

    def test_a_change_after_the_plan_is_not_published_unseen(self, edition: Edition, draft: Edition) -> None:
        State.objects.filter(edition=draft, slug="CA").update(mean=1)
        publish_due(NOW)
        publish_due(LATER)
        assert "was changed after it was looked at" in PlannedPublication.objects.get().refused
        assert editions.current() == edition

    def test_a_new_plan_takes_the_place_of_the_old(self, draft: Edition, pia: User) -> None:
        plan(draft, note="Later after all.", by=pia, at=LATER)
        publish_due(NOW)
        assert Edition.objects.get(name="2027").state == "draft"

    def test_publishing_by_hand_settles_the_plan(self, draft: Edition, pia: User) -> None:
        publish(draft, note="Now.", by=pia, now=NOW - timedelta(hours=1))
        assert not PlannedPublication.objects.exists()

    def test_a_plan_needs_a_note(self, draft: Edition, pia: User) -> None:
        with pytest.raises(NoNote):
            plan(draft, note="", by=pia, at=NOW)

    def test_beat_sends_the_task_to_the_upkeep_queue(self) -> None:
        entries = [entry for entry in settings.CELERY_BEAT_SCHEDULE.values() if entry["task"] == task.name]
        assert [entry["options"]["queue"] for entry in entries] == ["upkeep"]

    def test_the_task_publishes(self, draft: Edition) -> None:
        PlannedPublication.objects.update(at=datetime(2020, 1, 1, tzinfo=UTC))
        task()
        assert editions.current() == draft
