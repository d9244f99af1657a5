"""Everybody who is not the owner of a resume, and what they send."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from resumes.api import keys
from tests.conftest import visitor
from tests.faults.belongings import CANARY
from tests.resumes.written import read_resume

FORM = {
    "post": "yes",
    "years": "20",
    "field": "all",
    "add": "Rust",
    "do": "end",
    "number": "0",
    "edition": "2026",
    "kind": "ml",
    "title": "Engineer",
    "start": "2001",
    "action": "delete_selected",
    "q": CANARY[:4],
}
"""What the forms of the pages send, all in one."""
MANAGED = "/admin/resumes/"


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers and body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def whole(self) -> bytes:
        """Everything that the caller gets to see."""
        return (repr(sorted(self.headers.items())).encode() + self.body).lower()


@dataclass(frozen=True)
class Caller:
    """Somebody's browser or key, and what they may do."""

    client: Client = field(default_factory=Client)
    key: str = ""
    manages: bool = False
    sees_drafts: bool = False

    def asks(self, method: str, address: str, headers: Mapping[str, str] = {}) -> Answer:
        """Return the answer to one request."""
        self.client.raise_request_exception = False
        said = {**headers, **({"Authorization": f"Bearer {self.key}"} if self.key else {})}
        with self.as_before():
            got = getattr(self.client, method.lower())(address, headers=said, **sent(method))
            body = b"".join(got.streaming_content) if got.streaming else got.content
        told = {name: value for name, value in got.headers.items() if name != "Expires"}
        return Answer(got.status_code, told | {"Set-Cookie": " ".join(sorted(got.cookies))}, body)

    @contextmanager
    def as_before(self) -> Iterator[None]:
        """Give the browser its cookies back: who is logged out by one request is to ask the next."""
        cookies = {name: morsel.value for name, morsel in self.client.cookies.items()}
        yield
        self.client.cookies.clear()
        self.client.cookies.load(cookies)

    def may_manage(self, address: str) -> bool:
        """Return whether this is staff at what they may delete or have read again, and not see."""
        return self.manages and address.startswith(MANAGED)


def sent(method: str) -> dict[str, Any]:
    if method == "POST":
        return {"data": FORM}
    if method in ("PUT", "PATCH"):
        return {"data": json.dumps({"years": 20}), "content_type": "application/json"}
    return {}


@contextmanager
def undone() -> Iterator[None]:
    """Take back what happens within: every request finds the same."""
    mark = transaction.savepoint()
    yield
    transaction.savepoint_rollback(mark)


def staff(name: str, role: str = "", **columns: Any) -> Client:
    """Return the browser of staff who are logged in."""
    user = User.objects.create_user(name, is_staff=True, **columns)
    user.groups.set(Group.objects.filter(name=role))
    client = Client()
    client.force_login(user)
    return client


def callers() -> dict[str, Caller]:
    """Return them by what they are called."""
    stranger = visitor()
    read_resume(stranger, filename="another.pdf")
    revoked, ended_key = keys.make("A revoked key")
    keys.revoke(revoked)
    unverified = staff("before the second factor", "editor")
    TOTPDevice.objects.create(user=User.objects.get(username="before the second factor"), confirmed=True)
    return {
        "a stranger": Caller(stranger),
        "nobody": Caller(),
        "another program": Caller(key=keys.make("Another program")[1]),
        "a revoked key": Caller(key=ended_key),
        "staff without a role": Caller(staff("none")),
        "staff from before the second factor": Caller(unverified),
        "an editor": Caller(staff("editor", "editor"), sees_drafts=True),
        "an operator": Caller(staff("operator", "operator"), manages=True),
        "a superuser": Caller(staff("superuser", is_superuser=True), manages=True, sees_drafts=True),
    }
