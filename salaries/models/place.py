"""What places pay."""

from django.core.validators import RegexValidator
from django.db import models

from salaries.models.limits import as_long_as, filled, known, once, positive
from salaries.models.row import NAME_TAKEN, Row, money
from salaries.reference import states

POSTAL_CODES = tuple(sorted(states.load()))
NO_STATE = "This is no postal code of a state, of the District of Columbia or of Puerto Rico."

TWO_CAPITALS = RegexValidator(r"^[A-Z]{2}$", "A state is given by its postal code: two capital letters.")
FIVE_DIGITS = RegexValidator(r"^\d{5}$", "A CBSA code has five digits.")


class State(Row):
    """A state's mean wage."""

    slug = models.CharField("code", max_length=2, validators=[TWO_CAPITALS], help_text="Postal code.")
    name = models.CharField(max_length=80)
    mean = money(verbose_name="annual mean, US dollars")

    class Meta(Row.Meta):
        ordering = ("-mean",)
        constraints = (
            *Row.Meta.constraints,
            positive("state_mean_above_zero", "mean"),
            known("state_is_a_state", "slug", POSTAL_CODES, NO_STATE),
            filled("state_with_name", "name"),
            once("one_state_per_name", "name", words=NAME_TAKEN),
        )


class Metro(Row):
    """A metropolitan area's mean wage."""

    cbsa = models.CharField("CBSA", max_length=5, validators=[FIVE_DIGITS], help_text="Code of the area.")
    name = models.CharField(max_length=80, help_text="Short: Seattle.")
    title = models.CharField(max_length=120, help_text="In full: Seattle-Tacoma-Bellevue, WA.")
    mean = money(verbose_name="annual mean, US dollars")

    class Meta(Row.Meta):
        ordering = ("-mean",)
        constraints = (
            *Row.Meta.constraints,
            positive("metro_mean_above_zero", "mean"),
            once("one_metro_per_area", "cbsa", words="The edition has a metro with this CBSA code already."),
            as_long_as("metro_with_five_digits", "cbsa", 5, "A CBSA code has five digits."),
            filled("metro_with_names", "name", "title"),
            once("one_metro_per_name", "name", words=NAME_TAKEN),
        )
