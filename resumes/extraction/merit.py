"""What a line of a resume is worth showing for: a measured outcome, scale, production, research, ownership.

The rules are data (`lexicons/achievements.toml`). Each reason counts once, with the weight of its strongest rule that
the line bears out, and the score is their sum: a line that says what changed, for how many, and that it was used for
real stands above one that says only one of these.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from resumes.extraction.facts import Achievement, Evidence
from resumes.extraction.lexicons import any_of, load

PIECE = re.compile(r"\{([a-z_]+)\}")
NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d|[.,]\d))\d")
"""A digit of anything but a year."""
BEFORE = re.compile(r"(?:[\w%/'’-]+ ){1,6}$")
REST = re.compile(r"[\w%/'’+-]*(?: [\w%/+'’-]+){0,5}(?=[;,:()]|\.(?!\d)|$)|[\w%/'’+-]*(?: [\w%/+'’-]+){0,3}")
JOINTS = re.compile(r"(?: (?:a|an|and|as|at|by|for|from|in|its|of|on|or|our|over|than|that|the|their|to|under|with))+$")
ENDS = re.compile(r" (?:who|which|that|where|while)(?: [\w'’-]+){0,2}$")
LINKS = re.compile(r"(?:(?:and|but|of|or|so|that|then|where|which|while|who) )*")
WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line in small letters, with what rules ask first: its words, and whether it has a number that is no year."""

    text: str
    words: frozenset[str]
    has_number: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which a line bears out a reason; a line without what the rule needs is not looked at closer."""

    reason: str
    name: str
    weight: float
    pattern: re.Pattern[str]
    number: bool
    hints: tuple[str, ...]
    words: frozenset[str]

    def search(self, line: Line) -> re.Match[str] | None:
        """Return where the line bears out the rule."""
        if self.number and not line.has_number:
            return None
        if self.words and self.words.isdisjoint(line.words):
            return None
        if not self.hints:
            return self.pattern.search(line.text)
        for hint in self.hints:  # a loop, as a generator takes twice the time here
            if hint in line.text:
                return self.pattern.search(line.text)
        return None


def judge(text: str, evidence: Evidence) -> Achievement:
    """Return the range with its score, from 0 to 1, its reasons, weightiest first, and the words that prove each."""
    line = flat(evidence.quote(text)[: load("achievements")["longest"]])
    if never().match(line):
        return Achievement(evidence, 0.0, ())
    held = sorted(proofs(line), key=lambda found: -found[0].weight)
    score = round(min(most_of(held), sum(rule.weight for rule, _ in held)), 2)
    shown = tuple(Evidence(evidence.start + at.start, evidence.start + at.end) for _, at in held)
    return Achievement(evidence, score, tuple(rule.reason for rule, _ in held), shown)


def most_of(held: Sequence[tuple[Rule, Evidence]]) -> float:
    """Return the most that a line can score: less without an outcome or research, whatever else it tells."""
    proven = any(rule.reason in ("metric", "research") for rule, _ in held)
    return 1.0 if proven else float(load("achievements")["unproven"])


def proofs(line: str) -> list[tuple[Rule, Evidence]]:
    """Return the strongest rule of each reason that the line bears out, with the words it was seen in."""
    asked = Line(line, frozenset(WORD.findall(line)), NUMBER.search(line) is not None)
    found: dict[str, tuple[Rule, Evidence]] = {}
    for rule in rules():
        if rule.reason not in found and (match := rule.search(asked)):
            found[rule.reason] = rule, readable(line, *match.span())
    return list(found.values())


def readable(line: str, start: int, end: int) -> Evidence:
    """Return what was seen with the few words of its clause before and after it."""
    start += len(line[start:end]) - len(line[start:end].lstrip())
    before, rest = BEFORE.search(line[:start]), REST.match(line, end)
    shown = ENDS.sub("", JOINTS.sub("", line[: rest.end() if rest else end]))
    first = before.start() if before else start
    return Evidence(min(start, LINKS.match(line, first).end()), max(end, len(shown)))  # type: ignore[union-attr]


def worth_showing(item: Achievement) -> bool:
    """Return whether a line is among those to put into a talk about pay."""
    return item.score >= float(load("achievements")["worth"])


def flat(text: str) -> str:
    """Return the text in small letters with plain spaces, each character in its place."""
    plain = text.replace("\n", " ").replace("\t", " ").replace("\u00a0", " ").replace("\u202f", " ")
    small = plain.lower()
    return small if len(small) == len(plain) else "".join(one.lower()[:1] for one in plain)


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules, reason by reason, the weightiest of each first."""
    written = load("achievements")["reasons"]
    listed = [rule_of(reason, name, rule) for reason, named in written.items() for name, rule in named.items()]
    order = list(written)
    return tuple(sorted(listed, key=lambda rule: (order.index(rule.reason), -rule.weight)))


def rule_of(reason: str, name: str, written: Mapping[str, Any]) -> Rule:
    return Rule(
        reason,
        name,
        weight=written["weight"],
        pattern=compiled(written["patterns"]),
        number=written.get("number", False),
        hints=tuple(written.get("hints", ())),
        words=frozenset(first for listed in written.get("words", ()) for first in first_words(listed)),
    )


def first_words(name: str) -> Iterator[str]:
    """Yield the first word of each phrase of a piece."""
    for phrase in load("achievements")["pieces"][name]:
        yield WORD.findall(phrase)[0]


@cache
def never() -> re.Pattern[str]:
    """Return the pattern of lines that tell of duties, service or lessons, whatever numbers they hold."""
    return compiled(load("achievements")["never"])


def compiled(sources: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(expanded(source) for source in sources))


def expanded(source: str) -> str:
    """Return a pattern with its pieces, "{amount}", in place; a list of words stands for any of them."""
    return PIECE.sub(lambda match: f"(?:{piece(match[1])})", source)


@cache
def piece(name: str) -> str:
    written: str | list[str] = load("achievements")["pieces"][name]
    return expanded(written) if isinstance(written, str) else any_of(written)
