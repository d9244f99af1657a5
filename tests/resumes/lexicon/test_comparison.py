"""What a change finds, beside what is found now."""

from resumes.extraction.tried import Find, Found, Tried
from resumes.lexicon.comparison import change_of, pieces, rows

TEXT = "Quill and Python, Quill DB"
PYTHON = Find("Python", "language", ((10, 16),))
QUILL = Find("Quill", "tool", ((0, 5), (18, 23)))
QUILL_DB = Find("Quill DB", "database", ((18, 26),))


def test_what_changes_comes_first() -> None:
    found = rows(TEXT, [PYTHON, QUILL], [PYTHON, QUILL_DB])
    assert [(row.name, row.change) for row in found] == [("Quill DB", "new"), ("Quill", "lost"), ("Python", "same")]


def test_a_row_tells_how_often_and_in_which_words() -> None:
    (row,) = rows(TEXT, [], [Find("Quill", "tool", ((0, 5), (18, 26)))])
    assert (row.now, row.then, row.quotes, row.words) == (0, 2, ("Quill", "Quill DB"), "newly found")


def test_changes_have_their_names() -> None:
    once, twice = Find("Quill", "tool", ((0, 5),)), QUILL
    assert change_of(once, twice) == "more"
    assert change_of(twice, once) == "fewer"
    assert change_of(once, Find("Quill", "web", ((0, 5),))) == "other"
    assert change_of(once, once) == "same"


def test_an_employer_counts_as_its_kind_in_words() -> None:
    now, then = Find("Box", "public-tech", ((0, 3),)), Find("Box", "", ((0, 3),))
    assert rows("Box", [now], [now])[0].counts_as == "Public tech company"
    assert rows("Box", [now], [then])[0].counts_as == "Public tech company → Neither: an employer like any other"


def test_the_pieces_make_up_the_text_and_mark_each_place() -> None:
    tried = Tried(TEXT, Found((PYTHON, QUILL)), Found((PYTHON, QUILL_DB)))
    parts = list(pieces(tried))
    assert "".join(part.text for part in parts) == TEXT
    marked = [(part.text, part.change) for part in parts if part.change]
    assert marked == [("Quill", "lost"), ("Python", "same"), ("Quill DB", "new")]
