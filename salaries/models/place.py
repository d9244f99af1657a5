"""What places pay."""

from django.core.validators import RegexValidator
from django.db import models

from salaries.models.row import Row, money, positive

TWO_CAPITALS = RegexValidator(r"^[A-Z]{2}$", "A state is given by its postal code: two capital letters.")
FIVE_DIGITS = RegexValidator(r"^\d{5}$", "A CBSA code has five digits.")


class State(Row):
    """A state's mean wage."""

    slug = models.CharField("code", max_length=2, validators=[TWO_CAPITALS], help_text="Postal code.")
    name = models.CharField(max_length=80)
    mean = money(verbose_name="annual mean, US dollars")

    class Meta(Row.Meta):
        ordering = ("-mean",)
        constraints = (*Row.Meta.constraints, positive("state_mean_above_zero", "mean"))


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
            models.UniqueConstraint(name="one_metro_per_area", fields=("edition", "cbsa")),
        )
