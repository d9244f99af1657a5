"""The form of one offer; two of them stand in an address apart by their prefix."""

from collections.abc import Mapping
from typing import Any

from django import forms

from salaries.by_hand.form import names
from salaries.by_hand.placed import PlacedForm, place_field
from salaries.estimation.profile import Place
from salaries.estimation.total import MAJOR_AI, OTHER, PUBLIC_TECH
from salaries.offer_page.fields import amount_field, choice_field, number_field
from salaries.offers import Offer, faults
from salaries.offers.offer import Engagement

ENGAGEMENTS = (("", "Full time"), ("part-time", "Part time"), ("contract", "Contract"))
PERS = (("", "a year"), ("hour", "an hour"))
EQUITIES = (("", "a year"), ("grant", "in all, over 4 years"))
BONUSES = (("", "dollars a year"), ("percent", "% of base"))
EMPLOYERS = (("", "Not said"), *names("employers", (PUBLIC_TECH, MAJOR_AI, OTHER)))

NEEDS_BASE = "Write the base of this offer: the rest can be placed only beside it."
FIRST, SECOND = "a", "b"
PERCENT = "%"
UNITS = {"base": "per", "equity": "equity_as", "bonus": "bonus_as"}
"""Amounts with the list of their unit, which stands in the same row."""


class OfferForm(PlacedForm):
    """One offer. Without a base and without anything else it is no offer, and no fault."""

    base = amount_field("Base pay")
    per = choice_field("Base pay by", PERS)
    engagement = choice_field("Kind of work", ENGAGEMENTS)
    hours = number_field("Paid hours a week", "Without them: 40.")
    weeks = number_field("Paid weeks a year", "Without them: 52.")
    equity = amount_field("Equity", "At the value you were told.")
    equity_as = choice_field("Equity by", EQUITIES)
    bonus = amount_field("Yearly bonus", "Such as 18000 or 10%.")
    bonus_as = choice_field("Bonus in", BONUSES)
    signing = amount_field("Signing bonus", "Paid once.")
    employer = choice_field("Kind of employer", EMPLOYERS, "The guide's equity figures hold for some.")
    place = place_field("Where the work is. Without one: where you are.")

    def __init__(self, data: Mapping[str, Any] | None, prefix: str, name: str) -> None:
        super().__init__(data, prefix=prefix)
        self.name = name

    @property
    def is_filled(self) -> bool:
        """Whether anything was written or chosen."""
        return any(str(self.data.get(self.add_prefix(name), "")).strip() for name in self.fields)

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField | None]]:
        """The fields in their order, amounts with the list of their unit."""
        units = set(UNITS.values())
        return [(self[name], self[UNITS[name]] if name in UNITS else None) for name in self.fields if name not in units]

    @property
    def told(self) -> list[forms.BoundField]:
        """The fields that words can stand at: all but the units."""
        return [field for field, _ in self.rows]

    def clean(self) -> dict[str, Any]:
        """Find what cannot be meant, field by field."""
        said = self.cleaned_data
        if self.is_filled and said.get("base") is None and "base" not in self.errors:
            self.add_error("base", NEEDS_BASE)
        if self.errors.keys() <= {"place"} and said["base"] is not None:
            for fault in faults(self.offer()):
                self.add_error(fault.field, fault.words)
        return said

    def offer(self) -> Offer:
        """Return the offer of a form whose fields are valid and whose base is written."""
        said = self.cleaned_data
        engagement: Engagement = said["engagement"] or "full-time"
        return Offer(
            name=self.name,
            base=said["base"],
            hourly=said["per"] == "hour",
            engagement=engagement,
            hours=said["hours"],
            weeks=said["weeks"],
            equity=said["equity"],
            equity_is_grant=said["equity_as"] == "grant",
            bonus=said["bonus"],
            bonus_is_percent=said["bonus_as"] == "percent",
            signing=said["signing"],
            place=self.option.place if self.option else Place(),
            employer=said["employer"] or None,
        )


def offer_forms(data: Mapping[str, Any] | None) -> tuple[OfferForm, OfferForm]:
    """Return the forms of both offers."""
    return offer_form(data, FIRST, "Offer A"), offer_form(data, SECOND, "Offer B")


def offer_form(data: Mapping[str, Any] | None, prefix: str, name: str) -> OfferForm:
    return OfferForm(with_share(data, prefix) if data else data, prefix, name)


def with_share(data: Mapping[str, Any], prefix: str) -> Mapping[str, Any]:
    """Return what was sent with a bonus of "10%" as 10 and its unit as percent."""
    amount, unit = f"{prefix}-bonus", f"{prefix}-bonus_as"
    written = str(data.get(amount) or "").strip()
    if not written.endswith(PERCENT):
        return data
    return {**dict(data.items()), amount: written.removesuffix(PERCENT).strip(), unit: "percent"}
