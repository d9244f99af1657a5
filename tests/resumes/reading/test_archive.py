"""Word files that swell, fetch or lie are refused before anything is parsed."""

import io
import zipfile

import docx
import pytest

from resumes.reading.errors import Damaged, TooLarge
from resumes.reading.limits import Limits
from resumes.reading.reader import read


def word_file(**parts: str) -> bytes:
    """Return a small Word file with further or changed parts, named with two underscores for a slash."""
    plain, changed = io.BytesIO(), io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Ana Example, gardener")
    document.save(plain)
    given = {name.replace("__", "/") + ".xml": text for name, text in parts.items()}
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in given:
                target.writestr(name, source.read(name))
        for name, text in given.items():
            target.writestr(name, text)
    return changed.getvalue()


def test_a_plain_word_file_passes() -> None:
    assert read(word_file()).text == "Ana Example, gardener"


def test_a_part_that_swells_is_refused() -> None:
    with pytest.raises(TooLarge):
        read(word_file(word__extra="<a>" + " " * 2_000_000 + "</a>"), Limits(max_xml=1_000_000))


def test_many_parts_that_swell_together_are_refused() -> None:
    parts = {f"word__extra{number}": " " * 500_000 for number in range(4)}
    with pytest.raises(TooLarge):
        read(word_file(**parts), Limits(max_inflated=1_500_000))


def test_a_size_that_the_directory_understates_is_found_out() -> None:
    data = word_file(word__extra=" " * 3_000_000)
    lie = data.replace((3_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises((TooLarge, Damaged)):
        read(lie, Limits(max_inflated=1_500_000))


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(TooLarge):
        read(word_file(**{f"word__extra{number}": "<a/>" for number in range(30)}), Limits(max_archive_entries=20))


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a SYSTEM "http://garden.example/a.dtd">',
    ],
)
def test_entities_and_document_types_are_refused(declaration: str) -> None:
    with pytest.raises(Damaged):
        read(word_file(word__document=f'<?xml version="1.0"?>{declaration}<a>&b;</a>'))


def test_a_declaration_across_two_pieces_is_found() -> None:
    text = "<a>" + " " * (65_536 - 7) + "<!DOCTYPE b><c/></a>"
    with pytest.raises(Damaged):
        read(word_file(word__extra=text))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32-le", "cp037"])
@pytest.mark.parametrize("name", ["word/wide.xml", "word/wide.bin"])
def test_xml_in_an_encoding_that_hides_its_declarations_is_refused(encoding: str, name: str) -> None:
    part = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'.encode(encoding)
    with pytest.raises(Damaged):
        read(with_part(name, part))


def test_an_encoding_that_is_declared_and_hides_declarations_is_refused() -> None:
    part = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'
    with pytest.raises(Damaged):
        read(with_part("word/wide.xml", part))


@pytest.mark.parametrize("encoding", ["UTF-8", "utf8", "us-ascii", "ISO-8859-1", "windows-1252"])
def test_a_declared_encoding_that_hides_nothing_is_read(encoding: str) -> None:
    part = f'<?xml version="1.0" encoding="{encoding}" standalone="yes"?><a/>'.encode()
    assert read(with_part("word/other.xml", part)).text


@pytest.mark.parametrize("part", [b"", b"\n", b"\xef\xbb\xbf<a/>", b"\n<a/>"])
def test_parts_that_are_empty_or_begin_with_a_mark_are_no_damage(part: bytes) -> None:
    assert read(with_part("customXml/item7.xml", part)).text


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_packed_as_word_packs_none_is_refused_before_it_is_inflated(method: int) -> None:
    with pytest.raises(Damaged):
        read(with_part("word/packed.xml", b"<a/>" * 1000, method))


def with_part(name: str, part: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO(word_file())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(name, part, method)
    return buffer.getvalue()


def test_xml_in_a_wide_encoding_is_refused() -> None:
    data = word_file()
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/wide.xml", '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'.encode("utf-16"))
    with pytest.raises(Damaged):
        read(buffer.getvalue())


def test_broken_xml_is_damage() -> None:
    with pytest.raises(Damaged):
        read(word_file(word__document="<w:document"))
