"""The strongest lines of a resume, each with the words that make it strong."""

from dataclasses import dataclass

from resumes.advice.lines import quoted
from resumes.advice.words import load, told
from resumes.extraction.facts import Achievement, Evidence, Facts
from resumes.extraction.merit import worth_showing
from resumes.reading.document import Document


@dataclass(frozen=True, slots=True)
class Why:
    """One reason for which a line is strong: "measured", and the line's own words that say so."""

    reason: str
    name: str
    evidence: Evidence
    quote: str

    def __str__(self) -> str:
        """Return "measured: latency fell from 9.4 s to 2.7 s"."""
        return f"{self.name}: {self.quote}"


@dataclass(frozen=True, slots=True)
class StrongLine:
    """A line to put into a talk about pay, word for word, and why."""

    evidence: Evidence
    quote: str
    why: tuple[Why, ...]

    @property
    def because(self) -> str:
        """Return why in words, each part of the line once: "measured: cost fell by 60%; scale, yours: led 5 people".

        A part that is most of the line is not said again: "measured, yours".
        """
        names: dict[str, list[str]] = {}
        for one in sorted(self.why, key=lambda why: -len(why.quote)):
            said = next((quote for quote in names if one.quote in quote), one.quote)
            names.setdefault(said, []).append(one.name)
        order = [next(quote for quote in names if one.quote in quote) for one in self.why]
        return "; ".join(self.told(names[quote], quote) for quote in dict.fromkeys(order))

    def told(self, names: list[str], part: str) -> str:
        """Return reasons with the part of the line that gives them, where it is less than half of it."""
        return ", ".join(names) + (f": {part}" if 2 * len(part) < len(self.quote) else "")


def strongest(document: Document, facts: Facts) -> tuple[StrongLine, ...]:
    """Return the best three lines, best first; fewer where fewer are worth showing."""
    return worth_the_talk(document, facts)[: load()["limits"]["best_lines"]]


def worth_the_talk(document: Document, facts: Facts) -> tuple[StrongLine, ...]:
    """Return every line that is worth showing, best first."""
    return tuple(strong_line(document, item) for item in facts.achievements if worth_showing(item))


def strong_line(document: Document, item: Achievement) -> StrongLine:
    """Return a line with its reasons; those found before reasons had proofs have the whole line for one."""
    proofs = item.proofs or (item.evidence,) * len(item.reasons)
    why = tuple(
        Why(reason, told("reasons", reason), at, quoted(document, at))
        for reason, at in zip(item.reasons, proofs, strict=True)
    )
    return StrongLine(item.evidence, quoted(document, item.evidence), why)
