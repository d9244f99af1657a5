"""All layouts by name, and the corpus as a folder of files and labels.

    python -m tests.corpus.layouts FOLDER

writes every document and its label, in the form that the evaluation reads.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.corpus.docx_layouts import DOCX_LAYOUTS
from tests.corpus.labels import label_of
from tests.corpus.pdf_layouts import PDF_LAYOUTS
from tests.corpus.person import Person, people
from tests.corpus.text_layouts import TEXT_LAYOUTS

LAYOUTS: dict[str, Callable[[Person], bytes]] = {**PDF_LAYOUTS, **DOCX_LAYOUTS, **TEXT_LAYOUTS}
SUFFIXES = {"pdf": "pdf", "docx": "docx", "txt": "txt", "markdown": "md"}


def render(person: Person, layout: str) -> bytes:
    """Return the resume as a file in the layout; the same bytes every time. Raises `KeyError` for no such layout."""
    return LAYOUTS[layout](person)


class Written(NamedTuple):
    """One document of the corpus: a person in two layouts is two documents."""

    person: Person
    layout: str

    @property
    def stem(self) -> str:
        return f"{self.person.slug}-in-{self.layout}"

    @property
    def file(self) -> str:
        return f"{self.stem}.{SUFFIXES[self.layout.partition('-')[0]]}"


def documents() -> list[Written]:
    """Return every document of the corpus."""
    return [Written(person, layout) for person in people() for layout in person.layouts]


def write_corpus(folder: Path) -> Path:
    """Write `files/` and `labels/` into the folder and return it."""
    for name in ("files", "labels"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for written in documents():
        (folder / "files" / written.file).write_bytes(render(written.person, written.layout))
        label = json.dumps(label_of(written.person, written.stem), ensure_ascii=False, indent=1)
        (folder / "labels" / f"{written.stem}.json").write_text(label, encoding="utf-8")
    return folder


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]))
