"""What fuzzing starts from: the project's own resumes, one a layout, with nothing squeezed; and the words of dates."""

import io
import json
import re
import zipfile
import zlib
from pathlib import Path

from resumes.extraction.lexicons import load
from resumes.extraction.moment_forms import month_numbers, season_months
from tests.corpus.layouts import LAYOUTS, documents, render
from tests.fuzz.mutations import zipped

SQUEEZED = re.compile(rb"<<([^>]*?/FlateDecode[^>]*)>>\s*stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
UNUSED = re.compile(rb'<w:style [^>]*w:type="table".*?</w:style>|<w:latentStyles.*?</w:latentStyles>', re.DOTALL)
"""Styles that Word puts into every file: nine tenths of it."""

JSON_RESUME = {
    "basics": {"name": "Ada Example", "label": "Engineer", "location": {"city": "Graz"}, "summary": "Trains models."},
    "work": [{"name": "Norvane", "position": "Engineer", "startDate": "2019-03", "highlights": ["Built a ranker."]}],
    "education": [{"institution": "Graz", "studyType": "MSc", "area": "Statistics", "endDate": "2018-06-30"}],
    "skills": [{"name": "Python", "keywords": ["PyTorch"]}],
}
DATES = (
    "Jan 2019 - Present\nMarch 2017 – Dec 2018\n2015-16\n05/2014 to 08/2014\nSummer 2013",
    "From May 2012\nSince 2011\n2008, 2009 and 2010\n'07 - '09\nWiSe 2005/06\nQ3 2004",
    "2019 -\n2021\n\tJan 216 - Feb 2017\nIX.2012–XI.2013\nEnd Date: May 2020\nbis heute\n2019年3月",
    "06.2015 - 07.2016 (born 12.05.1990)\n3-5/2016\nJune 10 - August 15, 2013\n2012-04-01 / 2013-05-02\tto date",
)


def write_seeds(target: str, folder: Path) -> None:
    """Write the files to start from into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(files() if target == "reading" else [text.encode() for text in DATES]):
        (folder / f"seed-{number:03}").write_bytes(seed)


def files() -> list[bytes]:
    """Return the smallest document of every layout, and a JSON Resume."""
    every = documents()
    smallest = (
        min((render(one.person, layout) for one in every if one.layout == layout), key=len, default=b"")
        for layout in LAYOUTS
    )
    return [*(unsqueezed(data) for data in smallest if data), json.dumps(JSON_RESUME).encode()]


def unsqueezed(data: bytes) -> bytes:
    """Return the file with its streams or parts as they are when inflated, so that a change is a change of them."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        return zipped({name: UNUSED.sub(b"", part) for name, part in parts.items()})
    return SQUEEZED.sub(inflated, data) if data.startswith(b"%PDF") else data


def inflated(found: re.Match[bytes]) -> bytes:
    """Return a stream of a PDF without its filter; one with another filter before that is left as it is."""
    if b"ASCII85" in found[1] or b"/Image" in found[1]:
        return found[0]
    try:
        plain = zlib.decompress(found[2])
    except zlib.error:
        return found[0]
    entries = re.sub(rb"/Filter\s*(?:\[[^]]*\]|/FlateDecode)|/Length\s+\d+", b"", found[1])
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (entries, len(plain), plain)


def words(target: str) -> list[bytes]:
    """Return what changes may put in: operators and names of a PDF, tags of Word, words and marks of dates."""
    if target == "reading":
        return [*b"BT|ET|Tj|TJ|Td|Tm|Tf|Tr|Do|cm|re|f|q|Q|/XObject|/Form|/Font|/ToUnicode|/Contents|/Kids".split(b"|")]
    tables = load("dates")
    said = {*month_numbers(), *season_months(), *tables["present"]["words"], *tables["between"]["words"]}
    marks = ["2019", "1998", "2020-05", "12/2021", "'19", " - ", "–", "\t", "\n", "(", "/", "Q3 2004", "xii.", "tba"]
    return [word.encode() for word in (*sorted(said), *marks)]


def write_words(target: str, file: Path) -> None:
    """Write the words in the form of libFuzzer's dictionaries."""
    escaped = ("".join(f"\\x{byte:02x}" for byte in word) for word in words(target))
    file.write_text("".join(f'"{word}"\n' for word in escaped), encoding="ascii")
