"""What staff may do, by role: groups that every migration sets to exactly this. For other rights make another group."""

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

EDITOR, PUBLISHER, OPERATOR = "editor", "publisher", "operator"

READ_BY_EDITORS = frozenset({"publication", "plannedpublication", "areawage", "wagerelease"})
"""Tables of the guide that publishing and commands write, and nobody edits."""

LEXICON = frozenset({"skillentry", "employerentry"})
"""Models of resumes that editors write: what they add to the lexicon and the list of employers."""

FIXED = {
    PUBLISHER: frozenset({"salaries.publish_edition", "salaries.delete_edition"}),
    OPERATOR: frozenset(
        {
            "resumes.view_resume",
            "resumes.delete_resume",
            "resumes.retry_resume",
            "resumes.view_mark",
            "resumes.view_doneresumes",
            *(f"resumes.{right}_apikey" for right in ("view", "add", "change", "delete")),
        }
    ),
}


def make(using: str, **_signal: Any) -> None:
    """Make the groups, or set those that are there to their permissions. Runs after the last app has migrated."""
    for app in ("salaries", "resumes"):
        create_permissions(apps.get_app_config(app), verbosity=0, using=using)
    held = {f"{one.content_type.app_label}.{one.codename}": one for one in permissions(using)}
    for role, names in {EDITOR: editors(), PUBLISHER: publishers(), OPERATOR: FIXED[OPERATOR]}.items():
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set(held[name] for name in names)


def permissions(using: str) -> Iterable[Permission]:
    """Return the permissions of the guide and of resumes."""
    ours = Permission.objects.using(using).filter(content_type__app_label__in=("salaries", "resumes"))
    return ours.select_related("content_type")


def editors() -> set[str]:
    """Return what writing drafts and the lexicon takes; a published edition refuses every change by itself."""
    names = {"resumes.view_mark", "resumes.view_doneresumes"}
    for model in guide_models(apps.get_app_config("salaries")):
        names |= {f"salaries.{right}_{model}" for right in rights(model)}
    lexicon = {f"resumes.{right}_{model}" for model in LEXICON for right in ("view", "add", "change", "delete")}
    return names | lexicon | {f"resumes.view_historical{model}" for model in LEXICON}


def guide_models(app: AppConfig) -> list[str]:
    """Return the names of the guide's tables, those of their history included."""
    return [model._meta.model_name or "" for model in app.get_models()]


def rights(model: str) -> tuple[str, ...]:
    """Return what an editor may do with a table of the guide: publishers delete drafts, editors only rows of them."""
    if model in READ_BY_EDITORS or model.startswith("historical"):
        return ("view",)
    return ("view", "add", "change") if model == "edition" else ("view", "add", "change", "delete")


def publishers() -> set[str]:
    """Return an editor's rights and those of publishing."""
    return editors() | FIXED[PUBLISHER]
