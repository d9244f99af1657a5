"""How people print the head of an entry: which of title, employer, place and dates stand on which line."""

from dataclasses import dataclass

from tests.corpus.person import Entry, HeadStyle, Section, plain


@dataclass(frozen=True)
class Head:
    """One line of an entry's head: what stands left, what may float to the right, and its weight."""

    left: str
    right: str = ""
    bold: bool = False


def join(separator: str, *parts: str) -> str:
    return separator.join(part for part in parts if part)


def heads(entry: Entry, style: HeadStyle) -> list[Head]:
    """Return the lines of the head; `right` holds the dates in every style that lets them float."""
    title, employer, place, dates = (plain(text) for text in (entry.title, entry.employer, entry.place, entry.dates))
    where = join(", ", employer, place)
    if style == "split":
        found = [Head(employer, place, bold=True), Head(title, dates)]
    elif style == "employer-first":
        found = [Head(join(" — ", employer, place), dates, bold=True), Head(title)]
    elif style == "stacked":
        found = [Head(title, bold=True), Head(employer), Head(join(" · ", dates, place))]
    elif style == "labeled":
        found = [Head(f"{name}: {text}") for name, text in _labeled(entry) if text]
    elif style == "one-line":
        found = [Head(join(", ", title, where), dates, bold=True)]
    elif style in {"bar", "dates-first", "at", "parentheses"}:
        found = [Head(_one_line(style, title, where, dates), bold=True)]
    else:
        found = [Head(title, dates, bold=True), Head(where)]
    return [head for head in _close_up(found) if head.left or head.right]


def _labeled(entry: Entry) -> list[tuple[str, str]]:
    names = ("Organization", "Designation", "Location", "Duration")
    return list(zip(names, map(plain, (entry.employer, entry.title, entry.place, entry.dates)), strict=True))


def _one_line(style: HeadStyle, title: str, where: str, dates: str) -> str:
    if style == "bar":
        return join(" | ", title, where, dates)
    if style == "dates-first":
        return join(": ", dates, join(", ", title, where))
    head = join(" at ", title, where) if style == "at" else join(", ", title, where)
    return f"{head} ({dates})" if dates else head


def _close_up(found: list[Head]) -> list[Head]:
    """Move a right half up to the first line that has a left one, so that no date floats beside nothing."""
    if len(found) == 2 and not found[0].left and found[0].right:
        return [Head(found[1].left, found[0].right, bold=True)]
    if len(found) == 2 and not found[1].left and found[1].right:
        return [Head(found[0].left, join("  ", found[0].right, found[1].right), found[0].bold)]
    return found


def style_of(section: Section, default: HeadStyle) -> HeadStyle:
    return section.style or default
