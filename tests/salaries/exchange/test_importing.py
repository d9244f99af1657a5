"""Tables out of an edition and back into a draft: a round trip changes nothing, a fault lets nothing in."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from salaries import editions
from salaries.exchange.columns import columns
from salaries.exchange.exporting import FORMATS, exported
from salaries.exchange.files import Unreadable, read
from salaries.exchange.importing import Outcome, Refused, Upload, apply, check_columns, preview
from salaries.models import Edition, Metro, PublishedEdition, Source, State, Takeaway, Tier

pytestmark = pytest.mark.django_db

OREGON = 'slug,name,mean,source,order\nOR,Oregon,"$120,000",states-6,11\n'


def upload(table: str, text: str, whole: bool = False) -> Upload:
    return Upload(table, read(text.encode()), whole)


def put(draft: Edition, table: str, text: str, whole: bool = False) -> Outcome:
    return apply(draft, upload(table, text, whole), by=None, why="New survey.")


def refused(draft: Edition, table: str, text: str, whole: bool = False) -> list[tuple[int | None, str, str]]:
    """Return the faults as row, column and words; nothing must have been stored."""
    before = editions.contents(draft)
    with pytest.raises(Refused) as error:
        put(draft, table, text, whole)
    assert editions.contents(Edition.objects.get(pk=draft.pk)) == before
    return [(fault.row, fault.column, fault.words) for fault in error.value.outcome.faults]


class TestRoundTrip:
    """What is exported is read back unchanged."""

    @pytest.mark.parametrize("ending", FORMATS)
    @pytest.mark.parametrize("table", editions.TABLES)
    def test_it_changes_nothing(self, draft: Edition, table: str, ending: str) -> None:
        outcome = apply(draft, Upload(table, read(exported(draft, table, ending)), whole=True), by=None, why="Same.")
        rows = editions.TABLES[table][1].objects.filter(edition=draft)
        assert (outcome.changes, outcome.left_out, outcome.unchanged) == ((), (), rows.count())
        assert Edition.objects.get(pk=draft.pk).revision == draft.revision
        assert all(row.history.count() == 1 for row in rows)

    @pytest.mark.parametrize("ending", FORMATS)
    @pytest.mark.parametrize("text", ["=HYPERLINK(1)", "-5 or more", "'=x", "two\r\nlines", "<b>bold</b>", 'a "b", c'])
    def test_any_text_comes_back(self, draft: Edition, text: str, ending: str) -> None:
        Takeaway.objects.filter(edition=draft, slug="growth").update(words=text)
        outcome = preview(draft, Upload("takeaways", read(exported(draft, "takeaways", ending)), whole=True))
        assert (outcome.changes, outcome.faults) == ((), ())

    def test_an_edition_s_tables_fill_another(self, edition: Edition, draft: Edition) -> None:
        State.objects.filter(edition=draft, slug="CA").update(mean=1)
        apply(draft, Upload("states", read(exported(edition, "states", "xlsx")), whole=True), by=None, why="Back.")
        assert editions.contents(draft).states == editions.contents(edition).states

    def test_columns_stand_in_the_guide_s_order(self, draft: Edition) -> None:
        first = exported(draft, "states", "csv").decode("utf-8-sig").splitlines()[:2]
        assert first == ["slug,name,mean,source,order", "CA,California,158400,states-6,0"]

    def test_no_formula_leaves_the_edition(self, draft: Edition) -> None:
        Takeaway.objects.filter(edition=draft, slug="growth").update(words="=1+1")
        assert "growth,'=1+1," in exported(draft, "takeaways", "csv").decode()


class TestChanging:
    """Rows that are known by their slug."""

    def test_a_changed_figure_is_shown_field_by_field(self, draft: Edition) -> None:
        change = preview(draft, upload("states", 'slug,mean\nCA,"$160,000"\n')).changes[0]
        (one,) = change.differences
        assert (change.slug, change.kind, change.row) == ("CA", "changed", 2)
        assert (one.field, one.old, one.new, one.percent) == ("mean", "158,400", "160,000", Decimal("1.0"))

    def test_a_preview_stores_nothing(self, draft: Edition) -> None:
        preview(draft, upload("states", "slug,mean\nCA,160000\n", whole=False))
        assert State.objects.get(slug="CA").mean == 158400
        assert State.objects.get(slug="CA").history.count() == 1
        assert Edition.objects.get().revision == draft.revision

    def test_columns_left_out_stay_and_are_named(self, draft: Edition) -> None:
        outcome = put(draft, "states", "slug,mean\nCA,160000\n")
        assert outcome.left_out == ("name", "source", "order")
        assert (State.objects.get(slug="CA").mean, State.objects.get(slug="CA").name) == (160000, "California")

    def test_who_and_why_are_kept_with_each_row(self, draft: Edition) -> None:
        eve = User.objects.create_user("eve")
        text = "slug,name,mean,source,order\nCA,California,160000,states-6,0\nOR,Oregon,1,states-6,9\n"
        apply(draft, upload("states", text), by=eve, why="New survey.")
        for slug in ("CA", "OR"):
            newest = State.history.filter(slug=slug).first()
            assert (newest.history_change_reason, newest.history_user) == ("New survey.", eve)

    def test_a_row_is_added(self, draft: Edition) -> None:
        assert put(draft, "states", OREGON).count("added") == 1
        assert State.objects.get(slug="OR").mean == 120000

    def test_the_revision_grows_so_that_pages_follow(self, draft: Edition) -> None:
        put(draft, "states", "slug,mean\nCA,160000\n")
        assert Edition.objects.get().revision > draft.revision
        assert next(row.mean for row in editions.readable(Edition.objects.get()).states if row.slug == "CA") == 160000

    def test_text_stays_text(self, draft: Edition) -> None:
        put(draft, "takeaways", "slug,words\ngrowth,<script>alert(1)</script>\n")
        assert Takeaway.objects.get(slug="growth").words == "<script>alert(1)</script>"

    def test_an_emptied_figure_is_none(self, draft: Edition) -> None:
        text = "slug,total_low,total_high,total_source\nsenior,,,\nstaff,,,\n"
        outcome = preview(draft, upload("tiers", text))
        assert [(one.field, one.new) for one in outcome.changes[0].differences] == [
            ("total_low", ""),
            ("total_high", ""),
            ("total_source", ""),
        ]

    def test_the_other_edition_s_rows_stay(self, edition: Edition, draft: Edition) -> None:
        put(draft, "states", "slug,mean\nCA,160000\n")
        assert State.objects.get(edition=edition, slug="CA").mean == 158400


class TestReplacing:
    """A file that is the whole table."""

    def test_rows_that_it_lacks_are_removed(self, draft: Edition) -> None:
        lines = exported(draft, "states", "csv").decode().splitlines()
        outcome = put(draft, "states", "\n".join(line for line in lines if not line.startswith("IL,")), whole=True)
        assert [(change.slug, change.name, change.kind) for change in outcome.changes] == [
            ("IL", "Illinois", "removed")
        ]
        assert not State.objects.filter(slug="IL").exists()
        assert State.history.filter(slug="IL").first().history_change_reason == "New survey."

    def test_without_saying_so_none_is_removed(self, draft: Edition) -> None:
        put(draft, "states", "slug,mean\nCA,160000\n")
        assert State.objects.count() == 10

    def test_a_source_that_figures_name_stays(self, draft: Edition) -> None:
        lines = exported(draft, "sources", "csv").decode().splitlines()
        text = "\n".join(line for line in lines if not line.startswith("metros-6,"))
        ((row, _, words),) = [one for one in refused(draft, "sources", text, whole=True) if "metros-6" in one[2]][:1]
        assert row is None
        assert "'metros-6' cannot be removed: it is named by" in words
        assert "metro seattle" in words


class TestRefusing:
    """Every fault is told with its row and column; one is enough to let nothing in."""

    @pytest.mark.parametrize(
        ("table", "cells", "column", "reason"),
        [
            ("states", "slug,mean\nCA,-5", "mean", "below zero"),
            ("states", "slug,mean\nCA,NaN", "mean", "is no number"),
            ("states", "slug,mean\nCA,", "mean", "It is empty. Write a number."),
            ("states", "slug,mean\nCA,0", "", "Amounts are above zero."),
            ("states", "slug,mean\nCA,1.234", "mean", "at most 2 decimals"),
            ("states", "slug,source\nCA,states-7", "source", "no source 'states-7'"),
            ("states", "slug,source\nCA,", "source", "Name a source by its slug"),
            ("states", "slug,order\nCA,1.5", "order", "whole numbers"),
            ("states", "slug,name\nCA,", "name", "cannot be blank"),
            ("states", "slug,mean\nOR,1", "name", "A new row needs this column"),
            ("figures", "slug,unit\nequity,dollars", "unit", "none of: usd-year"),
            ("figures", "slug,unit\nequity,", "unit", "Write one of: usd-year"),
            ("figures", "slug,and_up\nequity,perhaps", "and_up", "neither yes nor no"),
            ("tiers", "slug,percentile_low\nsenior,60", "percentile_low", "none of: 10, 25"),
            ("tiers", "slug,low,high\nsenior,230000,220000", "", "The low is above the high."),
            ("metros", "slug,cbsa\nseattle,4266", "cbsa", "five digits"),
        ],
    )
    def test_a_bad_cell_is_named(self, draft: Edition, table: str, cells: str, column: str, reason: str) -> None:
        found = refused(draft, table, cells + "\n")
        assert (2, column) in [(row, name) for row, name, _ in found]
        assert reason in " ".join(words for _, name, words in found if name == column)

    def test_one_bad_row_among_good_ones_lets_nothing_in(self, draft: Edition) -> None:
        ((row, column, _),) = refused(draft, "states", "slug,mean\nCA,160000\nWA,15o000\n")
        assert (row, column) == (3, "mean")

    def test_all_faults_are_told_at_once_by_row(self, draft: Edition) -> None:
        text = "slug,mean,order\nCA,-1,0\nWA,x,y\nCA,1,0\n"
        assert [one[:2] for one in refused(draft, "states", text)] == [
            (2, "mean"),
            (3, "mean"),
            (3, "order"),
            (4, "slug"),
        ]

    def test_tiers_that_do_not_join_are_refused_as_a_whole(self, draft: Edition) -> None:
        ((row, _, words),) = refused(draft, "tiers", "slug,ceiling\nmid,5\n")
        assert row is None
        assert words == "Mid ends at 5 years and Senior begins at 6: a gap."

    def test_tiers_that_move_together_are_allowed(self, draft: Edition) -> None:
        put(draft, "tiers", "slug,floor,ceiling\nmid,3,5\nsenior,5,10\n")
        assert Tier.objects.get(slug="senior").floor == 5

    def test_a_figure_that_texts_name_cannot_go(self, draft: Edition) -> None:
        lines = exported(draft, "states", "csv").decode().splitlines()
        text = "\n".join(line for line in lines if not line.startswith("CA,"))
        assert "which the edition does not hold" in refused(draft, "states", text, whole=True)[0][2]

    def test_two_metros_of_one_area_are_refused(self, draft: Edition) -> None:
        boston = Metro.objects.get(slug="boston")
        assert refused(draft, "metros", f"slug,cbsa\nseattle,{boston.cbsa}\n")

    def test_a_published_edition_refuses(self, edition: Edition) -> None:
        for deed in (lambda: put(edition, "states", OREGON), lambda: preview(edition, upload("states", OREGON))):
            with pytest.raises(PublishedEdition):
                deed()
        assert not State.objects.filter(slug="OR").exists()


class TestColumns:
    """The first row."""

    def test_an_unknown_column_is_named_with_those_there_are(self) -> None:
        with pytest.raises(Unreadable, match=r"no column 'wage'\. Its columns are: slug, name, mean, source, order"):
            check_columns("states", read(b"slug,wage\nCA,1\n"))

    def test_the_slug_is_needed(self) -> None:
        with pytest.raises(Unreadable, match='"slug" is missing'):
            check_columns("states", read(b"name,mean\nCalifornia,1\n"))

    def test_a_table_without_rows_is_refused(self) -> None:
        with pytest.raises(Unreadable, match="has no rows"):
            check_columns("states", read(b"slug,mean\n"))

    @pytest.mark.parametrize("table", editions.TABLES)
    def test_none_is_a_key_of_the_database(self, table: str) -> None:
        assert not {"id", "edition"} & {column.name for column in columns(table)}

    def test_each_says_what_it_holds(self) -> None:
        by_name = {column.name: column for column in columns("tiers")}
        assert by_name["low"].holds == "Base, US dollars a year."
        assert by_name["source"].holds == "Slug of one of the edition's sources."


def test_a_source_is_named_by_its_slug_also_after_an_import_of_sources(draft: Edition) -> None:
    put(draft, "sources", "slug,section,reference,anchor,origin,order\nnew,Places,uncited,states,guide,40\n")
    put(draft, "states", "slug,source\nCA,new\n")
    assert State.objects.get(slug="CA").source == Source.objects.get(slug="new")
