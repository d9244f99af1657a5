"""What glyphs stand for: ligatures, bullets, icons, spaces of every width, marks without width."""

import re
import tomllib
import unicodedata
from pathlib import Path

_TABLE = tomllib.loads((Path(__file__).parent / "glyphs.toml").read_text(encoding="utf-8"))

BULLETS = "".join(chr(int(code, 16)) for code in _TABLE["bullets"])
BULLETS_BEFORE_SPACE = "".join(chr(int(code, 16)) for code in _TABLE["bullets_before_space"])
LIGATURES = {int(code, 16): letters for code, letters in _TABLE["ligatures"].items()}

TOLD_BY = {letters: re.compile("|".join(parts)) for letters, parts in _TABLE["told_by"].items()}

BULLET = "• "

_LOST = frozenset(chr(int(code, 16)) for code in _TABLE["lost_ligatures"])
_ANY_LOST = rf"[{re.escape(''.join(sorted(_LOST)))}]"
_LOST_IN_WORD = re.compile(rf"([A-Za-z]*){_ANY_LOST}([a-z]+)|([A-Za-z]+){_ANY_LOST}")
_ACCENTS = dict(zip("´`ˆ˜¨¸ˇ˚", "\u0301\u0300\u0302\u0303\u0308\u0327\u030c\u030a", strict=True))
_ACCENT_BEFORE = re.compile(rf"([{''.join(_ACCENTS)}]) ?([A-Za-z])")

_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_WITHOUT_WIDTH = _DIRECTIONS + "\u00ad\u200b\u200c\u200d\u2060\u2061\u2062\u2063\ufeff\ufe0e\ufe0f"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\v\f"
_HYPHENS = {0x2010: "-", 0x2011: "-"}
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIMPLE = str.maketrans(
    {
        **LIGATURES,
        **_FULL_WIDTH,
        **_HYPHENS,
        **dict.fromkeys(map(ord, _WITHOUT_WIDTH)),
        **dict.fromkeys(map(ord, _SPACES), " "),
    }
)

_OPENING_BULLET = re.compile(rf"\s*(?:[{re.escape(BULLETS)}]+\s*|[{re.escape(BULLETS_BEFORE_SPACE)}]\s+(?=\S))")
_NAMED_BULLETS = "".join(mark for mark in BULLETS if unicodedata.category(mark) != "Co")
_INNER_BULLET = re.compile(rf"[{re.escape(_NAMED_BULLETS)}]\s*")
_NOISE = re.compile(r"[\u2423\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\uffff\U000f0000-\U0010ffff]")
_SMALL_CAPITALS = re.compile(r"\b(?=(?:i*[A-Z]){3})[A-Z]+(?:i[A-Z]*)+\b")  # fonts of small capitals often lack the i
_LEADERS = re.compile(r"(?<=\S)\s*(?:[.…·]\s?){4,}\s*(?=[^\s.…·])|(?<=\S)\s*(?:[.…·] ){4,}[.…·]?$")
"""Dots that lead the eye over a wide gap: "Brightloom . . . . . 2019"."""
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
_WIDE_GAP = re.compile(r" {3,}")  # so many spaces in a row are there for alignment
_RUNS_OF_SPACE = re.compile(r" *\t[ \t]*| {2,}")


def clean(text: str) -> str:
    """Return the line as words: one opening bullet at most, no icons, no ligatures, single spaces and tabs."""
    if ". . ." in text or "...." in text or "……" in text or "···" in text:
        text = _LEADERS.sub("\t", text)
    plain = _PLAIN.fullmatch(text) is not None  # as most lines are
    text = _SMALL_CAPITALS.sub(lambda match: match.group().upper(), text if plain else _resolved(text))
    opened = _OPENING_BULLET.match(text)
    body = text[opened.end() :] if opened else text
    if not plain:
        body = _INNER_BULLET.sub("• ", _WIDE_GAP.sub("\t", body))
        body = _RUNS_OF_SPACE.sub(_one_space, _NOISE.sub(" ", body)).strip()
    return BULLET + body if opened else body


def _resolved(text: str) -> str:
    """Return the line with letters for its ligatures and accented ones, and without marks that have no width."""
    if not _LOST.isdisjoint(text):
        text = _LOST_IN_WORD.sub(_with_ligature, text)
    text = text.translate(_SIMPLE)
    return text if text.isascii() else unicodedata.normalize("NFC", _ACCENT_BEFORE.sub(_composed, text))


def is_bullet(text: str) -> bool:
    """Say whether the text is nothing but the mark that opens a list item."""
    return text.strip() != "" and all(c in BULLETS or c in BULLETS_BEFORE_SPACE for c in text.strip())


def _with_ligature(match: re.Match[str]) -> str:
    """Put back a ligature that the file gives no letters for, by the word around it."""
    before, after = match.group(1) or match.group(3) or "", match.group(2) or ""
    words = ((letters, f"{before}{letters}{after}".lower()) for letters in TOLD_BY)
    fitting = (letters for letters, word in words if TOLD_BY[letters].search(word))
    return f"{before}{next(fitting, 'fi')}{after}"


def _composed(match: re.Match[str]) -> str:
    """Put an accent that TeX paints before its letter onto the letter; a lone tick or tilde stays what it is."""
    accent, letter = match.groups()
    whole = unicodedata.normalize("NFC", letter + _ACCENTS[accent])
    return whole if len(whole) == 1 else match.group()


def _one_space(match: re.Match[str]) -> str:
    return "\t" if "\t" in match.group() else " "
