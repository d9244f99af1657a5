"""Damage to a PDF's objects: the file stays a PDF, its parts do not fit each other."""

import base64
import random
import re
import zlib
from collections.abc import Callable

OBJECT = re.compile(rb"(?s)(\d+ 0 obj\n)(.*?)(\nendobj)")
REFERENCE = re.compile(rb"\b\d+ 0 R\b")
NUMBER = re.compile(rb"(?<=[ \[])-?\d+(?:\.\d+)?(?=[ \]\n])")
NAME = re.compile(rb"/[A-Za-z]+[0-9]*")
STREAM = re.compile(rb"(?s)^(.*?)stream\n(.*?)~>endstream$")
ODD_NUMBERS = (b"0", b"-1", b"0.0000001", b"99999999999", b"-2147483649", b"1e9", b"NaN")
OPERATOR = re.compile(rb"\b(?:Tf|Td|Tj|TJ|Tm|T\*|BT|ET|cm|q|Q|re|rg|g|Tc|TL|Tw|Tr)\b")


def bodies(data: bytes) -> list[bytes]:
    """Return the bodies of the objects, in the order of their numbers."""
    return [match[2] for match in OBJECT.finditer(data)]


def rebuilt(data: bytes, found: list[bytes]) -> bytes:
    """Return the PDF with these bodies and a table of references that is right."""
    parts = [b"%PDF-1.3\n"]
    offsets = []
    for number, body in enumerate(found, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = data[data.rfind(b"trailer") : data.rfind(b"startxref")]
    table = b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(found) + 1, rows, trailer)
    return b"".join((*parts, table, b"startxref\n%d\n%%%%EOF\n" % start))


def swapped_objects(data: bytes, chance: random.Random) -> bytes:
    found = bodies(data)
    one, other = chance.sample(range(len(found)), 2)
    found[one], found[other] = found[other], found[one]
    return rebuilt(data, found)


def lost_object(data: bytes, chance: random.Random) -> bytes:
    found = bodies(data)
    found[chance.randrange(len(found))] = b"null"
    return rebuilt(data, found)


def wrong_references(data: bytes, chance: random.Random) -> bytes:
    """References to other objects, or to none: trees that loop, pages that are fonts."""
    count = len(bodies(data))
    return with_some(data, REFERENCE, lambda _: b"%d 0 R" % chance.randrange(count + 3), chance)


def odd_numbers(data: bytes, chance: random.Random) -> bytes:
    return with_some(data, NUMBER, lambda _: chance.choice(ODD_NUMBERS), chance)


def other_names(data: bytes, chance: random.Random) -> bytes:
    names = NAME.findall(data)
    return with_some(data, NAME, lambda _: chance.choice(names), chance)


def with_some(data: bytes, pattern: re.Pattern[bytes], other: Callable[[bytes], bytes], chance: random.Random) -> bytes:
    """Return the PDF with a few of the pattern's hits replaced, in objects that hold no stream."""
    share = chance.choice((0.02, 0.1, 0.5))

    def replaced(hit: re.Match[bytes]) -> bytes:
        return other(hit[0]) if chance.random() < share else hit[0]

    found = [body if b"stream" in body else pattern.sub(replaced, body) for body in bodies(data)]
    return rebuilt(data, found)


def wrong_table(data: bytes, chance: random.Random) -> bytes:
    """A table of references whose offsets lead elsewhere."""
    head, table = data[: data.rfind(b"xref\n0")], data[data.rfind(b"xref\n0") :]
    return head + re.sub(rb"\d{10}", lambda _: b"%010d" % chance.randrange(len(data)), table)


def other_operators(data: bytes, chance: random.Random) -> bytes:
    """Pages whose contents call for other things than they give."""
    return with_contents(data, lambda contents: OPERATOR.sub(lambda hit: other_operator(hit[0], chance), contents))


def other_operator(operator: bytes, chance: random.Random) -> bytes:
    if chance.random() > 0.05:
        return operator
    return chance.choice((b"Tf", b"Td", b"Tj", b"Tm", b"BT", b"ET", b"q", b"Q", b"Do", b"Tr", b"-1e30 0 0 1 0 0 Tm"))


def other_contents(data: bytes, chance: random.Random) -> bytes:
    """Pages whose contents have single bytes changed, well packed."""

    def changed(contents: bytes) -> bytes:
        some = bytearray(contents)
        for _ in range(chance.choice((1, 20, 400))):
            some[chance.randrange(len(some))] = chance.randrange(256)
        return bytes(some)

    return with_contents(data, changed)


def with_contents(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return the PDF with every stream that can be unpacked changed and packed again."""
    return rebuilt(data, [with_stream(body, change) for body in bodies(data)])


def with_stream(body: bytes, change: Callable[[bytes], bytes]) -> bytes:
    parts = STREAM.match(body)
    if parts is None or b"/FontFile" in body or b"/Length1" in body:
        return body
    packed = zlib.compress(change(zlib.decompress(base64.a85decode(parts[2]))))
    return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)


PDF_DAMAGES = (
    *(swapped_objects, lost_object, wrong_references, odd_numbers, other_names),
    *(wrong_table, other_operators, other_contents),
)
