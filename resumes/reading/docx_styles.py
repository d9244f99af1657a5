"""What a Word file's styles say about a paragraph or run: size, weight, color, hidden, list, heading."""

import re
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

_HEADING = re.compile(r"heading\s*\d", re.IGNORECASE)
_COLOR = re.compile(r"[0-9A-F]{6}")
_PAGE_COLORS = frozenset({"background1", "light1"})
_OFF = frozenset({"0", "false", "off", "none"})
WHITE = "FFFFFF"
NEARLY_WHITE = 0xE8
"""Red, green and blue, each at least so much, are as good as white."""
NARROWEST = 10
"""Percent of their width to which letters are squeezed at most and still read."""
BODY_LEVEL = 9
"""The outline level that means "no heading" (ECMA-376 17.3.1.20)."""


@dataclass(frozen=True, slots=True)
class Dress:
    """How text is shown.

    `size` in points, `color` and `ground` (the text's own shading) as six hexadecimal digits, `shaded` whether any
    dark ground is set.
    """

    size: float = 10.0
    bold: bool = False
    hidden: bool = False
    color: str = ""
    ground: str = ""
    shaded: bool = False
    listed: bool = False
    heading: bool = False

    @property
    def faint(self) -> bool:
        """Say whether the text does not stand out from what it stands on."""
        if self.ground:
            return self.color == self.ground
        return not self.shaded and is_nearly_white(self.color)


def is_nearly_white(color: str) -> bool:
    """Say whether the six hexadecimal digits are white to the eye."""
    return bool(_COLOR.fullmatch(color)) and min(bytes.fromhex(color)) >= NEARLY_WHITE


class Styles:
    """The styles of one file, each with what it inherits."""

    def __init__(self, root: Any) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}
        self._known: dict[str, Dress] = {}
        defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        self.default = dressed(Dress(), defaults)
        usual = (key for key, style in self._styles.items() if _is_usual(style))
        self._usual: str | None = next(usual, None)

    def paragraph(self, properties: Any) -> Dress:
        """Return the dress of a paragraph's text before its runs change it."""
        named = None if properties is None else value(properties, "w:pStyle")
        dress = self._of(named or self._usual, self.default)
        return laid_out(dress, properties)

    def run(self, base: Dress, properties: Any) -> Dress:
        """Return the dress of a run inside a paragraph of the given dress."""
        if properties is None:
            return base
        named = value(properties, "w:rStyle")
        style = self._styles.get(named) if named else None
        return dressed(dressed(base, None if style is None else style.find(qn("w:rPr"))), properties)

    def _of(self, name: str | None, base: Dress, depth: int = 0) -> Dress:
        style = self._styles.get(name)
        if name is None or style is None or depth > 10:
            return base
        if name not in self._known:
            dress = self._of(value(style, "w:basedOn"), base, depth + 1)
            dress = laid_out(dressed(dress, style.find(qn("w:rPr"))), style.find(qn("w:pPr")))
            if _HEADING.match(value(style, "w:name") or ""):
                dress = replace(dress, heading=True)
            self._known[name] = dress
        return self._known[name]


def _is_usual(style: Any) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in {"1", "true"}


def value(parent: Any, tag: str) -> str | None:
    """Return the `w:val` of a child, None where there is no such child."""
    child = parent.find(qn(tag))
    found: str | None = None if child is None else child.get(qn("w:val"))
    return found


def is_on(parent: Any, tag: str) -> bool | None:
    """Return whether an on-off property is set (ECMA-376 17.17.4), None where it is not mentioned."""
    child = parent.find(qn(tag))
    return None if child is None else (child.get(qn("w:val")) or "1").lower() not in _OFF


def dressed(base: Dress, properties: Any) -> Dress:
    """Return the dress as run properties change it."""
    if properties is None:
        return base
    size, bold, hidden = value(properties, "w:sz"), is_on(properties, "w:b"), _is_hidden(properties)
    return replace(
        base,
        size=float(size) / 2 if size and size.replace(".", "", 1).isdigit() else base.size,
        bold=base.bold if bold is None else bold,
        hidden=base.hidden if hidden is None else hidden,
        color=_color(properties) or base.color,
        ground=_fill(properties) if has_ground(properties) else base.ground,
        shaded=base.shaded or has_ground(properties),
    )


def _is_hidden(properties: Any) -> bool | None:
    width = value(properties, "w:w")
    squeezed = width is not None and width.rstrip("%").isdigit() and int(width.rstrip("%")) < NARROWEST
    return True if squeezed else is_on(properties, "w:vanish")


def _color(properties: Any) -> str:
    """Return the text's color, "" where none is named; the page's own color counts as white."""
    child = properties.find(qn("w:color"))
    if child is None:
        return ""
    theme = child.get(qn("w:themeColor")) in _PAGE_COLORS and child.get(qn("w:val")) == "auto"
    return WHITE if theme else (child.get(qn("w:val")) or "").upper()


def laid_out(base: Dress, properties: Any) -> Dress:
    """Return the dress as paragraph properties change it."""
    if properties is None:
        return base
    listed, heading = base.listed, base.heading
    numbering = properties.find(qn("w:numPr"))
    if numbering is not None:
        listed = value(numbering, "w:numId") != "0"
    level = value(properties, "w:outlineLvl")
    if level is not None and level.isdigit():
        heading = int(level) < BODY_LEVEL
    ground = _fill(properties) if has_ground(properties) else base.ground
    shaded = base.shaded or has_ground(properties)
    return replace(base, listed=listed, heading=heading, ground=ground, shaded=shaded)


def has_ground(properties: Any) -> bool:
    """Say whether a shading other than white is set, on which white text can be read."""
    return _fill(properties) not in {"", "AUTO", WHITE}


def _fill(properties: Any) -> str:
    shading = properties.find(qn("w:shd"))
    return "" if shading is None else (shading.get(qn("w:fill")) or "").upper()
