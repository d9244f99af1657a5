"""The resume as its page shows it: pictures of its pages with a box over each mark, or its text with the marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumes.drawings import PagePicture
from resumes.models import Resume
from resumes.presentation.boxes import edges, part_of
from resumes.presentation.evidence import Lines
from resumes.presentation.marks import MarkedLine, Marks, Piece, marks
from resumes.profile import said
from resumes.reading.document import Box

BESIDE = 2.0
"""Percent of a picture by which a box may lie outside it; one that lies further off was read from another side."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark on a picture, in percent of its width and height."""

    piece: Piece
    x: float
    y: float
    width: float
    height: float

    @property
    def fits(self) -> bool:
        return min(self.x, self.y) > -BESIDE and max(self.x + self.width, self.y + self.height) < 100 + BESIDE


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page's picture with its marks; `picture.page` counts from 1."""

    picture: PagePicture
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A resume as it was read, with its facts; `pages` are empty until they are drawn, and for Word and text files."""

    marks: Marks
    pages: tuple[MarkedPage, ...]

    @property
    def draws(self) -> bool:
        """Whether there may be pictures later: none yet, and pages of which some could be drawn."""
        return self.marks.format == "pdf" and not self.pages


def shown(resume: Resume, lines: Lines = None) -> Shown:
    """Return a resume that was read, with its marks. Raises `Reading.DoesNotExist`."""
    found = marks(resume.document(), said(resume.facts(), resume.corrections), lines)
    pictures = resume.pictures.all() if found.format == "pdf" else ()
    return Shown(found, tuple(marked_page(picture, found.lines) for picture in pictures))


def marked_page(picture: PagePicture, lines: Sequence[MarkedLine]) -> MarkedPage:
    """Return the picture with the marks of its page's lines."""
    here = (line for line in lines if line.line.page == picture.page)
    return MarkedPage(picture, tuple(spot for line in here for spot in spots(line, picture.shows) if spot.fits))


def spots(marked: MarkedLine, shows: Box) -> Iterator[Spot]:
    """Yield where the marks of a line stand; none where its place is not known."""
    line, found = marked.line, [piece for piece in marked.pieces if piece.facts]
    if line.box is None or not found:
        return
    places = edges(line.box, "".join(piece.text for piece in marked.pieces), bold=line.bold)
    for piece in found:
        yield spot(piece, part_of(line.box, places, piece.start - line.start, piece.end - line.start), shows)


def spot(piece: Piece, box: Box, shows: Box) -> Spot:
    """Return a box of the page as percent of the picture."""
    width, height = (shows.x1 - shows.x0) / 100, (shows.bottom - shows.top) / 100
    x, y = (box.x0 - shows.x0) / width, (box.top - shows.top) / height
    sides = (x, y, (box.x1 - box.x0) / width, (box.bottom - box.top) / height)
    return Spot(piece, *(round(side, 2) for side in sides))
