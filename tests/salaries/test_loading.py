"""Loading an edition: whole or not at all, any number of times, never over an editor's changes unasked."""

from decimal import Decimal
from io import StringIO
from pathlib import Path

import msgspec
import pytest
from django.core.management import CommandError, call_command

from salaries import editions
from salaries.contents.faults import FaultyEdition
from salaries.contents.files import GUIDES, read
from salaries.contents.tables import Contents
from salaries.loading import LostInStorage, Outcome, load, start
from salaries.models import Edition, State, Tier

pytestmark = pytest.mark.django_db


def renamed(contents: Contents, name: str) -> Contents:
    return msgspec.structs.replace(contents, name=name)


def load_guide(*arguments: str) -> str:
    told = StringIO()
    call_command("load_guide", *arguments, stdout=told)
    return told.getvalue()


def dumped(*arguments: str) -> str:
    told = StringIO()
    call_command("dump_guide", *arguments, stdout=told)
    return told.getvalue()


def test_a_loaded_edition_holds_what_the_file_holds(contents: Contents) -> None:
    load(contents)
    assert editions.contents(Edition.objects.get()) == contents


def test_what_is_loaded_is_a_draft(contents: Contents) -> None:
    assert load(contents) == Outcome.LOADED
    loaded = Edition.objects.get()
    assert (loaded.state, loaded.is_current, loaded.published_at) == ("draft", False, None)


def test_the_first_start_publishes(edition: Edition) -> None:
    assert (edition.state, edition.is_current, editions.current()) == ("published", True, edition)
    assert edition.published_at is not None
    assert edition.publications.get().by is None


def test_a_later_start_publishes_nothing(edition: Edition, contents: Contents) -> None:
    start(renamed(contents, "2027"))
    later = Edition.objects.get(name="2027")
    assert (later.state, later.published_at, editions.current()) == ("draft", None, edition)


def test_loading_twice_changes_nothing(contents: Contents) -> None:
    load(contents)
    keys = set(Tier.objects.values_list("pk", flat=True))
    assert load(contents) == Outcome.UNCHANGED
    assert set(Tier.objects.values_list("pk", flat=True)) == keys


def test_a_newer_file_replaces_an_untouched_draft(contents: Contents) -> None:
    load(contents)
    assert load(msgspec.structs.replace(contents, title="Another title")) == Outcome.REPLACED
    assert Edition.objects.get().title == "Another title"


def test_a_published_edition_stays_even_when_told_to_replace(edition: Edition, contents: Contents) -> None:
    other = msgspec.structs.replace(contents, title="Another title")
    assert load(other, replace=True) == Outcome.READ_ONLY
    assert editions.contents(edition) == contents


def test_an_editors_change_stays(contents: Contents) -> None:
    load(contents)
    State.objects.filter(slug="CA").update(mean=160000)
    assert load(contents) == Outcome.KEPT
    assert State.objects.get(slug="CA").mean == 160000


def test_replace_overwrites_an_editors_change(contents: Contents) -> None:
    load(contents)
    State.objects.filter(slug="CA").update(mean=160000)
    assert load(contents, replace=True) == Outcome.REPLACED
    assert editions.contents(Edition.objects.get()) == contents


def test_a_faulty_edition_leaves_nothing_behind(contents: Contents) -> None:
    with pytest.raises(FaultyEdition, match="has 1 faults"):
        load(msgspec.structs.replace(contents, parameters=contents.parameters[1:]))
    assert not Edition.objects.exists()


def test_a_number_that_its_column_would_round_is_refused(contents: Contents) -> None:
    fine = msgspec.structs.replace(contents.states[0], mean=Decimal("158400.005"))
    with pytest.raises(LostInStorage, match="states"):
        load(msgspec.structs.replace(contents, states=(fine, *contents.states[1:])))
    assert not Edition.objects.exists()


def test_without_a_file_the_command_loads_and_publishes_2026() -> None:
    assert load_guide() == "edition 2026: loaded and published\n"
    assert editions.current().name == "2026"
    assert load_guide() == "edition 2026: already there\n"


def test_a_file_named_to_the_command_stays_a_draft() -> None:
    load_guide(str(GUIDES / "2026.yaml"))
    assert Edition.objects.get().state == "draft"


def test_the_command_loads_under_another_name(edition: Edition) -> None:
    assert load_guide(str(GUIDES / "2026.yaml"), "--name", "2026-b") == "edition 2026-b: loaded as a draft\n"
    assert editions.current() == edition


def test_the_command_tells_that_it_kept_an_editors_change(contents: Contents) -> None:
    load(contents)
    Edition.objects.update(title="Mine")
    file = str(GUIDES / "2026.yaml")
    assert load_guide(file) == "edition 2026: kept as editors have changed it\n"
    assert load_guide(file, "--replace") == "edition 2026: replaced\n"


def test_the_command_refuses_bad_figures_with_words(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text((GUIDES / "2026.yaml").read_text(encoding="utf-8").replace("ceiling: 6", "ceiling: 5"))
    with pytest.raises(CommandError, match=r"Mid ends at 5 years and Senior begins at 6: a gap\."):
        load_guide(str(file))


def test_the_command_refuses_a_file_that_is_not_there() -> None:
    with pytest.raises(CommandError, match=r"nowhere\.yaml"):
        load_guide("nowhere.yaml")


def test_a_dumped_edition_loads_again_as_it_was(edition: Edition, contents: Contents, tmp_path: Path) -> None:
    file = tmp_path / "dumped.yaml"
    file.write_text(dumped(), encoding="utf-8")
    assert read(file) == contents
    load_guide(str(file), "--name", "again")
    assert renamed(editions.contents(Edition.objects.get(name="again")), "2026") == contents


def test_a_draft_is_dumped_by_its_name(draft: Edition) -> None:
    assert dumped("2027").startswith("name: '2027'\n")


def test_an_edition_that_is_not_there_is_not_dumped(db: None) -> None:
    with pytest.raises(CommandError, match="does not exist"):
        dumped("2099")
    with pytest.raises(CommandError, match="no edition"):
        dumped()
