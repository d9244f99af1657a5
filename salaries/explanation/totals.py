"""Total pay by kind of employer in stacks: base, what the guide adds each year, and the signing bonus once."""

from dataclasses import dataclass, replace
from decimal import Decimal

from salaries.charts import Tick
from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.estimate import Estimate, Extra, Scenario
from salaries.estimation.total import OTHER
from salaries.explanation.stacks import Pile, Stack, stacks


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One kind of employer: each year, and the first with its signing bonus (None where the guide names none).

    `low` and `high` are the two ends of the range, drawn with the signing bonus; None is no figure. `first` marks the
    current employer's kind.
    """

    scenario: Scenario
    first: bool
    yearly: Amounts
    first_year: Amounts | None
    low: Stack
    high: Stack | None

    @property
    def source(self) -> Citation:
        """Where the guide gives the total."""
        return self.scenario.source


@dataclass(frozen=True, slots=True)
class Totals:
    """All kinds of employer on one axis, the lesser first, and the signing bonus that the guide names."""

    rows: tuple[TotalRow, ...]
    ticks: tuple[Tick, ...]
    signing: Extra | None

    @property
    def own(self) -> TotalRow | None:
        """The current employer's kind, None where that is not known."""
        return next((row for row in self.rows if row.first), None)

    @property
    def open(self) -> bool:
        """Whether any end that is drawn runs on."""
        return any(row.high is not None and row.high.open for row in self.rows)


def totals(found: Estimate, *, is_base: bool = True) -> Totals:
    """Return an estimate's total pay in stacks.

    `is_base` is whether the guide calls the range base salary; where it does not say, nothing can be put on top.
    """
    signing = found.signing_bonus if is_base else None
    pairs = [ends(found, scenario, signing) for scenario in found.scenarios]
    drawn = stacks([pile for pair in pairs for pile in pair])
    rows = tuple(
        TotalRow(
            scenario=scenario,
            first=scenario.slug == found.scenario_first,
            yearly=scenario.total,
            first_year=with_signing(scenario, signing),
            low=drawn.rows[index * 2],
            high=None if scenario.total.high is None else drawn.rows[index * 2 + 1],
        )
        for index, scenario in enumerate(found.scenarios)
    )
    return Totals(rows, drawn.ticks, signing)


def ends(found: Estimate, scenario: Scenario, signing: Extra | None) -> tuple[Pile, Pile]:
    """Return the low and the high end of a scenario; one without a high end gets no second pile to speak of."""
    bonus = signing.amounts if signing and scenario.slug != OTHER else None
    least, most = (bonus.low, bonus.high or bonus.low) if bonus else (Decimal(0), Decimal(0))
    low = Pile("low", _parts(found.low, scenario.total.low, least))
    if scenario.total.high is None:
        return low, Pile("high", ())
    return low, Pile("high", _parts(found.high, scenario.total.high, most), open=scenario.total.and_up)


def with_signing(scenario: Scenario, signing: Extra | None) -> Amounts | None:
    """Return the first year at an employer that pays signing bonuses, None at others."""
    if signing is None or signing.amounts is None or scenario.slug == OTHER:
        return None
    total, bonus = scenario.total, signing.amounts
    high = None if total.high is None or bonus.high is None else total.high + bonus.high
    return replace(total, low=total.low + bonus.low, high=high)


def _parts(base: Decimal, total: Decimal, once: Decimal) -> tuple[tuple[str, str, Decimal], ...]:
    return (
        ("base", "base", base),
        ("top", "equity and other yearly pay", total - base),
        ("sign", "signing bonus", once),
    )
