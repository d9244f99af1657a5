"""What a visitor can send: a file, and corrections of what was read."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from django import forms

from resumes.corrections import ABROAD, UNKNOWN, CityOrState, UnknownPlace, us_place
from resumes.extraction.facts import Location
from resumes.presentation import words
from resumes.profile import Corrections


class UploadForm(forms.Form):
    """The one file of an upload; what it holds is judged by its bytes, later."""

    file = forms.FileField(
        label="Your resume",
        allow_empty_file=True,
        error_messages={"required": "No file came with the form. Choose one, then send it."},
    )


WHERE = [
    ("", "As it was read"),
    ("us", "In this US city or state"),
    ("abroad", "Outside the United States"),
    ("unknown", "Rather not say"),
]
AS_READ = [("", "As it was read")]
YES_NO = [("", "As it was read"), ("yes", "Yes"), ("no", "No")]


class CorrectionForm(forms.Form):
    """Corrections of what was read. A field that is left out of the form stays as it is; a blank one is taken back."""

    years = forms.DecimalField(
        label="Relevant years",
        required=False,
        min_value=Decimal(0),
        max_value=Decimal(60),
        max_digits=4,
        decimal_places=2,
        help_text="Paid ML work in full, paid software and data work by half.",
        error_messages={
            "invalid": "Write the years as a number, such as 6.5.",
            "min_value": "Years cannot be below 0.",
            "max_value": "Years above 60 are not taken.",
        },
    )
    tier = forms.ChoiceField(
        label="Tier",
        required=False,
        choices=[("", "As the years give it"), *words.choices("tiers")],
        help_text="Where your title says another tier than your years.",
    )
    specialization = forms.ChoiceField(
        label="Specialization", required=False, choices=AS_READ + words.choices("specializations")
    )
    llm_production = forms.ChoiceField(
        label="LLM work in a paid role",
        required=False,
        choices=YES_NO,
        help_text="The guide ties the LLM premium to production experience.",
    )
    where = forms.ChoiceField(label="Where you are", required=False, choices=WHERE)
    place = forms.CharField(
        label="US city or state", required=False, max_length=80, help_text="Such as Seattle, WA or Colorado."
    )
    degree = forms.ChoiceField(
        label="Highest finished degree", required=False, choices=AS_READ + words.choices("degrees")
    )
    employer = forms.ChoiceField(label="Kind of employer", required=False, choices=AS_READ + words.choices("employers"))
    rung = forms.ChoiceField(
        label="Leadership role",
        required=False,
        choices=[("", "None: an engineer's role"), *words.choices("rungs")],
        help_text="Replaces the tier by the role's own range.",
    )

    def tell(self, as_read: Mapping[str, str]) -> None:
        """Name what was read beside each field, so that nobody has to guess what would be changed."""
        for name, words_read in as_read.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", f"As it was read: {words_read}"), *cast(list[tuple[str, str]], field.choices)[1:]]
            else:
                # A form with errors has bound its fields before, help and all.
                field.help_text = self[name].help_text = f"Counted: {words_read}. {field.help_text}"

    def clean(self) -> dict[str, Any]:
        """Resolve the place: a text alone means a US city or state."""
        data = super().clean() or {}
        text = data.get("place", "")
        if data.get("where") == "us" and not text:
            self.add_error("place", "Name the city or state, such as Seattle, WA.")
        elif data.get("where") == "us" or (text and not data.get("where")):
            data["location"] = self.resolved(text)
        return data

    def resolved(self, text: str) -> Location | None:
        """Return the place of that name; None with words at the field where there is none."""
        try:
            return us_place(text)
        except UnknownPlace:
            self.add_error("place", "No US city or state goes by that name. Write it as Seattle, WA or Colorado.")
        except CityOrState:
            self.add_error(
                "place", f"Is that the city or the state? For the state, write {text} state; for the city, both."
            )
        return None

    def laid_over(self, before: Corrections) -> Corrections:
        """Return the corrections after this form: the fields that were sent replace those of `before`."""
        said: dict[str, Any] = {name: self.said(name) for name in PLAIN if name in self.data}
        if "where" in self.data or "place" in self.data:
            said["place"] = self.location()
        return replace(before, **said)

    def said(self, name: str) -> Any:
        value = self.cleaned_data[name]
        if name == "llm_production":
            return {"yes": True, "no": False}.get(value)
        return None if value == "" else value

    def location(self) -> Location | None:
        fixed = {"abroad": ABROAD, "unknown": UNKNOWN}
        return fixed.get(self.cleaned_data["where"], self.cleaned_data.get("location"))


PLAIN = ("years", "tier", "specialization", "llm_production", "degree", "employer", "rung")
"""Fields whose value is the correction itself."""


def initial(said: Corrections) -> dict[str, Any]:
    """Return what the form shows of corrections that stand."""
    values: dict[str, Any] = {name: getattr(said, name) for name in PLAIN if getattr(said, name) is not None}
    if said.llm_production is not None:
        values["llm_production"] = "yes" if said.llm_production else "no"
    if said.place is not None:
        values |= initial_place(said.place)
    return values


def initial_place(place: Location) -> dict[str, str]:
    if place in (ABROAD, UNKNOWN):
        return {"where": "abroad" if place == ABROAD else "unknown"}
    return {"where": "us", "place": ", ".join(part for part in (place.city, place.region) if part)}
