"""An editor changes figures; what makes no sense is refused with words."""

from typing import Any

import pytest
from django.contrib.admin.utils import flatten_fieldsets
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from salaries import editions
from salaries.admin.edition import PARTS, Part
from salaries.models import (
    Disagreement,
    Edition,
    Figure,
    Metro,
    NegotiationPoint,
    Occupation,
    Parameter,
    PayingSkill,
    Question,
    Rung,
    Source,
    Specialization,
    State,
    Takeaway,
    Tier,
)
from tests.salaries.admin_forms import address, change, change_edition, filled_form

TABLES = (Occupation, Tier, State, Metro, Specialization, Figure, Rung, Parameter)
TEXTS = (Takeaway, NegotiationPoint, Question, PayingSkill, Disagreement, Source)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [*TABLES, *TEXTS, Edition])
def test_every_table_has_its_list(editor: Client, draft: Edition, model: type) -> None:
    assert editor.get(address(model)).status_code == 200


@pytest.mark.parametrize("model", [*TABLES, *TEXTS])
def test_every_row_has_its_form(editor: Client, draft: Edition, model: Any) -> None:
    assert editor.get(address(model, model.objects.first().pk)).status_code == 200


@pytest.mark.parametrize("model", [*TABLES, *TEXTS])
def test_every_column_of_a_row_can_be_edited(editor: Client, draft: Edition, model: Any) -> None:
    page = editor.get(address(model, model.objects.first().pk))
    columns = {field.name for field in model._meta.fields} - {"id", "edition"}
    assert columns <= set(flatten_fieldsets(page.context["adminform"].fieldsets))


def test_the_edition_has_every_table() -> None:
    assert {inline.model for part in PARTS for inline in part.inlines} == {*TABLES, *TEXTS} - {Source}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.slug)
def test_the_editions_page_holds_every_column(editor: Client, draft: Edition, part: Part) -> None:
    page = editor.get(f"{address(Edition, draft.pk)}?part={part.slug}")
    assert len(page.context["inline_admin_formsets"]) == len(part.inlines)
    for inline in page.context["inline_admin_formsets"]:
        columns = {field.name for field in inline.opts.model._meta.fields} - {"id", "edition", "order"}
        assert columns <= set(flatten_fieldsets(inline.fieldsets)), inline.opts.model


def test_the_editions_page_needs_few_queries(
    editor: Client, draft: Edition, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(25):
        editor.get(address(Edition, draft.pk))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.slug)
def test_an_edition_sent_back_unchanged_stays_as_it_was(editor: Client, draft: Edition, part: Part) -> None:
    before = editions.contents(draft)
    place = f"{address(Edition, draft.pk)}?part={part.slug}"
    assert editor.post(place, filled_form(editor.get(place))).status_code == 302
    assert editions.contents(draft) == before


def test_a_changed_figure_is_saved(editor: Client, draft: Edition) -> None:
    change_edition(editor, draft, State, "CA", mean="160000")
    assert State.objects.get(slug="CA").mean == 160000


def test_a_figure_is_saved_from_its_own_page_too(editor: Client, draft: Edition) -> None:
    change(editor, Figure.objects.get(slug="equity"), high="90")
    assert Figure.objects.get(slug="equity").high == 90


def test_a_floor_that_two_tiers_share_moves_on_the_editions_page(editor: Client, draft: Edition) -> None:
    place = address(Edition, draft.pk)
    sent = filled_form(editor.get(place)) | {"tiers-0-ceiling": "4", "tiers-1-floor": "4"}
    assert editor.post(place, sent).status_code == 302
    assert Tier.objects.get(slug="mid").floor == 4


REFUSED = [
    (Tier, "mid", {"low": "180000"}, "The low is above the high."),
    (Tier, "mid", {"ceiling": "5"}, "Mid ends at 5 years and Senior begins at 6: a gap."),
    (Tier, "mid", {"ceiling": "7"}, "Mid ends at 7 years and Senior begins at 6: an overlap."),
    (Tier, "mid", {"ceiling": "2"}, "The tier ends before it begins."),
    (Tier, "senior", {"low": "150000"}, "pay would fall with the years"),
    (Tier, "mid", {"source": ""}, "Every figure names its source."),
    (Occupation, "data-scientists", {"annual_p25": "60000"}, "The annual percentiles are out of order"),
    (Occupation, "data-scientists", {"hourly_p90": "60"}, "The hourly percentiles are out of order"),
    (State, "CA", {"mean": "-1"}, "Amounts are above zero."),
    (State, "CA", {"slug": "Cal"}, "at most 2 characters"),
    (Metro, "seattle", {"cbsa": "426"}, "A CBSA code has five digits."),
    (Specialization, "mlops", {"stated_for": ""}, "the tier it is stated for"),
    (Specialization, "llm-genai", {"premium_low": "50"}, "The premium&#x27;s low is above its high."),
    (Figure, "equity", {"low": "90"}, "The low is above the high."),
    (Figure, "equity", {"unit": "none"}, "words alone have none"),
    (Rung, "vp", {"low": "", "high": ""}, "has a low and a high"),
    (Parameter, "place-weight", {"value": "2"}, "A share lies between 0 and 1."),
    (Takeaway, "growth", {"source": ""}, "Every figure names its source."),
]


@pytest.mark.parametrize(("model", "slug", "values", "words"), REFUSED)
def test_bad_values_are_refused_with_words(
    editor: Client, draft: Edition, model: type, slug: str, values: dict[str, str], words: str
) -> None:
    before = editions.contents(draft)
    page = change_edition(editor, draft, model, slug, **values)
    assert words in page.content.decode()
    assert editions.contents(draft) == before


def test_a_tier_alone_is_checked_against_its_neighbours(editor: Client, draft: Edition) -> None:
    page = change(editor, Tier.objects.get(slug="mid"), ceiling="5")
    assert "Mid ends at 5 years and Senior begins at 6: a gap." in page.content.decode()


def test_a_text_that_names_no_figure_is_refused(editor: Client, draft: Edition) -> None:
    page = change_edition(editor, draft, Takeaway, "growth", words="It grows by {figure.gone}.")
    assert "Nothing was saved." in page.content.decode()
    assert "gone" not in Takeaway.objects.get(slug="growth").words


def test_what_estimates_need_cannot_be_removed(editor: Client, draft: Edition) -> None:
    row = Parameter.objects.get(slug="place-weight")
    place = reverse("admin:salaries_parameter_delete", args=(row.pk,))
    page = editor.post(place, {"post": "yes"}, follow=True)
    assert "is missing; estimates need it." in page.content.decode()
    assert Parameter.objects.filter(pk=row.pk).exists()


def test_what_estimates_can_do_without_can_be_removed(editor: Client, draft: Edition) -> None:
    row = State.objects.get(slug="IL")
    editor.post(reverse("admin:salaries_state_delete", args=(row.pk,)), {"post": "yes"})
    assert not State.objects.filter(pk=row.pk).exists()


def test_sources_of_another_edition_are_not_offered(editor: Client, draft: Edition) -> None:
    other = Edition.objects.create(name="2028", title="Next", effective="2028-01-01")
    Source.objects.create(edition=other, slug="foreign", section="A foreign section", reference="uncited")
    page = editor.get(address(State, State.objects.get(slug="CA").pk)).content.decode()
    assert "Top-Paying States, its reference [6]" in page
    assert "A foreign section" not in page
