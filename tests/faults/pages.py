"""A resume as PDF whose bytes hold its words as they are, not compressed: what is searched for can be found."""

import io

from reportlab.pdfgen.canvas import Canvas

from tests.conftest import RESUME


def pdf_resume(text: str = RESUME.decode()) -> bytes:
    """Return the text as a PDF of one page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), pageCompression=0)
    lines = canvas.beginText(72, 720)
    for line in text.splitlines():
        lines.textLine(line)
    canvas.drawText(lines)
    canvas.save()
    return out.getvalue()
