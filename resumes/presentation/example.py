"""The home page's example: the answer to the sample resume on the current guide, without reading it anew."""

from datetime import date

from resumes.extraction.facts import Evidence, Facts, Location, Role, SpecializationGuess
from resumes.presentation.answer import answer
from resumes.presentation.basis import basis_of
from resumes.profile import Corrections
from resumes.reading.document import Document
from salaries import wages
from salaries.estimation.guide import Guide
from salaries.explanation.answer import Answer

TEXT = """\
Seattle, WA
Senior Machine Learning Engineer
Mar 2023 - Present
Own the perception stack for delivery robots: object detection, tracking and free-space segmentation.
Machine Learning Engineer, Jun 2020 - Feb 2023
Software Engineer, Jul 2017 - May 2020
"""


def document() -> Document:
    """Return the few words that the example quotes."""
    return Document(TEXT, (), "txt")


def facts() -> Facts:
    """Return what is read of the sample resume, as far as the answer rests on it."""
    senior = at("Senior Machine Learning Engineer"), at("Mar 2023 - Present")
    stack = at("Own the perception stack for delivery robots: object detection, tracking and free-space segmentation.")
    return Facts(
        roles=(
            Role("Senior Machine Learning Engineer", None, "2023-03", "present", "ml", "high", senior),
            Role("Machine Learning Engineer", None, "2020-06", "2023-02", "ml", "high", (at("Jun 2020 - Feb 2023"),)),
            Role("Software Engineer", None, "2017-07", "2020-05", "adjacent", "high", (at("Jul 2017 - May 2020"),)),
        ),
        location=Location("Seattle", "WA", "US", "seattle", "42660", "high", (at("Seattle, WA"),)),
        specialization=SpecializationGuess("computer-vision", {"computer-vision": 1.0}, "high", (), (stack,)),
    )


def at(words: str) -> Evidence:
    """Return where the words stand in the example's text."""
    start = TEXT.index(words)
    return Evidence(start, start + len(words))


def example(guide: Guide, as_of: date) -> Answer:
    """Return the example's first screen; `as_of` is the day that "Present" means."""
    return answer(basis_of(document(), facts(), Corrections(), guide, as_of, wages.areas()))
