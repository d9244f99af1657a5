"""Offers of a resume as forms: what the address says, else what is kept; and the names that kept ones go by."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from salaries.offer_page.form import FIRST, SECOND, OfferForm, offer_forms
from salaries.offers import Offer
from salaries.places.naming import name_of

PREFIXES = (FIRST, SECOND)
LONGEST_NAME = 60
CALLED = "called"
"""What the field is called, behind an offer's prefix, that holds its name."""


def forms(data: Mapping[str, str], kept: Sequence[Offer]) -> tuple[OfferForm, OfferForm]:
    """Return the forms of both offers, filled from an address that says anything, else from the kept ones."""
    asked = offer_forms(data)
    if any(form.is_filled for form in asked) or not kept:
        return asked
    values: dict[str, str] = {}
    for prefix, offer in zip(PREFIXES, kept, strict=False):
        values |= {f"{prefix}-{name}": text for name, text in written(offer).items() if text}
    return offer_forms(values)


def written(offer: Offer) -> dict[str, str]:
    """Return an offer as the fields of its form."""
    amounts = {name: getattr(offer, name) for name in ("base", "hours", "weeks", "equity", "bonus", "signing")}
    return {name: "" if amount is None else f"{amount:f}" for name, amount in amounts.items()} | {
        "per": "hour" if offer.hourly else "",
        "engagement": "" if offer.engagement == "full-time" else offer.engagement,
        "equity_as": "grant" if offer.equity_is_grant else "",
        "bonus_as": "percent" if offer.bonus_is_percent else "",
        "employer": offer.employer or "",
        "place": name_of(offer.place),
    }


def called(form: OfferForm, data: Mapping[str, str]) -> Offer:
    """Return the offer of a valid form under the name that the visitor gives it, its own where they give none."""
    name = " ".join(data.get(f"{form.prefix}-{CALLED}", "").split())[:LONGEST_NAME]
    return replace(form.offer(), name=name or form.name)
