"""A page as a picture, with the part of the page that it shows."""

from dataclasses import dataclass

from resumes.reading.document import Box


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn upright, `page` counted from 1: WebP bytes of `width` by `height` pixels.

    `shows` is what part of the page that is, in the points of `Line.box`.
    """

    page: int
    width: int
    height: int
    shows: Box
    webp: bytes
