"""Every address of the project, from the resolver, its arguments filled with what is known to stand there."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")

Known = Mapping[str, Mapping[str, Sequence[str]]]
"""Values by argument, by the beginning of the patterns that they are for; the longest beginning that fits is taken."""

EXPRESSIONS = {
    r"^(?P<app_label>salaries|resumes|auth)/$": ("salaries/", "resumes/", "auth/"),
    r"(?P<url>.*)$": ("nothing/", "resumes/resume"),
    r"^([^/]+)/history/([^/]+)/$": ("<object_id>/history/<history_id>/",),
}
"""What stands in the place of regular expressions, each by its own words."""


class Unfilled(LookupError):
    """A pattern has an argument for which nobody has said what to try."""

    def __init__(self, pattern: str, argument: str) -> None:
        super().__init__(f"say what to fill <{argument}> of {pattern} with")


@dataclass(frozen=True, slots=True)
class Route:
    """One pattern of the resolver as it is written, and what answers there."""

    pattern: str
    callback: Callable[..., Any]

    def addresses(self, known: Known) -> list[str]:
        """Return the addresses with every combination of the known values. Raises `Unfilled`."""
        names = list(dict.fromkeys(ARGUMENT.findall(self.pattern)))
        chosen = product(*(self.values(name, known) for name in names))
        return [self.filled(dict(zip(names, values, strict=True))) for values in chosen]

    def values(self, argument: str, known: Known) -> Sequence[str]:
        fitting = [start for start, told in known.items() if self.pattern.startswith(start) and argument in told]
        if not fitting:
            raise Unfilled(self.pattern, argument)
        return known[max(fitting, key=len)][argument]

    def filled(self, values: Mapping[str, str]) -> str:
        return "/" + ARGUMENT.sub(lambda found: values[found[1]], self.pattern)


def routes() -> list[Route]:
    """Return every pattern of the project, those of the admin and of the API included."""
    return list(walked(get_resolver().url_patterns, ""))


def walked(patterns: Sequence[URLPattern | URLResolver], before: str) -> Iterator[Route]:
    for one in patterns:
        for written in EXPRESSIONS.get(str(one.pattern), (str(one.pattern),)):
            if isinstance(one, URLResolver):
                yield from walked(one.url_patterns, before + written)
            else:
                yield Route(before + written, one.callback)
