"""Where an employer is that carries its place in its name: universities and public laboratories."""

import re

from resumes.extraction import gazetteer
from resumes.extraction.gazetteer import Spot
from resumes.extraction.lexicons import load as lexicon

OF_A_PLACE = re.compile(
    r"\b(?:University|Universität|Université|Universidad|Universidade|Institute of Technology|Technical University|"
    r"Indian Institute of Technology|National Institute of Technology|IIT|NIT|IIIT)\s+(?:of|at|de|in|,|-)?\s*"
    r"([A-Z][\w.'-]+(?:\s+[A-Z][\w.'-]+){0,2})"
)
A_PLACES = re.compile(r"([A-Z][\w.'-]+(?:\s+[A-Z][\w.'-]+){0,2})\s+(?:State )?(?:University|Institute of Technology)\b")


def employer_place(employer: str) -> Spot | None:
    """Return the place of an employer that its own name tells, None for any other employer."""
    return _listed(employer) or _named_after_a_city(employer)


def _listed(employer: str) -> Spot | None:
    for name, (city, region, country) in lexicon("institutions")["places"].items():
        if name in employer and re.search(rf"\b{re.escape(name)}(?!\w)", employer):
            area = Spot(None, region or None, country)
            return gazetteer.load().within(city, (area,)) or Spot(city, region or None, country)
    return None


def _named_after_a_city(employer: str) -> Spot | None:
    for pattern in (OF_A_PLACE, A_PLACES):
        for match in pattern.finditer(employer):
            words = match[1].split()
            for count in range(len(words), 0, -1):
                spots = gazetteer.load().bare(" ".join(words[:count]))
                if spots:
                    return spots[0]
    return None
