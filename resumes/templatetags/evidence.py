"""Facts and marks as HTML: a page has hundreds, which the template language alone would take most of its time for."""

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from resumes.presentation.evidence import Fact, FactGroup
from resumes.presentation.marks import MarkedLine, Piece
from resumes.presentation.pages import MarkedPage

register = template.Library()

FACT = '<a class="fact" id="{}" href="#{}" data-evidence="{}">{}</a>'
SPOT = (
    '<a id="mark-{}" href="#{}" data-mark="{}"><title>{}: {}</title>'
    '<rect x="{}%" y="{}%" width="{}%" height="{}%"/></a>'
)
IN_TEXT = '<a class="spot" id="mark-{}" href="#{}" data-mark="{}" title="{}">{}</a>'


@register.simple_tag
def facts(group: FactGroup) -> SafeString:
    """Return the facts of a group as links to their first marks."""
    return format_html_join(", " if group.in_line else "", FACT, map(of_fact, group.facts))


def of_fact(fact: Fact) -> tuple[str, str, str, str]:
    return fact.id, fact.mark, fact.at, fact.words


@register.simple_tag
def spots(page: MarkedPage) -> SafeString:
    """Return the marks of a page as boxes on its picture, each a link to the closest of its facts."""
    return format_html_join(
        "",
        SPOT,
        (
            (*of_mark(one.piece), one.piece.text, one.piece.names, one.x, one.y, one.width, one.height)
            for one in page.spots
        ),
    )


@register.simple_tag
def marked(line: MarkedLine) -> SafeString:
    """Return a line of text with its marks."""
    parts = (
        format_html(IN_TEXT, *of_mark(piece), piece.names, piece.text)
        if piece.facts
        else conditional_escape(piece.text)
        for piece in line.pieces
    )
    return SafeString("".join(parts))


def of_mark(piece: Piece) -> tuple[int, str, str]:
    return piece.start, piece.facts[0].id, piece.at
