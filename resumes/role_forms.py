"""What a visitor can send about one role: its kind, title, employer and dates."""

from collections.abc import Mapping
from typing import Any

from django import forms

from resumes.changes import KINDS, LONGEST_NAME
from resumes.extraction.facts import Role
from resumes.presentation.timeline import month_in_words
from resumes.presentation.words import load, sentence
from resumes.refusals import Refused


class RoleForm(forms.Form):
    """One role. What its fields hold is judged by `resumes.changes`; `refuse` sets the words beside their field."""

    title = forms.CharField(label="Title", required=False, max_length=LONGEST_NAME)
    employer = forms.CharField(label="Employer", required=False, max_length=LONGEST_NAME)
    start = forms.CharField(
        label="Began", required=False, max_length=30, help_text="A month and a year, such as Mar 2019, or the year."
    )
    end = forms.CharField(
        label="Ended", required=False, max_length=30, help_text="The same, or “present” while you hold it."
    )
    kind = forms.ChoiceField(label="What kind of work", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = load()["kinds_to_choose"]
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (a field of this form)
        field.choices = [(kind, sentence(names[kind])) for kind in KINDS]

    def told(self) -> Mapping[str, str]:
        """Return what was sent: fields that were left out stay as they are."""
        return {name: self.cleaned_data[name] for name in self.fields if name in self.data}

    def refuse(self, error: Refused) -> None:
        """Set an error's words beside the field it is about, or above all where it is about none of them."""
        self.add_error(error.field if error.field in self.fields else None, str(error))


def initial(role: Role) -> dict[str, str]:
    """Return what the form shows of a role."""
    return {
        "title": role.title or "",
        "employer": role.employer or "",
        "start": month_in_words(role.start or ""),
        "end": month_in_words(role.end or ""),
        "kind": role.kind,
    }
