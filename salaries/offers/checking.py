"""The check of an offer: its pay, its place in the person's range and among all wages, and what is to be said of it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from salaries.estimation import estimate
from salaries.estimation.estimate import Estimate, Position
from salaries.estimation.guide import Guide
from salaries.estimation.positions import positions
from salaries.estimation.profile import Place, Profile
from salaries.offers.assumptions import load
from salaries.offers.offer import Offer
from salaries.offers.pay import Pay, pay_of
from salaries.offers.remarks import Case, Remark, remarks
from salaries.offers.standing import Standing, standing
from salaries.reference.oews import Areas

NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class OfferCheck:
    """An offer as the guide sees it.

    `found` is the person's estimate where the work is; `standing` and `positions` are those of the comparable base.
    """

    offer: Offer
    pay: Pay
    found: Estimate
    standing: Standing
    positions: tuple[Position, ...]
    remarks: tuple[Remark, ...]

    @property
    def is_comparable(self) -> bool:
        """Whether its base is what the guide's figures are."""
        return self.offer.is_comparable

    @property
    def comparable(self) -> Decimal:
        """The base that is held against the guide's figures, US dollars a year."""
        return self.pay.comparable


def check(offer: Offer, profile: Profile, guide: Guide, areas: Areas) -> OfferCheck:
    """Return the check of an offer without faults (`faults`) for a person; `areas` are the BLS wages by place.

    An offer in another place is held against the range that the person would have there. Raises `NoSuchFigure` where
    the edition lacks a slug.
    """
    found = estimate(_there(profile, offer), guide, areas)
    pay = pay_of(offer, load())
    stands = standing(pay.comparable, found)
    return OfferCheck(
        offer=offer,
        pay=pay,
        found=found,
        standing=stands,
        positions=positions(pay.comparable, guide),
        remarks=remarks(Case(offer, pay, stands, found, guide)),
    )


def _there(profile: Profile, offer: Offer) -> Profile:
    place = profile.place if offer.place == NOWHERE else offer.place
    return replace(profile, place=place, employer=offer.employer or profile.employer)
