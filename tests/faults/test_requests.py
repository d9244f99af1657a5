"""Requests that are too large, too slow, too many or no requests at all: refused cheaply, while others are answered."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress

import pytest

from config.patience import BODY_SECONDS, ENDLESS, HEAD_SECONDS, READY, missing, size_of
from tests.faults.conftest import DRILL, sized
from tests.faults.test_limits import FORM, token_of, uploaded
from tests.faults.web import Sent, Web

pytestmark = pytest.mark.worker

Figure = Callable[[int, str], None]
SLOW = sized(drill=50, test=20)
GROWTH = 40
"""MiB that all web processes together may grow by, whatever is sent."""
PATIENT = 15
"""Seconds that an answer may take at worst on a machine that is busy with other tests."""
START = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=line\r\n"
PART = b'--line\r\nContent-Disposition: form-data; name="file"; filename="cv"\r\n\r\n'
SLOWLY = {
    "heads": b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Never: ",
    "forms": b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
    + FORM.encode()
    + b"\r\nContent-Length: 4000\r\n\r\na=",
    "uploads": START + b"Content-Length: 4000000\r\n\r\n" + PART + b"x" * (READY + 8000),
}


@contextmanager
def dribbling(web: Web, begun: bytes) -> Iterator[list[socket.socket]]:
    """Hold connections open that send one byte now and then."""
    ended = threading.Event()
    with ExitStack() as stack:
        held = [stack.enter_context(web.connected(begun)) for _ in range(SLOW)]

        def dribble() -> None:
            while not ended.wait(0.3):
                for one in held:
                    with suppress(OSError):
                        one.sendall(b"x")

        thread = threading.Thread(target=dribble)
        thread.start()
        try:
            yield held
        finally:
            ended.set()
            thread.join()


def slowest(web: Web, times: int = 6) -> float:
    """Ask for pages one after the other; return the longest wait. Fails where one is not answered."""
    waits = []
    for number in range(times):
        begun = time.monotonic()
        assert web.ask(Sent("GET", "/guide/tiers/" if number % 2 else "/"), PATIENT).status == 200
        waits.append(time.monotonic() - begun)
    return max(waits)


def is_cut(one: socket.socket) -> bool:
    """Return whether the other end has closed a connection, whatever it had said before."""
    one.settimeout(0.1)
    try:
        while one.recv(65_536):
            pass
        return True
    except TimeoutError:
        return False
    except OSError:
        return True


@pytest.mark.parametrize("kind", SLOWLY)
def test_slow_clients_keep_nobody_from_the_pages(web: Web, kind: str, figure: Figure) -> None:
    # An upload may wait for its turn as long as another may take with its own.
    patience = 2 * BODY_SECONDS + 8 if kind == "uploads" else HEAD_SECONDS + 5
    with dribbling(web, SLOWLY[kind]) as held:
        begun, wait = time.monotonic(), slowest(web)
        told = f"{SLOW} slow {kind}: pages answered after {wait:.2f} s at worst"
        if DRILL:
            time.sleep(max(0, patience - (time.monotonic() - begun)))
            assert sum(map(is_cut, held)) == SLOW
            told += f", all cut off within {patience} s"
    figure(21, told)


@contextmanager
def growing_little(web: Web) -> Iterator[Callable[[], float]]:
    """Fail where the server's memory grows by more than `GROWTH`; give a function that says by how much."""
    before = web.mib()
    yield lambda: web.mib() - before
    assert web.mib() - before < GROWTH


@pytest.mark.parametrize("megabytes", [6, 50])
def test_an_upload_over_the_limit_is_refused_and_not_held_in_memory(web: Web, megabytes: int, figure: Figure) -> None:
    cookie, token = token_of(web, "/")
    web.broker.flush()
    sent = uploaded(token, cookie)
    body = sent.body.replace(b"\r\n--line--", b"x" * (megabytes * 1_000_000) + b"\r\n--line--")
    with growing_little(web) as growth:
        begun = time.monotonic()
        answer = web.ask(Sent("POST", "/", sent.headers, body))
        took = time.monotonic() - begun
        figure(21, f"upload of {megabytes} MB: refused in {took:.2f} s, {growth():+.0f} MiB")
    # Of what is far beyond the limit not all is read, so that a client which sends on may find the line closed.
    assert answer.status == 422 if megabytes < 25 else answer.status in (0, 422)
    assert took < PATIENT


def endless(web: Web, head: bytes, piece: bytes) -> float:
    """Send pieces until the server closes the connection; return the seconds until then."""
    begun = time.monotonic()
    with web.connected(head) as one, suppress(OSError):
        while time.monotonic() - begun < BODY_SECONDS:
            one.sendall(piece)
    return time.monotonic() - begun


def test_a_body_without_an_end_is_cut_off(web: Web, figure: Figure) -> None:
    with growing_little(web) as growth:
        took = endless(web, START + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"x" * 65536 + b"\r\n")
        figure(21, f"endless chunked body: cut off after {took:.2f} s, {growth():+.0f} MiB")
    assert took < PATIENT


def test_a_head_without_an_end_is_cut_off(web: Web, figure: Figure) -> None:
    with growing_little(web):
        took = endless(web, b"GET / HTTP/1.1\r\nHost: localhost\r\n", b"X-More: " + b"x" * 4000 + b"\r\n")
    assert took < PATIENT
    figure(21, f"endless head: cut off after {took:.2f} s")


def parts(count: int, words: str) -> bytes:
    """Return a form of so many parts."""
    each = (f'--line\r\nContent-Disposition: form-data; name="n{n}"{words}\r\n\r\nx\r\n' for n in range(count))
    return "".join(each).encode() + b"--line--\r\n"


MULTIPART = {"Content-Type": "multipart/form-data; boundary=line"}
ODD: dict[str, Sent] = {
    "a thousand files": Sent("POST", "/", MULTIPART, parts(1000, '; filename="a"')),
    "a hundred thousand parts": Sent("POST", "/", MULTIPART, parts(100_000, "")),
    "ten thousand fields": Sent(
        "POST", "/", {"Content-Type": FORM}, "&".join(f"n{n}=1" for n in range(10_000)).encode()
    ),
    "a field of 5 MB": Sent("POST", "/", {"Content-Type": FORM}, b"a=" + b"x" * 5_000_000),
    "no boundary": Sent("POST", "/", {"Content-Type": "multipart/form-data"}, b"words"),
    "a boundary that never comes": Sent("POST", "/", MULTIPART, b"x" * 100_000),
    "half a part": Sent("POST", "/", MULTIPART, PART + b"no end"),
    "a part's head without an end": Sent("POST", "/", MULTIPART, b"--line\r\nContent-Disposition: " + b"x" * 100_000),
    "base64 that is none": Sent(
        "POST",
        "/",
        MULTIPART,
        PART.replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!") + b"\r\n--line--",
    ),
    "a length that is none": Sent("POST", "/", {**MULTIPART, "Content-Length": "many"}, b""),
    "a negative length": Sent("POST", "/", {**MULTIPART, "Content-Length": "-1"}, b""),
    "odd bytes in the address": Sent("GET", "/%00%ff/%E2%80%AE/../..//", {}),
    "JSON of nested lists": Sent("POST", "/api/v1/estimates", {"Content-Type": "application/json"}, b"[" * 190_000),
}


@pytest.mark.parametrize("what", ODD)
def test_what_is_no_form_is_refused(web: Web, what: str, figure: Figure) -> None:
    with growing_little(web) as growth:
        begun = time.monotonic()
        answer = web.ask(ODD[what])
        took = time.monotonic() - begun
        figure(21, f"{what}: {answer.status} in {took:.2f} s, {growth():+.0f} MiB")
    # Of a large body the rest is not read: a client that sends on finds the line closed.
    cut = {0} if len(ODD[what].body) > 1_000_000 else set()
    assert answer.status in {400, 401, 403, 404, 413, 422} | cut
    assert took < PATIENT


def test_forms_with_a_wrong_token_are_refused_cheaply(web: Web, figure: Figure) -> None:
    many = sized(drill=1000, test=60)
    cookie, _ = token_of(web, "/")
    with growing_little(web) as growth:
        begun = time.monotonic()
        answers = web.ask_all([uploaded("x" * 64, cookie)] * many)
        took = time.monotonic() - begun
        figure(21, f"{many} forms with a wrong token: refused in {took:.1f} s, {growth():+.0f} MiB")
    assert {one.status for one in answers} == {403}


def test_the_site_answers_after_all_that(web: Web) -> None:
    assert slowest(web) < PATIENT
    assert "Traceback" not in web.log.read_text()


@pytest.mark.parametrize(
    ("seen", "more"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", 0),
        (b"GET / HTT", 10),
        (b"POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nab", 42),
        (b"POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd", 0),
        (b"POST / HTTP/1.1\r\nContent-Length: 4000000\r\n\r\nabcd", READY),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 0),
        (b"POST / HTTP/1.1\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n", 0),
        (b"x" * READY, 0),
    ],
)
def test_a_thread_takes_a_request_once_it_is_there(seen: bytes, more: int) -> None:
    assert missing(seen) == more


def test_what_does_not_tell_its_length_counts_as_endless() -> None:
    assert size_of(b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") == ENDLESS
    assert size_of(b"POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\n") == 42
