"""Resumes as plain text and as Markdown."""

from collections.abc import Iterator

from tests.corpus.heads import heads, join, style_of
from tests.corpus.person import Entry, HeadStyle, Person, lines, plain

WIDTH = 84


def plain_text(person: Person) -> bytes:
    """Headings in capitals over a line of dashes, dates at the right edge."""
    rows = [person.name, plain(person.headline), *person.contact]
    for section in person.sections:
        rows += ["", section.heading.upper(), "-" * len(section.heading), *lines(section.text)]
        for entry in section.entries:
            rows += _text_entry(entry, style_of(section, person.style))
        rows += [f"* {line}" for line in lines(section.bullets)]
    return _encode(rows)


def _text_entry(entry: Entry, style: HeadStyle) -> list[str]:
    rows = [""]
    for head in heads(entry, style):
        gap = " " * max(3, WIDTH - len(head.left) - len(head.right))
        rows.append(f"{head.left}{gap}{head.right}" if head.right else head.left)
    rows += [*lines(entry.text), *(f"  * {line}" for line in lines(entry.bullets))]
    return rows + [row for position in entry.positions for row in _text_entry(position, style)]


def markdown(person: Person) -> bytes:
    """Headings with number signs, dates in italics."""
    rows = [f"# {person.name}", "", plain(person.headline), "", "  \n".join(person.contact)]
    for section in person.sections:
        rows += ["", f"## {section.heading}", "", *_spread(lines(section.text))]
        for entry in section.entries:
            rows += _markdown_entry(entry, 3)
        rows += [f"- {line}" for line in lines(section.bullets)]
    return _encode(rows)


def _markdown_entry(entry: Entry, level: int) -> Iterator[str]:
    title, employer, place = plain(entry.title), plain(entry.employer), plain(entry.place)
    yield f"{'#' * level} {join(', ', title, employer)}"
    under = join(" | ", f"*{plain(entry.dates)}*" if entry.dates else "", place)
    yield from (under, "") if under else ()
    yield from _spread(lines(entry.text))
    yield from (f"- {line}" for line in lines(entry.bullets))
    yield ""
    for position in entry.positions:
        yield from _markdown_entry(position, level + 1)


def _spread(paragraphs: list[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield from (paragraph, "")


def _encode(rows: list[str]) -> bytes:
    return ("\n".join(rows).strip() + "\n").encode()


TEXT_LAYOUTS = {"txt": plain_text, "markdown": markdown}
