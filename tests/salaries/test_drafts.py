"""Cloning an edition, and that a published one is read-only for everyone."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from salaries import editions
from salaries.contents.tables import Contents
from salaries.drafts import NameTaken, clone, write
from salaries.models import Edition, PublishedEdition, Source, State, Takeaway, Tier

pytestmark = pytest.mark.django_db


def oregon() -> State:
    return State(edition=Edition.objects.get(), slug="OR", name="Oregon", mean=1, source=Source.objects.first())


CHANGES: list[Callable[[], Any]] = [
    lambda: State.objects.get(slug="CA").save(),
    lambda: State.objects.get(slug="CA").delete(),
    lambda: State.objects.filter(slug="CA").update(mean=1),
    lambda: State.objects.filter(slug="CA").delete(),
    lambda: State.objects.bulk_create(
        [State(edition=Edition.objects.get(), slug="OR", name="Oregon", mean=1, source=Source.objects.first())]
    ),
    lambda: State.objects.bulk_update([State.objects.get(slug="CA")], ["mean"]),
    lambda: oregon().save(),
    lambda: Source.objects.get(slug="tiers").save(),
    lambda: Tier.objects.update(order=0),
    lambda: Takeaway.objects.all().delete(),
    lambda: Edition.objects.get().save(),
    lambda: Edition.objects.get().delete(),
    lambda: Edition.objects.update(title="Another"),
    lambda: Edition.objects.all().delete(),
    lambda: write(Edition.objects.get(), editions.contents(Edition.objects.get()), why="A test."),
]
"""Every way to write that the project has."""


@pytest.mark.parametrize("change", CHANGES)
def test_a_published_edition_refuses_every_change(
    edition: Edition, contents: Contents, change: Callable[[], Any]
) -> None:
    with (
        pytest.raises(PublishedEdition, match="edition 2026 is published and read-only"),
        transaction.atomic(),
    ):
        change()
    assert editions.contents(Edition.objects.get()) == contents


@pytest.mark.parametrize("change", CHANGES[:6] + CHANGES[7:8] + CHANGES[10:13])
def test_a_draft_allows_changes_and_counts_them(draft: Edition, change: Callable[[], Any]) -> None:
    before = draft.revision
    change()
    assert not (left := Edition.objects.first()) or left.revision > before


def test_a_row_cannot_be_moved_into_a_published_edition(edition: Edition, draft: Edition) -> None:
    with pytest.raises(PublishedEdition):
        Takeaway.objects.filter(edition=draft).update(edition=edition)
    with pytest.raises(PublishedEdition):
        Takeaway(edition=edition, slug="new", words="New.", source=edition.sources.first()).save()


def test_a_stale_copy_of_the_edition_does_not_set_the_revision_back(draft: Edition) -> None:
    stale = Edition.objects.get()
    State.objects.filter(slug="CA").update(mean=1)
    stale.title = "Another"
    stale.save()
    assert stale.revision == Edition.objects.get().revision == draft.revision + 2


def test_a_clone_is_a_draft_with_all_rows(edition: Edition, contents: Contents) -> None:
    copy = clone(edition, "2026-b")
    assert (copy.state, copy.is_current, copy.note) == ("draft", False, "")
    expected = msgspec.structs.replace(contents, name="2026-b", note="")
    assert editions.contents(copy) == expected


def test_a_clone_takes_few_queries(edition: Edition, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(3 * len(editions.TABLES) + 12):
        clone(edition, "2026-b")


def test_correcting_a_clone_leaves_the_edition_alone(edition: Edition, contents: Contents) -> None:
    clone(edition, "2026-b")
    State.objects.filter(edition__name="2026-b", slug="CA").update(mean=1)
    assert editions.contents(edition) == contents


def test_a_name_is_given_once(edition: Edition) -> None:
    with pytest.raises(NameTaken, match="there is an edition called 2026"):
        clone(edition, "2026")
