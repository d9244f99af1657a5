"""How differences are written."""

from decimal import Decimal

from django import template

from salaries.templatetags.figures import dollars

register = template.Library()


@register.filter
def change(amount: Decimal | None) -> str:
    """Return a difference with its sign: "+$23,000", "-$5,000"; "no change" for none; nothing for None."""
    if amount is None:
        return ""
    if not amount:
        return "no change"
    return f"+{dollars(amount)}" if amount > 0 else dollars(amount)


@register.filter
def lower_first(text: str) -> str:
    """Return a name as it stands within a sentence: the first letter small, unless it begins an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
