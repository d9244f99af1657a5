"""Time real uploads through a running site, from the POST to the answer's page.

    python tests/benchmarks/uploads.py http://localhost:8000 FILE... [--count 30]

Each upload is a visitor of its own, with cookies and a CSRF token as a browser has them; the page is asked every 50 ms
until the resume has ended. Prints each file's outcome and seconds, then the median and the 95th percentile.
"""

import argparse
import http.cookiejar
import itertools
import re
import statistics
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60.0
"""Seconds after which an upload that has not ended counts as lost."""


@dataclass(frozen=True)
class Outcome:
    """How one upload ended: "done", "failed <code>", "refused" (on the spot) or "lost", after how many seconds."""

    file: str
    end: str
    seconds: float


class Visitor:
    """One browser session without a browser."""

    def __init__(self, site: str) -> None:
        self.site = site
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def get(self, address: str) -> tuple[str, str]:
        """Return the page's final address and its text, whatever its status."""
        try:
            with self.opener.open(urllib.parse.urljoin(self.site, address), timeout=PATIENCE) as answer:
                return answer.url, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.url or address, error.read().decode(errors="replace")

    def upload(self, path: Path) -> tuple[str, str]:
        """Post a file as the home page's form does; return the address and page that follow."""
        home = self.get("/")[1]
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', home)
        form = re.search(r'<form[^>]*action="([^"]+)"[^>]*enctype="multipart/form-data"', home)
        field = re.search(r'<input[^>]*type="file"[^>]*name="([^"]+)"', home) or re.search(
            r'<input[^>]*name="([^"]+)"[^>]*type="file"', home
        )
        if not (token and form and field):
            raise LookupError("no upload form on the home page")
        body, boundary = multipart(path, token[1], field[1])
        request = urllib.request.Request(urllib.parse.urljoin(self.site, form[1]), body)
        request.add_header("Content-Type", f"multipart/form-data; boundary={boundary}")
        request.add_header("Referer", self.site)
        return self.get_request(request)

    def get_request(self, request: urllib.request.Request) -> tuple[str, str]:
        try:
            with self.opener.open(request, timeout=PATIENCE) as answer:
                return answer.url, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.url or "", error.read().decode(errors="replace")


def multipart(path: Path, token: str, field: str) -> tuple[bytes, str]:
    boundary = uuid.uuid4().hex
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'
        f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"; filename="{path.name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    return head.encode() + path.read_bytes() + f"\r\n--{boundary}--\r\n".encode(), boundary


def state_of(page: str) -> str | None:
    """Return "done", "failed <code>" or None while it waits, from the page's own mark of its state."""
    mark = re.search(r'data-state="(\w+)"(?:[^>]*data-code="(\w*)")?', page)
    if not mark or mark[1] in ("queued", "reading"):
        return None
    return f"{mark[1]} {mark[2]}".strip() if mark[2] else mark[1]


def time_upload(site: str, path: Path) -> Outcome:
    visitor, begun = Visitor(site), time.perf_counter()
    address, page = visitor.upload(path)
    if "/resumes/" not in address:
        return Outcome(path.name, "refused", time.perf_counter() - begun)
    while (end := state_of(page)) is None and time.perf_counter() - begun < PATIENCE:
        time.sleep(0.05)
        page = visitor.get(address)[1]
    return Outcome(path.name, end or "lost", time.perf_counter() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=None, help="uploads in all, files in turn (default: one each)")
    args = parser.parse_args()
    files = itertools.islice(itertools.cycle(args.files), args.count or len(args.files))
    outcomes = []
    for path in files:
        outcomes.append(time_upload(args.site, path))
        print(f"{outcomes[-1].seconds:8.3f} s  {outcomes[-1].end:22} {outcomes[-1].file}", flush=True)
    seconds = sorted(o.seconds for o in outcomes)
    late = seconds[min(len(seconds) - 1, int(0.95 * len(seconds)))]
    print(f"{len(seconds)} uploads: median {statistics.median(seconds):.3f} s, 95th percentile {late:.3f} s")


if __name__ == "__main__":
    main()
