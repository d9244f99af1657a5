"""The columns that the admin works out, and how rows are found."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from salaries import editions
from salaries.admin.columns import beside_generalist, hours, index_of, ranked, standing, width
from salaries.admin.words import help_of, label_of, load
from salaries.drafts import clone
from salaries.estimation.means import national_mean
from salaries.models import Edition, Metro, Occupation, Source, Specialization, State, Tier
from tests.salaries.admin_forms import address, page_of

pytestmark = pytest.mark.django_db

TABLES = [model for _, model in editions.TABLES.values()]


def names(page: Any) -> list[str]:
    return [str(row) for row in page.context["cl"].result_list]


def test_a_place_is_ranked_in_its_own_edition(edition: Edition, draft: Edition) -> None:
    State.objects.filter(edition=draft, slug="IL").update(mean=200000)
    rank = {(row.edition_id, row.slug): row.rank for row in ranked(State.objects.all())}
    assert (rank[draft.pk, "IL"], rank[draft.pk, "CA"]) == (1, 2)
    assert (rank[edition.pk, "IL"], rank[edition.pk, "CA"]) == (10, 1)


def test_places_of_one_mean_share_a_rank(draft: Edition) -> None:
    State.objects.filter(slug__in=("CA", "WA")).update(mean=160000)
    assert {row.slug: row.rank for row in ranked(State.objects.all()) if row.rank < 4} == {"CA": 1, "WA": 1, "NY": 3}


def test_the_index_is_against_the_mean_that_estimates_use(draft: Edition) -> None:
    seattle = ranked(Metro.objects.filter(slug="seattle")).get()
    assert seattle.nation == pytest.approx(float(national_mean(editions.freeze(draft))))
    assert index_of(seattle) == f"{float(100 * seattle.mean) / seattle.nation:.1f}"


def test_without_a_nation_there_is_no_index(draft: Edition) -> None:
    Edition.objects.create(name="2028", title="Next", effective="2028-01-01")
    assert index_of(State(mean=Decimal(1))) == ""


def test_a_rank_stays_when_the_list_is_searched(editor: Client, draft: Edition) -> None:
    page = editor.get(address(State), {"q": "Illinois"}).content.decode()
    assert '<td class="field-rank">10</td>' in page


def test_a_range_has_its_width() -> None:
    assert width(Decimal(170000), Decimal(220000)) == "$50,000 (29 percent)"
    assert width(Decimal(170000), None) == ""


def test_a_tier_stands_among_data_scientists(draft: Edition) -> None:
    scientists = Occupation.objects.get(slug="data-scientists")
    assert standing(Decimal(112590), Decimal(155810), scientists) == "50 to 75"
    assert standing(Decimal(50000), Decimal(300000), scientists) == "below the 10th to above the 90th"


@pytest.mark.parametrize(
    ("slug", "words"), [("llm-genai", "25 to 40"), ("mlops", "-15.4"), ("computer-vision", "0.0"), ("generalist", "")]
)
def test_a_specialization_is_set_against_the_generalist(draft: Edition, slug: str, words: str) -> None:
    assert beside_generalist(Specialization.objects.get(slug=slug)) == words


def test_the_medians_imply_the_bureaus_hours(draft: Edition) -> None:
    assert hours(Occupation.objects.get(slug="data-scientists")) == "2,080"


def test_a_list_shows_drafts_first_then_the_current_edition_and_no_older_one(
    editor: Client, edition: Edition, draft: Edition
) -> None:
    Edition.objects.filter(pk=edition.pk).update(is_current=False)
    assert len(names(editor.get(address(Tier)))) == 4
    assert len(names(editor.get(address(Tier), {"edition": "all"}))) == 8
    Edition.objects.filter(pk=edition.pk).update(is_current=True)
    shown = editor.get(address(Tier)).context["cl"].result_list
    assert [row.edition_id for row in shown] == [draft.pk] * 4 + [edition.pk] * 4


def test_a_list_is_filtered_by_edition_source_and_occupation(editor: Client, edition: Edition, draft: Edition) -> None:
    asked = {"edition": "2026", "percentile_occupation__name": "Data Scientists"}
    assert names(editor.get(address(Tier), asked)) == ["Entry"]
    assert names(editor.get(address(State), {"source__section": "Salary by Experience Level"})) == []


@pytest.mark.parametrize("model", TABLES)
def test_every_list_can_be_searched(editor: Client, draft: Edition, model: Any) -> None:
    assert names(editor.get(address(model), {"q": model.objects.first().slug})) != []
    assert names(editor.get(address(model), {"q": "no such words anywhere"})) == []


@pytest.mark.parametrize("model", TABLES)
def test_a_list_asks_no_more_for_more_rows(
    editor: Client, draft: Edition, model: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    clone(draft, "2027-2")
    with django_assert_max_num_queries(16):
        page = editor.get(address(model))
    assert len(names(page)) == model.objects.count()


def test_an_inline_shows_rank_and_index(editor: Client, draft: Edition) -> None:
    page = " ".join(editor.get(page_of(draft, "state")).content.decode().split())
    assert "<p>1</p>" in page
    assert f"<p>{index_of(ranked(State.objects.filter(slug='CA')).get())}</p>" in page


@pytest.mark.parametrize("model", TABLES)
def test_every_field_says_what_it_holds_or_drives(model: Any) -> None:
    asked = [field for field in model._meta.fields if field.editable and not field.primary_key]
    assert [field.name for field in asked if field.name != "edition" and not help_of(field)] == []


def test_words_are_of_fields_that_there_are() -> None:
    fields = {model._meta.model_name: {one.name for one in model._meta.fields} for model in (*TABLES, Edition)}
    fields["any"] = set.union(*fields.values())
    assert {(table, name) for table, held in load().items() for name in held if name not in fields[table]} == set()


@pytest.mark.parametrize("slug", ["CA", "seattle"])
def test_a_label_shows_the_unit_to_readers_and_to_editors(
    editor: Client, edition: Edition, draft: Edition, slug: str
) -> None:
    model: Any = State if slug == "CA" else Metro
    for row in model.objects.filter(slug=slug):
        page = editor.get(address(model, row.pk)).content.decode()
        assert label_of(model._meta.get_field("mean")) in page
        assert "The step Place, against the nation" in page


def test_sources_to_choose_are_the_editions_own(editor: Client, edition: Edition, draft: Edition) -> None:
    page = editor.get(address(State, State.objects.get(edition=draft, slug="CA").pk))
    offered = {key for key, _ in page.context["adminform"].form.fields["source"].choices if key}
    assert offered == set(Source.objects.filter(edition=draft).values_list("pk", flat=True))
