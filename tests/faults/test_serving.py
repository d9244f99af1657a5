"""The running site, crawled: what was uploaded is served nowhere, what was made of it to its owner alone, uncached."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.faults.conftest import sized
from tests.faults.crawling import Crawl, guesses, raw
from tests.faults.house import House
from tests.faults.visitor import Visitor
from tests.processes import ROOT, wait_until

pytestmark = pytest.mark.worker

Figure = Callable[[int, str], None]

SAMPLE = (ROOT / "resumes" / "samples" / "sample-resume.pdf").read_bytes()
MADE_OF_IT = re.compile(r"/(resumes|shared)/")
MEDIA = ("text/html", "text/plain", "application/json", "image/webp")
ID = re.compile(r"/resumes/([0-9a-f-]{36})/")
OTHERS = (
    "bandwise.sqlite3",
    "bandwise.sqlite3-wal",
    ".env",
    "manage.py",
    "config/settings.py",
    "worker.log",
    "web.log",
)
RANGES = ({}, {"Range": "bytes=0-99"}, {"Range": "bytes=-10"}, {"Accept-Encoding": "gzip"})


@dataclass(frozen=True)
class Sent:
    """A resume that was read and drawn, with a share link, and the browser that sent it."""

    visitor: Visitor
    path: str
    link: str


@pytest.fixture(scope="module")
def sent(house: House) -> Sent:
    visitor = house.visitor()
    pk = ID.search(visitor.upload(SAMPLE, "resume.pdf").address)
    assert pk
    house.ends(pk[1])
    path = f"/resumes/{pk[1]}/"
    wait_until(lambda: ".webp" in visitor.get(f"{path}pages/", **{"HX-Request": "true"}).text, 60)
    found = re.search(r"http[^\"]+(/shared/[^\"]+)", visitor.post(f"{path}share/", {"do": "make"}).text)
    assert found
    return Sent(visitor, path, found[1])


@pytest.fixture(scope="module")
def crawl(sent: Sent) -> Crawl:
    """Everything that the owner can reach."""
    starts = ("/", "/resumes/", sent.path, f"{sent.path}pages/", f"{sent.path}sheet.txt", f"{sent.path}pages/1.webp")
    return Crawl(sent.visitor, sized(1000, 3)).from_pages(*starts, sent.link)


def test_no_page_gives_out_what_was_uploaded_or_where_it_lies(house: House, crawl: Crawl, figure: Figure) -> None:
    stored = house.files()
    assert len(stored) >= 2
    marks = [b"%PDF-", *(name.encode() for name in stored)]
    faults = [path for path, one in crawl.found.items() if any(mark in one.body + bytes(one.headers) for mark in marks)]
    figure(
        16, f"the owner's crawl: {len(crawl.found)} addresses; with the upload's bytes or stored name = {len(faults)}"
    )
    assert faults == []


def test_what_is_made_of_a_resume_is_kept_by_no_cache_and_taken_for_nothing_else(crawl: Crawl, figure: Figure) -> None:
    made = {path: one.headers for path, one in crawl.found.items() if MADE_OF_IT.match(path) and one.status == 200}
    faults = [
        path
        for path, headers in made.items()
        if "no-store" not in headers.get("Cache-Control", "")
        or "private" not in headers.get("Cache-Control", "")
        or headers.get("X-Content-Type-Options") != "nosniff"
        or headers.get_content_type() not in MEDIA
    ]
    figure(16, f"answers made of a resume: {len(made)}; without private, no-store or nosniff = {len(faults)}")
    assert len(made) > 10
    assert faults == []


def test_pictures_are_webp_and_downloads_are_saved(crawl: Crawl) -> None:
    pictures = [one for path, one in crawl.found.items() if path.endswith(".webp")]
    files = [one for path, one in crawl.found.items() if MADE_OF_IT.match(path) and path.endswith(".json")]
    assert len(pictures) >= 1
    assert len(files) == 2
    assert {one.headers.get_content_type() for one in pictures} == {"image/webp"}
    assert {one.body[8:12] for one in pictures} == {b"WEBP"}
    assert {one.headers.get_content_disposition() for one in files} == {"attachment"}


def test_a_stranger_reaches_nothing_of_it(house: House, crawl: Crawl, sent: Sent, figure: Figure) -> None:
    mine = [path for path in crawl.found if path.startswith(sent.path)]
    stranger = house.visitor()
    open_to_all = [path for path in mine if stranger.get(path).status not in (404, 405)]
    figure(16, f"the same addresses for a stranger: {len(mine)}; answered = {len(open_to_all)}")
    assert open_to_all == []


def test_no_address_can_be_guessed(house: House, figure: Figure) -> None:
    """Stored names, the database, the settings and the logs, wherever a careless server would have them."""
    tried = [
        (method, address, headers)
        for name in (*sorted(house.files()), *OTHERS)
        for address in guesses(name)
        for method in ("GET", "HEAD")[: sized(2, 1)]
        for headers in RANGES[: sized(4, 1)]
    ]
    served = [one for one in tried if is_served(house, *one)]
    figure(16, f"addresses guessed: {len(tried):,}; served = {len(served)}")
    assert served == []


def is_served(house: House, method: str, address: str, headers: dict[str, str]) -> bool:
    """Return whether the site gives out anything there, a redirection within itself aside."""
    status, whole = raw(house.address, method, address, **headers)
    return status < 300 or any(mark in whole for mark in (b"%PDF-", b"WEBPVP8", b"SQLite format", b"SECRET_KEY"))
