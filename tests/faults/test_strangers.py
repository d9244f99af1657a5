"""Every address of the project, by every method, for everyone but the owner: nothing of a resume, nothing of a draft.

An address more needs a line in `known`, or the test fails: nobody forgets to ask it.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.contrib import admin
from django.db.models import Model
from pytest_django import Settings

from resumes.models import Resume
from resumes.said import keys as role_keys
from salaries.contents.files import GUIDES, read
from salaries.downloads.names import TABLES
from salaries.editions import TABLES as EDITED
from salaries.loading import start
from salaries.models import Edition
from salaries.parts import PARTS
from tests.faults.addresses import Known, Route, Unfilled, routes
from tests.faults.belongings import CANARY, DRAFT, HELD, Belongings, made
from tests.faults.callers import Answer, Caller, callers, undone
from tests.faults.conftest import DRILL

pytestmark = pytest.mark.django_db

Figure = Callable[[int, str], None]

PACES = (
    *("UPLOADS_PER_HOUR", "UPLOADS_PER_HOUR_FROM_ADDRESS", "ESTIMATES_PER_MINUTE"),
    *("CHANGES_PER_MINUTE", "LOGINS_PER_MINUTE", "API_CALLS_PER_MINUTE"),
)
METHODS = ("GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
MINE = ("resumes/", "api/v1/resumes")
IN_PLACE = {"HX-Request": "true"}
NEVER = str(uuid4())
SHORT = {
    "a stranger": ("resumes/", "shared/", "api/", "guide/", "sample/", "skills/"),
    "another program": ("api/", "resumes/"),
    "an operator": ("admin/resumes/", "shared/"),
}
"""Whom every run of the tests asks, and where; a drill asks everybody everywhere."""
LONG = (
    "nobody",
    "a revoked key",
    "staff without a role",
    "staff from before the second factor",
    "an editor",
    "a superuser",
)


@pytest.fixture(autouse=True)
def in_silence() -> Iterator[None]:
    """Write no log: tens of thousands of requests would fill it."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture(autouse=True)
def unlimited(settings: Settings) -> None:
    """Let one caller ask for everything: a limit that ends between two answers would tell them apart."""
    for name in PACES:
        setattr(settings, name, 10**9)


@pytest.fixture
def held(db: None) -> Belongings:
    """What the owner has, beside the published guide and a draft."""
    start(read(GUIDES / "2026.yaml"))
    return made()


def some(values: Iterable[str]) -> list[str]:
    """Return all in a drill, else the first and the last."""
    every = list(values)
    return every if DRILL else [every[0], every[-1]]


def known(held: Belongings) -> Known:
    """Return what stands where: the owner's rows wherever an address names a resume."""
    ids = some([str(one.pk) for one in held.resumes.values()])
    key, *_ = (key for key, _ in role_keys(HELD))
    editions = [str(pk) for pk in Edition.objects.values_list("pk", flat=True)]
    return {
        "resumes/<uuid:pk>/": {"pk": ids, "key": ["new", key], "page": ["1", "2"]},
        "shared/": {"token": list(held.tokens.values())},
        "api/v1/": {"id": ids, "rest": ["nothing", *(f"resumes/{pk}/pages" for pk in ids)]},
        "guide/areas/": {"slug": ["seattle-tacoma-bellevue-wa"]},
        "guide/": {"part": some(PARTS), "table": some(TABLES)},
        "guide/editions/": {"name": ["2026", held.draft.name]},
        "admin/salaries/edition/<int:key>/": {
            "key": editions,
            "table": list(EDITED)[:2],
            "ending": ["csv", "xlsx"],
            "token": [held.tokens["never"]],
        },
        "admin/resumes/resume/<uuid:key>/": {"key": ids},
        "admin/auth/user/<id>/": {"id": ["1"]},
        **{f"admin/{one._meta.app_label}/{one._meta.model_name}/": rows_of(one, held) for one in admin.site._registry},
    }


def rows_of(model: type[Model], held: Belongings) -> dict[str, list[str]]:
    """Return what stands for a row of a table of the admin: the owner's resumes, the draft, else the last row."""
    mine = {Resume: [str(one.pk) for one in held.resumes.values()], Edition: [str(held.draft.pk)]}
    rows = mine.get(model) or [str(row.pk) for row in model._default_manager.order_by("pk").reverse()[:1]]
    past = model.history.order_by("pk").values_list("pk", flat=True)[:1] if hasattr(model, "history") else ()  # type: ignore[attr-defined]
    return {"object_id": some(rows)} | ({"history_id": [str(pk) for pk in past]} if past else {}) if rows else {}


def requests(route: Route, there: Known, draft: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield every method, address and header to try at one route."""
    in_admin = route.pattern.startswith("admin/")
    for address in route.addresses(there):
        for method in METHODS if DRILL else METHODS[: 1 if in_admin else 2]:
            yield method, address, {}
        if DRILL and not in_admin:
            yield "GET", address, IN_PLACE
            yield "POST", address, IN_PLACE
        if DRILL and route.pattern.startswith("guide/"):
            yield "GET", f"{address}?edition={draft}", {}


def seen(caller: Caller, answer: Answer, held: Belongings) -> list[str]:
    """Return what of the secrets is in an answer to somebody whose they are not."""
    hidden = [*held.secrets, *([] if caller.sees_drafts else [DRAFT])]
    return [one for one in hidden if one.lower().encode() in answer.whole]


def twin(address: str, held: Belongings) -> str:
    """Return the address of what never was in place of the address of what is not theirs; the same for all others."""
    for one in held.resumes.values():
        address = address.replace(str(one.pk), NEVER)
    for name in ("ended", "deleted"):
        address = address.replace(held.tokens[name], held.tokens["never"])
    return address


def alike(answer: Answer, address: str) -> tuple[int, bytes]:
    """Return an answer without what differs between any two: its own address, and the token of its forms."""
    bare = TOKEN.sub(b"", answer.whole)
    for own in re.findall(r"[0-9a-f-]{36}|(?<=shared/)[^/]+", address):
        bare = bare.replace(own.lower().encode(), b"")
    return answer.status, bare


def faults(
    caller: Caller, held: Belongings, before: list[Any], method: str, address: str, headers: dict[str, str]
) -> list[str]:
    """Return what is wrong with how one request is answered: something seen, changed, told apart or broken."""
    with undone():
        answer = caller.asks(method, address, headers)
        changed = held.state() != before and not caller.may_manage(address)
    found = [f"shows {word}" for word in seen(caller, answer, held)]
    found += ["changes a resume"] if changed else []
    found += [f"breaks: {answer.status}"] if answer.status >= 500 else []
    other = twin(address, held)
    if other != address and not caller.may_manage(address):
        with undone():
            absent = caller.asks(method, other, headers)
        found += [] if alike(answer, address) == alike(absent, other) else [f"told apart: {answer.status}"]
        found += ["answers"] if answer.status < 400 and not address.startswith("/admin/") else []
    return found


@pytest.mark.parametrize("name", (*SHORT, *LONG) if DRILL else SHORT)
def test_nobody_else_sees_or_changes_anything(name: str, held: Belongings, figure: Figure) -> None:
    caller, count, found = callers()[name], 0, []
    every, there, before = routes(), known(held), held.state()
    asked = [route for route in every if DRILL or route.pattern.startswith(SHORT[name])]
    for route in asked:
        for method, address, headers in requests(route, there, held.draft.name):
            count += 1
            found += [f"{method} {address}: {what}" for what in faults(caller, held, before, method, address, headers)]
    figure(15, f"{name}: {len(asked)} of {len(every)} patterns, {count:,} requests; leaks = {len(found)}")
    assert not found, "\n".join(found)


def test_it_is_known_what_stands_at_every_address(held: Belongings) -> None:
    callers()  # accounts stand at addresses too
    there = known(held)
    assert [route.pattern for route in routes() if not route.addresses(there)] == []


def test_its_owner_finds_it_all(held: Belongings, figure: Figure) -> None:
    """What is looked for is there to be found, or nothing found would tell nothing."""
    browser, program = Caller(held.owner), Caller(key=held.key)
    mine = [address for route in routes() if route.pattern.startswith(MINE) for address in route.addresses(known(held))]
    found = {address for address in mine if CANARY.encode() in browser.asks("GET", address).whole}
    found |= {address for address in mine if CANARY.encode() in program.asks("GET", address).whole}
    figure(15, f"addresses at which the owner finds what nobody else may: {len(found)}")
    assert len(found) >= 10


@pytest.mark.parametrize("name", ["live", "ended", "deleted", "never"])
def test_a_share_link_shows_no_word_of_the_resume_and_nothing_once_it_has_ended(name: str, held: Belongings) -> None:
    answer = Caller().asks("GET", f"/shared/{held.tokens[name]}/")
    assert answer.status == (200 if name == "live" else 404)
    assert seen(Caller(), answer, held) == []


def test_nothing_serves_folders() -> None:
    served = [
        one.pattern for one in routes() if one.callback.__module__.endswith(("views.static", "staticfiles.views"))
    ]
    assert served == []


def test_an_address_that_nobody_thought_of_fails() -> None:
    with pytest.raises(Unfilled, match="say what to fill <secret>"):
        Route("new/<uuid:secret>/", print).addresses({"resumes/": {"secret": ["1"]}})
