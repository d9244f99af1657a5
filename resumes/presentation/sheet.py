"""The negotiation sheet as its page shows it: what the visitor chose, and how much of a line fits on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from textwrap import shorten
from urllib.parse import urlencode

from resumes.advice.asks import Ask, Offer
from resumes.advice.points import Said
from resumes.advice.sheet import LeftOut, Point, sheet
from resumes.advice.strongest import StrongLine, worth_the_talk
from resumes.advice.words import load, told
from resumes.presentation.advice import Place, place
from resumes.presentation.answer import answer
from resumes.presentation.basis import Basis
from resumes.presentation.words import sentence
from salaries.contents.tables import Contents
from salaries.estimation.estimate import Estimate
from salaries.explanation.answer import Answer

EQUITY = "equity"
LONGEST = 240
"""Characters of a line on the sheet: two or three lines of print; a longer one is cut between words and says so."""
OFFERED = 9
"""How many lines one chooses from."""
NEAR = 14
"""Percent of the picture's width under which two amounts share one label."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the visitor asked for: a kind of employer, and lines by the character that they begin at."""

    employer: str = ""
    lines: tuple[int, ...] = ()

    def query(self, employer: str = "") -> str:
        """Return this choice as an address's query, with another kind of employer where one is given."""
        kind = employer or self.employer
        pairs = [("employer", kind)] if kind else []
        return urlencode([*pairs, *(("line", str(start)) for start in self.lines)])


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of employer to choose, and the query that chooses it."""

    name: str
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to choose; `start` names it."""

    start: int
    quote: str
    why: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing to say, with the place of its quote."""

    said: Said
    quote: str
    place: Place | None


@dataclass(frozen=True, slots=True)
class OwnPoint:
    """A point with what is this person's own in it."""

    point: Point
    own: tuple[Shown, ...]

    @property
    def empty_handed(self) -> bool:
        """Whether all there is to say is that nothing is known: paper has no room for it."""
        return bool(self.own) and not any(one.said.known for one in self.own)


@dataclass(frozen=True, slots=True)
class Tick:
    """Amounts at one place of the picture, in percent of its width."""

    x: float
    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The range as a bar, `width` percent of the picture, and the three amounts on it."""

    low: Decimal
    high: Decimal
    width: float
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Everything that the page of the sheet shows."""

    answer: Answer
    asks: tuple[Ask, Ask, Ask]
    picture: Picture
    points: tuple[OwnPoint, ...]
    left_out: tuple[LeftOut, ...]
    kinds: tuple[Kind, ...]
    choices: tuple[Choice, ...]
    employer: str
    edition: str
    query: str

    @property
    def kind_known(self) -> bool:
        return any(kind.chosen for kind in self.kinds)


def sheet_page(basis: Basis, contents: Contents, offers: tuple[Offer, ...], chosen: Chosen) -> SheetPage:
    """Return the sheet of a resume; a kind of employer that there is not counts as none chosen."""
    kinds = tuple(scenario.slug for scenario in basis.estimate.scenarios)
    employer = chosen.employer if chosen.employer in kinds else basis.estimate.scenario_first or ""
    worth = worth_the_talk(basis.document, basis.facts)
    best = tuple(line for line in worth if line.evidence.start in chosen.lines)[: load()["limits"]["best_lines"]]
    estimate = replace(basis.estimate, scenario_first=employer or None)
    made = sheet(basis.document, basis.facts, estimate, basis.guide, contents, offers, best)
    return SheetPage(
        answer=answer(basis),
        asks=made.asks,
        picture=picture(basis.estimate, made.asks),
        points=tuple(own_point(basis, point, known=bool(employer)) for point in made.points),
        left_out=made.left_out,
        kinds=tuple(Kind(told("kinds", kind), chosen.query(kind), kind == employer) for kind in kinds),
        choices=choices(worth, best),
        employer=employer,
        edition=made.edition,
        query=chosen.query(),
    )


def choices(worth: Sequence[StrongLine], best: Sequence[StrongLine]) -> tuple[Choice, ...]:
    """Return the lines to choose from, those on the sheet marked; nothing where there is nothing to choose."""
    on_it = best or worth[: load()["limits"]["best_lines"]]
    if len(worth) == len(on_it):
        return ()
    return tuple(
        Choice(line.evidence.start, shorten(line.quote, LONGEST, placeholder=" …"), line.why[0].name, line in on_it)
        for line in worth[:OFFERED]
    )


def own_point(basis: Basis, point: Point, *, known: bool) -> OwnPoint:
    """Return a point with its quotes cut to what fits; equity without questions while the employer's kind is open."""
    own = () if point.slug == EQUITY and not known else point.own
    return OwnPoint(point, tuple(shown(basis, said) for said in own))


def shown(basis: Basis, said: Said) -> Shown:
    where = place(basis.document, said.evidence) if said.evidence else None
    return Shown(said, shorten(said.quote, LONGEST, placeholder=" …"), where)


def picture(estimate: Estimate, asks: Sequence[Ask]) -> Picture:
    """Return the three amounts on the range, near ones under one label; an opening above the range widens the scale."""
    low = estimate.low
    width = max(estimate.high, asks[-1].amount) - low
    at: dict[float, list[str]] = {}
    for ask in asks:
        x = round(float((ask.amount - low) / width * 100), 1) if width else 0.0
        near = next((there for there in at if x - there < NEAR), x)
        at.setdefault(near, []).append(ask.name.lower())
    anchors = {0.0: "start", 100.0: "end"}
    marks = tuple(Tick(x, in_words(names), anchors.get(x, "middle")) for x, names in at.items())
    return Picture(low, estimate.high, round(float((estimate.high - low) / width * 100), 1) if width else 100.0, marks)


def in_words(names: Sequence[str]) -> str:
    """Return "Floor", "Floor and target", "Floor, target and opening figure"."""
    return sentence(" and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part))
