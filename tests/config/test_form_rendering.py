"""Widgets that are written directly are the same as Django's own."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test.html import parse_html

from config.form_rendering import PlainWidgets

GROUPED = [("", "None"), ("Names", [("a", "Ann & <b>"), (2, "Bo")]), (True, "Yes")]


class Everything(forms.Form):
    """Each kind of field that is written directly, and one that is not."""

    words = forms.CharField(required=False, max_length=9, help_text="Such as this.")
    number = forms.DecimalField(required=False, min_value=0, decimal_places=2)
    choice = forms.ChoiceField(required=False, choices=GROUPED)
    required = forms.CharField(widget=forms.TextInput(attrs={"data-x": '"<&', "hidden": False, "autofocus": True}))
    long = forms.CharField(required=False, widget=forms.Textarea)


@pytest.mark.parametrize(
    "data", [None, {"words": '"><', "number": "1.5", "choice": "2"}, {"choice": "a", "number": "x"}]
)
def test_every_widget_is_as_django_writes_it(data: dict[str, str] | None) -> None:
    ours, theirs = Everything(data, renderer=PlainWidgets()), Everything(data, renderer=DjangoTemplates())
    assert [parse_html(str(field)) for field in ours] == [parse_html(str(field)) for field in theirs]


def test_it_is_the_one_that_forms_use() -> None:
    assert isinstance(Everything().renderer, PlainWidgets)
