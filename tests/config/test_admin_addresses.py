"""Every address of the admin, as Django knows them, and who gets in. A new page without a line in `OPEN` fails."""

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import URLPattern, URLResolver, reverse

from resumes.models import ApiKey, EmployerEntry, Mark, Resume, SkillEntry
from salaries.drafts import clone
from salaries.models import Edition, Publication

pytestmark = pytest.mark.django_db

ALL, EDITING, OPERATING, BOTH = (
    "staff editor publisher operator",
    "editor publisher",
    "operator",
    "editor publisher operator",
)
SUPERUSERS, NOBODY = "", None

OPEN = {
    "index": ALL,
    "login": ALL,
    "logout": NOBODY,  # takes no GET
    "jsi18n": ALL,
    "password_change*": ALL,
    "second_factor": NOBODY,  # for those who have shown a password and nothing else
    "second_factor_setup": ALL,
    "second_factor_own": ALL,
    "view_on_site": NOBODY,  # no model has an address of its own
    "autocomplete": NOBODY,  # no form asks for it
    "app_list auth": SUPERUSERS,
    "app_list salaries": EDITING,
    "app_list resumes": BOTH,
    "auth_*": SUPERUSERS,
    "salaries_edition_add": NOBODY,
    "salaries_edition_publish": "publisher",
    "salaries_edition_delete": "publisher",
    "salaries_publication_add": NOBODY,
    "salaries_publication_delete": NOBODY,
    "salaries_*": EDITING,
    "resumes_skillentry_*": EDITING,
    "resumes_employerentry_*": EDITING,
    "resumes_mark_add": NOBODY,
    "resumes_mark_delete": NOBODY,
    "resumes_mark_*": BOTH,
    "resumes_resume_add": NOBODY,
    "resumes_*": OPERATING,
}
"""By the address's name, the first line that fits: which roles open it; superusers open all but NOBODY's."""


def patterns(found: Any) -> Iterator[URLPattern]:
    for one in found:
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns)
        elif one.name:
            yield one


@pytest.fixture
def keys(edition: Edition, store: Callable[..., Resume]) -> dict[str, Any]:
    """One object for every model of the admin, by the model's part of an address's name."""
    draft = clone(edition, "next")
    own: dict[str, Any] = {
        "salaries_edition": draft,
        "salaries_publication": Publication.objects.get(),
        "resumes_resume": store(state="failed", code="crashed", ended_at="2026-11-20T00:00Z", attempts=3),
        "resumes_skillentry": SkillEntry.objects.create(name="QuillDB", category="database"),
        "resumes_employerentry": EmployerEntry.objects.create(name="Example", kind="other"),
        "resumes_mark": Mark.objects.create(version="1", kind="years", was="a", became="b"),
        "resumes_apikey": ApiKey.objects.create(name="A program", prefix="bw_1", digest="0" * 64),
        "auth_user": User.objects.create_user("somebody"),
        "auth_group": Group.objects.get(name="editor"),
    }
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        own.setdefault(name, model._default_manager.filter(edition=draft).first() if name not in own else None)
    records = {f"{name}_record": own[name].history.get() for name in ("resumes_skillentry", "resumes_employerentry")}
    return {name: row.pk for name, row in (own | records).items()}


def addresses(keys: dict[str, Any]) -> dict[str, str]:
    """Return every address of the admin by its name, with keys of objects that there are."""
    found: dict[str, str] = {}
    for pattern in patterns(admin.site.get_urls()):
        wanted = [*pattern.pattern.converters, *pattern.pattern.regex.groupindex]
        if pattern.name == "app_list":
            found |= {
                f"app_list {app}": reverse("admin:app_list", args=[app]) for app in ("auth", "salaries", "resumes")
            }
            continue
        model = next((name for name in sorted(keys, key=len, reverse=True) if str(pattern.name).startswith(name)), "")
        if str(pattern.name).endswith("_simple_history"):  # one record of an entry's history
            found[str(pattern.name)] = reverse(f"admin:{pattern.name}", args=[keys[model], keys[f"{model}_record"]])
            continue
        texts = {"table": "metros", "ending": "csv", "token": "gone", "content_type_id": 1}
        given = {name: texts.get(name, keys.get(model, 1)) for name in wanted}
        found[str(pattern.name)] = reverse(f"admin:{pattern.name}", kwargs=given)
    return found


def opens(client: Client, address: str) -> bool:
    answer = client.get(address)
    return answer.status_code == 200 or (answer.status_code == 302 and "/login/" not in answer["Location"])


def expected(name: str, role: str) -> bool:
    roles = next(roles for pattern, roles in OPEN.items() if fnmatchcase(name, pattern))
    return roles is not None and (role == "superuser" or role in roles.split())


def member(role: str) -> Client:
    user = User.objects.create_user(role, is_staff=True, is_superuser=role == "superuser")
    user.groups.set(Group.objects.filter(name=role))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", ["staff", "editor", "publisher", "operator", "superuser"])
def test_every_address_is_open_to_those_roles_and_no_other(keys: dict[str, Any], role: str) -> None:
    client, pages = member(role), addresses(keys)
    wrong = [name for name, address in pages.items() if opens(client, address) != expected(name, role)]
    assert wrong == []


def test_a_stranger_is_led_to_log_in_everywhere(client: Client, keys: dict[str, Any]) -> None:
    found = {name: client.get(address) for name, address in addresses(keys).items() if name not in ("login", "logout")}
    assert [name for name, answer in found.items() if "/login/" not in answer.get("Location", "")] == []


def test_an_address_that_is_none_tells_a_stranger_nothing(client: Client) -> None:
    assert "/login/" in client.get("/admin/no/such/page/")["Location"]
