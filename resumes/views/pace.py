"""How often pages that cost work are answered: the middleware that counts before anything else is done.

It also turns uploads away while too many resumes wait, before their bodies are read.

Decision: what is counted is named here, by the names of addresses; a test holds that every address of the pages is
named here or named there as one that needs no limit. Uploads are counted by their views and calls of the API by theirs,
since they know session and key.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from resumes.crowding import WAIT_SECONDS, is_crowded
from resumes.views.addresses import address_of
from resumes.views.limits import Limit, counted
from resumes.views.ownership import MARK

READ = {
    "salaries:by_hand": "estimates",
    "salaries:offer": "estimates",
    "resumes:what_if": "estimates",
    "resumes:offers": "estimates",
    "resumes:moves": "estimates",
    "resumes:sheet": "estimates",
    "resumes:sheet_text": "estimates",
    "resumes:download": "estimates",
    "resumes:json_resume": "estimates",
    "resumes:shared": "estimates",
}
"""What is counted of reading, by the address's name."""

CHANGED = {
    "resumes:correct": "changes",
    "resumes:undo": "changes",
    "resumes:role": "changes",
    "resumes:skills": "changes",
    "resumes:offers": "changes",
    "resumes:remove_offer": "changes",
    "resumes:edition": "changes",
    "resumes:share": "changes",
    "resumes:delete": "changes",
    "admin:login": "logins",
    "admin:second_factor": "logins",
    "admin:second_factor_setup": "logins",
    "admin:second_factor_own": "logins",
}
"""What is counted of sending forms."""

TAKING = ("resumes:home", "resumes:sample")
"""What takes a resume when a form is sent to it."""

SAFE = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True)
class Pace:
    """So many times in a window of seconds, and what who goes beyond reads."""

    setting: str
    seconds: int
    title: str
    words: str

    @property
    def limit(self) -> int:
        """How often it may be done."""
        return int(getattr(settings, self.setting))

    def told(self) -> str:
        """Return the words with the number in them."""
        return self.words.format(limit=self.limit)


@cache
def paces() -> dict[str, Pace]:
    """Return every pace by its kind; read once a process."""
    found = tomllib.loads((files(__package__) / "paces.toml").read_text(encoding="utf-8"))
    return {kind: Pace(**told) for kind, told in found.items()}


class Paced:
    """Middleware: answers 429 to who asks too often, before the form is read and the page is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Count what is counted; answer where it is too often."""
        match = request.resolver_match
        if match and match.view_name in TAKING and request.method == "POST" and is_crowded():
            return too_many(request, "waiting", timezone.now() + timedelta(seconds=WAIT_SECONDS), status=503)
        named = READ if request.method in SAFE else CHANGED
        kind = named.get(match.view_name) if match else None
        if kind is None:
            return None
        pace = paces()[kind]
        later = counted(visitors(request, pace.limit), kind, pace.seconds)
        return too_many(request, kind, later) if later else None


def visitors(request: HttpRequest, limit: int) -> list[Limit]:
    """Return under which keys a request counts: its address, and its session where a resume belongs to that.

    Pages of the guide do not look at the session, so that they stay the same for everybody.
    """
    address = address_of(request)
    found = [(f"address:{address}", limit)] if address else []
    match = request.resolver_match
    if match and match.namespace == "resumes" and (owner := request.session.get(MARK)):
        found.append((f"session:{owner}", limit))
    return found


def too_many(request: Any, kind: str, later: datetime, status: int = 429) -> HttpResponse:
    """Answer 429, or as told: how often it may be done, and when to come back; to htmx in place of the main part."""
    pace = paces()[kind]
    part = "#content" if request.htmx else ""
    values = {"section": "", "title": pace.title, "words": pace.told(), "later": later}
    response = render(request, f"429.html{part}", values, status=status)
    response["Retry-After"] = str(max(1, round((later - timezone.now()).total_seconds())))
    response["Cache-Control"] = "no-store"
    response["HX-Retarget"], response["HX-Reswap"] = "#main", "innerHTML show:none"
    return response
