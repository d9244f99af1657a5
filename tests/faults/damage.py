"""Damaged files: seeded derivations of the project's own corpus, each with one fault that transport, disks or other
programs make: cut off, flipped, overwritten, spliced; parts of a PDF or a Word file lost, swapped or lied about.
"""

import random
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from tests.corpus.layouts import Written, documents, render
from tests.faults.damage_docx import DOCX_DAMAGES
from tests.faults.damage_pdf import PDF_DAMAGES

Damage = Callable[[bytes, random.Random], bytes]

SEED = 6


class DamagedFile(NamedTuple):
    """A file, and how it came to be: `name` tells document, damage and number, from which it can be made again."""

    name: str
    data: bytes


def damaged_files(count: int, seed: int = SEED) -> Iterator[DamagedFile]:
    """Yield so many damaged files: every document and every damage that fits it in turn, the same for the same seed."""
    written = documents()
    random.Random(seed).shuffle(written)
    for number in range(count):
        yield damaged_file(written[number % len(written)], number, seed)


def damaged_file(written: Written, number: int, seed: int = SEED) -> DamagedFile:
    """Return one damaged file: the damage follows from its number, what it hits from number and seed."""
    chance = random.Random(f"{seed} {number}")
    damages = damages_of(written.layout.partition("-")[0])
    damage = damages[chance.randrange(len(damages))]
    return DamagedFile(f"{written.stem} {damage.__name__} {number}", damage(whole(written), chance))


def damages_of(kind: str) -> tuple[Damage, ...]:
    """Return the damages that fit a kind of file."""
    own = {"pdf": PDF_DAMAGES, "docx": DOCX_DAMAGES}.get(kind, TEXT_DAMAGES)
    return (*ANY_DAMAGES, *own)


@cache
def whole(written: Written) -> bytes:
    """Return the document as it was before the damage."""
    return render(written.person, written.layout)


def cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))]


def lost_its_start(data: bytes, chance: random.Random) -> bytes:
    return data[chance.randrange(1, min(len(data), 2000)) :]


def flipped_bits(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 8, 64))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def blanked(data: bytes, chance: random.Random) -> bytes:
    """A sector of a disk that reads as zeros."""
    start = chance.randrange(len(data))
    stop = min(len(data), start + chance.choice((16, 512, 4096)))
    return data[:start] + bytes(stop - start) + data[stop:]


def hole(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.choice((1, 64, 1024)) :]


def stuttered(data: bytes, chance: random.Random) -> bytes:
    """A piece sent again and again."""
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((8, 256, 2048))]
    return data[:start] + piece * chance.choice((2, 20)) + data[start:]


def overwritten(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + chance.randbytes(200) + data[start + 200 :]


def spliced(data: bytes, chance: random.Random) -> bytes:
    """The head of one file, the tail of another."""
    other = whole(chance.choice(documents()))
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def carried_as_text(data: bytes, chance: random.Random) -> bytes:
    """A transfer in text mode: every line end is another."""
    return data.replace(b"\n", b"\r\n") if chance.random() < 0.5 else data.replace(b"\r", b"\n")


def shuffled_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def without_line_ends(data: bytes, chance: random.Random) -> bytes:
    return data.replace(b"\n", chance.choice((b" ", b"", b"\t")))


def grown(data: bytes, chance: random.Random) -> bytes:
    """The whole text over and over."""
    return data * chance.choice((10, 100))


def misread_encoding(data: bytes, chance: random.Random) -> bytes:
    """Text of one encoding with characters of many scripts, stored in another."""
    text = data.decode("utf-8").replace("e", chance.choice("éеｅ\u0301\U0001d41e\u200be\0"))
    return text.encode(chance.choice(("utf-8", "utf-16", "utf-16-le", "latin-1", "utf-7")), errors="replace")


def other_numbers(data: bytes, chance: random.Random) -> bytes:
    """Every digit another: years of no calendar, months beyond twelve."""
    return bytes(chance.choice(b"0123456789") if 48 <= byte <= 57 else byte for byte in data)


ANY_DAMAGES: tuple[Damage, ...] = (
    *(cut_off, lost_its_start, flipped_bits, blanked, hole),
    *(stuttered, overwritten, spliced, carried_as_text),
)
TEXT_DAMAGES: tuple[Damage, ...] = (shuffled_lines, without_line_ends, grown, misread_encoding, other_numbers)
