"""How the guide's pages refer to their own figures: each row has an anchor, and texts lead to the rows they name."""

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from salaries.contents.anchors import name_of
from salaries.contents.prose import NAMED
from salaries.contents.tables import Row
from salaries.downloads.names import TABLES
from salaries.presentation import GuidePage
from salaries.templatetags.figures import MARK, page_of, previewed, query_of

register = template.Library()


@register.simple_tag(takes_context=True)
def address(context: Context, part: str) -> str:
    """Return the address of a part; in a preview, of the same edition."""
    return page_of(part, query_of(context))


@register.simple_tag(takes_context=True)
def to(context: Context, name: str, *args: str, **query: str) -> str:
    """Return the address of a page of the guide by its name in `salaries.urls`; in a preview, of the same edition."""
    values = query | ({"edition": edition} if (edition := previewed(context)) else {})
    return f"{reverse(f'salaries:{name}', args=args)}{'?' if values else ''}{urlencode(values)}"


@register.simple_tag(takes_context=True)
def anchored(context: Context, anchor: str) -> str:
    """Return the address of a row by its anchor; in a preview, of the same edition."""
    return page_of(anchor, query_of(context))


@register.simple_tag(takes_context=True)
def told(context: Context, words: str) -> SafeString:
    """Show a text of the edition, each figure in it a link to the figure's own row."""
    pieces = NAMED.split(words)
    return mark_safe(  # noqa: S308 -- every piece is escaped on its own
        "".join(link(context, piece) if index % 2 else escape(piece) for index, piece in enumerate(pieces))
    )


@register.simple_tag(takes_context=True)
def cited(context: Context, slug: str, name: str) -> SafeString:
    """Show the source of that slug as the citation of the named figure: a link to its row."""
    page: GuidePage = context["page"]
    return format_html('<span class="cite">{}<a href="{}">{}</a></span>', MARK, _to(context, name), page.sources[slug])


@register.simple_tag(takes_context=True)
def cited_row(context: Context, row: Row) -> SafeString:
    """Show the source of a row of the edition, as a link to the row."""
    return cited(context, getattr(row, "source", ""), name_of(row))


@register.simple_tag(takes_context=True)
def row_id(context: Context, name: str) -> SafeString:
    """Return ` id="..."` for the named figure's row where this is the page that the figure belongs to."""
    page: GuidePage = context["page"]
    anchor = page.anchor(name)
    here = anchor is not None and anchor.part == context.get("part", "")
    return format_html(' id="{}"', anchor.row) if here and anchor else SafeString("")


@register.simple_tag(takes_context=True)
def own(context: Context, name: str, label: str) -> SafeString:
    """Show a row's name as the link that leads to the row."""
    return format_html('<a class="own" href="{}">{}</a>', _to(context, name), label)


@register.filter
def table_name(name: str) -> str:
    """Return what a table that can be taken away holds: "experience tiers" of "tiers"."""
    return TABLES[name]


@register.filter
def named(row: Row) -> str:
    """Return the name of a row's figure: "state.CA"."""
    return name_of(row)


def link(context: Context, name: str) -> str:
    """Return a named figure as a link to its row; a name of nothing stays as it is written."""
    page: GuidePage = context["page"]
    if name not in page.printed:
        return escape(f"{{{name}}}")
    return format_html('<a class="named" href="{}">{}</a>', _to(context, name), page.printed[name])


def _to(context: Context, name: str) -> str:
    page: GuidePage = context["page"]
    anchor = page.anchor(name)
    if anchor is None:
        return page_of("", query_of(context))
    if anchor.part == context.get("part", ""):
        return f"#{anchor.row}"
    return page_of(str(anchor), query_of(context))
