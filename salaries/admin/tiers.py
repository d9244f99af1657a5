"""Tiers are checked together: a gap, an overlap or falling pay is no fault of one row alone."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet

from salaries.contents import tables
from salaries.contents.faults import tier_faults

if TYPE_CHECKING:
    InlineFormSet = BaseInlineFormSet[Any, Any, Any]
else:
    InlineFormSet = BaseInlineFormSet

READ = ("slug", "name", "floor", "ceiling", "low", "high", "total_low", "total_high")


class TierFormSet(InlineFormSet):
    """Refuses tiers that do not join."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        refuse(form.cleaned_data for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE"))


def refuse(tiers: Iterable[Mapping[str, Any]]) -> None:
    """Raise `ValidationError` with every fault between the tiers."""
    if found := tier_faults(map(_as_row, tiers)):
        raise ValidationError(found)


def _as_row(tier: Mapping[str, Any]) -> tables.Tier:
    values: dict[str, Any] = {name: tier.get(name) for name in READ}
    return tables.Tier(printed="", source="", words="", **values)
