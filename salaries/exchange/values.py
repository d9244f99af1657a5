"""Cells to values and back. Pure. What is refused says what stands there and what would be right."""

import re
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from salaries.contents.prose import plain

NUMBER = re.compile(r"(?P<whole>[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?", re.ASCII)
POINT_FOR_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d\d0")
DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}|0,\d+")
DANGEROUS = re.compile(r"'*[\s\ufeff\u200b-\u200f\u2060]*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r]")
"""How a cell begins that a spreadsheet would take for a formula, with the quotes that keep it from that.

Spreadsheets skip blanks and marks that nobody sees, and some take the wide signs of East Asian keyboards as well.
"""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
NOT_IN_A_WORKBOOK = "\N{REPLACEMENT CHARACTER}"
LARGEST_DIGITS = 8
YES = frozenset({"yes", "true", "1"})
NO = frozenset({"no", "false", "0"})


class BadValue(ValueError):
    """A cell that cannot be read as its column needs; the message says why."""


def number(text: str, decimals: int) -> Decimal | None:
    """Return the number in a cell, None where that is empty: "170000", "170,000", "$170,000", "30.6".

    Raises `BadValue` for anything below zero, in other notations, with more decimals than `decimals`.
    """
    shown = text.strip()
    bare = shown.removeprefix("$").strip()
    if not shown:
        return None
    _refuse_notation(shown, bare)
    found = NUMBER.fullmatch(bare)
    if found is None:
        raise BadValue(f"{_cut(shown)!r} is no number. Write 170000, 170,000 or $170,000.")
    whole, after = found["whole"].replace(",", ""), (found["decimals"] or "").rstrip("0")
    if len(whole.lstrip("0")) > LARGEST_DIGITS:
        raise BadValue(f"{_cut(shown)} is too large: at most {LARGEST_DIGITS} digits.")
    if len(after) > decimals:
        most = f"at most {decimals} decimals" if decimals else "whole numbers"
        raise BadValue(f"{_cut(shown)} has too many decimals; this column holds {most}.")
    return Decimal(f"{whole}.{after}" if after else whole)


def _refuse_notation(shown: str, bare: str) -> None:
    if bare.startswith(("-", "\N{MINUS SIGN}")):
        raise BadValue(f"{_cut(shown)} is below zero; no figure of the guide is.")
    if shown.endswith("%"):
        raise BadValue(f"{_cut(shown)}: leave the % away. 25 percent is 25, a share of a half is 0.5.")
    if DECIMAL_COMMA.fullmatch(bare):
        raise BadValue(f"{_cut(shown)}: write decimals with a point, {bare.replace(',', '.')}.")
    if POINT_FOR_THOUSANDS.fullmatch(bare):
        thousands, value = bare.replace(".", ""), plain(Decimal(bare))
        raise BadValue(f"{_cut(shown)} can be read in two ways. Write {thousands} or {value}.")


def truth(text: str) -> bool:
    """Return whether a cell says yes. Raises `BadValue` where it says neither yes nor no."""
    word = text.strip().lower()
    if word not in YES | NO:
        raise BadValue(f"{_cut(text.strip())!r} is neither yes nor no." if word else "It is empty. Write yes or no.")
    return word in YES


def one_of(text: str, options: Collection[str]) -> str:
    """Return the cell where it is one of the options, "" where it is empty. Raises `BadValue` with the options."""
    value = text.strip()
    if value and value not in options:
        raise BadValue(f"{_cut(value)!r} is none of: {', '.join(options)}.")
    return value


def words(text: str) -> str:
    """Return a cell's text as it is kept: no blanks around it, lines ended by a line feed, no guard. `BadValue`."""
    if CONTROL.search(text):
        raise BadValue("It holds a control character. Type the text anew.")
    return unguarded(text.replace("\r\n", "\n").strip())


def guarded(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula; `unguarded` gives it back."""
    plain_text = CONTROL.sub(NOT_IN_A_WORKBOOK, text.replace("\r\n", "\n").strip())
    return f"'{plain_text}" if DANGEROUS.match(plain_text) else plain_text


def unguarded(cell: str) -> str:
    """Return the text of a cell that `guarded` made."""
    return cell[1:] if cell.startswith("'") and DANGEROUS.match(cell) else cell


def printed(value: Any) -> str:
    """Return a value to read: "170,000", "yes", "" for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{Decimal(plain(value)):,f}" if isinstance(value, Decimal) else str(value)


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}..."
