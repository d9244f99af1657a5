"""What is paid: percentiles, tiers, the ladder, and all other figures."""

from itertools import pairwise

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from salaries.models.limits import (
    MOST_YEARS,
    as_long_as,
    filled,
    high_needs_low,
    known,
    once,
    ordered,
    positive,
)
from salaries.models.row import NAME_TAKEN, Row, money, number, source_field

PERCENTILES = ("p10", "p25", "p50", "p75", "p90")
PUBLISHED_PERCENTILES = (10, 25, 50, 75, 90)
PERCENTILE_CHOICES = [(percentile, f"{percentile}th") for percentile in PUBLISHED_PERCENTILES]
NO_PERCENTILE = "The guide prints the 10th, 25th, 50th, 75th and 90th percentile."
SOC_WORDS = "An occupation's code is written as 15-2051 is."
SOC = RegexValidator(r"^\d{2}-\d{4}$", SOC_WORDS)


PARTS = ("overview", "compensation", "benefits", "negotiation", "growth")
UNITS = ("usd-year", "usd-once", "usd-conference", "percent", "years", "none")


def _rising(kind: str) -> models.CheckConstraint:
    condition = Q()
    for lower, upper in pairwise(PERCENTILES):
        condition &= Q(**{f"{kind}_{lower}__lt": F(f"{kind}_{upper}")})
    return models.CheckConstraint(
        name=f"{kind}_percentiles_in_order",
        condition=condition & Q(**{f"{kind}_p10__gt": 0}),
        violation_error_message=f"The {kind} percentiles are out of order: each is above the one before.",
    )


class Occupation(Row):
    """One occupation's national wages at five percentiles."""

    name = models.CharField(max_length=80)
    soc = models.CharField("SOC", max_length=7, validators=[SOC], help_text="Occupation code, 15-2051.")
    words = models.TextField("text")
    annual_p10 = money(help_text="US dollars a year.")
    annual_p25 = money(help_text="US dollars a year.")
    annual_p50 = money(help_text="US dollars a year. The median.")
    annual_p75 = money(help_text="US dollars a year.")
    annual_p90 = money(help_text="US dollars a year.")
    hourly_p10 = money(help_text="US dollars an hour.")
    hourly_p25 = money(help_text="US dollars an hour.")
    hourly_p50 = money(help_text="US dollars an hour. The median.")
    hourly_p75 = money(help_text="US dollars an hour.")
    hourly_p90 = money(help_text="US dollars an hour.")

    class Meta(Row.Meta):
        constraints = (
            *Row.Meta.constraints,
            _rising("annual"),
            _rising("hourly"),
            as_long_as("occupation_with_its_code", "soc", 7, SOC_WORDS),
            filled("occupation_with_name_and_text", "name", "words"),
            once("one_occupation_per_name", "name", words=NAME_TAKEN),
            once("one_occupation_per_code", "soc", words="The edition has an occupation with this code already."),
        )


class Tier(Row):
    """An experience tier: relevant years from the floor to under the ceiling, and what the guide pays for them."""

    name = models.CharField(max_length=80)
    printed = models.CharField(max_length=80, help_text='The years as the guide prints them: "3 to 5 years".')
    floor = number(help_text="Relevant years from which the tier holds.")
    ceiling = number(
        null=True, blank=True, help_text="Relevant years at which the next tier begins; empty in the last."
    )
    low = money(help_text="Base, US dollars a year.")
    high = money(help_text="Base, US dollars a year.")
    phd_low = money(null=True, blank=True, help_text="What finished PhDs start at, US dollars a year; first tier only.")
    phd_high = money(null=True, blank=True, help_text="US dollars a year.")
    phd_source = source_field(null=True, blank=True)
    total_low = money(null=True, blank=True, help_text="Total pay at large tech companies, US dollars a year.")
    total_high = money(null=True, blank=True, help_text="US dollars a year.")
    total_and_up = models.BooleanField(default=False, help_text='The guide prints a "+" behind the total.')
    total_source = source_field(null=True, blank=True)
    percentile_occupation = models.ForeignKey(Occupation, models.RESTRICT, related_name="+", null=True, blank=True)
    percentile_low = models.PositiveSmallIntegerField(null=True, blank=True, choices=PERCENTILE_CHOICES)
    percentile_high = models.PositiveSmallIntegerField(
        null=True, blank=True, choices=PERCENTILE_CHOICES, help_text='Empty: "or above".'
    )
    words = models.TextField("what distinguishes it")

    class Meta(Row.Meta):
        ordering = ("floor",)
        constraints = (
            *Row.Meta.constraints,
            ordered("tier_low_not_above_high", "low", "high"),
            ordered("tier_phd_low_not_above_high", "phd_low", "phd_high", "The PhD low is above the high."),
            ordered("tier_total_low_not_above_high", "total_low", "total_high", "The total's low is above its high."),
            positive("tier_amounts_above_zero", "low", "high", "phd_low", "total_low"),
            models.CheckConstraint(
                name="tier_ends_after_it_begins",
                condition=Q(floor__gte=0) & (Q(ceiling=None) | Q(ceiling__gt=F("floor"))),
                violation_error_message="The tier ends before it begins.",
            ),
            models.CheckConstraint(
                name="tier_within_a_working_life",
                condition=Q(floor__lte=MOST_YEARS) & (Q(ceiling=None) | Q(ceiling__lte=MOST_YEARS)),
                violation_error_message=f"A tier lies within {MOST_YEARS} years.",
            ),
            models.CheckConstraint(
                name="tier_percentiles_of_an_occupation",
                condition=Q(percentile_occupation=None, percentile_low=None, percentile_high=None)
                | Q(percentile_occupation__isnull=False, percentile_low__isnull=False),
                violation_error_message="A comparison names an occupation and the percentile from which it holds.",
            ),
            ordered("tier_percentiles_in_order", "percentile_low", "percentile_high", "The percentiles fall."),
            known("tier_percentile_low_is_published", "percentile_low", PUBLISHED_PERCENTILES, NO_PERCENTILE),
            known("tier_percentile_high_is_published", "percentile_high", PUBLISHED_PERCENTILES, NO_PERCENTILE),
            filled("tier_with_name_and_text", "name", "printed", "words"),
            once("one_tier_per_name", "name", words=NAME_TAKEN),
            models.CheckConstraint(
                name="tier_phd_range_with_source",
                condition=Q(phd_low=None, phd_high=None)
                | Q(phd_low__isnull=False, phd_high__isnull=False, phd_source__isnull=False),
                violation_error_message="A PhD range has a low, a high and a source.",
            ),
            models.CheckConstraint(
                name="tier_total_with_source",
                condition=Q(total_low=None, total_high=None)
                | Q(total_low__isnull=False, total_high__isnull=False, total_source__isnull=False),
                violation_error_message="A total has a low, a high and a source.",
            ),
        )


class Rung(Row):
    """A step of the career ladder beyond the tiers."""

    class Track(models.TextChoices):
        LEADERSHIP = "leadership"
        RESEARCH = "research"

    track = models.CharField(max_length=20, choices=Track)
    name = models.CharField(max_length=80)
    low = money(null=True, blank=True, help_text="US dollars a year; empty where the guide gives no figure.")
    high = money(null=True, blank=True, help_text="US dollars a year.")
    and_up = models.BooleanField(default=False, help_text='The guide prints a "+" behind it.')
    is_base = models.BooleanField(default=False, help_text="The guide calls these figures base salary.")
    words = models.TextField("text")

    class Meta(Row.Meta):
        constraints = (
            *Row.Meta.constraints,
            ordered("rung_low_not_above_high", "low", "high"),
            high_needs_low("rung_high_with_low", "low", "high"),
            positive("rung_amounts_above_zero", "low", "high"),
            models.CheckConstraint(
                name="leadership_rung_has_a_range",
                condition=~Q(track="leadership") | Q(low__isnull=False, high__isnull=False),
                violation_error_message="A rung of the leadership track has a low and a high.",
            ),
            known("rung_of_a_known_track", "track", ("leadership", "research"), "A rung is of leadership or research."),
            filled("rung_with_name_and_text", "name", "words"),
            once("one_rung_per_name", "name", words=NAME_TAKEN),
        )


class Figure(Row):
    """Any other figure of the guide: overview, pay beside the base, benefits, growth."""

    class Part(models.TextChoices):
        OVERVIEW = "overview"
        COMPENSATION = "compensation", "total compensation"
        BENEFITS = "benefits"
        NEGOTIATION = "negotiation"
        GROWTH = "growth"

    class Unit(models.TextChoices):
        USD_YEAR = "usd-year", "US dollars a year"
        USD_ONCE = "usd-once", "US dollars, once"
        USD_CONFERENCE = "usd-conference", "US dollars a conference"
        PERCENT = "percent"
        YEARS = "years"
        NONE = "none", "words only"

    part = models.CharField(max_length=20, choices=Part)
    name = models.CharField(max_length=80)
    unit = models.CharField(max_length=20, choices=Unit)
    low = number(null=True, blank=True, help_text="In the unit given; empty where the guide gives no figure.")
    high = number(null=True, blank=True, help_text="Empty where the guide gives no upper figure.")
    and_up = models.BooleanField(default=False, help_text='The guide prints a "+" behind it.')
    words = models.TextField("text")

    class Meta(Row.Meta):
        constraints = (
            *Row.Meta.constraints,
            ordered("figure_low_not_above_high", "low", "high"),
            high_needs_low("figure_high_with_low", "low", "high"),
            positive("figure_above_zero", "low", "high"),
            models.CheckConstraint(
                name="figure_with_its_unit",
                condition=Q(unit="none", low=None) | (~Q(unit="none") & Q(low__isnull=False)),
                violation_error_message="A figure has a unit, and words alone have none.",
            ),
            known("figure_of_a_known_part", "part", PARTS, "This is no part of the guide."),
            known("figure_in_a_known_unit", "unit", UNITS, "This is no unit of the guide's."),
            filled("figure_with_name_and_text", "name", "words"),
            once("one_figure_per_name", "part", "name", words=NAME_TAKEN),
        )
