"""From lines as they are found to one document with exact offsets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resumes.reading.document import Box, Document, Line
from resumes.reading.limits import Limits
from resumes.reading.signature import Format


@dataclass(slots=True)
class Draft:
    """A line before its place in the text is known; the fields mean the same as those of `Line`."""

    text: str
    page: int = 1
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    column: int = 0
    gap: float = 0.0
    heading: bool = False


def assemble(
    drafts: Iterable[Draft], format_: Format, limits: Limits, *, pages: int = 1, remarks: Sequence[str] = ()
) -> Document:
    """Join the lines with newlines; empty ones fall out, and what lies beyond the limit is cut with a remark."""
    lines: list[Line] = []
    texts: list[str] = []
    start = 0
    noted = list(remarks)
    for draft in drafts:
        text = " ".join(draft.text.splitlines()).strip()
        if not text:
            continue
        if start + len(text) > limits.max_characters:
            noted.append("text_cut")
            break
        lines.append(_line(draft, start, start + len(text)))
        texts.append(text)
        start += len(text) + 1
    return Document("\n".join(texts), tuple(lines), format_, pages, tuple(dict.fromkeys(noted)))


def _line(draft: Draft, start: int, end: int) -> Line:
    return Line(start, end, draft.page, draft.box, draft.size, draft.bold, draft.column, draft.gap, draft.heading)
