"""The list of places as a reader asks for it."""

import pytest

from salaries.beyond.listing import PAGE, SORTS, Wanted, listing, wanted
from salaries.beyond.rows import area_rows
from salaries.reference import oews


@pytest.fixture(scope="module")
def rows(guide):
    return area_rows(oews.load(), guide)


def slugs(rows, **asked):
    return [row.slug for row in listing(rows, wanted(asked)).rows]


class TestSearch:
    def test_a_town_finds_its_area(self, rows):
        assert slugs(rows, q="tacoma") == ["metro-seattle"]

    def test_the_beginning_of_a_word_is_enough(self, rows):
        assert "metro-14260" in slugs(rows, q="boi")

    def test_a_state_finds_itself_and_its_areas(self, rows):
        found = slugs(rows, q="Idaho")
        assert {"us-id", "metro-14260"} <= set(found)

    def test_all_words_have_to_fit(self, rows):
        assert slugs(rows, q="portland maine") == slugs(rows, q="portland, me")
        assert len(slugs(rows, q="portland maine")) == 1

    def test_a_word_inside_another_is_left_alone(self, rows):
        assert slugs(rows, q="oise") == []

    def test_a_kind_and_firm_figures_can_be_asked_for(self, rows):
        assert listing(rows, wanted({"kind": "metro"})).found == 291
        assert listing(rows, wanted({"kind": "metro", "firm": "on"})).found == 161


class TestOrder:
    def test_the_highest_mean_comes_first(self, rows):
        assert slugs(rows)[0] == "metro-san-jose"

    @pytest.mark.parametrize("name", SORTS)
    @pytest.mark.parametrize("sign", ["", "-"])
    def test_every_column_sorts_both_ways_and_keeps_gaps_for_the_end(self, rows, name, sign):
        values = []
        for page in range(1, 5):
            values += [SORTS[name](row) for row in listing(rows, wanted({"sort": sign + name, "page": page})).rows]
        known = [value for value in values if value is not None]
        assert len(values) == len(rows)
        assert values[: len(known)] == sorted(known, reverse=bool(sign))

    def test_a_heading_turns_its_own_order_round(self, rows):
        headings = listing(rows, wanted({"q": "ohio"})).headings
        assert (headings["mean"].direction, headings["mean"].address) == ("descending", "?q=ohio&sort=mean")
        assert (headings["name"].direction, headings["name"].address) == ("", "?q=ohio&sort=name")
        assert headings["jobs"].address == "?q=ohio&sort=-jobs"


class TestPages:
    def test_a_page_has_a_hundred_places(self, rows):
        found = listing(rows, wanted({"page": "2"}))
        assert (len(found.rows), found.first, found.last) == (PAGE, 101, 200)
        assert (found.before, found.after) == ("", "?page=3")

    def test_a_page_beyond_the_last_is_the_last(self, rows):
        found = listing(rows, wanted({"page": "99999999999999999999"}))
        assert (found.first, found.last, found.after) == (301, 342, None)

    def test_nothing_found_is_one_empty_page(self, rows):
        found = listing(rows, wanted({"q": "atlantis"}))
        assert (found.found, found.before, found.after) == (0, None, None)


@pytest.mark.parametrize(
    "asked", [{"sort": "colour"}, {"sort": "-"}, {"kind": "planet"}, {"page": "-1"}, {"page": "0"}, {"page": "²"}]
)
def test_what_cannot_be_asked_for_counts_as_not_asked(asked):
    assert wanted(asked) == Wanted()
    assert wanted(asked).address == ""


def test_an_address_asks_for_what_it_was_made_from():
    asked = Wanted(query="new york", kind="metro", firm=True, sort="jobs", falling=False, page=3)
    assert asked.address == "?q=new+york&kind=metro&firm=on&sort=jobs&page=3"
