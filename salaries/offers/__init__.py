"""An offer beside the guide: what it pays, where its base stands, and what is unlike the guide's own figures."""

from salaries.offers.checking import OfferCheck, check
from salaries.offers.differences import Difference, differences
from salaries.offers.faults import Fault, faults
from salaries.offers.offer import Offer
from salaries.offers.pay import Pay, pay_of
from salaries.offers.remarks import Remark
from salaries.offers.standing import Standing, standing

__all__ = [
    "Difference",
    "Fault",
    "Offer",
    "OfferCheck",
    "Pay",
    "Remark",
    "Standing",
    "check",
    "differences",
    "faults",
    "pay_of",
    "standing",
]
