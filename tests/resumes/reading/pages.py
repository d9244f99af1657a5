"""Draws invented resumes as PDF, a few lines of code a page."""

import io
from collections.abc import Iterable

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612.0, 792.0


class Sheet:
    """A PDF under the pen. Heights are measured from the top of the page, in points."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT) -> None:
        self._buffer = io.BytesIO()
        self.height = height
        self.canvas = Canvas(self._buffer, pagesize=(width, height), invariant=True)

    def text(
        self, x: float, top: float, text: str, size: float = 10, font: str = "Helvetica", color: Color = black
    ) -> None:
        self.canvas.setFillColor(color)
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - top, text)

    def right(self, x: float, top: float, text: str, size: float = 10) -> None:
        self.canvas.setFillColor(black)
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawRightString(x, self.height - top, text)

    def lines(self, x: float, top: float, texts: Iterable[str], leading: float = 13, size: float = 10) -> float:
        for text in texts:
            self.text(x, top, text, size)
            top += leading
        return top

    def box(self, x: float, top: float, width: float, height: float, color: Color) -> None:
        self.canvas.setFillColor(color)
        self.canvas.rect(x, self.height - top - height, width, height, stroke=0, fill=1)

    def turn_page(self) -> None:
        self.canvas.showPage()

    def data(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()


def prose(about: str, count: int) -> list[str]:
    """Return long, distinct lines about something."""
    return [f"{about} line {index}: built and measured models for a shop of garden tools" for index in range(count)]


def written(content: str, *objects: str, resources: str = "", catalog: str = "") -> bytes:
    """Return a PDF of one page with the content stream; the objects are numbered from 5, the font is /F1."""
    parts = [
        f"<</Type /Catalog /Pages 2 0 R {catalog}>>",
        "<</Type /Pages /Count 1 /Kids [4 0 R]>>",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
        f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + len(objects)} 0 R "
        f"/Resources <</Font <</F1 3 0 R>> {resources}>>>>",
        *objects,
        f"<</Length {len(content)}>> stream\n{content}\nendstream",
    ]
    body = "".join(f"{number} 0 obj {part} endobj\n" for number, part in enumerate(parts, start=1))
    return f"%PDF-1.7\n{body}trailer <</Root 1 0 R /Size {len(parts) + 1}>>\n%%EOF".encode("ascii")
