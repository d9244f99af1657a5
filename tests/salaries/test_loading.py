"""Loading an edition: whole or not at all, any number of times, never over an editor's changes unasked."""

from io import StringIO
from pathlib import Path

import msgspec
import pytest
from django.core.management import CommandError, call_command

from salaries import editions
from salaries.contents.files import GUIDES
from salaries.contents.tables import Contents
from salaries.loading import FaultyEdition, Outcome, load
from salaries.models import Edition, State, Tier

pytestmark = pytest.mark.django_db


def renamed(contents: Contents, name: str) -> Contents:
    return msgspec.structs.replace(contents, name=name)


def load_guide(*arguments: str) -> str:
    told = StringIO()
    call_command("load_guide", *arguments, stdout=told)
    return told.getvalue()


def test_a_loaded_edition_holds_what_the_file_holds(edition: Edition, contents: Contents) -> None:
    assert editions.contents(edition) == contents


def test_the_first_edition_is_published_and_current(edition: Edition) -> None:
    assert (edition.state, edition.is_current, editions.current()) == ("published", True, edition)
    assert edition.published_at is not None


def test_a_later_edition_stays_a_draft(edition: Edition, contents: Contents) -> None:
    load(renamed(contents, "2027"))
    later = Edition.objects.get(name="2027")
    assert (later.state, later.published_at, editions.current()) == ("draft", None, edition)


def test_loading_twice_changes_nothing(edition: Edition, contents: Contents) -> None:
    keys = set(Tier.objects.values_list("pk", flat=True))
    assert load(contents) == Outcome.UNCHANGED
    assert set(Tier.objects.values_list("pk", flat=True)) == keys


def test_a_newer_file_replaces_untouched_figures(edition: Edition, contents: Contents) -> None:
    assert load(msgspec.structs.replace(contents, title="Another title")) == Outcome.REPLACED
    assert Edition.objects.get().title == "Another title"


def test_an_editors_change_stays(edition: Edition, contents: Contents) -> None:
    State.objects.filter(slug="CA").update(mean=160000)
    assert load(contents) == Outcome.KEPT
    assert State.objects.get(slug="CA").mean == 160000


def test_replace_overwrites_an_editors_change(edition: Edition, contents: Contents) -> None:
    State.objects.filter(slug="CA").update(mean=160000)
    assert load(contents, replace=True) == Outcome.REPLACED
    assert editions.contents(edition) == contents


def test_a_faulty_edition_leaves_nothing_behind(contents: Contents) -> None:
    with pytest.raises(FaultyEdition, match="has 1 faults"):
        load(msgspec.structs.replace(contents, parameters=contents.parameters[1:]))
    assert not Edition.objects.exists()


def test_the_command_loads_2026_unless_told_otherwise() -> None:
    assert load_guide() == "edition 2026: loaded\n"
    assert load_guide() == "edition 2026: already there\n"


def test_the_command_tells_that_it_kept_an_editors_change(edition: Edition) -> None:
    Edition.objects.update(title="Mine")
    assert load_guide() == "edition 2026: kept as editors have changed it\n"
    assert load_guide("--replace") == "edition 2026: replaced\n"


def test_the_command_refuses_bad_figures_with_words(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text((GUIDES / "2026.yaml").read_text(encoding="utf-8").replace("ceiling: 6", "ceiling: 5"))
    with pytest.raises(CommandError, match=r"Mid ends at 5 years and Senior begins at 6: a gap\."):
        load_guide(str(file))


def test_the_command_refuses_a_file_that_is_not_there() -> None:
    with pytest.raises(CommandError, match=r"nowhere\.yaml"):
        load_guide("nowhere.yaml")
