"""JSON as it comes from strangers: strictly as RFC 8259 has it, without what readers of it take in different ways.

The standard library's reader is used, since it alone tells of names that stand twice in one object. Nothing is bounded
here but depth (by the interpreter) and the length of whole numbers (likewise): the file's size is, before.
"""

import json
import math
from typing import Any, NoReturn

from resumes.reading.errors import BrokenJson


def loaded(data: bytes) -> Any:
    """Return the value that the bytes hold.

    Raises BrokenJson for bytes that are no UTF-8, bad syntax, names that stand twice in one object, NaN and infinite
    numbers, halves of characters (lone surrogates), and nesting too deep to follow.
    """
    try:
        value = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_refuse, parse_float=_finite
        )
        json.dumps(value, ensure_ascii=False).encode()  # fails on halves of characters
    except (ValueError, RecursionError) as error:
        raise BrokenJson from error
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BrokenJson
    return found


def _refuse(_constant: str) -> NoReturn:
    raise BrokenJson


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise BrokenJson
    return number
