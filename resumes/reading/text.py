"""Plain text and Markdown."""

import codecs
import re
from collections.abc import Iterator
from html import unescape

from resumes.reading import glyphs
from resumes.reading.assembly import Draft
from resumes.reading.errors import NoText, UnsupportedType
from resumes.reading.text_columns import unfolded

BINARY_SHARE = 0.02
"""More control and undecodable characters than this, and the file is not text."""
WIDE_SHARE = 0.4
"""So many zeros at the odd or the even places, and none at the others: text in two bytes a letter, without a mark."""

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{3,}|_{3,}|\*{3,}|~{3,})\s*$")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|__)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_LINK = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
_ITALIC = re.compile(r"(?<![\w_/.])_(?=[^\s_])([^_\n]+)(?<=[^\s_])_(?![\w_])")
_TAG = re.compile(
    r"</?(?:a|b|br|center|details|div|em|h[1-6]|hr|i|img|li|p|small|span|strong|sub|summary|sup|u|ul)\b[^<>\n]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5});")
_HARD_BREAK = re.compile(r"\s*\\$")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?[ ]?(?:['’]\d\d|(?:19|20)\d\d)"
_DATED = rf"(?:(?:\d{{1,2}}[./-]){{0,2}}(?:19|20)\d\d|{_MONTH})(?!\d)"
_END_BELOW = re.compile(
    rf"(?mi)^([ \t]*{_DATED}(?![ \t]*[-–—])[^\n]*\n[ \t]*)[-–—][ \t]+(?=(?:{_DATED}|present|now)(?:[ \t]{{2,}}|\t|$))"
)
"""The end of a range below its start in a rail of dates; its dash is no bullet."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decode(data: bytes) -> str:
    """Return the bytes as text: by its byte-order mark or its zeros, else UTF-8, else Windows' Western code page.

    Raises UnsupportedType where that gives no text, as for pictures and programs.
    """
    text = _decoded(data)
    bad = len(_CONTROLS.findall(text)) + text.count("\ufffd")
    if bad > BINARY_SHARE * len(text):
        raise UnsupportedType
    return text


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if wide := _wide_encoding(data):
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _wide_encoding(data: bytes) -> str | None:
    """Return the encoding of Western text in two bytes a letter, None for all other bytes."""
    for high, low, encoding in ((1, 0, "utf-16-le"), (0, 1, "utf-16-be")):
        zeros = data[high::2].count(0)
        if zeros > WIDE_SHARE * len(data) / 2 and 0 not in data[low::2]:
            return encoding
    return None


def read_text(data: bytes) -> list[Draft]:
    """Return the lines of a text or Markdown file. Raises UnsupportedType and NoText."""
    drafts = list(_drafts(decode(data)))
    if not any(any(c.isalpha() for c in draft.text) for draft in drafts):
        raise NoText
    return drafts


def _drafts(text: str) -> Iterator[Draft]:
    blank = 0
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    for raw in unfolded(_END_BELOW.sub(r"\1–", plain).split("\n")):
        if not raw.strip() or _UNDERLINE.match(raw):
            blank += 1
            continue
        yield _draft(raw, float(blank))
        blank = 0


def _draft(raw: str, gap: float) -> Draft:
    heading = _HEADING.match(raw)
    text = glyphs.clean(_without_marks(heading.group(1) if heading else _wide_gaps(raw)))
    return Draft(text, gap=gap, heading=bool(heading))


def _wide_gaps(raw: str) -> str:
    """Return the line with its indent in spaces and every other tab as a wide gap, however narrow it falls."""
    words = raw.lstrip()
    indent = raw[: len(raw) - len(words)].expandtabs(4)
    return indent + words.replace("\t", "    ")


def _unescaped(entity: re.Match[str]) -> str:
    sign = unescape(entity[0])
    return sign if sign.isprintable() else " "


def _without_marks(text: str) -> str:
    """Return a line without the marks of Markdown and the tags and entities of HTML that may stand in it."""
    text = _ENTITY.sub(_unescaped, _TAG.sub(" ", _LINK.sub(r"\1 \2", text)))
    text = _ITALIC.sub(r"\1", _HARD_BREAK.sub("", text))
    return _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text)).replace("`", "")
