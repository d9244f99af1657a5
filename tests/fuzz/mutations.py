"""Changes that know a file's form: parts of a zip, tags of XML, objects and numbers of a PDF."""

import io
import random
import re
import zipfile
from collections.abc import Callable

Mutate = Callable[[bytes, int], bytes]

PIECES = {
    b"PK": re.compile(rb"<[^>]{0,400}>"),
    b"%P": re.compile(rb"\d+ 0 obj.{0,20000}?endobj|\S+ T[jJdmf*]\b", re.DOTALL),
}
NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
ODD_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"32768",
    b"65536",
    b"2147483648",
    b"-2147483649",
    b"1e38",
    b"0.00001",
    b"99999999999",
)
MOST_ENTRIES = 60


def changed(data: bytes, most: int, chance: random.Random, mutate: Mutate) -> bytes:
    """Return the file with one change: inside one of its parts if it is a zip, `mutate` being any change of bytes."""
    if data.startswith(b"PK") and chance.random() < 0.95:
        return changed_part(data, most, chance, mutate)
    return changed_bytes(data, data[:2], most, chance, mutate)


def changed_bytes(data: bytes, kind: bytes, most: int, chance: random.Random, mutate: Mutate) -> bytes:
    if kind in PIECES and chance.random() < 0.6:
        one = chance.choice((other_number, lost_piece, moved_piece, repeated_piece))
        return one(data, kind, chance)[:most]
    return mutate(data, most)


def changed_part(data: bytes, most: int, chance: random.Random, mutate: Mutate) -> bytes:
    """Return the zip with one of its parts changed, stored as it is so that the next change sees it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist()[:MOST_ENTRIES] if entry.file_size <= most]
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except Exception:  # noqa: BLE001  (a zip that cannot be taken apart any more is changed as bytes)
        return mutate(data, most)
    if not parts:
        return mutate(data, most)
    name = chance.choice([*parts, *["word/document.xml"] * (len(parts) if "word/document.xml" in parts else 0)])
    parts[name] = changed_bytes(parts[name], b"PK", most, chance, mutate)
    packed = zipped(parts)
    return packed if len(packed) <= most else data


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def other_number(data: bytes, kind: bytes, chance: random.Random) -> bytes:
    spots = [found.span() for found in NUMBER.finditer(data)]
    if not spots:
        return data
    start, end = chance.choice(spots)
    return data[:start] + chance.choice(ODD_NUMBERS) + data[end:]


def pieces(data: bytes, kind: bytes) -> list[tuple[int, int]]:
    return [found.span() for found in PIECES[kind].finditer(data)] or [(0, 0)]


def lost_piece(data: bytes, kind: bytes, chance: random.Random) -> bytes:
    start, end = chance.choice(pieces(data, kind))
    return data[:start] + data[end:]


def moved_piece(data: bytes, kind: bytes, chance: random.Random) -> bytes:
    """Put a piece in the place of another."""
    found = pieces(data, kind)
    (start, end), (first, last) = chance.choice(found), chance.choice(found)
    return data[:start] + data[first:last] + data[end:]


def repeated_piece(data: bytes, kind: bytes, chance: random.Random) -> bytes:
    start, end = chance.choice(pieces(data, kind))
    return data[:start] + data[start:end] * chance.choice((2, 3, 50)) + data[end:]
