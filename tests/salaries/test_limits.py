"""What no row may hold: refused with words by its form, and by the database whoever writes."""

from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.test import Client

from salaries import editions
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
from tests.salaries.admin_forms import change

pytestmark = pytest.mark.django_db

NEEDED = "This field is required."
NO_CHOICE = "Select a valid choice."
TAKEN = "This table of the edition has a row with this name already."
SLUG_TAKEN = "with this slug already."
ORDER = "The percentiles fall."

RULES: list[tuple[type[models.Model], str, dict[str, Any], str, str]] = [
    (Source, "tiers", {"slug": "tiers-3"}, "one_source_per_slug", SLUG_TAKEN),
    (Source, "tiers", {"section": ""}, "source_with_section_and_reference", NEEDED),
    (Source, "tiers", {"origin": "hearsay"}, "source_of_a_known_origin", NO_CHOICE),
    (Occupation, "data-scientists", {"annual_p25": 60000}, "annual_percentiles_in_order", "out of order"),
    (Occupation, "data-scientists", {"hourly_p90": 60}, "hourly_percentiles_in_order", "out of order"),
    (Occupation, "data-scientists", {"soc": "15-205"}, "occupation_with_its_code", "is written as 15-2051 is"),
    (Occupation, "data-scientists", {"words": ""}, "occupation_with_name_and_text", NEEDED),
    (Occupation, "data-scientists", {"name": "Software Developers"}, "one_occupation_per_name", TAKEN),
    (Occupation, "data-scientists", {"soc": "15-1252"}, "one_occupation_per_code", "an occupation with this code"),
    (Tier, "mid", {"low": 180000}, "tier_low_not_above_high", "The low is above the high."),
    (Tier, "entry", {"phd_low": 250000}, "tier_phd_low_not_above_high", "The PhD low is above the high."),
    (Tier, "senior", {"total_low": 900000}, "tier_total_low_not_above_high", "The total&#x27;s low is above"),
    (Tier, "mid", {"low": -1}, "tier_amounts_above_zero", "Amounts are above zero."),
    (Tier, "mid", {"ceiling": 2}, "tier_ends_after_it_begins", "The tier ends before it begins."),
    (Tier, "staff", {"floor": 61}, "tier_within_a_working_life", "A tier lies within 60 years."),
    (Tier, "entry", {"phd_source": None}, "tier_phd_range_with_source", "A PhD range has a low, a high and a source."),
    (Tier, "senior", {"total_high": None}, "tier_total_with_source", "A total has a low, a high and a source."),
    (Tier, "entry", {"percentile_low": None}, "tier_percentiles_of_an_occupation", "A comparison names an occupation"),
    (Tier, "entry", {"percentile_low": 90}, "tier_percentiles_in_order", ORDER),
    (Tier, "entry", {"percentile_low": 30}, "tier_percentile_low_is_published", NO_CHOICE),
    (Tier, "entry", {"percentile_high": 80}, "tier_percentile_high_is_published", NO_CHOICE),
    (Tier, "mid", {"printed": ""}, "tier_with_name_and_text", NEEDED),
    (Tier, "mid", {"name": "Senior"}, "one_tier_per_name", TAKEN),
    (State, "CA", {"mean": 0}, "state_mean_above_zero", "Amounts are above zero."),
    (State, "CA", {"slug": "ZZ"}, "state_is_a_state", "This is no postal code of a state"),
    (State, "CA", {"slug": "WA"}, "one_state_per_slug", SLUG_TAKEN),
    (State, "CA", {"name": ""}, "state_with_name", NEEDED),
    (State, "CA", {"name": "Washington"}, "one_state_per_name", TAKEN),
    (Metro, "seattle", {"mean": -5}, "metro_mean_above_zero", "Amounts are above zero."),
    (Metro, "seattle", {"cbsa": "426"}, "metro_with_five_digits", "A CBSA code has five digits."),
    (Metro, "seattle", {"cbsa": "41940"}, "one_metro_per_area", "a metro with this CBSA code already"),
    (Metro, "seattle", {"title": ""}, "metro_with_names", NEEDED),
    (Metro, "seattle", {"name": "Boston"}, "one_metro_per_name", TAKEN),
    (Specialization, "llm-genai", {"premium_low": 50}, "premium_low_not_above_high", "low is above its high."),
    (Specialization, "llm-genai", {"premium_low": 0}, "premium_above_zero", "Amounts are above zero."),
    (
        Specialization,
        "mlops",
        {"band_low": 250000},
        "band_low_not_above_high",
        "The band&#x27;s low is above its high.",
    ),
    (Specialization, "nlp", {"band_percentile_high": 50}, "band_percentiles_in_order", "are out of order."),
    (Specialization, "nlp", {"band_high": 9}, "band_high_with_low", "There is a high without a low."),
    (Specialization, "mlops", {"band_low": -1}, "band_above_zero", "Amounts are above zero."),
    (Specialization, "nlp", {"band_percentile_low": 60}, "band_percentile_low_is_published", NO_CHOICE),
    (Specialization, "nlp", {"band_percentile_high": 95}, "band_percentile_high_is_published", NO_CHOICE),
    (Specialization, "mlops", {"band_percentile_low": 50}, "band_percentiles_of_an_occupation", "Percentiles need the"),
    (Specialization, "mlops", {"stated_for": None}, "specialization_holds_what_its_rule_needs", "it is stated for"),
    (Specialization, "mlops", {"words": ""}, "specialization_with_name_and_text", NEEDED),
    (Specialization, "mlops", {"name": "Computer vision"}, "one_specialization_per_name", TAKEN),
    (Figure, "equity", {"low": 90}, "figure_low_not_above_high", "The low is above the high."),
    (Figure, "equity", {"low": None}, "figure_high_with_low", "There is a high without a low."),
    (Figure, "equity", {"low": 0}, "figure_above_zero", "Amounts are above zero."),
    (Figure, "equity", {"unit": "none"}, "figure_with_its_unit", "words alone have none"),
    (Figure, "equity", {"part": "weather"}, "figure_of_a_known_part", NO_CHOICE),
    (Figure, "equity", {"unit": "euros"}, "figure_in_a_known_unit", NO_CHOICE),
    (Figure, "equity", {"name": ""}, "figure_with_name_and_text", NEEDED),
    (Figure, "equity", {"name": "Signing bonus"}, "one_figure_per_name", TAKEN),
    (Rung, "vp", {"low": 900000}, "rung_low_not_above_high", "The low is above the high."),
    (Rung, "vp", {"low": None}, "rung_high_with_low", "There is a high without a low."),
    (Rung, "vp", {"low": -1}, "rung_amounts_above_zero", "Amounts are above zero."),
    (Rung, "vp", {"high": None}, "leadership_rung_has_a_range", "has a low and a high."),
    (Rung, "vp", {"track": "sales"}, "rung_of_a_known_track", NO_CHOICE),
    (Rung, "vp", {"words": ""}, "rung_with_name_and_text", NEEDED),
    (Rung, "vp", {"name": "?"}, "one_rung_per_name", TAKEN),
    (Parameter, "place-weight", {"value": -1}, "parameter_not_below_zero", "The value is below zero."),
    (Parameter, "place-weight", {"value": 2}, "share_between_zero_and_one", "A share lies between 0 and 1."),
    (Parameter, "oews-largest-error", {"value": 101}, "parameter_within_its_unit", "Percent go to 100"),
    (Parameter, "place-weight", {"unit": "miles"}, "parameter_in_a_known_unit", NO_CHOICE),
    (Parameter, "place-weight", {"words": ""}, "parameter_with_name_and_text", NEEDED),
    (Parameter, "place-weight", {"name": "?"}, "one_parameter_per_name", TAKEN),
    (Takeaway, "growth", {"words": ""}, "takeaway_with_text", NEEDED),
    (NegotiationPoint, "?", {"title": ""}, "negotiation_point_with_text", NEEDED),
    (NegotiationPoint, "?", {"title": "?"}, "one_negotiation_point_per_name", TAKEN),
    (Question, "?", {"answer": ""}, "question_with_text", NEEDED),
    (Question, "?", {"question": "?"}, "one_question_per_wording", TAKEN),
    (PayingSkill, "?", {"name": ""}, "paying_skill_with_text", NEEDED),
    (PayingSkill, "?", {"name": "?"}, "one_paying_skill_per_name", TAKEN),
    (Disagreement, "equity", {"words": ""}, "disagreement_with_text", NEEDED),
]
"""Table, row, values, the constraint, the form's words. A question mark: the first row, and the last row's value."""

TABLES = [model for _, model in editions.TABLES.values()]
SAME_FOR_ALL = {f"one_{model._meta.model_name}_per_slug" for model in TABLES} | {
    f"{model._meta.model_name}_with_slug" for model in TABLES
}


def found(model: Any, slug: str, values: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """Return the row that a rule speaks of, and what it must not hold."""
    rows = model.objects.order_by("pk")
    row = rows.first() if slug == "?" else rows.get(slug=slug)
    other = rows.exclude(pk=row.pk).last()
    return row, {name: getattr(other, name) if value == "?" else value for name, value in values.items()}


def test_every_rule_of_the_database_is_tried() -> None:
    held = {constraint.name for model in TABLES for constraint in model._meta.constraints}
    assert held - SAME_FOR_ALL == {rule[3] for rule in RULES} - SAME_FOR_ALL


def test_every_rule_has_words() -> None:
    for model in TABLES:
        for constraint in model._meta.constraints:
            assert "is violated" not in str(constraint.violation_error_message), constraint.name


@pytest.mark.parametrize(
    ("model", "slug", "values", "constraint", "words"), RULES, ids=[f"{rule[0].__name__} {rule[3]}" for rule in RULES]
)
def test_the_database_refuses_it_and_its_form_says_why(
    editor: Client, draft: Edition, model: Any, slug: str, values: dict[str, Any], constraint: str, words: str
) -> None:
    row, wrong = found(model, slug, values)
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**wrong)
    before = editions.contents(draft)
    page = change(editor, row, **{name: "" if value is None else value for name, value in wrong.items()})
    assert words in page.content.decode()
    assert editions.contents(draft) == before


@pytest.mark.parametrize("model", TABLES)
def test_no_table_takes_a_slug_twice_or_an_empty_one(draft: Edition, model: Any) -> None:
    first, second = model.objects.order_by("pk")[:2]
    for slug in (second.slug, ""):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.filter(pk=first.pk).update(slug=slug)


def test_the_same_values_in_another_edition_are_allowed(editor: Client, edition: Edition, draft: Edition) -> None:
    change(editor, State.objects.get(edition=draft, slug="CA"), mean="160000")
    assert State.objects.get(edition=draft, slug="CA").mean == 160000
