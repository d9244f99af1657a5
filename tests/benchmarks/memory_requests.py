"""Requests of all kinds, one after the other: every page of the guide and of a resume, downloads, pictures, the API."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.request import Request

from tests.benchmarks.load_site import Site
from tests.faults.visitor import Answer, Visitor, key_of, multipart, told

MAKE_KEY = "from resumes.api.keys import make; print(make('Benchmark')[1])"
PAGES = (
    *("/", "/privacy/", "/resumes/", "/robots.txt", "/sitemap.xml", "/healthz", "/readyz", "/admin/login/"),
    *("/guide/edition.json", "/guide/picture.png", "/guide/estimate/", "/guide/offer/", "/nowhere/"),
    *("/api/", "/api/v1/openapi.json", "/skills/names/?q=py"),
)
OF_A_RESUME = (
    *("", "sheet/", "sheet.txt", "moves/", "what-if/", "offers/", "pages/", "export.json", "resume.json", "delete/"),
    "pages/1.webp",
)
CALLS = ("editions/current", "resumes/{key}", "resumes/{key}/result", "resumes/{key}/text")
BOUNDARY = "a-boundary"


def paths(visitor: Visitor) -> list[str]:
    """Return the addresses of the pages that need no resume, those that the site lists of itself among them."""
    listed = re.findall(r"<loc>[^<]*?//[^/<]+([^<]+)</loc>", visitor.get("/sitemap.xml").text)
    return list(dict.fromkeys([*PAGES, *listed]))


def sent_to_api(site: Site, visitor: Visitor, key: str, file: Path) -> str:
    """Send a file by the API, wait until it is read, and return its id."""
    headers = {"Authorization": f"Bearer {key}", "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    body = multipart(BOUNDARY, {}, (("file", file.name, file.read_bytes()),))
    answer = visitor.ask(Request(f"{site.address}/api/v1/resumes", body, headers))
    site.calm()
    return str(told(answer)["id"])


def asks(site: Site, files: Path) -> Iterator[Callable[[], Answer]]:
    """Yield requests without end: uploads now and then, all pages of what was uploaded, all others in between."""
    visitor, key = site.visitor(), site.manage("shell", "--no-imports", "-c", MAKE_KEY).strip()
    bearer = {"Authorization": f"Bearer {key}"}
    while True:
        for file in sorted(files.iterdir()):
            resume = key_of(visitor.upload(file.read_bytes(), file.name))
            called = sent_to_api(site, visitor, key, file)
            for part in OF_A_RESUME:
                yield partial(visitor.get, f"/resumes/{resume}/{part}")
            for call in CALLS:
                yield partial(visitor.get, f"/api/v1/{call.format(key=called)}", **bearer)
            for path in paths(visitor):
                yield partial(visitor.get, path)
