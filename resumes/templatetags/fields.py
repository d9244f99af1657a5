"""A field of a form with its label, help and errors as HTML: an estimate's page has many, folded away."""

from django import template
from django.forms import BaseForm, BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

FIELD = '<div class="field"><label for="{0}">{1}</label>{2}{3}{4}</div>'
HELP = '<p class="help" id="{}_helptext">{}</p>'
ERROR = '<p class="error" id="{}_error">{}</p>'


@register.simple_tag
def whole(field: BoundField) -> SafeString:
    """Return a field with all that belongs to it."""
    name = field.id_for_label
    told = format_html(HELP, name, field.help_text) if field.help_text else ""
    errors = format_html_join("", ERROR, ((name, error) for error in field.errors))
    return format_html(FIELD, name, field.label, told, errors, field)


@register.simple_tag
def fields(form: BaseForm, but: str = "") -> SafeString:
    """Return the fields of a form one after another, without the one of that name."""
    return SafeString("".join(whole(field) for field in form if field.name != but))
