"""Promotions told inside one entry: "Analyst, then Senior Analyst from May 2016, Brightloom, 2014 - 2019"."""

from collections.abc import Sequence
from dataclasses import replace

from resumes.extraction.findings import DateRange
from resumes.extraction.heads import Piece

NOW = "present"


def without_turns(dates: Sequence[DateRange]) -> list[DateRange]:
    """Return the dates of a line without those since when something was so, where a whole range holds them."""
    return [dated for dated in dates if not any(_turns(dated, whole) for whole in dates)]


def steps(dates: Sequence[DateRange], pieces: Sequence[Piece]) -> list[tuple[DateRange, list[Piece]]]:
    """Return the later and the earlier post with their dates, nothing where a line tells of no promotion.

    The later title stands right before the day from which it was held, the earlier one before that.
    """
    pairs = [(turn, whole) for turn in dates for whole in dates if _turns(turn, whole)]
    if len(pairs) != 1:
        return []
    turn, whole = pairs[0]
    titles = [piece for piece in pieces if piece.title == 2 and piece.start < turn.evidence.start]
    if len(titles) != 2:
        return []
    earlier, later = titles
    return [(replace(whole, start=turn.start), [later]), (replace(whole, end=turn.start), [earlier])]


def _turns(turn: DateRange, whole: DateRange) -> bool:
    """Return whether one date is a day since when, in the middle of another's range with two bounds printed."""
    if turn.rule != "since" or whole.rule == "since" or whole.start == whole.end or not whole.start or not whole.end:
        return False
    return whole.start < (turn.start or "") and (whole.end == NOW or (turn.start or "") < whole.end)
