"""Every fact is marked where it stands: in the text, and on the pictures of the pages."""

from dataclasses import replace

import pytest

from resumes.drawings import PagePicture
from resumes.extraction.facts import Achievement, Evidence, Facts, Skill
from resumes.presentation.boxes import edges, part_of
from resumes.presentation.marks import Marks, Piece, marks
from resumes.presentation.pages import marked_page
from resumes.profile import Corrections, said
from resumes.reading.document import Box, Document, Line
from tests.resumes.written import FACTS, TEXT, at, document

TORCH = Skill("PyTorch", "framework", (at("Robotics"), at("parcel robots")))


def marked(facts: Facts = FACTS, text: str = TEXT) -> Marks:
    return marks(document(text), facts)


def pieces(found: Marks) -> list[Piece]:
    return [piece for line in found.lines for piece in line.pieces]


def names(found: Marks) -> dict[str, str]:
    return {piece.text: piece.names for piece in pieces(found) if piece.facts}


def test_the_pieces_make_up_the_text() -> None:
    lines = ("".join(piece.text for piece in line.pieces) for line in marked().lines)
    assert "\n".join(lines) == TEXT


def test_every_kind_of_fact_is_marked_and_named() -> None:
    found = names(marked())
    assert found["Seattle, WA"] == "Seattle (place)"
    assert found["Machine Learning Engineer"] == "Machine Learning Engineer, Example (role)"
    assert found["M.S."] == "Master's degree (education)"
    assert found["perception stack"] == "Computer vision (specialization)"


def test_words_that_no_fact_stands_behind_are_not_marked() -> None:
    assert "Ana Example" not in names(marked())


def test_a_fact_without_words_is_not_told() -> None:
    told = [fact.words for group in marked().groups for fact in group.facts]
    assert "PyTorch" not in told
    assert "Seattle" in told


def test_a_fact_that_stands_twice_is_marked_twice() -> None:
    found = marked(replace(FACTS, skills=(TORCH,)))
    (fact,) = found.groups[-1].facts
    assert fact.at == " ".join(f"{one.start}-{one.end}" for one in TORCH.evidence)
    assert [piece.text for piece in pieces(found) if fact in piece.facts] == ["Robotics", "parcel robots"]


def test_where_facts_overlap_a_mark_belongs_to_both_the_closest_first() -> None:
    line = Achievement(at("perception stack for parcel robots"), 9.0, ("metric", "scale", "production"))
    found = marked(replace(FACTS, achievements=(line,), skills=(TORCH,)))
    assert names(found)["parcel robots"].startswith("PyTorch (skill), ")
    assert [piece.text for piece in found.lines[3].pieces] == ["perception stack", " for ", "parcel robots"]


def test_evidence_over_a_line_break_has_a_mark_in_each_line() -> None:
    over = Evidence(at("Seattle, WA").start, at("Machine Learning Engineer").end)
    found = marked(Facts(skills=(Skill("Go", "language", (over,)),)))
    assert [piece.text for piece in pieces(found) if piece.facts] == ["Seattle, WA", "Machine Learning Engineer"]


def test_marks_have_ids_of_their_own_and_facts_lead_to_them() -> None:
    found = marked(replace(FACTS, skills=(TORCH,)))
    ids = [f"mark-{piece.start}" for piece in pieces(found) if piece.facts]
    assert len(ids) == len(set(ids))
    assert {fact.mark for group in found.groups for fact in group.facts} <= set(ids)


def test_what_the_visitor_removed_is_not_marked() -> None:
    corrections = Corrections(skills_removed=("PyTorch",))
    facts = said(replace(FACTS, skills=(TORCH,)), corrections)
    assert "PyTorch (skill)" not in names(marked(facts)).values()


LINE = Box(100, 50, 300, 60)


def stands(box: Box, text: str, start: int, end: int) -> Box:
    return part_of(box, edges(box, text), start, end)


def test_the_part_of_a_line_is_as_wide_as_its_letters_share() -> None:
    left, right = stands(LINE, "aaaa bbbb", 0, 4), stands(LINE, "aaaa bbbb", 5, 9)
    assert (left.x0, right.x1) == (100, pytest.approx(300))
    assert left.x1 - left.x0 == pytest.approx(right.x1 - right.x0)
    assert left.x1 < right.x0


def test_the_whole_line_is_its_box() -> None:
    whole = stands(LINE, "Machine Learning", 0, 16)
    assert (whole.x0, whole.x1) == (100, pytest.approx(300))


def test_a_gap_takes_what_the_letters_leave() -> None:
    box = Box(0, 0, 500, 10)
    title, dates = stands(box, "Engineer\t2019 - 2021", 0, 8), stands(box, "Engineer\t2019 - 2021", 9, 20)
    assert 30 < title.x1 < 60
    assert 430 < dates.x0 < 460
    assert dates.x1 == pytest.approx(500)


def test_wide_letters_take_more_room_than_narrow_ones() -> None:
    wide, narrow = stands(LINE, "MMMM llll", 0, 4), stands(LINE, "MMMM llll", 5, 9)
    assert wide.x1 - wide.x0 > 2 * (narrow.x1 - narrow.x0)


def on_page(box: Box | None, shows: Box, page: int = 1) -> list[tuple[float, float, float, float]]:
    """Return where the one mark of a line with that box stands on a picture, in percent."""
    found = marks(
        Document("PyTorch", (Line(0, 7, 1, box),), "pdf"),
        Facts(skills=(Skill("PyTorch", "framework", (Evidence(0, 7),)),)),
    )
    picture = PagePicture(page=page, width=1000, height=1000, shows=shows)
    return [(spot.x, spot.y, spot.width, spot.height) for spot in marked_page(picture, found.lines).spots]


def test_a_mark_stands_on_the_picture_in_percent() -> None:
    assert on_page(Box(50, 21, 150, 29), Box(0, 0, 500, 100)) == [(10, 20, 20, 10)]


def test_a_picture_that_begins_inside_the_page_moves_its_marks() -> None:
    assert on_page(Box(60, 31, 160, 39), Box(10, 10, 510, 110)) == [(10, 20, 20, 10)]


def test_no_mark_stands_outside_its_picture_on_another_page_or_nowhere() -> None:
    assert on_page(Box(600, 21, 700, 29), Box(0, 0, 500, 100)) == []
    assert on_page(Box(50, 21, 150, 29), Box(0, 0, 500, 100), page=2) == []
    assert on_page(None, Box(0, 0, 500, 100)) == []
