import re

from resumes.extraction.lexicons import any_of


def test_any_of_finds_the_longer_of_two_words_that_begin_alike() -> None:
    found = re.search(any_of(["data", "data mining", "design"]), "of Data Mining", re.IGNORECASE)
    assert found is not None
    assert found[0] == "Data Mining"


def test_any_of_takes_marks_for_themselves() -> None:
    assert re.fullmatch(any_of(["c++", "c"]), "c++")
    assert not re.fullmatch(any_of(["c.", "d"]), "cd")
