"""Facts and marks as HTML: a page has hundreds, which the template language alone would take most of its time for.

Words of a resume are escaped here, one by one; everything else in a tag is a number or an id of ours.
"""

from html import escape

from django import template
from django.utils.safestring import SafeString

from resumes.presentation.evidence import Fact, FactGroup
from resumes.presentation.marks import MarkedLine, Piece
from resumes.presentation.pages import MarkedPage, Spot
from resumes.presentation.quotes import mark_id
from resumes.presentation.skills import ShownSkill, SkillGroup

register = template.Library()

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
def marked(line: MarkedLine) -> SafeString:
    """Return a line of text with its marks."""
    return SafeString("".join(map(of_piece, line.pieces)))


def of_piece(piece: Piece) -> str:
    text = escape(piece.text)
    return IN_TEXT.format(*of_mark(piece), escape(piece.names), text) if piece.facts else text


def of_mark(piece: Piece) -> tuple[int, str, str]:
    return piece.start, piece.facts[0].id, piece.at
