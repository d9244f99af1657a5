"""Letter-spaced text."""

from resumes.reading.reader import read
from resumes.reading.spacing import closed_up
from resumes.reading.words import Word
from tests.resumes.reading.pages import Sheet


def row(text: str, *, start: float = 0, spaced: bool = False) -> list[Word]:
    """Set the words of a text 5 points wide and 3 apart; two spaces are a wider gap that the file paints as a space."""
    words, x = [], start
    for place, part in enumerate(text.split("  ")):
        for index, letters in enumerate(part.split(" ")):
            words.append(Word(letters, x, 0, x + 5, 10, 10, spaced=spaced or (place > 0 and index == 0)))
            x += 8
        x += 4
    return words


def texts(words: list[Word]) -> list[str]:
    return [word.text for word in closed_up(words)]


def test_letters_of_a_heading_become_words() -> None:
    assert texts(row("W O R K  H I S T O R Y")) == ["WORK", "HISTORY"]


def test_letters_apart_by_typed_spaces_become_words_too() -> None:
    assert texts(row("W O R K  H I S T O R Y", spaced=True)) == ["WORK", "HISTORY"]


def test_a_spaced_date_closes_up_beside_a_title_in_ordinary_type() -> None:
    assert texts([*row("Head Gardener"), *row("M a y  2 0 1 9", start=300)]) == ["Head", "Gardener", "May", "2019"]


def test_a_spaced_range_of_years_closes_up() -> None:
    assert texts(row("2 0 1 3  -  2 0 1 5")) == ["2013", "-", "2015"]


def test_digits_apart_by_typed_spaces_stay_apart() -> None:
    assert texts(row("5 4 3 2 1", spaced=True)) == ["5", "4", "3", "2", "1"]


def test_ordinary_words_stay_as_they_are() -> None:
    assert texts(row("R C Go Ray and Spark")) == ["R", "C", "Go", "Ray", "and", "Spark"]


def test_a_spaced_title_is_read_beside_its_date() -> None:
    sheet = Sheet()
    sheet.text(50, 60, "H E A D   G A R D E N E R")
    sheet.text(400, 60, "May 2019 - June 2021")
    sheet.text(50, 80, "Grew tulips and told of them")
    assert read(sheet.data()).text.startswith("HEAD GARDENER\tMay 2019 - June 2021\n")
