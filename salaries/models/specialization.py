"""Specializations with their rules, and the figures of the method."""

from django.db import models
from django.db.models import Q

from salaries.models.limits import MOST_YEARS, filled, high_needs_low, known, once, ordered, positive
from salaries.models.pay import NO_PERCENTILE, PERCENTILE_CHOICES, PUBLISHED_PERCENTILES, Occupation, Tier
from salaries.models.row import NAME_TAKEN, Row, money, number

PREMIUM = Q(premium_low__isnull=False, premium_high__isnull=False)
NO_PREMIUM = Q(premium_low=None, premium_high=None)
BY_AMOUNTS = Q(band_low__isnull=False, band_occupation=None)
BY_PERCENTILES = Q(band_low=None, band_occupation__isnull=False, band_percentile_low__isnull=False)
PARAMETER_UNITS = ("share", "years", "percent", "jobs", "usd")
NO_BAND = Q(band_low=None, band_occupation=None)


class Specialization(Row):
    """A specialization and what it changes."""

    class Rule(models.TextChoices):
        NONE = "none", "changes nothing"
        PREMIUM = "premium", "premium on the generalist's range"
        BAND = "band", "band at one tier"

    name = models.CharField(max_length=80)
    rule = models.CharField(max_length=20, choices=Rule)
    premium_low = number(null=True, blank=True, help_text="Percent above the generalist.")
    premium_high = number(null=True, blank=True, help_text="Percent above the generalist.")
    band_low = money(null=True, blank=True, help_text="US dollars a year.")
    band_high = money(null=True, blank=True, help_text="US dollars a year.")
    band_and_up = models.BooleanField(default=False, help_text='The guide prints a "+" behind the band.')
    band_occupation = models.ForeignKey(
        Occupation,
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        help_text="Where the guide gives the band as percentiles of an occupation.",
    )
    band_percentile_low = models.PositiveSmallIntegerField(null=True, blank=True, choices=PERCENTILE_CHOICES)
    band_percentile_high = models.PositiveSmallIntegerField(
        null=True, blank=True, choices=PERCENTILE_CHOICES, help_text='Empty: "or above".'
    )
    stated_for = models.ForeignKey(
        Tier,
        models.RESTRICT,
        related_name="+",
        null=True,
        blank=True,
        help_text="The tier that the band is stated for.",
    )
    may_pay_less = models.BooleanField(default=False, help_text="The guide says that it pays less than the others.")
    words = models.TextField("text")

    class Meta(Row.Meta):
        constraints = (
            *Row.Meta.constraints,
            ordered(
                "premium_low_not_above_high", "premium_low", "premium_high", "The premium's low is above its high."
            ),
            ordered("band_low_not_above_high", "band_low", "band_high", "The band's low is above its high."),
            ordered(
                "band_percentiles_in_order",
                "band_percentile_low",
                "band_percentile_high",
                "The band's percentiles are out of order.",
            ),
            high_needs_low("band_high_with_low", "band_low", "band_high"),
            positive("band_above_zero", "band_low"),
            positive("premium_above_zero", "premium_low"),
            known("band_percentile_low_is_published", "band_percentile_low", PUBLISHED_PERCENTILES, NO_PERCENTILE),
            known("band_percentile_high_is_published", "band_percentile_high", PUBLISHED_PERCENTILES, NO_PERCENTILE),
            models.CheckConstraint(
                name="band_percentiles_of_an_occupation",
                condition=Q(band_occupation__isnull=False) | Q(band_percentile_low=None, band_percentile_high=None),
                violation_error_message="Percentiles need the occupation that they are of.",
            ),
            filled("specialization_with_name_and_text", "name", "words"),
            once("one_specialization_per_name", "name", words=NAME_TAKEN),
            models.CheckConstraint(
                name="specialization_holds_what_its_rule_needs",
                condition=(Q(rule="none") & NO_PREMIUM & NO_BAND)
                | (Q(rule="premium") & PREMIUM & NO_BAND)
                | (Q(rule="band") & NO_PREMIUM & Q(stated_for__isnull=False) & (BY_AMOUNTS | BY_PERCENTILES)),
                violation_error_message=(
                    "A premium has a low and a high in percent; a band has amounts or percentiles, not both, and the "
                    'tier it is stated for; "changes nothing" has neither.'
                ),
            ),
        )


class Parameter(Row):
    """A figure of the method: a weight or a limit that the guide does not print."""

    class Unit(models.TextChoices):
        SHARE = "share", "share (0 to 1)"
        YEARS = "years"
        PERCENT = "percent"
        JOBS = "jobs"
        USD = "usd", "US dollars"

    name = models.CharField(max_length=80)
    value = number(help_text="In the unit given.")
    unit = models.CharField(max_length=20, choices=Unit)
    words = models.TextField("what it drives")

    class Meta(Row.Meta):
        constraints = (
            *Row.Meta.constraints,
            models.CheckConstraint(
                name="parameter_not_below_zero",
                condition=Q(value__gte=0) & (~Q(unit="usd") | Q(value__gt=0)),
                violation_error_message="The value is below zero.",
            ),
            models.CheckConstraint(
                name="share_between_zero_and_one",
                condition=~Q(unit="share") | Q(value__lte=1),
                violation_error_message="A share lies between 0 and 1.",
            ),
            models.CheckConstraint(
                name="parameter_within_its_unit",
                condition=(~Q(unit="percent") | Q(value__lte=100)) & (~Q(unit="years") | Q(value__lte=MOST_YEARS)),
                violation_error_message=f"Percent go to 100 and years to {MOST_YEARS}.",
            ),
            known("parameter_in_a_known_unit", "unit", PARAMETER_UNITS, "This is no unit of the method's."),
            filled("parameter_with_name_and_text", "name", "words"),
            once("one_parameter_per_name", "name", words=NAME_TAKEN),
        )
