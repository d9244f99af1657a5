"""The first screen of an estimate: who, what range, drawn on the guide's tiers, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from salaries.charts import RangeStrip, range_strip
from salaries.estimation.amounts import Amounts
from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.explanation.reasons import Reason
from salaries.explanation.words import named, sentence


@dataclass(frozen=True, slots=True)
class Answer:
    """The headline, the range and its reasons.

    `where` is the place that the tiers are drawn for, empty for the nation. `unsure` names the facts that should be
    checked. `abroad` says that the place is outside the US, where nothing is priced; it is empty otherwise.
    `is_base`: the guide calls the range base salary.
    """

    who: str
    base: Amounts
    point: Decimal
    strip: RangeStrip
    where: str
    reasons: tuple[Reason, ...]
    unsure: tuple[str, ...]
    abroad: str = ""
    is_base: bool = True


def answer(estimate: Estimate, guide: Guide, where: str, reasons: tuple[Reason, ...], abroad: str = "") -> Answer:
    """Return the first screen of an estimate; `where` is the place in words, empty for none."""
    return Answer(
        who=who(estimate, where),
        base=Amounts(estimate.low, estimate.high, estimate.and_up),
        point=estimate.point,
        strip=strip(estimate, guide),
        where=where if estimate.place and estimate.place.kind != "nation" else "",
        reasons=reasons,
        unsure=tuple(reason.field for reason in reasons if not reason.sure),
        abroad=abroad,
        is_base=not estimate.rung or guide.rung(estimate.rung).is_base,
    )


def strip(estimate: Estimate, guide: Guide, marks: Sequence[Decimal] = ()) -> RangeStrip:
    """Return the picture of the range on the guide's tiers, the place included; `marks` are held against it."""
    factor = estimate.place.factor if estimate.place else Decimal(1)
    person = (estimate.low, estimate.point, estimate.high)
    here = "" if estimate.rung else estimate.tier
    return range_strip(guide.tiers, factor, here, person, guide.parameters.rounding.value, marks)


def who(estimate: Estimate, where: str) -> str:
    """Return "Senior ML engineer, computer vision, Seattle"."""
    title = sentence(named("rungs", estimate.rung)) if estimate.rung else named("titles", estimate.tier)
    special = "" if estimate.specialization == "generalist" or estimate.rung else estimate.specialization
    parts = (title, named("specializations", special) if special else "", where)
    return ", ".join(part for part in parts if part)
