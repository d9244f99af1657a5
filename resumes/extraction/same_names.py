"""Which of several places with one name is meant: what else the resume says of countries decides."""

import re

from resumes.extraction.gazetteer import Spot
from resumes.extraction.lexicons import load as lexicon
from resumes.extraction.place_names import PlaceName


def likeliest(text: str, name: PlaceName) -> tuple[Spot, bool]:
    """Return the place that a name means in a document, and whether nothing speaks for another one.

    A city named beside its state or country is that city. Of several others that one is meant whose country the
    resume's telephone numbers or words name, else the usual one.
    """
    if name.qualified or not name.others:
        return name.spot, True
    abroad = {spot.country for spot in (name.spot, *name.others)}
    if len(abroad) == 1:
        return name.spot, name.spot.country != "US" or name.spot.population >= 4 * name.others[0].population
    told = [spot for spot in (name.spot, *name.others) if _speaks_of(text, spot.country)]
    return (told[0], len({spot.country for spot in told}) == 1) if told else (name.spot, False)


def _speaks_of(text: str, country: str) -> bool:
    names = lexicon("places")["countries"][country]["names"]
    dial = lexicon("places")["dial_codes"].get(country)
    spoken = any(re.search(rf"\b{re.escape(name)}(?!\w)", text) for name in names)
    return spoken or bool(dial and re.search(rf"(?<!\d)\+\s?{dial}(?:[\s().-]|\d)", text[:2000]))
