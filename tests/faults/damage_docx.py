"""Damage to a Word file's zip and XML: entries lost, renamed, doubled, lied about; elements lost, moved, renamed."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable
from typing import Any

from lxml import etree

LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
ODD_VALUES = ("", "-1", "0", "99999999999999999999", "1.5", "none", "ä\u202e", "NaN", "true", "a b", "#", "rId99")
XML_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/header1.xml")


def entries_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(entries: list[tuple[str, bytes]]) -> bytes:
    """Return a zip of the entries, the same bytes every time; a name may stand twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            # opening a second entry of the same name through its ZipInfo tells nobody
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.NameToInfo.pop(name, None)
            archive.writestr(info, content)
    return out.getvalue()


def lost_entry(data: bytes, chance: random.Random) -> bytes:
    entries = entries_of(data)
    entries.pop(chance.choice(list(entries)))
    return zipped(list(entries.items()))


def renamed_entry(data: bytes, chance: random.Random) -> bytes:
    entries = entries_of(data)
    name = chance.choice(list(entries))
    other = chance.choice((name.upper(), "../" + name, "/" + name, name.replace("/", "\\"), name + ".xml", "x\u0130"))
    return zipped([(other if found == name else found, content) for found, content in entries.items()])


def doubled_entry(data: bytes, chance: random.Random) -> bytes:
    """A name that stands twice, the second time with something else."""
    entries = entries_of(data)
    name, other = chance.choice(list(entries)), chance.choice(list(entries))
    return zipped([*entries.items(), (name, entries[other])])


def swapped_entries(data: bytes, chance: random.Random) -> bytes:
    entries = entries_of(data)
    one, other = chance.sample(list(entries), 2)
    entries[one], entries[other] = entries[other], entries[one]
    return zipped(list(entries.items()))


def emptied_entry(data: bytes, chance: random.Random) -> bytes:
    entries = entries_of(data)
    entries[chance.choice(list(entries))] = chance.choice((b"", b"\n", b"<a/>", b"<?xml version='1.0'?>"))
    return zipped(list(entries.items()))


def broken_checksum(data: bytes, chance: random.Random) -> bytes:
    return with_field(data, chance, local=14, central=16, value=chance.randrange(1 << 32))


def lying_size(data: bytes, chance: random.Random) -> bytes:
    """An entry that says it is smaller or larger than it is, packed or unpacked."""
    value = chance.choice((0, 1, 100, 1 << 16, (1 << 31) - 1, (1 << 32) - 2))
    local, central = chance.choice(((18, 20), (22, 24)))
    return with_field(data, chance, local=local, central=central, value=value)


def lying_method(data: bytes, chance: random.Random) -> bytes:
    """An entry that says it is packed in another way."""
    changed = bytearray(data)
    for start in spread(data, chance):
        struct.pack_into("<H", changed, start, chance.choice((0, 1, 9, 12, 14, 93, 99)))
    return bytes(changed)


def spread(data: bytes, chance: random.Random) -> tuple[int, int]:
    """Return where the method of one entry stands, in its own header and in the directory."""
    number = chance.randrange(data.count(CENTRAL))
    return places(data, LOCAL)[number] + 8, places(data, CENTRAL)[number] + 10


def with_field(data: bytes, chance: random.Random, *, local: int, central: int, value: int) -> bytes:
    """Return the zip with another number in one entry's own header, in the directory, or in both."""
    number = chance.randrange(data.count(CENTRAL))
    changed = bytearray(data)
    which = chance.choice((1, 2, 3))
    if which & 1:
        struct.pack_into("<I", changed, places(data, LOCAL)[number] + local, value)
    if which & 2:
        struct.pack_into("<I", changed, places(data, CENTRAL)[number] + central, value)
    return bytes(changed)


def places(data: bytes, mark: bytes) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(mark), data)]


def lost_elements(data: bytes, chance: random.Random) -> bytes:
    return with_tree(data, chance, lambda element, _: element.getparent().remove(element))


def moved_elements(data: bytes, chance: random.Random) -> bytes:
    """Elements where none of their kind may stand: rows in paragraphs, paragraphs in runs."""
    return with_tree(data, chance, lambda element, others: chance.choice(others).append(element))


def renamed_elements(data: bytes, chance: random.Random) -> bytes:
    return with_tree(data, chance, lambda element, others: setattr(element, "tag", chance.choice(others).tag))


def odd_attributes(data: bytes, chance: random.Random) -> bytes:
    def odd(element: Any, _: list[Any]) -> None:
        for name in element.attrib:
            element.set(name, chance.choice(ODD_VALUES))

    return with_tree(data, chance, odd)


def lost_attributes(data: bytes, chance: random.Random) -> bytes:
    return with_tree(data, chance, lambda element, _: element.attrib.clear())


def with_tree(data: bytes, chance: random.Random, change: Callable[[Any, list[Any]], object]) -> bytes:
    """Return the Word file with some elements of one part changed; the part stays well-formed."""
    entries = entries_of(data)
    name = chance.choice([part for part in XML_PARTS if part in entries])
    root = etree.fromstring(entries[name])
    elements = [element for element in root.iter("*") if element is not root]
    for element in chance.sample(elements, min(len(elements), chance.choice((1, 10, 100)))):
        try:
            change(element, elements)
        except (ValueError, AttributeError):  # lost already, or a loop, which no file can hold
            continue
    entries[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(list(entries.items()))


DOCX_DAMAGES = (
    *(lost_entry, renamed_entry, doubled_entry, swapped_entries, emptied_entry),
    *(broken_checksum, lying_size, lying_method),
    *(lost_elements, moved_elements, renamed_elements, odd_attributes, lost_attributes),
)
