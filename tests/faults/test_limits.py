"""Limits hold under many requests at once, whatever their headers claim, and say when to come back."""

import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count, repeat

import pytest

from resumes import urls as of_resumes
from resumes.views.pace import CHANGED, READ
from salaries import urls as of_guide
from tests.conftest import RESUME
from tests.faults.conftest import sized
from tests.faults.web import LIMITS, MAKE_KEY, Answer, Sent, Web

pytestmark = pytest.mark.worker

Figure = Callable[[int, str], None]
MANY = sized(drill=1000, test=80)
LATE = 3
"""Counts that the cache may confirm too late."""
FORM = "application/x-www-form-urlencoded"
NOBODYS = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(autouse=True)
def newcomer(web: Web) -> None:
    """Come from an address that has not been counted: processes go on counting when the cache is emptied."""
    web.source = f"127.{random.randint(1, 250)}.{random.randint(1, 250)}.{random.randint(1, 250)}"


def forged() -> dict[str, str]:
    """Return headers of somebody who claims to be somewhere else each time."""
    claimed = ".".join(str(random.randint(1, 250)) for _ in range(4))
    return {
        "X-Forwarded-For": claimed,
        "Forwarded": f"for={claimed}",
        "X-Real-IP": claimed,
        "CF-Connecting-IP": claimed,
        "True-Client-IP": claimed,
        "X-Client-IP": claimed,
    }


def token_of(web: Web, path: str) -> tuple[dict[str, str], str]:
    """Return the cookie of a page's form, as a header, and the token that its form sends."""
    page = web.ask(Sent("GET", path))
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.body)
    assert found
    return {"Cookie": page.headers["set-cookie"].partition(";")[0]}, found[1]


def many(web: Web, one: Callable[[], Sent]) -> tuple[list[Answer], int]:
    """Send a request many times at once; return the answers and the number of clock minutes that it took."""
    web.broker.flush()
    begun = int(time.time()) // 60
    found = web.ask_all([one() for _ in range(MANY)])
    return found, int(time.time()) // 60 - begun + 1


def held(answers: list[Answer], limit: int, windows: int = 1) -> int:
    """Return how many were taken; fail the test where it is not the limit, or a refusal says too little.

    One that the cache counted but confirmed too late, on a machine that is busy, is counted twice: the limit then holds
    a little early.
    """
    refused = [one for one in answers if one.status == 429]
    taken = len(answers) - len(refused)
    assert limit - LATE <= taken <= limit * windows, Counter(one.status for one in answers)
    assert {one.status for one in answers} & {0, 500} == set()
    assert all(1 <= int(one.headers["retry-after"]) <= 3600 for one in refused)
    assert all("Come back at" in one.body or "Retry-After" in one.body for one in refused)
    return taken


def uploaded(token: str, headers: dict[str, str]) -> Sent:
    """Return an upload of a small resume."""
    parts = [f'name="csrfmiddlewaretoken"\r\n\r\n{token}'.encode(), b'name="file"; filename="cv.txt"\r\n\r\n' + RESUME]
    body = b"".join(b"--line\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts) + b"--line--\r\n"
    return Sent("POST", "/", {**headers, "Content-Type": "multipart/form-data; boundary=line"}, body)


def test_uploads_of_one_address_are_held_whatever_they_claim(web: Web, figure: Figure) -> None:
    cookie, token = token_of(web, "/")
    answers, _ = many(web, lambda: uploaded(token, {**cookie, **forged()}))
    taken = held(answers, int(LIMITS["UPLOADS_PER_HOUR_FROM_ADDRESS"]))
    figure(19, f"uploads from one address, forged headers: {taken} of {MANY} taken, {taken} allowed")


def test_uploads_of_one_session_are_held(web: Web, figure: Figure) -> None:
    cookie, token = token_of(web, "/")
    web.broker.flush()
    first = web.ask(uploaded(token, cookie))
    cookie = {"Cookie": f"{cookie['Cookie']}; {first.headers['set-cookie'].partition(';')[0]}"}
    limit = int(LIMITS["UPLOADS_PER_HOUR"])
    answers = web.ask_all([uploaded(token, {**cookie, **forged()}) for _ in range(limit * 2)])
    assert held([first, *answers], limit) == limit
    figure(19, f"uploads of one session: {limit} of {limit * 2 + 1} taken, {limit} allowed")


def test_estimates_are_held(web: Web, figure: Figure) -> None:
    answers, minutes = many(web, lambda: Sent("GET", "/guide/estimate/?years=4", forged()))
    taken = held(answers, int(LIMITS["ESTIMATES_PER_MINUTE"]), minutes)
    figure(19, f"estimates: {taken} of {MANY} made, {LIMITS['ESTIMATES_PER_MINUTE']} a minute allowed")


def test_changes_are_held(web: Web, figure: Figure) -> None:
    cookie, token = token_of(web, "/")
    body = f"csrfmiddlewaretoken={token}&years=4".encode()
    path = f"/resumes/{NOBODYS}/corrections/"
    answers, minutes = many(web, lambda: Sent("POST", path, {**cookie, **forged(), "Content-Type": FORM}, body))
    taken = held(answers, int(LIMITS["CHANGES_PER_MINUTE"]), minutes)
    figure(19, f"corrections: {taken} of {MANY} looked at, {LIMITS['CHANGES_PER_MINUTE']} a minute allowed")


def test_calls_of_a_key_are_held(web: Web, figure: Figure) -> None:
    key = {"Authorization": f"Bearer {web.manage('shell', '-v0', '-c', MAKE_KEY).split()[-1]}"}
    answers, minutes = many(web, lambda: Sent("GET", "/api/v1/editions/current", {**key, **forged()}))
    taken = held(answers, int(LIMITS["API_CALLS_PER_MINUTE"]), minutes)
    figure(19, f"calls of a key: {taken} of {MANY} taken, {LIMITS['API_CALLS_PER_MINUTE']} a minute allowed")


def log_ins(web: Web, names: Iterator[str]) -> tuple[list[Answer], int]:
    cookie, token = token_of(web, "/admin/login/")
    headers = {**cookie, "Content-Type": FORM}

    def one() -> Sent:
        body = f"csrfmiddlewaretoken={token}&username={next(names)}&password=wrong".encode()
        return Sent("POST", "/admin/login/", {**headers, **forged()}, body)

    return many(web, one)


def test_guesses_at_many_names_are_held(web: Web, figure: Figure) -> None:
    answers, minutes = log_ins(web, (f"name{number}" for number in count()))
    taken = held(answers, int(LIMITS["LOGINS_PER_MINUTE"]), minutes)
    figure(19, f"log-ins under many names: {taken} of {MANY} looked at, {LIMITS['LOGINS_PER_MINUTE']} a minute allowed")


def test_guesses_at_one_name_lock_it_out(web: Web, figure: Figure) -> None:
    answers, _ = log_ins(web, repeat("ana"))
    tried = sum(one.status == 200 for one in answers)
    assert tried < int(LIMITS["LOGINS_PER_MINUTE"])
    assert {one.status for one in answers} == {200, 429}
    figure(19, f"guesses at one name: {tried} of {MANY} answered as wrong, the others locked out")


COSTS_LITTLE = {
    "home": "its uploads are counted by the view, for session and address",
    "sample": "counted as an upload",
    "privacy": "words alone",
    "list": "one query",
    "detail": "asked for again and again while a resume waits",
    "skill_names": "kept by the browser",
    "pages": "one drawing a resume",
    "picture": "a file",
    "overview": "the same for everybody",
    "places": "kept by the browser",
    "areas": "the same for everybody",
    "area": "the same for everybody",
    "market": "the same for everybody",
    "edition_data": "the same for everybody, and not sent twice",
    "named_edition_data": "the same for everybody, and not sent twice",
    "table": "the same for everybody",
    "part": "the same for everybody",
}
"""Addresses without a limit of their own, and why."""


def test_every_address_of_the_pages_has_a_limit_or_a_reason_to_have_none() -> None:
    named = {f"resumes:{one.name}" for one in of_resumes.urlpatterns}
    named |= {f"salaries:{one.name}" for one in of_guide.urlpatterns}
    free = {name for name in named if name.partition(":")[2] in COSTS_LITTLE}
    assert named - free == {name for name in READ | CHANGED if not name.startswith("admin:")}
