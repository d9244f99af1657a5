"""Words of a resume as HTML: linked to their marks where the page has them, and never HTML of the resume's own."""

import pytest
from django.template import Context

from resumes.extraction.facts import Evidence
from resumes.presentation.advice import Place
from resumes.presentation.evidence import Fact
from resumes.presentation.marks import MarkedLine, Piece
from resumes.presentation.quotes import Quote
from resumes.reading.document import Line
from resumes.templatetags import evidence

HERE = Context({"evidence": True})
QUOTE = Quote("five years of C++ & <b>", 2, "120-131 140-150")


def test_a_quote_leads_to_its_first_mark_and_names_its_page() -> None:
    told = evidence.quoted(HERE, QUOTE)
    assert '<a class="fact" href="#mark-120" data-evidence="120-131 140-150">' in told
    assert told.endswith("p. 2</span>")


@pytest.mark.parametrize(("context", "quote"), [(Context(), QUOTE), (HERE, Quote("words", 1))])
def test_a_quote_without_a_mark_on_the_page_is_no_link(context: Context, quote: Quote) -> None:
    assert "<a" not in evidence.quoted(context, quote)


def test_a_quote_of_a_file_without_pages_names_none() -> None:
    assert evidence.quoted(Context(), Quote("words", 0)) == '<q class="quote">words</q>'


def test_words_are_escaped_wherever_they_stand() -> None:
    line = Line(0, 23, 1)
    fact = Fact(1, "<i>", "skill", (Evidence(0, 3),))
    pieces = (Piece("<b>", 0, 3, (fact,)), Piece("<u>", 3, 6))
    told = [evidence.quoted(HERE, QUOTE), evidence.text_of([MarkedLine(line, pieces)])]
    assert not [tag for tag in ("<b>", "<i>", "<u>") if tag in "".join(told)]


def test_words_at_a_place_are_linked_as_quotes_are() -> None:
    assert "#mark-5" in evidence.words_at(HERE, Place("5-9", "mark-5", 0), "words")
    assert evidence.words_at(HERE, None, "words") == '<q class="quote">words</q>'


def test_a_line_tells_how_it_stands_in_the_text() -> None:
    lines = [Line(0, 3, 1, heading=True), Line(4, 7, 1)]
    told = evidence.text_of([MarkedLine(line, (Piece("abc", line.start, line.end),)) for line in lines])
    assert told.split() == ["<p", 'class="line', "bold", 'apart">abc</p>', "<p", 'class="line">abc</p>']
