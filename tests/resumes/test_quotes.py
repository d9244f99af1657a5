"""What is quoted stands in the text."""

from dataclasses import replace

from resumes.extraction.facts import Evidence
from resumes.presentation.quotes import LONGEST, cut, quote, quotes, quotes_in_context
from tests.resumes.written import at, document

STUDY = "Education\n• PhD in physics, Yale\n"


def test_a_quote_is_the_texts_own_words_with_its_page() -> None:
    said = quote(document(), at("perception stack"))
    assert (said.text, said.page) == ("perception stack", 1)


def test_a_text_file_has_no_pages() -> None:
    assert quote(replace(document(), format="txt"), at("Seattle")).page == 0


def test_white_space_is_folded() -> None:
    assert quote(document(), at("Seattle, WA\nMachine")).text == "Seattle, WA Machine"


def test_a_long_quote_is_cut_between_words() -> None:
    text = cut("word " * 60)
    assert len(text) <= LONGEST + 2
    assert text.endswith("word …")


def test_a_word_alone_is_quoted_with_its_line() -> None:
    (said,) = quotes_in_context(document(STUDY), [at("PhD", STUDY)])
    assert said.text == "PhD in physics, Yale"


def test_a_long_line_is_quoted_near_the_word() -> None:
    text = "word " * 60 + "physics " + "end " * 10
    (said,) = quotes_in_context(document(text), [at("physics", text)])
    assert "physics" in said.text
    assert len(said.text) <= LONGEST + 2


def test_the_same_words_are_quoted_once() -> None:
    assert len(quotes(document(), [at("Seattle"), at("Seattle")])) == 1


def test_an_empty_range_is_no_quote() -> None:
    assert quotes(document(), [Evidence(3, 3)]) == ()
