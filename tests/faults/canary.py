"""Words that nobody else writes, put into everything a visitor sends, and looked for wherever bytes lie."""

import base64
import re
import secrets
import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from redis import Redis

from tests.faults.house import PATIENCE, House
from tests.faults.pages import pdf_resume
from tests.faults.visitor import Visitor, key_of
from tests.processes import wait_until

RESUME = """{name} Example
{email}@mail.example
Seattle, WA

Experience
Machine Learning Engineer, {employer} Analytics
January 2020 - Present
- Trained ranking models in PyTorch for {line} that raised clicks by 12 %

Education
M.S. Computer Science, 2018
"""
TYPED = ("title", "offer")
"""What the visitor types into forms."""
SENT = ("name", "email", "employer", "line", "file")


def word() -> str:
    """Return a word of twelve letters that nobody else writes."""
    return "Q" + "".join(secrets.choice(string.ascii_lowercase) for _ in range(11))


@dataclass
class Canary:
    """The words of one resume by where they are put."""

    words: dict[str, str] = field(default_factory=lambda: {name: word() for name in (*SENT, *TYPED)})
    key: str = ""
    again: str = ""
    """The ids of the resume and of the one restored from its download."""

    @property
    def text(self) -> str:
        return RESUME.format(**self.words)

    @property
    def pdf(self) -> bytes:
        return pdf_resume(self.text)

    @property
    def filename(self) -> str:
        return f"{self.words['file']} resume.pdf"

    def needles(self) -> list[bytes]:
        """Return each word as it may lie in bytes: plain, as UTF-16, and inside base64 at each of three offsets."""
        return [needle for one in self.words.values() for needle in forms_of(one)]

    def found_in(self, data: bytes) -> set[str]:
        """Return what is found of it, by where it was put."""
        return {name for name, one in self.words.items() if any(needle in data for needle in forms_of(one))}


def forms_of(one: str) -> Iterator[bytes]:
    yield one.encode()
    yield one.lower().encode()
    yield one.encode("utf-16-le")
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + one.encode())
        yield coded[(0, 2, 3)[shift] : -4]


def live(house: House, canary: Canary) -> Visitor:
    """Do all that a visitor can do with one resume; return the visitor."""
    visitor = house.visitor()
    canary.key = key_of(visitor.upload(canary.pdf, canary.filename))
    house.ends(canary.key)
    look(house, visitor, canary.key)
    say(visitor, canary)
    take_along(house, visitor, canary)
    return visitor


def look(house: House, visitor: Visitor, key: str) -> None:
    """Look at the answer, its evidence with drawn pages, the sheet, the list."""
    for page in ("", "pages/", "sheet/", "sheet.txt", "moves/", "delete/"):
        assert visitor.get(f"/resumes/{key}/{page}").status == 200, page
    assert visitor.get("/resumes/").status == 200
    drawn = "SELECT count(*) FROM resumes_pagepicture WHERE resume_id = ?"
    wait_until(lambda: house.rows(drawn, key.replace("-", ""))[0][0] > 0, PATIENCE)
    assert visitor.get(f"/resumes/{key}/pages/1.webp").status == 200


def say(visitor: Visitor, canary: Canary) -> None:
    """Correct a role, its skills and the place, keep an offer, share."""
    at = f"/resumes/{canary.key}/"
    role = {"title": canary.words["title"], "employer": canary.words["employer"], "kind": "ml"}
    dates = {"start": "Jan 2020", "end": "present"}
    assert visitor.post(f"{at}roles/new/", role | {"start": "Mar 2015", "end": "Dec 2016"}).status == 200
    first = re.search(r"roles/(?!new)([a-z0-9-]+)/", visitor.get(at).text)
    assert first
    assert visitor.post(f"{at}roles/{first[1]}/", role | dates).status == 200
    assert visitor.post(f"{at}corrections/", {"place": "Denver, CO", "specialization": "nlp"}).status == 200
    offer = {"a-base": "200000", "a-called": canary.words["offer"]}
    assert canary.words["offer"] in visitor.post(f"{at}offers/", offer).text
    link = re.search(r"/shared/([\w-]+)/", visitor.post(f"{at}share/").text)
    assert link
    canary.words["link"] = link[1]
    assert visitor.get(f"/shared/{link[1]}/").status == 200


def take_along(house: House, visitor: Visitor, canary: Canary) -> None:
    """Download both forms, and restore the site's own, under another name."""
    saved = visitor.get(f"/resumes/{canary.key}/export.json")
    assert canary.found_in(saved.body) >= {"line", "title"}
    assert visitor.get(f"/resumes/{canary.key}/resume.json").status == 200
    again = key_of(visitor.upload(saved.body, f"{canary.words['file']}.json"))
    house.ends(again)
    assert visitor.get(f"/resumes/{again}/").status == 200
    canary.again = again


def places(house: House) -> dict[str, bytes]:
    """Return the bytes of everything that the site may have written, by where they lie."""
    found = {str(path.relative_to(house.home)): read(path) for path in house.home.rglob("*")}
    return found | {"Redis dump": redis_dump(house)}


def read(path: Path) -> bytes:
    """Return a file's bytes, none for what is no file or has just gone."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except FileNotFoundError:
        return b""


def redis_dump(house: House) -> bytes:
    """Return all that the broker and cache hold, as it writes them to disk, uncompressed."""
    with Redis.from_url(house.broker.url) as redis:
        redis.config_set("rdbcompression", "no")
        redis.save()
    dump = house.home / "dump.rdb"
    data = dump.read_bytes()
    dump.unlink()
    return data


def hits(house: House, canary: Canary) -> dict[str, set[str]]:
    """Return what is found of the canary, by where it lies."""
    found = {place: canary.found_in(data) for place, data in places(house).items()}
    return {place: words for place, words in found.items() if words}
