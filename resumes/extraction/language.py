"""Whether a text is English, by the small words and letters in it."""

import re
import unicodedata
from collections import Counter

from resumes.extraction.lexicons import load as lexicon

OTHER_SCRIPT = 0.3
"""Share of letters outside the Latin alphabet from which a text is in another language."""
FEWEST_WORDS = 12
"""Small words of a language that it takes to be told: names and quotations bring a few."""
SHARE = 0.04
"""Share of all words that they must make up."""
LEAD = 1.5
"""How many times as many as English ones there must be."""
CLEAR_LEAD = 3
"""The same under English headings, where names of schools, employers and papers may be all that is foreign, and for a
text of few words."""
FEWEST_WITHOUT_ENGLISH = 4
"""Small words that are enough in a text of few words without English headings."""
ENGLISH_HEADINGS = 2
"""English headings of which there must be so many before they tell anything: "Skills" stands in German resumes too."""
LONGEST_HEADING = 40
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def is_english(text: str) -> bool:
    """Tell whether a text is English, or too short to be told to be anything else."""
    return not _mostly_other_script(text) and not _is_other_language(text)


def _mostly_other_script(text: str) -> bool:
    if text.isascii():
        return False
    foreign = sum(char.isalpha() and not _is_latin(char) for char in NOT_ASCII.findall(text))
    return bool(foreign) and foreign > OTHER_SCRIPT * sum(map(str.isalpha, text))


def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "MODIFIER", "MICRO", "FEMININE", "MASCULINE"))


def _is_other_language(text: str) -> bool:
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    english = sum(words[word] for word in lexicon("languages")["english"]["words"])
    most = max(_occurrences(words, entry["words"]) for entry in lexicon("languages")["others"].values())
    if most < SHARE * words.total():
        return False
    if _english_headings(text) >= ENGLISH_HEADINGS:
        return most >= max(FEWEST_WORDS, CLEAR_LEAD * english)
    return most >= max(FEWEST_WORDS, LEAD * english) or most >= max(FEWEST_WITHOUT_ENGLISH, CLEAR_LEAD * english)


def _english_headings(text: str) -> int:
    """Return how many different lines are nothing but the usual heading of an English resume."""
    usual = lexicon("languages")["english"]["headings"]
    lines = {line.strip(" :\t").lower() for line in text.splitlines() if len(line) <= LONGEST_HEADING}
    return len(lines.intersection(usual))


def _occurrences(words: Counter[str], small: list[str]) -> int:
    """Return how often a language's small words occur; three different ones at least, or it is a name's "de"."""
    seen = [words[word] for word in small if word in words]
    return sum(seen) if len(seen) >= 3 else 0
