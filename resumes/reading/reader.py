"""Bytes of an uploaded resume to a document: one text, its lines with page and box.

The parsers are imported here and not by the package, so that a web process, which only names documents and errors,
carries none of them.
"""

from resumes.reading import archive, docx, json_resume, pdf, text
from resumes.reading.assembly import assemble
from resumes.reading.document import Document
from resumes.reading.errors import TooLarge
from resumes.reading.limits import Limits
from resumes.reading.signature import format_of


def read(data: bytes, limits: Limits = Limits()) -> Document:  # noqa: B008  (frozen, so one default serves all)
    """Return the resume as one text with its lines, in the order in which a person reads it.

    Raises a subclass of `ReadingError` for every file that gives no text. The bytes are not trusted, but parsers
    can still crash, loop or swell on them: call this in a limited child process.
    """
    if len(data) > limits.max_bytes:
        raise TooLarge
    kind = format_of(data)
    if kind == "pdf":
        return pdf.read_pdf(data, limits)
    if kind == "docx":
        archive.check(data, limits)
        drafts, remarks = docx.read_docx(data)
        return assemble(drafts, "docx", limits, remarks=remarks)
    if kind == "json":
        return assemble(json_resume.read_json_resume(data), "json", limits)
    return assemble(text.read_text(data), "txt", limits)
