"""Fields of an offer: amounts as people write them, and lists whose first choice needs no word in the address."""

import re
from decimal import Decimal
from typing import Any

from django import forms

NOT_AMOUNT = "Write the amount as a number, such as 185000, $185,000 or 185k."
NOT_NUMBER = "Write a number, such as 40."
NOT_LISTED = {"invalid_choice": "Choose one from the list."}
BELOW_ZERO = "This cannot be below 0."
TOO_LONG = "An amount so large is not taken."

WRITTEN = re.compile(r"\$?\s*(?P<sum>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+|\d+\.)\s*(?P<size>[km]?)", re.IGNORECASE)
SIZES = {"": Decimal(1), "k": Decimal(1_000), "m": Decimal(1_000_000)}


class AmountField(forms.DecimalField):
    """US dollars, also with a dollar sign, commas, and k or m for thousands and millions."""

    def to_python(self, value: Any) -> Any:
        """Return the amount; raise `ValidationError` with words for what is none."""
        text = str(value or "").strip()
        found = WRITTEN.fullmatch(text)
        if found is None:
            return super().to_python(text)
        return super().to_python(Decimal(found["sum"].replace(",", "")) * SIZES[found["size"].lower()])


def amount_field(label: str, help_text: str = "") -> AmountField:
    """Return a field of dollars: of free text, so that what is no amount reaches the server and gets words."""
    return AmountField(**_number(label, help_text, NOT_AMOUNT), max_digits=13)


def number_field(label: str, help_text: str = "") -> forms.DecimalField:
    """Return a field of a small number, such as hours."""
    return forms.DecimalField(**_number(label, help_text, NOT_NUMBER), max_digits=6)


def choice_field(label: str, choices: tuple[tuple[str, str], ...], help_text: str = "") -> forms.ChoiceField:
    """Return a list to choose from; the first choice stands for an empty value."""
    return forms.ChoiceField(
        label=label, choices=choices, help_text=help_text, required=False, error_messages=NOT_LISTED
    )


def _number(label: str, help_text: str, words: str) -> dict[str, Any]:
    return {
        "label": label,
        "help_text": help_text,
        "required": False,
        "min_value": Decimal(0),
        "decimal_places": 2,
        "widget": forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        "error_messages": {
            "invalid": words,
            "max_decimal_places": words,
            "max_digits": TOO_LONG,
            "max_whole_digits": TOO_LONG,
            "min_value": BELOW_ZERO,
        },
    }
