"""What single glyphs stand for."""

import pytest

from resumes.reading.glyphs import BULLETS, BULLETS_BEFORE_SPACE, clean, is_bullet


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("E\ufb03cient work\ufb02ows", "Efficient workflows"),
        ("so\x1bware", "software"),
        ("e\x1ccient \x1bne-tuning", "efficient fine-tuning"),
        ("M¨unchen, Onta˜n´on", "München, Ontañón"),
        ("\uf095 555 0100 \uf0e0 ana@garden.example", "555 0100 ana@garden.example"),
        ("Ｐｙｔｈｏｎ", "Python"),
        ("● Sold ● spades", "• Sold • spades"),
        ("\u2067Ana\u2069 \u202eExample\u202c", "Ana Example"),
        ("Brightloom . . . . . . . . . 2019", "Brightloom\t2019"),
        ("Brightloom ............ 2019", "Brightloom\t2019"),
    ],
)
def test_glyphs_become_what_they_stand_for(raw: str, meant: str) -> None:
    assert clean(raw) == meant


@pytest.mark.parametrize(
    "text",
    ["C++ and C#", "x² + y²", "~30 %", "São Paulo", "R&D – 2019", "日本語", "and so on ... later", "A. B. C. Dee"],
)
def test_plain_text_is_left_alone(text: str) -> None:
    assert clean(text) == text


def test_no_mark_is_listed_twice() -> None:
    marks = BULLETS + BULLETS_BEFORE_SPACE
    assert len(marks) == len(set(marks))


def test_a_word_is_no_bullet() -> None:
    assert is_bullet(" ● ")
    assert is_bullet("∗")
    assert not is_bullet("a")
    assert not is_bullet(" ")
