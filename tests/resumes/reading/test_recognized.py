"""Pieces of lines that were recognized in a picture, as words in points."""

import numpy as np
import pytest

from resumes.reading.recognized import Strip, tokens, words_of

GROUND = np.full((400, 800, 3), 255, np.uint8)


def strip(text: str, *parts: tuple[str, float, float], slope: float = 0.0, top: float = 100) -> Strip:
    left, right = parts[0][1], parts[-1][2]
    fall = slope * (right - left)
    corners = np.array([(left, top), (right, top + fall), (right, top + fall + 20), (left, top + 20)], float)
    return Strip(text, corners, list(parts))


def test_words_are_parted_at_the_spaces_of_the_text() -> None:
    found = strip("ML Engineer", ("ML", 10, 30), ("Engineer", 36, 110))
    assert list(tokens(found)) == [("ML", 10, 30, True), ("Engineer", 36, 110, True)]


def test_characters_without_a_space_between_them_are_one_word() -> None:
    found = strip("Go, R", ("G", 10, 20), ("o", 20, 30), (",", 30, 34), ("R", 40, 50))
    assert list(tokens(found)) == [("Go,", 10, 34, True), ("R", 40, 50, True)]


def test_a_wide_gap_parts_what_the_text_has_together() -> None:
    found = strip("Tulips2019", ("Tulips", 10, 60), ("2019", 300, 340))
    assert list(tokens(found)) == [("Tulips", 10, 60, True), ("2019", 300, 340, False)]


def test_places_are_told_in_points() -> None:
    word = words_of([strip("rose", ("rose", 100, 140))], GROUND, 2.0)[0]
    assert (word.x0, word.x1) == (50, 70)
    assert word.middle == pytest.approx(55, abs=2)


def test_lines_of_a_page_that_was_turned_are_level() -> None:
    wide = [(f"w{index}", 20.0 + 70 * index, 80.0 + 70 * index) for index in range(10)]
    text = " ".join(part[0] for part in wide)
    left = strip("note", ("note", 20, 60), slope=0.02, top=200)
    right = strip("2019", ("2019", 640, 680), slope=0.02, top=200 + 0.02 * 620)
    words = words_of([strip(text, *wide, slope=0.02), left, right], GROUND, 1.0)
    assert words[-1].middle == pytest.approx(words[-2].middle, abs=0.5)


def test_an_icon_that_was_taken_for_an_ideograph_is_left_out() -> None:
    found = strip("回 Oakland", ("回", 10, 30), ("O", 36, 46), ("akland", 46, 100))
    assert [word.text for word in words_of([found], GROUND, 1.0)] == ["Oakland"]


def inked(height: int, top: int = 102) -> np.ndarray:
    picture = GROUND.copy()
    picture[top : top + height, 12:20] = 0
    return picture


@pytest.mark.parametrize(("text", "height"), [("ROSES", 14), ("roses", 11), ("rugs", 15), ("Rugs", 19)])
def test_the_size_is_told_by_ink_whatever_letters_a_line_has(text: str, height: int) -> None:
    word = words_of([strip(text, (text, 10, 110))], inked(height), 1.0)[0]
    assert word.size == pytest.approx(20, abs=1.5)


def test_sizes_that_hardly_differ_are_one() -> None:
    picture = np.minimum(inked(14), inked(13, top=152))
    found = [strip("ROSES", ("ROSES", 10, 110)), strip("TULIP", ("TULIP", 10, 110), top=150)]
    sizes = {word.size for word in words_of(found, picture, 1.0)}
    assert len(sizes) == 1


def test_sizes_that_differ_much_stay_two() -> None:
    picture = np.minimum(inked(18), inked(9, top=152))
    found = [strip("ROSES", ("ROSES", 10, 110)), strip("TULIP", ("TULIP", 10, 110), top=150)]
    sizes = {word.size for word in words_of(found, picture, 1.0)}
    assert len(sizes) == 2
