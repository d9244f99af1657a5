"""Who changed which figure, when, from what to what, and why."""

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from resumes.models import Reading, Resume
from salaries import editions, models
from salaries.drafts import clone
from salaries.models import Edition, State

pytestmark = pytest.mark.django_db


def california(edition: Edition) -> State:
    return State.objects.get(edition=edition, slug="CA")


def test_a_change_keeps_what_was_before_and_why(draft: Edition) -> None:
    row = california(draft)
    row.mean, row._change_reason = 160000, "The survey of May was corrected."
    row.save()
    newest = row.history.first()
    change = newest.diff_against(newest.prev_record).changes[0]
    assert (change.field, change.old, change.new) == ("mean", 158400, 160000)
    assert newest.history_change_reason == "The survey of May was corrected."


def test_what_was_deleted_is_kept(draft: Edition) -> None:
    california(draft).delete()
    assert State.history.filter(slug="CA", history_type="-").count() == 1


def test_the_history_of_an_edition_stays_when_it_is_cloned(draft: Edition) -> None:
    row = california(draft)
    row.save()
    copy = clone(draft, "2027-b")
    assert row.history.count() == 2
    assert california(copy).history.get().history_change_reason == "Cloned from 2027."


@pytest.mark.parametrize("model", [Edition, *(model for _, model in editions.TABLES.values())])
def test_every_table_of_the_guide_has_a_history(model: type[Edition]) -> None:
    assert hasattr(model, "history")


@pytest.mark.parametrize("model", [Resume, Reading, models.Publication])
def test_resumes_have_none(model: type) -> None:
    assert not hasattr(model, "history")
    assert not any("historicalresume" in name for name in connection.introspection.table_names())


def test_saving_a_row_takes_few_queries(draft: Edition, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    row = california(draft)
    with django_assert_max_num_queries(6):
        row.save()
