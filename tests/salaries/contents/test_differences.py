"""What differs between two editions."""

from decimal import Decimal

import msgspec

from salaries.contents.differences import Difference, differences, percent_of
from salaries.contents.tables import Contents
from tests.salaries.contents.changed import with_row, without


def test_an_edition_does_not_differ_from_itself(contents: Contents) -> None:
    assert differences(contents, contents) == ()


def test_another_name_alone_is_no_difference(contents: Contents) -> None:
    assert differences(contents, msgspec.structs.replace(contents, name="2027")) == ()


def test_a_changed_figure_is_told_with_its_percent(contents: Contents) -> None:
    other = with_row(contents, "states", "CA", mean=Decimal(160000))
    expected = Difference("states", "CA", "mean", "changed", "158400", "160000", Decimal("1.0"))
    assert differences(contents, other) == (expected,)


def test_a_changed_text_has_no_percent(contents: Contents) -> None:
    (found,) = differences(contents, with_row(contents, "takeaways", "growth", words="It grows."))
    assert (found.table, found.field, found.new, found.percent) == ("takeaways", "words", "It grows.", None)


def test_a_figure_that_comes_or_goes_has_no_percent(contents: Contents) -> None:
    (found,) = differences(contents, with_row(contents, "figures", "equity", high=None))
    assert (found.old, found.new, found.percent) == ("80", "", None)


def test_a_changed_mark_is_told_in_words(contents: Contents) -> None:
    (found,) = differences(contents, with_row(contents, "figures", "equity", and_up=True))
    assert (found.old, found.new) == ("no", "yes")


def test_a_removed_row_is_told_with_what_it_held(contents: Contents) -> None:
    found = differences(contents, without(contents, "states", "IL"))
    assert {(one.kind, one.row) for one in found} == {("removed", "IL")}
    assert {one.field: one.old for one in found}["mean"] == "122200"


def test_an_added_row_is_told_with_what_it_holds(contents: Contents) -> None:
    found = differences(without(contents, "states", "IL"), contents)
    assert {one.kind for one in found} == {"added"}
    assert {one.field: one.new for one in found}["mean"] == "122200"


def test_the_editions_own_texts_are_compared(contents: Contents) -> None:
    (found,) = differences(contents, msgspec.structs.replace(contents, title="Another"))
    assert (found.table, found.field, found.new) == ("", "title", "Another")


def test_another_order_is_told_once(contents: Contents) -> None:
    turned = msgspec.structs.replace(contents, questions=contents.questions[::-1])
    assert [one.field for one in differences(contents, turned)] == ["order"]


def test_a_removed_row_does_not_change_the_order_of_the_others(contents: Contents) -> None:
    assert "order" not in {one.field for one in differences(contents, without(contents, "states", "NY"))}


def test_percent_needs_two_numbers() -> None:
    assert percent_of(Decimal(0), Decimal(5)) is None
    assert percent_of(None, Decimal(5)) is None
    assert percent_of(Decimal(200), Decimal(150)) == Decimal("-25.0")
