"""The lexicon's pages in the admin."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from resumes.admin.opened import mark
from resumes.extraction.amendments import Amendments
from resumes.lexicon import trials
from resumes.models import EmployerEntry, SkillEntry, Trial

pytestmark = pytest.mark.django_db

ADD = "admin:resumes_skillentry_add"
FORM = {
    "name": "QuillDB",
    "category": "database",
    "rule": "any",
    "in_use": "on",
    "aliases": "Quill Database",
    "cased": "",
    "listed": "Quill",
    "kept": "",
    "change_reason": "Seen often",
    **dict.fromkeys(("generalist", "llm_genai", "computer_vision", "nlp", "mlops", "reinforcement_learning"), "0"),
}
TRY = {"_try": "Try it", "try_text": "Moved orders to QuillDB\nwith <b>Python</b>", "try_as": "job"}


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the worker's part happen when it is queued."""
    monkeypatch.setattr(trials.queueing, "send", lambda _task, key, **_options: trials.answer(key))


def page(client: Client, name: str, /, *arguments: Any, **query: str) -> str:
    response = client.get(reverse(f"admin:resumes_{name}", args=arguments), query)
    assert response.status_code == 200
    return response.content.decode()


def allowed(*rights: str) -> Client:
    """Return the browser of somebody on the staff who may do this and no more."""
    user = User.objects.create_user("ed", password="", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(user)
    return client


def test_a_skill_is_added_with_its_reason(admin_client: Client) -> None:
    admin_client.post(reverse(ADD), FORM)
    entry = SkillEntry.objects.get()
    assert (entry.name, entry.listed) == ("QuillDB", "Quill")
    record = entry.history.get()
    assert (record.history_change_reason, record.history_user.username) == ("Seen often", "admin")


def test_a_spelling_of_another_skill_is_refused_with_its_name(admin_client: Client) -> None:
    answer = admin_client.post(reverse(ADD), FORM | {"aliases": "PyTorch"}).content.decode()
    assert "“PyTorch” is a spelling of another skill already: PyTorch (framework)." in answer
    assert not SkillEntry.objects.exists()


def test_a_short_spelling_is_saved_with_a_warning(admin_client: Client) -> None:
    answer = admin_client.post(reverse(ADD), FORM | {"aliases": "QDX"}, follow=True)
    assert "“QDX”: so short" in answer.content.decode()
    assert SkillEntry.objects.exists()


def test_a_change_of_a_skill_of_the_files_begins_with_what_they_have(admin_client: Client) -> None:
    form = admin_client.get(reverse(ADD), {"base": "Agno"}).context["adminform"].form
    assert (form["name"].value(), form["rule"].value(), form["aliases"].value()) == ("Agno", "listed", "Phidata")
    assert form["llm_genai"].value() == 0.8


@pytest.mark.parametrize("name", ["Agno", "PyTorch", "AutoGen", "Actor-Critic", "Apple MLX"])
def test_what_the_files_have_can_be_saved_as_it_is(admin_client: Client, name: str) -> None:
    form = admin_client.get(reverse(ADD), {"base": name}).context["adminform"].form
    typed = {key: form[key].value() for key in form.fields if key != "broad"} | {"in_use": "on"}
    admin_client.post(reverse(ADD), {key: value for key, value in typed.items() if value not in (None, "")})
    assert SkillEntry.objects.get().name == name


@pytest.mark.usefixtures("at_once")
def test_a_change_is_tried_out_and_not_saved(admin_client: Client) -> None:
    response = admin_client.post(reverse(ADD), FORM | TRY)
    rows = response.context["trial"]["groups"][0][1]
    assert [(row.name, row.change) for row in rows] == [("QuillDB", "new"), ("Python", "same")]
    assert (SkillEntry.objects.count(), Trial.objects.count()) == (0, 0)


@pytest.mark.usefixtures("at_once")
def test_the_page_keeps_what_was_typed_and_escapes_the_text(admin_client: Client) -> None:
    shown = admin_client.post(reverse(ADD), FORM | TRY).content.decode()
    assert 'value="QuillDB"' in shown
    assert "&lt;b&gt;Python&lt;/b&gt;" in shown
    assert "<b>Python" not in shown


@pytest.mark.usefixtures("at_once")
def test_a_change_of_a_saved_entry_is_compared_with_what_is_saved(admin_client: Client) -> None:
    entry = SkillEntry.objects.create(name="QuillDB", category="database")
    address = reverse("admin:resumes_skillentry_change", args=(entry.pk,))
    response = admin_client.post(address, {**FORM, **TRY, "in_use": ""})
    rows = response.context["trial"]["groups"][0][1]
    assert ("QuillDB", "lost") in [(row.name, row.change) for row in rows]
    assert SkillEntry.objects.get().in_use


def test_an_entry_with_faults_is_not_tried(admin_client: Client) -> None:
    answer = admin_client.post(reverse(ADD), FORM | TRY | {"aliases": "the"}).content.decode()
    assert "Mend the entry first" in answer


@pytest.mark.parametrize("text", ["", "q" * 5001])
def test_no_text_or_too_much_of_it_is_refused(admin_client: Client, text: str) -> None:
    response = admin_client.post(reverse(ADD), FORM | TRY | {"try_text": text})
    assert response.context["trial_form"].errors["try_text"]


def test_without_a_worker_the_page_says_so(admin_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "PATIENCE", 0.01)
    assert "No worker has answered" in admin_client.post(reverse(ADD), FORM | TRY).content.decode()


@pytest.mark.usefixtures("at_once")
def test_a_text_can_be_tried_without_a_change(admin_client: Client) -> None:
    response = admin_client.post(reverse("admin:resumes_skillentry_try"), TRY)
    assert [row.name for row in response.context["trial"]["groups"][0][1]] == ["Python"]


@pytest.mark.usefixtures("at_once")
def test_an_employer_is_tried_by_its_name(admin_client: Client) -> None:
    form = {"name": "Box", "kind": "other", "aliases": "", "in_use": "on", "change_reason": ""}
    sent = form | TRY | {"try_text": "Box, Inc.\nGoogle", "try_as": "employers"}
    (group,) = admin_client.post(reverse("admin:resumes_employerentry_add"), sent).context["trial"]["groups"]
    assert [(row.name, row.kind_now, row.kind) for row in group[1]] == [
        ("Box, Inc.", "public-tech", ""),
        ("Google", "public-tech", "public-tech"),
    ]


def test_the_list_of_everything_holds_the_files_and_ours(admin_client: Client) -> None:
    SkillEntry.objects.create(name="QuillDB", category="database")
    SkillEntry.objects.create(name="CatBoost", category="framework", in_use=False)
    SkillEntry.objects.create(name="PyTorch", category="framework")
    for name, standing in (("QuillDB", "ours"), ("CatBoost", "not looked for"), ("PyTorch", "changed by us")):
        shown = admin_client.get(reverse("admin:resumes_skillentry_all"), {"q": name}).context["shown"]
        assert (name, standing) in [(one.name, one.standing) for one in shown]


def test_the_list_is_searched_by_spelling_and_category(admin_client: Client) -> None:
    address = reverse("admin:resumes_skillentry_all")
    assert "scikit-learn" in [one.name for one in admin_client.get(address, {"q": "sklearn"}).context["shown"]]
    assert {one.kind for one in admin_client.get(address, {"kind": "robotics"}).context["shown"]} == {"robotics"}


def test_employers_of_the_files_are_listed_with_their_kinds(admin_client: Client) -> None:
    EmployerEntry.objects.create(name="Box", kind="other")
    shown = admin_client.get(reverse("admin:resumes_employerentry_all"), {"q": "box"}).context["shown"]
    assert [(one.name, one.kind, one.standing) for one in shown if one.name == "Box"] == [
        ("Box", "Neither: an employer like any other", "changed by us")
    ]


@pytest.mark.parametrize(
    "name", ["skillentry_changelist", "skillentry_all", "skillentry_try", "employerentry_changelist"]
)
def test_the_pages_open_for_those_who_may_see_them(name: str) -> None:
    assert page(allowed("view_skillentry", "view_employerentry"), name)


@pytest.mark.parametrize("name", ["skillentry_all", "skillentry_try", "employerentry_all"])
def test_the_pages_are_closed_to_others(name: str) -> None:
    assert allowed("view_resume").get(reverse(f"admin:resumes_{name}")).status_code == 403


def test_who_may_only_read_can_try_no_change() -> None:
    assert allowed("view_skillentry").post(reverse(ADD), FORM | TRY).status_code == 403


def test_the_history_shows_what_was_changed(admin_client: Client) -> None:
    admin_client.post(reverse(ADD), FORM)
    shown = page(admin_client, "skillentry_history", SkillEntry.objects.get().pk)
    assert "Seen often" in shown


def test_an_earlier_state_can_be_read(admin_client: Client) -> None:
    admin_client.post(reverse(ADD), FORM)
    entry = SkillEntry.objects.get()
    assert "Quill Database" in page(admin_client, "skillentry_simple_history", entry.pk, entry.history.get().pk)


def test_trying_changes_nothing_of_what_is_used(admin_client: Client) -> None:
    from resumes.lexicon import stored

    page(admin_client, "skillentry_try")
    assert stored.amendments() == Amendments()


@pytest.fixture
def entry(admin_client: Client) -> SkillEntry:
    """QuillDB, as the form saves it."""
    admin_client.post(reverse(ADD), FORM)
    return SkillEntry.objects.get()


def saved(client: Client, entry: SkillEntry, **values: str) -> str:
    """Send an entry's form with these values; return the page that answers."""
    address = reverse("admin:resumes_skillentry_change", args=[entry.pk])
    return client.post(address, FORM | values, follow=True).content.decode()


def test_a_form_opened_before_somebody_saved_is_refused_with_who_and_what(
    admin_client: Client, entry: SkillEntry
) -> None:
    before = mark(entry)
    saved(admin_client, entry, category="data", opened=before)
    page = saved(admin_client, entry, category="cloud", opened=before)
    assert "this entry was changed after you opened the form" in page
    assert "category database to data" in page
    assert SkillEntry.objects.get().category == "data"


def test_a_form_opened_after_somebody_saved_is_allowed(admin_client: Client, entry: SkillEntry) -> None:
    saved(admin_client, entry, category="data", opened=mark(entry))
    saved(admin_client, entry, category="cloud", opened=mark(SkillEntry.objects.get()))
    assert SkillEntry.objects.get().category == "cloud"


def test_a_form_that_does_not_say_when_it_was_opened_is_refused(admin_client: Client, entry: SkillEntry) -> None:
    assert "does not say when it was opened" in saved(admin_client, entry, category="data", opened="")
    assert SkillEntry.objects.get().category == "database"


def test_a_stale_form_can_still_be_tried_out(admin_client: Client, entry: SkillEntry, at_once: None) -> None:
    assert "What is found" in saved(admin_client, entry, opened="2026-01-01T00:00:00+00:00", **TRY)


def test_the_form_carries_when_it_was_opened(admin_client: Client, entry: SkillEntry) -> None:
    assert f'value="{mark(entry)}"' in page(admin_client, "skillentry_change", entry.pk)
