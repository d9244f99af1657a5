"""The form of a what-if: every field that is left blank stays as it is; all of it stands in the page's address."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from django import forms

from resumes.presentation import words
from resumes.presentation.current import Current
from resumes.presentation.words import named, sentence
from salaries.by_hand.form import SpecializationSelect, list_field, years_field
from salaries.by_hand.placed import PlacedForm, place_field
from salaries.estimation.profile import Profile
from salaries.estimation.years import years_of

NO_RUNG = "none"
"""An engineer's role, for somebody who is priced as a leader."""


class WhatIfForm(PlacedForm):
    """What is to be different, for one person on one edition's guide."""

    place = place_field("US city, metropolitan area or state.")
    specialization = list_field("Specialization", widget=SpecializationSelect())
    llm = forms.BooleanField(
        label="LLM work in production, in a paid role",
        required=False,
        help_text="The guide ties its premium to production experience.",
    )
    years = years_field("Relevant years", "ML work in full, software and data work by half.")
    degree = list_field("Highest finished degree", "The guide gives a figure for a PhD alone.")
    employer = list_field("Kind of employer", "Changes the total pay, not the base.")
    rung = list_field("Leadership role", "Its range replaces that of years and specialization.")

    def __init__(self, stands: Current, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.stands = stands
        own, guide = stands.profile, stands.guide
        special = [one.slug for one in guide.specializations]
        self._offer("specialization", names("specializations", special), named("specializations", own.specialization))
        self._offer("degree", words.choices("degrees"), "a PhD" if own.phd else "no PhD that counts")
        self._offer("employer", words.choices("employers"), named("employers", own.employer) if own.employer else "")
        rungs = names("rungs", [rung.slug for rung in guide.ladder])
        engineer = [(NO_RUNG, "None: an engineer's role")] if own.rung else []
        self._offer("rung", [*engineer, *rungs], named("rungs", own.rung) if own.rung else "an engineer's role")
        self.fields["years"].widget.attrs["placeholder"] = f"{years_of(own, guide):.2f}"
        self.fields["place"].widget.attrs["placeholder"] = sentence(stands.where)
        self._mark_premiums()

    def _mark_premiums(self) -> None:
        """Ask for production experience where it decides a premium, and nobody who has it."""
        if self.stands.profile.llm_production:
            del self.fields["llm"]
        premiums = {one.slug for one in self.stands.guide.specializations if one.rule == "premium"}
        as_it_is = {""} if self.stands.profile.specialization in premiums else set()
        widget = cast(SpecializationSelect, self.fields["specialization"].widget)
        widget.premiums = frozenset(premiums | as_it_is)

    def _offer(self, name: str, choices: list[tuple[str, str]], own: str) -> None:
        blank = f"As it is: {own}" if own else "As it is: not known"
        cast(forms.ChoiceField, self.fields[name]).choices = [("", blank), *choices]

    def said(self) -> Iterator[str]:
        """Yield the fields of a valid form that say anything."""
        for name, value in self.cleaned_data.items():
            if value not in (None, "", False):
                yield name

    def profile(self, *only: str) -> Profile:
        """Return the changed person of a valid form; `only` takes these fields alone."""
        changed = self.stands.profile
        for name in self.said():
            if not only or name in only:
                changed = replace(changed, **self.change(name))
        return changed

    def change(self, name: str) -> dict[str, Any]:
        """Return what a field of a valid form changes in a profile."""
        value = self.cleaned_data[name]
        if name == "place":
            return {"place": self.option.place} if self.option else {}
        if name == "years":
            return {"relevant_years": value, "tier": None}
        if name == "degree":
            return {"phd": value == "phd"}
        if name == "llm":
            return {"llm_production": True}
        return {name: None if value == NO_RUNG else value}


def names(family: str, slugs: list[str]) -> list[tuple[str, str]]:
    """Return slugs with what they are called, as choices."""
    return [(slug, sentence(named(family, slug))) for slug in slugs]
