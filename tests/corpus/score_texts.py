"""When two skills, two titles or two roles are the same in essence."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FORMS = tomllib.loads((Path(__file__).parent / "skill_forms.toml").read_text(encoding="utf-8"))
CANON = {form: name for name, forms in FORMS.items() for form in forms}
NUMBERED = {"s3", "ec2", "h2o", "html5", "css3", "neo4j"}
"""Names whose last digits are no version."""
VERSION = re.compile(r"(?<=[a-z])\s*v?\d+(\.\d+)*$")
EMPTY_WORDS = {"of", "the", "and", "at", "in", "a", "an", "for", "i", "ii", "iii"}
SPELLINGS = (
    ("sr.", "senior"),
    ("machine learning", "ml"),
    ("machine-learning", "ml"),
    ("internship", "intern"),
    ("assistantship", "assistant"),
    ("artificial intelligence", "ai"),
)
SAME_TITLE = 0.5
"""Share of words that two titles of one role have in common at the least."""
MOST_ADDED = 4
"""Words by which a title may be longer than another that it holds whole."""


def skill_key(name: str) -> str:
    """Return the form in which skills are compared: no case, version, brackets or punctuation, known forms as one."""
    key = re.sub(r"[®™]", "", re.sub(r"\s*\(.*?\)", "", name).strip().lower())
    key = key if key in NUMBERED else VERSION.sub("", key)
    key = re.sub(r"\s+", " ", key).strip(" .,;:")
    key = CANON.get(key, key)
    return re.sub(r"[\s\-_./]+", "", key) or key


def title_words(text: str | None) -> set[str]:
    """Return the words of a title that carry meaning."""
    spelled = (text or "").lower()
    for long, short in SPELLINGS:
        spelled = spelled.replace(long, short)
    return set(re.findall(r"[a-z0-9+#]+", spelled)) - EMPTY_WORDS


def likeness(one: str | None, other: str | None) -> float:
    """Return the share of words in common; 1 where one title is the other with a short addition, 0.5 with a long."""
    left, right = title_words(one), title_words(other)
    if not left or not right:
        return float(left == right)
    if left <= right or right <= left:
        return 1.0 if len(left ^ right) <= MOST_ADDED else SAME_TITLE
    return len(left & right) / len(left | right)


def same_bound(one: str | None, other: str | None) -> bool:
    """Return whether two bounds agree to the month; a bare year agrees with each of its months."""
    if one == other:
        return True
    if not one or not other or "present" in (one, other):
        return False
    return one[:4] == other[:4] and 4 in (len(one), len(other))


def same_role(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Return whether two roles are one: the same title in essence and the same dates."""
    dates = all(same_bound(one.get(bound), other.get(bound)) for bound in ("start", "end"))
    return dates and likeness(one.get("title"), other.get("title")) >= SAME_TITLE
