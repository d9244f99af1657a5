"""The home page's example: an invented person's answer on the current guide."""

from datetime import date

from resumes.extraction.facts import Evidence, Facts, Location, Role, SpecializationGuess
from resumes.presentation.answer import answer
from resumes.presentation.basis import basis_of
from resumes.profile import Corrections
from resumes.reading.document import Document
from salaries.estimation.guide import Guide
from salaries.explanation.answer import Answer

TEXT = "Machine Learning Engineer\nperception stack for delivery robots\nSeattle, WA\nSoftware Engineer"
AS_OF = date(2026, 11, 1)


def document() -> Document:
    """Return the few words that the example quotes."""
    return Document(TEXT, (), "txt")


def facts() -> Facts:
    """Return what would be read of them: ML work since January 2021, software work for three years before."""
    ml = Role("Machine Learning Engineer", None, "2021-01", "present", "ml", "high", (at("Machine Learning Engineer"),))
    software = Role("Software Engineer", None, "2018-01", "2020-12", "adjacent", "high", (at("Software Engineer"),))
    return Facts(
        roles=(ml, software),
        location=Location("Seattle", "WA", "US", "seattle", "42660", "high", (at("Seattle, WA"),)),
        specialization=SpecializationGuess(
            "computer-vision", {"computer-vision": 1.0}, "high", (), (at("perception stack for delivery robots"),)
        ),
    )


def at(words: str) -> Evidence:
    """Return where the words stand in the example's text."""
    start = TEXT.index(words)
    return Evidence(start, start + len(words))


def example(guide: Guide) -> Answer:
    """Return the example's first screen."""
    return answer(basis_of(document(), facts(), Corrections(), guide, AS_OF))
