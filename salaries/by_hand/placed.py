"""A form with a place in it: one that several fit is asked for, one that is understood is named in full."""

from typing import Any

from django import forms

from salaries.places.options import ABROAD, REMOTE, PlaceOption
from salaries.places.resolving import fitting
from salaries.places.spelling import key

NO_SUCH_PLACE = "No US city, metropolitan area or state goes by that name. Write it as Seattle, WA, or choose:"
NO_PLACE_SO_LONG = {"max_length": "No place has so long a name. Write it as Seattle, WA."}


def place_field(help_text: str) -> forms.CharField:
    """Return the field of a place: free text, which the form understands."""
    return forms.CharField(
        label="Place", required=False, max_length=80, help_text=help_text, error_messages=NO_PLACE_SO_LONG
    )


class PlacedForm(forms.Form):
    """A form with a field `place`. `option` is the place that was meant, `choice` the places to ask about instead."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.option: PlaceOption | None = None
        self.choice: tuple[PlaceOption, ...] = ()
        for name, field in self.fields.items():
            own = f"id_{self.add_prefix(name)}"
            told = f"{own}_help " if field.help_text else ""
            field.widget.attrs["aria-describedby"] = f"{told}{own}_error"

    def clean_place(self) -> str:
        """Find the place that the text means; where several fit, the page asks which."""
        text = " ".join(self.cleaned_data["place"].split())
        found = fitting(text) if text else ()
        if len(found) == 1:
            self.option = found[0]
        elif text:
            self.choice = (*found, ABROAD) if found else (ABROAD, REMOTE)
            raise forms.ValidationError(f"Several places fit {text}. Which is yours?" if found else NO_SUCH_PLACE)
        return text

    @property
    def told(self) -> list[forms.BoundField]:
        """The fields that words can stand at."""
        return list(self)

    @property
    def taken_as(self) -> str:
        """The place's full name where the text says less, empty otherwise."""
        if self.option is None or key(self.option.name) == key(self.cleaned_data.get("place", "")):
            return ""
        return self.option.name
