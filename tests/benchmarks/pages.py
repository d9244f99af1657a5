"""Time pages from request to answer inside one process, and count their queries: `python -m tests.benchmarks.pages`.

All middleware runs, no server and no network. The database is SQLite, the cache a real Valkey, both in a folder of
their own. Pages of the guide are asked whole, again with the tag of the first answer, and as they are first made.
Writes the part "pages".
"""

import argparse
import logging
import os
import secrets
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.documents import SAMPLE
from tests.benchmarks.parts import ROOT, Cell, Part, Table, Target, median, percentile, save
from tests.benchmarks.turns import Took, timed

if TYPE_CHECKING:
    from django.test import Client

COUNT, WARM = 40, 3
ESTIMATE, QUERIES, GUIDE = 15.0, 8, 5.0
"""Targets: milliseconds and queries of an estimate's page, milliseconds of a page of the guide that is kept."""
ANSWER = "estimate of the sample resume"


@dataclass(frozen=True, slots=True)
class Page:
    """Times of one page. `again` is asked with the tag that the browser has: 304, nothing sent."""

    name: str
    first: Took
    whole: list[Took]
    again: list[Took]
    queries: int
    kib: float


@contextmanager
def site(folder: Path) -> Iterator[None]:
    """Set Django up over a database, a cache and static files in the folder, the guide loaded."""
    from tests.processes import Broker

    broker = Broker(folder)
    broker.start()
    try:
        os.environ |= {"VAR_DIR": str(folder), "REDIS_URL": broker.url, "DJANGO_SETTINGS_MODULE": "config.settings"}
        os.chdir(ROOT)
        import django
        from django.core.management import call_command

        django.setup()
        logging.disable(logging.INFO)  # a line a request
        call_command("migrate", verbosity=0)
        call_command("load_guide", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        yield
    finally:
        broker.stop()


def visitor() -> "Client":
    """Return a browser with a session that resumes can belong to."""
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    session = client.session
    session["owner"] = secrets.token_urlsafe(24)
    session.save()
    client.cookies["sessionid"] = session.session_key
    return client


def resume_of(client: "Client") -> str:
    """Store the sample as the visitor's, read it, and return the address of its estimate."""
    from django.core.files.base import ContentFile
    from django.urls import reverse

    from resumes import analysis
    from resumes.models import Resume, State

    data = SAMPLE.read_bytes()
    resume = Resume(owner=client.session["owner"], filename=SAMPLE.name, size=len(data))
    resume.file.save("resume", ContentFile(data), save=False)
    resume.save(force_insert=True)
    analysis.analyse(resume.pk)
    resume.refresh_from_db()
    if resume.state != State.DONE:
        raise RuntimeError(f"the sample resume is {resume.state}")
    return reverse("resumes:detail", args=[resume.pk])


def addresses() -> dict[str, str]:
    """Return the guide's pages by name."""
    from django.urls import reverse

    from salaries.parts import PARTS

    parts = {f"guide, {slug}": reverse("salaries:part", args=[slug]) for slug in PARTS}
    return {"guide, overview": reverse("salaries:overview"), **parts}


def measure(client: "Client", name: str, address: str, count: int) -> Page:
    """Ask for a page as it is first made, then warm, then with its tag; count the queries of a warm one."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    first, _, size = asked(client, address)
    _, tag, _ = min(asked(client, address) for _ in range(WARM))
    whole = [asked(client, address)[0] for _ in range(count)]
    again = [asked(client, address, tag)[0] for _ in range(count)] if tag else []
    with CaptureQueriesContext(connection) as queries:
        asked(client, address)
    return Page(name, first, whole, again, len(queries), size)


def asked(client: "Client", address: str, tag: str = "") -> tuple[Took, str, float]:
    """Return what an answer took, its tag and its KiB. Raises `RuntimeError` for any but 200 and 304."""
    headers = {"If-None-Match": tag} if tag else {}
    answers: list[Any] = []
    took = timed(lambda: answers.append(client.get(address, headers=headers)))
    answer = answers[0]
    if answer.status_code not in (200, 304):
        raise RuntimeError(f"{address} answers {answer.status_code}")
    return took, answer.get("ETag", ""), len(answer.content) / 1024


def part_of(pages: Iterable[Page]) -> Part:
    """Return what is told of the pages: the estimate first."""
    answer, *guide = pages
    slowest = max(guide, key=lambda page: middle(page.whole))
    targets = [
        Target(what=f"{ANSWER}, page, median", target=ESTIMATE, measured=middle(answer.whole), unit="ms"),
        Target(what=f"{ANSWER}, page", target=QUERIES, measured=answer.queries, unit="queries"),
        Target(what=f"slowest page, {slowest.name}, kept", target=GUIDE, measured=middle(slowest.whole), unit="ms"),
    ]
    columns = ["page", "first ms", "median ms", "95th percentile ms", "processor ms", "unchanged ms", "queries", "KiB"]
    told = "From request to answer inside one process with all middleware; SQLite, Valkey, no server and no network."
    table = Table(
        caption="Pages; *unchanged* is asked with the tag that the browser has",
        columns=columns,
        rows=[cells(page) for page in (answer, *guide)],
    )
    return Part(part="pages", title="Pages", text=[told], targets=targets, tables=[table])


def cells(page: Page) -> list[Cell]:
    late = percentile([took.wall for took in page.whole], 95) * 1000
    worked = median([took.cpu for took in page.whole]) * 1000
    again = middle(page.again) if page.again else None
    return [page.name, page.first.wall * 1000, middle(page.whole), late, worked, again, page.queries, page.kib]


def middle(times: Sequence[Took]) -> float:
    """Return the median in milliseconds on the clock."""
    return median([took.wall for took in times]) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT)
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory() as folder, site(Path(folder)):
        client = visitor()
        every = {ANSWER: resume_of(client), **addresses()}
        pages = [measure(client, name, address, count) for name, address in every.items()]
        print(save(part_of(pages)))


if __name__ == "__main__":
    main()
