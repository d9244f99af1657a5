"""The home page's example says what the sample resume's own page says."""

from datetime import date

import pytest

from resumes.extraction.pipeline import build, extract
from resumes.presentation.answer import answer
from resumes.presentation.basis import basis_of
from resumes.presentation.example import example
from resumes.profile import Corrections
from resumes.reading.reader import read
from salaries.explanation.answer import Answer
from tests.resumes.exchange.downloads import GUIDE
from tests.resumes.sample_resume import SAMPLE

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)


def of_the_sample() -> Answer:
    document = read(SAMPLE.read_bytes())
    facts = extract(document, build(), TODAY)
    return answer(basis_of(document, facts, Corrections(), GUIDE, TODAY))


def test_the_example_is_the_answer_to_the_sample_resume() -> None:
    shown, found = example(GUIDE, TODAY), of_the_sample()
    assert (shown.who, shown.base, shown.point) == (found.who, found.base, found.point)
    assert [(one.read, one.gives, one.detail) for one in shown.reasons] == [
        (one.read, one.gives, one.detail) for one in found.reasons
    ]
    assert {quote.text for one in shown.reasons for quote in one.quotes} <= {
        quote.text for one in found.reasons for quote in one.quotes
    }


def test_the_example_goes_with_the_day() -> None:
    assert example(GUIDE, date(2027, 11, 23)).point > example(GUIDE, TODAY).point
