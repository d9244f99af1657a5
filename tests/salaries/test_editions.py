"""Editions out of the database."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model, RestrictedError
from pytest_django import DjangoAssertNumQueries

from salaries import editions
from salaries.estimation.guide import Guide
from salaries.models import Edition, Occupation, Parameter, Source, Specialization, State, Tier

pytestmark = pytest.mark.django_db


def test_without_an_edition_the_error_says_what_to_do() -> None:
    with pytest.raises(editions.NoPublishedEdition, match="load_guide") as caught:
        editions.current()
    assert caught.value.drafts == 0


def test_a_draft_is_not_current() -> None:
    Edition.objects.create(name="2027", title="Draft", effective="2027-01-01")
    with pytest.raises(editions.NoPublishedEdition, match="1 drafts"):
        editions.current()


def test_the_frozen_edition_is_the_guide_of_its_file(edition: Edition, guide: Guide) -> None:
    assert editions.freeze(edition) == guide


def test_frozen_figures_print_like_the_files(edition: Edition, guide: Guide) -> None:
    assert repr(editions.freeze(edition)) == repr(guide)


def test_freezing_takes_one_query_a_table(edition: Edition, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1 + len(editions.TABLES)):
        editions.freeze(edition)


def test_a_revision_is_read_once_a_process(edition: Edition, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    editions.freeze(edition)
    with django_assert_num_queries(1):
        current = editions.current()
        editions.freeze(current)
        editions.readable(current)


def test_a_changed_figure_shows_at_once(draft: Edition) -> None:
    editions.freeze(draft)
    State.objects.filter(slug="CA").update(mean=160000)
    found = editions.freeze(Edition.objects.get()).state("CA")
    assert found is not None
    assert found.mean == 160000


def test_a_revision_that_was_rolled_back_leaves_nothing_in_memory(draft: Edition) -> None:
    savepoint = transaction.savepoint()
    State.objects.filter(slug="CA").update(mean=160000)
    editions.freeze(Edition.objects.get())
    transaction.savepoint_rollback(savepoint)
    State.objects.filter(slug="CA").update(mean=170000)
    found = editions.freeze(Edition.objects.get()).state("CA")
    assert found is not None
    assert found.mean == 170000


def test_the_memory_has_a_bound() -> None:
    assert editions._kept.cache_info().maxsize == editions.REVISIONS_KEPT


def test_readable_texts_hold_figures(draft: Edition) -> None:
    State.objects.filter(slug="CA").update(mean=160000)
    answers = " ".join(question.answer for question in editions.readable(Edition.objects.get()).questions)
    assert "$160,000" in answers


def test_a_source_that_figures_name_stays(draft: Edition) -> None:
    with pytest.raises(RestrictedError):
        Source.objects.get(slug="tiers-5").delete()


def test_a_draft_goes_with_all_of_its_rows(draft: Edition) -> None:
    draft.delete()
    assert not Tier.objects.exists()
    assert not Source.objects.exists()


BAD: list[tuple[str, type[Model], str, dict[str, object]]] = [
    ("tier_low_not_above_high", Tier, "mid", {"low": 180000}),
    ("tier_ends_after_it_begins", Tier, "mid", {"ceiling": 2}),
    ("tier_total_with_source", Tier, "senior", {"total_source": None}),
    ("annual_percentiles_in_order", Occupation, "data-scientists", {"annual_p25": 60000}),
    ("hourly_percentiles_in_order", Occupation, "data-scientists", {"hourly_p90": 60}),
    ("premium_low_not_above_high", Specialization, "llm-genai", {"premium_low": 50}),
    ("specialization_holds_what_its_rule_needs", Specialization, "mlops", {"stated_for": None}),
    ("state_mean_above_zero", State, "CA", {"mean": 0}),
    ("share_between_zero_and_one", Parameter, "place-weight", {"value": 2}),
    ("parameter_not_below_zero", Parameter, "staff-ceiling", {"value": -1}),
]


@pytest.mark.parametrize(("rule", "model", "slug", "values"), BAD, ids=[case[0] for case in BAD])
def test_the_database_itself_refuses_bad_values(
    draft: Edition, rule: str, model: type[Model], slug: str, values: dict[str, object]
) -> None:
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        model._default_manager.filter(slug=slug).update(**values)


@pytest.mark.parametrize("change", [{"source": None}, {"slug": "WA"}])
def test_the_database_refuses_a_row_without_source_or_twice(draft: Edition, change: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        State.objects.filter(slug="CA").update(**change)


def test_the_database_refuses_publication_without_a_date(edition: Edition) -> None:
    with pytest.raises(IntegrityError, match="published_with_date"), transaction.atomic():
        Edition.objects.update(published_at=None)
