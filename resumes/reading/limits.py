"""How much of an uploaded file is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading. Sizes in bytes; `max_pages` are read and no more, `far_too_many_pages` is refused.

    `max_marks` bounds the texts, shapes and pictures that a PDF paints, and the characters of one of its pages.
    """

    max_bytes: int = 5_000_000
    max_pages: int = 10
    far_too_many_pages: int = 200
    max_characters: int = 60_000
    max_marks: int = 50_000
    max_archive_entries: int = 2_000
    max_inflated: int = 50_000_000
    max_xml: int = 8_000_000
