"""Try an entry out on a text before it is saved: what is found now, and what would be."""

import time
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from resumes import failures
from resumes.admin.opened import mark, refuse_stale
from resumes.extraction.amendments import Amendments
from resumes.lexicon import comparison, stored, trials
from resumes.lexicon.rows import LONGEST_TEXT

if TYPE_CHECKING:  # the admin takes a type argument only in its stubs
    ModelAdmin = admin.ModelAdmin[Any]
    EntryBase = forms.ModelForm[Any]
else:
    ModelAdmin = admin.ModelAdmin
    EntryBase = forms.ModelForm

TRY = "_try"
FRAMES = (
    ("job", "What is written under a job"),
    ("skills", "A list of skills"),
    ("resume", "A whole resume"),
    ("employers", "Employers, one a line"),
)
NO_ANSWER = "No worker has answered within {seconds:.0f} seconds. It may be busy or not running: try again in a moment."
UNREADABLE = "The text could not be read. {happened}"


class EntryForm(EntryBase):
    """An entry with the reason for its change and when it was opened; what is only tried out is never saved."""

    opened = forms.CharField(widget=forms.HiddenInput, required=False)
    change_reason = forms.CharField(
        label="Reason",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"size": 80}),
        help_text="Why you change it; the history keeps it.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["opened"].initial = mark(self.instance)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if self.instance.pk and TRY not in self.data:
            refuse_stale(values.get("opened", ""), self.instance)
        return values

    def is_valid(self) -> bool:
        """Return whether it can be saved and is to be."""
        return super().is_valid() and TRY not in self.data


class TrialForm(forms.Form):
    """The text, and what it is."""

    try_text = forms.CharField(
        label="Text",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 7, "cols": 80}),
        help_text=f"Up to {LONGEST_TEXT:,} characters. It is gone as soon as the answer is there.",
    )
    try_as = forms.ChoiceField(label="It is", choices=FRAMES)


def answered(form: TrialForm, amendments: Amendments) -> dict[str, Any]:
    """Return what the page shows of a text, or why there is nothing to show."""
    if not form.is_valid():
        return {"trial_form": form}
    begun = time.monotonic()
    try:
        tried = trials.ask(form.cleaned_data["try_text"], form.cleaned_data["try_as"], amendments)
    except trials.NoAnswer:
        return {"trial_form": form, "trial_failure": NO_ANSWER.format(seconds=trials.PATIENCE)}
    except trials.Refused as refused:
        words = failures.words(refused.code)
        return {"trial_form": form, "trial_failure": UNREADABLE.format(happened=words.happened)}
    skills = comparison.rows(tried.text, tried.now.skills, tried.then.skills)
    employers = comparison.rows(tried.text, tried.now.employers, tried.then.employers)
    return {
        "trial_form": form,
        "trial": {
            "groups": [group for group in (("Skills", skills), ("Employers", employers)) if group[1]],
            "changed": sum(row.change != "same" for row in (*skills, *employers)),
            "pieces": list(comparison.pieces(tried)),
            "seconds": time.monotonic() - begun,
        },
    }


class TryingAdmin(ModelAdmin):
    """An entry's form with a text beside it: the button tries the form's values out and saves nothing."""

    form = EntryForm
    change_form_template = "admin/resumes/lexicon/change_form.html"
    usual_frame = "job"

    def changeform_view(
        self, request: HttpRequest, object_id: Any = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        context = {**(extra_context or {}), "trial_form": TrialForm(initial={"try_as": self.usual_frame})}
        if request.method == "POST" and TRY in request.POST:
            context |= self._tried(request, object_id)
        response: HttpResponse = super().changeform_view(request, object_id, form_url, context)
        return response

    def _tried(self, request: HttpRequest, object_id: Any) -> dict[str, Any]:
        entry = self.get_object(request, unquote(object_id)) if object_id else None
        if not (self.has_change_permission(request, entry) if entry else self.has_add_permission(request)):
            raise PermissionDenied
        form = self.get_form(request, entry, change=entry is not None)(request.POST, instance=entry)
        trial_form = TrialForm(request.POST)
        if form.errors:
            return {"trial_form": trial_form, "trial_failure": "Mend the entry first, then try it."}
        return answered(trial_form, stored.amendments(form.instance))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj._change_reason = form.cleaned_data.get("change_reason") or None
        super().save_model(request, obj, form, change)
