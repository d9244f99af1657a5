"""The picture that goes with links to the guide: the tiers as joined ranges, with the figures of an edition.

Decision: it is drawn when it is asked for and kept by edition, so it cannot show figures that have changed since. The
typeface comes with Pillow; the page's own are those of each reader's system, which a server does not have.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from salaries.contents.prose import money, span
from salaries.presentation import GuidePage
from salaries.range_charts import JoinedRanges

SIZE = WIDTH, HEIGHT = 1200, 630
"""What sites that show links ask for, pixels."""

MARGIN = 72
ACROSS = WIDTH - 2 * MARGIN
PAPER, INK, SOFT, RULE, TEAL = "#fbf9f4", "#1c1a15", "#5d584c", "#d8d2c3", "#0a5a5b"
FILLS = ("#2b8584", "#0a5a5b")
"""Of the tiers in turn: they join, so neighbors differ."""

STRIP = (262, 338)
SMALLEST = 12
PICTURES_KEPT = 2


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is written in the picture."""

    title: str
    subtitle: str
    tiers: tuple[tuple[str, str], ...]
    note: str

    def __str__(self) -> str:
        """Return all of it in reading order, for those who do not see it."""
        tiers = "; ".join(f"{name} {amounts}" for name, amounts in self.tiers)
        return f"{self.title}. {self.subtitle}: {tiers}. {self.note}"


def words_of(page: GuidePage) -> Words:
    """Return what the picture of an edition says."""
    medians = ", ".join(f"{row.name} {money(row.annual_p50)}" for row in page.contents.occupations)
    return Words(
        title=page.contents.title,
        subtitle="Base salary by experience, US dollars a year",
        tiers=tuple((tier.name, span(tier.low, tier.high)) for tier in page.contents.tiers),
        note=f"Medians of the BLS beside it: {medians}",
    )


@lru_cache(maxsize=PICTURES_KEPT)
def png(page: GuidePage) -> bytes:
    """Return the picture as PNG; its words stand in its description too."""
    words = words_of(page)
    about = PngInfo()
    about.add_text("Description", str(words))
    out = BytesIO()
    drawn(words, page.joined).save(out, "PNG", pnginfo=about)
    return out.getvalue()


def drawn(words: Words, joined: JoinedRanges) -> Image.Image:
    """Return the picture."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    write(pen, (MARGIN, 64), words.title, 58, INK, ACROSS)
    write(pen, (MARGIN, 140), words.subtitle, 32, SOFT, ACROSS)
    draw_strip(pen, joined)
    for x, width, name, amounts in columns(words):
        write(pen, (x, 410), name, 32, TEAL, width)
        write(pen, (x, 452), amounts, 30, INK, width)
    pen.line((MARGIN, 530, WIDTH - MARGIN, 530), fill=RULE, width=2)
    write(pen, (MARGIN, 582), words.note, 26, SOFT, ACROSS - 200, anchor="ls")
    pen.text((WIDTH - MARGIN, 582), "Bandwise", INK, font_of(28), anchor="rs")
    return image


def draw_strip(pen: ImageDraw.ImageDraw, joined: JoinedRanges) -> None:
    """Draw the tiers' ranges, and the amounts of the axis beneath."""
    top, bottom = STRIP
    for tick in joined.ticks:
        x = at(tick.x)
        pen.line((x, top - 20, x, bottom + 12), fill=RULE, width=2)
        pen.text((x, bottom + 18), f"${tick.amount / 1000:,.0f}k", SOFT, font_of(24), anchor=anchor_of(tick.anchor))
    for index, band in enumerate(joined.bands):
        pen.rectangle((at(band.x), top, at(band.x + band.width), bottom), fill=FILLS[index % 2])


def columns(words: Words) -> Iterator[tuple[float, float, str, str]]:
    """Yield the place and width of each tier's column with its words."""
    width = ACROSS / max(1, len(words.tiers))
    for index, (name, amounts) in enumerate(words.tiers):
        yield MARGIN + index * width, width - 16, name, amounts


def write(
    pen: ImageDraw.ImageDraw,
    at: tuple[float, float],
    text: str,
    size: int,
    color: str,
    width: float,
    anchor: str = "la",
) -> None:
    """Write a line, smaller where it would not fit the width, cut where it would not even so."""
    while size > SMALLEST and pen.textlength(text, font_of(size)) > width:
        size -= 1
    while len(text) > 1 and pen.textlength(text, font_of(size)) > width:
        text = f"{text[:-2].rstrip()}…"
    pen.text(at, text, color, font_of(size), anchor=anchor)


@lru_cache(maxsize=64)
def font_of(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return the typeface in a size, pixels."""
    return ImageFont.load_default(size)


def at(percent: Decimal) -> float:
    """Return the pixel of a position in percent."""
    return MARGIN + float(percent) / 100 * ACROSS


def anchor_of(name: str) -> str:
    """Return how Pillow calls the setting of a label."""
    return {"start": "la", "middle": "ma", "end": "ra"}[name]
