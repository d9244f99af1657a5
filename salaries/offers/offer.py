"""An offer as somebody holds it in hand."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from salaries.estimation.profile import Place

Engagement = Literal["full-time", "part-time", "contract"]


@dataclass(frozen=True, slots=True)
class Offer:
    """What an employer offers, US dollars; None is what was not said, 0 is none.

    `base` is by the year, or by the hour where `hourly`; `hours` a week and `weeks` a year are the paid ones.
    `equity` is by the year, or the whole grant where `equity_is_grant`; `bonus` is by the year, or per cent of base
    where `bonus_is_percent`; `signing` is paid once. `place` is where the work is, unknown: where the person is;
    `employer` the slug of a total-compensation scenario.
    """

    name: str
    base: Decimal
    hourly: bool = False
    engagement: Engagement = "full-time"
    hours: Decimal | None = None
    weeks: Decimal | None = None
    equity: Decimal | None = None
    equity_is_grant: bool = False
    bonus: Decimal | None = None
    bonus_is_percent: bool = False
    signing: Decimal | None = None
    place: Place = field(default_factory=Place)
    employer: str | None = None

    @property
    def is_comparable(self) -> bool:
        """Whether its base is what the guide's figures are: the pay of employees, not of contractors."""
        return self.engagement != "contract"
