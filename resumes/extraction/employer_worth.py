"""How well a piece of a head would do for the employer's name."""

from resumes.extraction.heads import Piece
from resumes.extraction.titles import is_field, is_name, starts_small

LONGEST_NAME = 14
"""Words of the longest names of employers; what is longer than nine must look like a name."""
FIELD_AS_EMPLOYER = 0.3
"""A piece of words of fields alone names an employer only where nothing else does."""


def employer_worth(piece: Piece) -> float:
    """Return how well a piece would do for the employer's name: nothing for titles, places and long texts."""
    if piece.title or piece.place or not piece.text[:1].strip() or starts_small(piece.text):
        return 0.0
    if len(piece.text.split()) > (LONGEST_NAME if piece.organization == 2 and is_name(piece.text) else 9):
        return 0.0
    if is_field(piece.text):
        return FIELD_AS_EMPLOYER
    return (0.6, 0.9, 1.2)[piece.organization]
