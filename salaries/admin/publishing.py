"""Cloning and publishing in the admin: what would change is shown before anything does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from salaries import editions, wages
from salaries.contents.differences import Difference, differences
from salaries.contents.faults import FaultyEdition, faults
from salaries.contents.panel import Effect, Effects, effects, people
from salaries.drafts import NameTaken, clone
from salaries.models import Edition, PlannedPublication
from salaries.publishing import AlreadyCurrent, ChangedMeanwhile, plan, publish

FIRST_SHOWN = 20
"""Rows of a long table that are shown at once; the rest folds away."""

SEEN_OLD = "Nothing was published: an edition was changed in between. What would change is shown anew."


class CloneForm(forms.Form):
    """What the draft is to be called."""

    name = forms.SlugField(max_length=40, help_text='As estimates will cite it: "2026-2". Letters, digits, hyphens.')


class PublicationForm(forms.Form):
    """Why an edition is published, when, and that large changes are meant."""

    note = forms.CharField(
        label="Why", widget=forms.Textarea(attrs={"rows": 3}), help_text="Stays in the log of publications."
    )
    at = forms.DateTimeField(
        label="At a date (UTC)",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
        help_text="Leave it empty to publish now.",
    )
    seen = forms.CharField(widget=forms.HiddenInput)
    sure = forms.BooleanField(label="These large changes are meant")

    def __init__(self, *args: Any, needs_tick: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not needs_tick:
            del self.fields["sure"]

    def clean_at(self) -> datetime | None:
        at: datetime | None = self.cleaned_data["at"]
        if at is not None and at <= timezone.now():
            raise forms.ValidationError("This moment has passed. Leave it empty to publish now.")
        return at


@dataclass(frozen=True)
class Change:
    """What publishing an edition would change against the current one, None where nothing is published yet."""

    edition: Edition
    current: Edition | None

    @property
    def seen(self) -> str:
        """What the page shows, as a mark: both editions with their revisions."""
        shown = (self.edition, self.current)
        return " ".join(f"{one.pk}.{one.revision}" for one in shown if one is not None)

    @cached_property
    def faults(self) -> list[str]:
        return faults(editions.kept(self.edition).contents)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        if self.current is None:
            return ()
        return differences(editions.kept(self.current).contents, editions.kept(self.edition).contents)

    @cached_property
    def effects(self) -> Effects | None:
        if self.current is None or self.faults:
            return None
        return effects(editions.freeze(self.current), editions.freeze(self.edition), wages.areas())

    @property
    def needs_tick(self) -> bool:
        return self.effects is not None and self.effects.too_far > 0

    @property
    def panel(self) -> int:
        """How many people there are before those of places that change."""
        return len(people())

    @property
    def figures(self) -> int:
        """How many of the differences are numbers."""
        return sum(one.percent is not None for one in self.differences)

    def parts(self) -> dict[str, Sequence[Difference] | Sequence[Effect]]:
        """Return the two tables, each in what is shown at once and what folds away."""
        moved = self.effects.moved if self.effects else ()
        return {
            "effects": moved[:FIRST_SHOWN],
            "more_effects": moved[FIRST_SHOWN:],
            "differences": self.differences[:FIRST_SHOWN],
            "more_differences": self.differences[FIRST_SHOWN:],
        }


def clone_page(request: HttpRequest, key: int, around: dict[str, Any]) -> HttpResponse:
    """Ask for a name, and make the draft. Raises `PermissionDenied` without the right to add editions."""
    if not request.user.has_perm("salaries.add_edition"):
        raise PermissionDenied
    edition = get_object_or_404(Edition, pk=key)
    form = CloneForm(request.POST or None, initial={"name": free_name(edition.name)})
    if request.method == "POST" and form.is_valid():
        try:
            draft = clone(edition, form.cleaned_data["name"])
        except NameTaken as taken:
            form.add_error("name", f"{taken}.".capitalize())
        else:
            messages.success(request, f"Edition {draft.name} is a draft with all figures of {edition.name}.")
            return HttpResponseRedirect(address(draft))
    return render(
        request, "admin/salaries/edition/clone.html", {**around, "task": "Clone", "edition": edition, "form": form}
    )


def publish_page(request: HttpRequest, key: int, around: dict[str, Any]) -> HttpResponse:
    """Show what would change, and publish, now or at a date. Raises `PermissionDenied` without the right to."""
    if not request.user.has_perm("salaries.publish_edition"):
        raise PermissionDenied
    edition = get_object_or_404(Edition.objects.select_related("planned"), pk=key)
    change = Change(edition, Edition.objects.filter(is_current=True).exclude(pk=key).first())
    if request.method == "POST" and "cancel" in request.POST:
        return cancelled(request, edition)
    if request.method == "POST" and request.POST.get("seen") != change.seen:
        messages.error(request, SEEN_OLD)
        return HttpResponseRedirect(request.path)
    form = PublicationForm(request.POST or None, initial={"seen": change.seen}, needs_tick=change.needs_tick)
    if request.method == "POST" and form.is_valid():
        return done(request, edition, form.cleaned_data)
    values = {"task": "Publish", "edition": edition, "change": change, "form": form, **change.parts()}
    return render(request, "admin/salaries/edition/publish.html", {**around, **values})


def cancelled(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Give up the planned publication."""
    PlannedPublication.objects.filter(edition=edition).delete()
    messages.success(request, f"Edition {edition.name} will not be published by itself.")
    return HttpResponseRedirect(address(edition))


def done(request: HttpRequest, edition: Edition, values: dict[str, Any]) -> HttpResponse:
    """Publish or plan, and say so; say why not where it cannot be."""
    by: Any = request.user
    try:
        if values["at"]:
            plan(edition, note=values["note"], by=by, at=values["at"])
            told = f"Edition {edition.name} will be published on {values['at']:%d %B %Y, %H:%M} UTC."
        else:
            publish(edition, note=values["note"], by=by, now=timezone.now())
            told = f"Edition {edition.name} is published and current."
    except (FaultyEdition, ChangedMeanwhile, AlreadyCurrent) as refused:
        messages.error(request, f"Nothing was published: {refused}.")
        return HttpResponseRedirect(request.path)
    messages.success(request, told)
    return HttpResponseRedirect(address(edition))


def address(edition: Edition) -> str:
    """Return the address of the edition's page."""
    return reverse("admin:salaries_edition_change", args=[edition.pk])


def free_name(name: str) -> str:
    """Return a name that no edition bears: "2026-2" after "2026"."""
    taken = set(Edition.objects.values_list("name", flat=True))
    return next(free for number in range(2, len(taken) + 3) if (free := f"{name[:36]}-{number}") not in taken)
