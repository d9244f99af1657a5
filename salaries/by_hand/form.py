"""What one says of oneself to get an estimate by hand; all of it stands in the page's address."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

from django import forms

from salaries.by_hand.placed import PlacedForm, place_field
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Place, Profile
from salaries.estimation.total import MAJOR_AI, OTHER, PUBLIC_TECH
from salaries.explanation.words import named, sentence

MOST_YEARS = Decimal(60)
GENERALIST = "generalist"
PHD = "phd"

NOT_LISTED = {"invalid_choice": "Choose one from the list."}
NOT_YEARS = "Write the years as a number with at most two decimals, such as 6.5."
TOO_MANY = f"Years above {MOST_YEARS} are not taken."
YEARS_SAID = {
    **dict.fromkeys(("invalid", "max_digits", "max_decimal_places"), NOT_YEARS),
    **dict.fromkeys(("max_whole_digits", "max_value"), TOO_MANY),
    "min_value": "Years cannot be below 0.",
}


class SpecializationSelect(forms.Select):
    """A list that marks the specializations which the guide pays for in production only: the page then asks."""

    premiums: frozenset[str] = frozenset()

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Return an option, marked where it has a premium."""
        option = super().create_option(name, value, *args, **kwargs)
        if str(value) in self.premiums:
            option["attrs"]["data-premium"] = True
        return option


def years_field(label: str, help_text: str) -> forms.DecimalField:
    """Return a field of years: of free text, so that what is no number reaches the server and gets words."""
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        required=False,
        min_value=Decimal(0),
        max_value=MOST_YEARS,
        max_digits=4,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages=YEARS_SAID,
    )


def list_field(label: str, help_text: str = "", widget: forms.Select | None = None) -> forms.ChoiceField:
    """Return a list to choose from; its choices come from the edition."""
    return forms.ChoiceField(label=label, help_text=help_text, required=False, widget=widget, error_messages=NOT_LISTED)


class ByHandForm(PlacedForm):
    """The form of one edition: what one says of oneself."""

    ml = years_field("Years of ML work", "Paid work. Study, internships and projects do not count.")
    adjacent = years_field("Years of software or data work", "Paid, apart from the ML work. Counted in part.")
    degree = list_field("Highest finished degree", "The guide gives a figure for this PhD alone.")
    specialization = list_field("Specialization", widget=SpecializationSelect())
    llm = forms.BooleanField(
        label="LLM work in production, in a paid role",
        required=False,
        help_text="The guide ties its premium to production experience.",
    )
    place = place_field("US city, metropolitan area or state. Without one: the US national range.")
    employer = list_field("Kind of employer", "For the total pay only.")
    rung = list_field("Leadership role", "Its range replaces that of years and specialization.")

    def __init__(self, guide: Guide, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.guide = guide
        self._fill_lists()

    def _fill_lists(self) -> None:
        """Offer what the edition holds."""
        special = self.guide.specializations
        others = [one.slug for one in special if one.slug != GENERALIST]
        self._offer(
            "degree", [(PHD, "PhD in computing, statistics, engineering or a natural science")], "Other, or none"
        )
        self._offer("specialization", names("specializations", others), "Generalist")
        self._offer("employer", names("employers", (PUBLIC_TECH, MAJOR_AI, OTHER)), "Not said")
        self._offer("rung", names("rungs", [rung.slug for rung in self.guide.ladder]), "None: an engineer's role")
        widget = cast(SpecializationSelect, self.fields["specialization"].widget)
        widget.premiums = frozenset(one.slug for one in special if one.rule == "premium")

    def _offer(self, name: str, choices: list[tuple[str, str]], blank: str) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [("", blank), *choices]

    @property
    def tells_enough(self) -> bool:
        """Whether a valid form says how long somebody has worked, or which leadership role is theirs."""
        said = self.cleaned_data
        return said["ml"] is not None or said["adjacent"] is not None or bool(said["rung"])

    def profile(self) -> Profile:
        """Return what the estimator gets of a valid form."""
        said = self.cleaned_data
        return Profile(
            ml_years=said["ml"] or Decimal(0),
            adjacent_years=said["adjacent"] or Decimal(0),
            rung=said["rung"] or None,
            specialization=said["specialization"] or GENERALIST,
            llm_production=said["llm"],
            phd=said["degree"] == PHD,
            place=self.option.place if self.option else Place(),
            employer=said["employer"] or None,
        )


def names(family: str, slugs: Iterable[str]) -> list[tuple[str, str]]:
    """Return slugs with what they are called, as choices."""
    return [(slug, sentence(named(family, slug))) for slug in slugs]
