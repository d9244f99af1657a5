"""What stands beside the range: the steps as a sum, positions among occupations."""

from dataclasses import dataclass

from salaries.charts import PercentileStrip, percentile_strips
from salaries.estimation.amounts import Citation
from salaries.estimation.estimate import Estimate, Position, Step
from salaries.estimation.guide import Guide, Occupation


@dataclass(frozen=True, slots=True)
class StepLine:
    """A line of the sum: what is done ("x 1.1729"; empty where the amounts are set), and the amounts after it."""

    step: Step
    done: str
    is_last: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the point stands among an occupation's wages, in words and as a picture."""

    occupation: Occupation
    words: str
    strip: PercentileStrip
    source: Citation


def step_lines(estimate: Estimate) -> tuple[StepLine, ...]:
    """Return the computation, one line a step; the last is the estimate."""
    steps = estimate.steps
    return tuple(StepLine(step, done(step), step is steps[-1]) for step in steps)


def done(step: Step) -> str:
    """Return what a step does to the amounts."""
    if step.factors is None:
        return ""
    if len(set(step.factors)) == 1:
        return f"x\u00a0{step.factors[0]:.4f}"
    return "x\u00a0" + " / ".join(f"{factor:.4f}" for factor in step.factors)


def standings(estimate: Estimate, guide: Guide) -> tuple[Standing, ...]:
    """Return the point's place in each occupation, data scientists first."""
    positions = estimate.positions
    occupations = [guide.occupation(position.occupation) for position in positions]
    strips = percentile_strips(occupations, estimate.point)
    return tuple(
        Standing(occupation, position_words(position), strip, position.source)
        for occupation, position, strip in zip(occupations, positions, strips, strict=True)
    )


def position_words(position: Position) -> str:
    """Return "at the 84th percentile" or "above the 90th percentile"."""
    rounded = int(position.percentile.to_integral_value())
    lead = "at" if position.bound == "at" else position.bound
    return f"{lead} the {ordinal(rounded)} percentile"


def ordinal(number: int) -> str:
    """Return "1st", "12th", "83rd"."""
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
