"""Place names in one line of text: "Concord, MA 01742", "Example Inc. (Austin, TX)", "Bengaluru, Karnataka, India"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumes.extraction.gazetteer import Gazetteer, Spot

SEPARATOR = re.compile(r"[,|•·▪●◦;:()\[\]\t/@<>]|\s[-–—‑‒]\s|[–—‑]|\s{3,}|\s[-–—]$")
WORD = re.compile(r"[^\W\d_][^\s\d]*")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
DATE_ON = re.compile(
    rf"(?:\b(?:{MONTH}|Spring|Summer|Fall|Autumn|Winter)\s*,?\s*['’]?\d{{2,4}}|\b(?:19|20)\d{{2}}\b).*"
)
POSTAL_CODE = re.compile(
    r"\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b(?:[A-Z]{1,2}-)?\d{4,6}\b"
)
LONGEST_NAME = 4
"""Words in the longest place name."""
LOOSE = re.compile(
    r"^(?:(?i:greater|metro|the|in|at|near|based in|currently in|from))\s+"
    r"|\s+(?i:metropolitan area|metro area|metro|area|region|district|city area)$"
)

IN_A_CITY = re.compile(r"\b(?:in|near)\s+([A-Z]\S*(?:\s[A-Z]\S*){0,3})$")


@dataclass(frozen=True, slots=True)
class Part:
    """Text between two separators, as words with their offsets in the line; `behind` is the separator before it."""

    words: tuple[tuple[int, int], ...]
    behind: str


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place named at `start` to `end` of the line.

    `qualified`: the city stands beside its state or country. `whole`: nothing else stands between the separators.
    `known` is False for a town that only its state code tells to be one. `others` are the other places of this name.
    """

    start: int
    end: int
    spot: Spot
    qualified: bool
    whole: bool
    known: bool = True
    others: tuple[Spot, ...] = ()


def place_names(line: str, gazetteer: Gazetteer) -> list[PlaceName]:
    """Return the places that a line names, in text order."""
    reader = _LineReader(line, gazetteer)
    found: list[PlaceName] = []
    for index in range(len(reader.parts)):
        name = reader.at(index)
        if name is not None and (not found or name.start >= found[-1].end):
            found.append(name)
    return found


class _LineReader:
    def __init__(self, line: str, gazetteer: Gazetteer) -> None:
        self.line = _capitalized(line) if line.islower() else line
        self.gazetteer = gazetteer
        self.parts = list(_parts(self.line))

    def at(self, index: int) -> PlaceName | None:
        """Return the place whose city, or whose region or country, stands in this part."""
        part = self.parts[index]
        if not part.words:
            return None
        following = self._areas_after(index)
        return self._city_beside(part, following) or self._city_alone(part) or self._area(part, following)

    def text(self, words: Sequence[tuple[int, int]]) -> str:
        return self.line[words[0][0] : words[-1][1]].rstrip(".,") if words else ""

    def areas(self, words: Sequence[tuple[int, int]], *, after_city: bool) -> tuple[Spot, ...]:
        """Return the regions and countries that these words can mean."""
        name = self.line[words[0][0] : words[-1][1]]
        if not name[0].isupper():
            return ()
        found = list(self.gazetteer.regions(name) or self.gazetteer.regions(name.rstrip(".")))
        if country := self.gazetteer.country(name, after_city=after_city):
            found.append(Spot(None, None, country))
        if after_city and self.gazetteer.is_country_code(name):
            found.append(Spot(None, None, name))
        return tuple(found)

    def _areas_after(self, index: int) -> list[tuple[int, tuple[Spot, ...]]]:
        """Return the regions and countries right after a part, each with the offset where it ends."""
        found: list[tuple[int, tuple[Spot, ...]]] = []
        for part in self.parts[index + 1 : index + 4]:
            head = self._head_area(part)
            if head is None:
                break
            count, areas = head
            found.append((part.words[count - 1][1], areas))
            rest = part.words[count:]
            if rest and (more := self.areas(rest, after_city=True)):
                found.append((rest[-1][1], more))
            if rest:
                break
        return found

    def _head_area(self, part: Part) -> tuple[int, tuple[Spot, ...]] | None:
        for count in range(min(LONGEST_NAME, len(part.words)), 0, -1):
            areas = self.areas(part.words[:count], after_city=True)
            rest = self.text(part.words[count:])
            if areas and (not rest or not rest[0].isupper() or self.areas(part.words[count:], after_city=True)):
                return count, areas
        return None

    def _city_beside(self, part: Part, following: list[tuple[int, tuple[Spot, ...]]]) -> PlaceName | None:
        for words, areas, end in self._area_readings(part, following):
            for count in range(min(LONGEST_NAME, len(words)), 0, -1):
                name = self.text(words[-count:])
                spot = self.gazetteer.within(name, areas) if name[0].isupper() else None
                if spot is not None:
                    return PlaceName(words[-count][0], end, spot, qualified=True, whole=count == len(words))
            if town := self._unlisted_town(part, words, areas):
                return PlaceName(words[0][0], end, town, qualified=True, whole=True, known=False)
        return None

    def _area_readings(
        self, part: Part, following: list[tuple[int, tuple[Spot, ...]]]
    ) -> Iterator[tuple[tuple[tuple[int, int], ...], tuple[Spot, ...], int]]:
        """Yield the words before the region or country, what that can be, and where it ends."""
        if following:
            yield part.words, _agreeing([areas for _, areas in following]), following[-1][0]
        for count in range(min(LONGEST_NAME - 1, len(part.words) - 1), 0, -1):
            if inside := self.areas(part.words[-count:], after_city=True):
                chain = [inside, *(areas for _, areas in following)]
                yield part.words[:-count], _agreeing(chain), following[-1][0] if following else part.words[-1][1]

    def _unlisted_town(self, part: Part, words: Sequence[tuple[int, int]], areas: tuple[Spot, ...]) -> Spot | None:
        """Return a town too small for the tables: one to three capitalized words before the code of a US state.

        Behind a company or a title ("Example Inc, CA") the code stands for the state alone.
        """
        state = next((area for area in areas if area.country == "US" and area.region), None)
        capitalized = all(self.line[start].isupper() for start, _ in words)
        if state is None or not capitalized or len(words) > 3 or words != part.words:
            return None
        after = self.line[words[-1][1] :]
        written_as_code = re.match(rf"\s*,\s*{state.region}\b(?:\s*$|\s+\d{{5}}|\s*[,|•·)\t])", after)
        town = None if self.gazetteer.is_no_town(self.text(words[-1:])) else self.text(words)
        return Spot(town, state.region, "US") if written_as_code else None

    def _city_alone(self, part: Part) -> PlaceName | None:
        name = self.text(part.words)
        short = LOOSE.sub("", LOOSE.sub("", name))
        after_in = IN_A_CITY.search(name)
        for candidate in (name, short, after_in[1] if after_in else ""):
            spots = self.gazetteer.bare(candidate) if candidate and candidate[0].isupper() else ()
            if spots:
                return PlaceName(
                    part.words[0][0], part.words[-1][1], spots[0], qualified=False, whole=True, others=spots[1:]
                )
        return None

    def _area(self, part: Part, following: list[tuple[int, tuple[Spot, ...]]]) -> PlaceName | None:
        """Return a region or a country that stands without a city; a bare code of two letters is none."""
        chain = [self.areas(part.words, after_city=False), *(areas for _, areas in following)]
        alone = self.text(part.words)
        if not chain[0] or (len(alone) == 2 and alone not in {"US", "UK"} and not following):
            return None
        end = following[-1][0] if following else part.words[-1][1]
        spot = _agreeing(chain)[0]
        return PlaceName(part.words[0][0], end, spot, qualified=bool(following), whole=True)


def _agreeing(chain: Sequence[tuple[Spot, ...]]) -> tuple[Spot, ...]:
    """Return what the first of a chain can mean, given the regions and countries after it."""
    first, *later = chain
    countries = {spot.country for areas in later for spot in areas}
    return tuple(spot for spot in first if spot.country in countries) or first


def _capitalized(line: str) -> str:
    """Return a line typed in small letters as it would be printed: "seattle, wa" as "Seattle, WA"."""
    coded = re.sub(r"(?<=,\s)[a-z]{2}\b", lambda code: code[0].upper(), line)
    return re.sub(r"\b[a-z]", lambda letter: letter[0].upper(), coded)


def _parts(line: str) -> Iterator[Part]:
    start, behind = 0, ""
    for separator in SEPARATOR.finditer(line):
        yield _part(line, start, separator.start(), behind)
        start, behind = separator.end(), separator.group()
    yield _part(line, start, len(line), behind)


def _part(line: str, start: int, end: int, behind: str) -> Part:
    text = POSTAL_CODE.sub(lambda code: " " * len(code[0]), DATE_ON.sub("", line[start:end]))
    return Part(tuple((start + word.start(), start + word.end()) for word in WORD.finditer(text)), behind)
