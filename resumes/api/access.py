"""Who calls: the bearer of a key that is in force. Cookies open nothing here, and no session is begun.

Decision: what a key sent belongs to the key, as what a browser sent belongs to its session, and to nobody else: neither
sees what the other sent, and one key nothing of another's.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja.security import HttpBearer

from resumes.api import keys
from resumes.api.problems import Refusal
from resumes.api.rows import ApiKey
from resumes.models import Resume, State


class Call(HttpRequest):
    """A request whose key is known."""

    auth: ApiKey


class Key(HttpBearer):
    """The header `Authorization: Bearer <key>`."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:  # noqa: ARG002
        """Return the key in force that the token is, None for any other."""
        return keys.holder_of(token)


def owned(call: Call, pk: UUID) -> Resume:
    """Return the key's own resume. Raises `Refusal` for everyone else's, a deleted and an expired one alike."""
    resume = Resume.objects.owned_by(call.auth.owner).filter(pk=pk).first()
    if resume is None:
        raise Refusal("not_found")
    return resume


def read(call: Call, pk: UUID) -> Resume:
    """Return the key's own resume that was read. Raises `Refusal` while it waits, and where it failed."""
    resume = owned(call, pk)
    if resume.state == State.FAILED:
        raise Refusal(resume.code)
    if resume.state != State.DONE:
        raise Refusal("not_ready", Retry_After="1")
    return resume
