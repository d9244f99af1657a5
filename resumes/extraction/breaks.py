"""Time away from work that stands among the posts: a leave, travels, a search for work."""

import re
from functools import cache

from resumes.extraction.lexicons import any_of, load


def is_break(text: str) -> bool:
    """Return whether a title or a piece of a head is time away from work, a remark behind it or not."""
    return _breaks().fullmatch(text.lower().strip(" .")) is not None


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(load('titles')['breaks']['words'])})(?:\W.*)?")
