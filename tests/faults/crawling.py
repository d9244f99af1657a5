"""A visitor who follows every link of every page, and one who asks for what no page leads to."""

import http.client
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from tests.faults.visitor import Answer, Visitor

LINK = re.compile(r"""(?:href|src|action|hx-get|hx-post|data-src|poster)\s*=\s*["']([^"']+)["']""")
MANY = ("/guide/areas/", "/guide/estimate/", "/guide/offer/")
"""Addresses of which there are hundreds, each like the other."""
DECODED = {"&amp;": "&", "&#x27;": "'", "&quot;": '"'}


@dataclass
class Crawl:
    """What one visitor reaches from some pages: answers by address, at most `most` of each of the many."""

    visitor: Visitor
    most: int
    found: dict[str, Answer] = field(default_factory=dict)

    def from_pages(self, *starts: str) -> "Crawl":
        """Follow every link of the site, page after page, and return the crawl."""
        waiting, seen = deque(starts), set(starts)
        while waiting:
            path = waiting.popleft()
            answer = self.found[path] = self.visitor.get(path)
            new = [one for one in links(path, answer) if one not in seen and self.is_wanted(one, seen)]
            seen.update(new)
            waiting.extend(dict.fromkeys(new))
        return self

    def is_wanted(self, path: str, seen: Iterable[str]) -> bool:
        fitting = [start for start in MANY if path.startswith(start)]
        return not fitting or sum(one.startswith(fitting[0]) for one in seen) < self.most


def links(path: str, answer: Answer) -> Iterator[str]:
    """Yield the site's own addresses that a page or style sheet leads to."""
    if "html" not in answer.headers.get("Content-Type", ""):
        return
    for found in LINK.findall(answer.text):
        for written, meant in DECODED.items():
            found = found.replace(written, meant)
        whole = urlsplit(urldefrag(urljoin(f"http://site{path}", found))[0])
        if whole.scheme == "http" and whole.netloc == "site":
            yield whole.path + (f"?{whole.query}" if whole.query else "")


def guesses(name: str) -> Iterator[str]:
    """Yield raw addresses under which a careless server would give out a file of that name in the uploads' folder."""
    for folder in ("", "media/", "uploads/", "files/", "resumes/", "static/", "var/resumes/", "admin/", "shared/"):
        yield f"/{folder}{name}"
        yield f"//{folder}{name}"
    for up in (
        "../",
        "../../",
        "..%2f",
        "%2e%2e/",
        "%2e%2e%2f",
        "..%252f",
        "..\\",
        "..%5c",
        ".../",
        "%c0%ae%c0%ae/",
        "./../",
    ):
        for start in ("/static/", "/", "/static/css/", "/media/"):
            yield f"{start}{up}resumes/{name}"
            yield f"{start}{up}{name}"
    yield f"/static/{quote('/', safe='')}{name}"
    yield f"/static/%00/{name}"
    yield f"/static/resumes/{name}%00.css"


def raw(site: str, method: str, address: str, **headers: str) -> tuple[int, bytes]:
    """Return status and everything of the answer to an address that is sent as it is written."""
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=30)
    try:
        connection.request(method, address, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read() + repr(answer.getheaders()).encode()
    finally:
        connection.close()
