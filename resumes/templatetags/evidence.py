"""Facts and marks as HTML: a page has hundreds, which the template language alone would take most of its time for.

Words of a resume are escaped here, one by one; everything else in a tag is a number or an id of ours.
"""

from collections.abc import Sequence
from html import escape
from typing import Protocol

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from resumes.presentation.evidence import Fact, FactGroup
from resumes.presentation.marks import MarkedLine, Piece
from resumes.presentation.pages import MarkedPage, Spot
from resumes.presentation.quotes import Quote, mark_id
from resumes.presentation.skills import ShownSkill, SkillGroup

register = template.Library()


class Standing(Protocol):
    """Anything that says where words of a resume stand: which page (0: none), which evidence, which mark."""

    @property
    def page(self) -> int: ...
    @property
    def at(self) -> str: ...
    @property
    def mark(self) -> str: ...


FACT = '<a class="fact" id="{}" href="#{}" data-evidence="{}">{}</a>'
SPOT = (
    '<a id="mark-{}" href="#{}" data-mark="{}"><title>{}: {}</title>'
    '<rect x="{}%" y="{}%" width="{}%" height="{}%"/></a>'
)
IN_TEXT = '<a class="spot" id="mark-{}" href="#{}" data-mark="{}" title="{}">{}</a>'

CHIP = (
    '<li{}>{}{}<button class="drop-skill noprint" name="remove" value="{}" title="Remove {}">'
    '<span aria-hidden="true">×</span><span class="unseen">Remove {}</span></button></li>'
)
QUOTE = '<q class="quote">{}</q>'
PAGE = ' <span class="page"><svg class="mark" aria-hidden="true"><use href="#mark-resume"/></svg>p. {}</span>'
FOUND = '<a class="fact" href="#{}" data-evidence="{}">{}</a>'
MINE = ' <span class="yours">yours</span>'


@register.simple_tag
def chips(group: SkillGroup, evidence: object) -> SafeString:
    """Return the skills of a group, each with its button; as links to their marks where the page has `evidence`."""
    return SafeString("".join(of_skill(skill, linked=bool(evidence)) for skill in group.skills))


def of_skill(skill: ShownSkill, *, linked: bool) -> str:
    name = escape(skill.name)
    shown = FOUND.format(mark_id(skill.at), skill.at, name) if skill.at and linked else name
    of_class, mine = (' class="mine"', MINE) if skill.yours else ("", "")
    return CHIP.format(of_class, shown, mine, name, name, name)


@register.simple_tag(takes_context=True)
def quoted(context: Context, quote: Quote) -> SafeString:
    """Return words of the resume with the page they stand on, as a link to their mark where the page has `evidence`."""
    return words_at(context, quote, quote.text)


@register.simple_tag(takes_context=True)
def words_at(context: Context, place: Standing | None, text: str) -> SafeString:
    """Return words that stand at that place of the resume as `quoted` does; without a place, the words alone."""
    words = escape(text)
    if place is None:
        return SafeString(QUOTE.format(words))
    shown = FOUND.format(place.mark, place.at, words) if place.at and context.get("evidence") else words
    return SafeString(QUOTE.format(shown) + (PAGE.format(place.page) if place.page else ""))


@register.simple_tag
def facts(group: FactGroup) -> SafeString:
    """Return the facts of a group as links to their first marks."""
    return SafeString((", " if group.in_line else "").join(map(of_fact, group.facts)))


def of_fact(fact: Fact) -> str:
    return FACT.format(fact.id, fact.mark, fact.at, escape(fact.words))


@register.simple_tag
def spots(page: MarkedPage) -> SafeString:
    """Return the marks of a page as boxes on its picture, each a link to the closest of its facts."""
    return SafeString("".join(map(of_spot, page.spots)))


def of_spot(spot: Spot) -> str:
    said = escape(spot.piece.text), escape(spot.piece.names)
    return SPOT.format(*of_mark(spot.piece), *said, spot.x, spot.y, spot.width, spot.height)


@register.simple_tag
def text_of(lines: Sequence[MarkedLine]) -> SafeString:
    """Return lines of text with their marks."""
    return SafeString("\n  ".join(map(of_line, lines)))


def of_line(line: MarkedLine) -> str:
    of_class = f"line{' bold' if line.bold else ''}{' apart' if line.apart else ''}"
    return f'<p class="{of_class}">{"".join(map(of_piece, line.pieces))}</p>'


def of_piece(piece: Piece) -> str:
    text = escape(piece.text)
    return IN_TEXT.format(*of_mark(piece), escape(piece.names), text) if piece.facts else text


def of_mark(piece: Piece) -> tuple[int, str, str]:
    return piece.start, piece.facts[0].id, piece.at
