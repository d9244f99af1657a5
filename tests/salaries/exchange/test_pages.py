"""Export, import and its preview as an editor meets them in the admin."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from salaries import editions
from salaries.admin.exchange_kept import KEY
from salaries.exchange.files import read
from salaries.models import Edition, Parameter, State
from salaries.publishing import publish
from tests.salaries.admin_forms import address, change

pytestmark = pytest.mark.django_db

GOOD = "slug,mean\nCA,160000\n"


def staff(name: str, *permissions: str) -> Client:
    user = User.objects.create_user(name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def ed(db: None) -> Client:
    """An editor, who may not publish."""
    return staff("ed", "view_edition", "change_edition")


@pytest.fixture
def vic(db: None) -> Client:
    """Somebody who may only look."""
    return staff("vic", "view_edition")


@pytest.fixture
def nobody(db: None) -> Client:
    """Staff without any right."""
    return staff("nobody")


def place(page: str, edition: Edition, *more: Any) -> str:
    return reverse(f"admin:salaries_edition_{page}", args=[edition.pk, *more])


def send(client: Client, edition: Edition, text: str = GOOD, table: str = "states", **values: Any) -> Any:
    """Upload a file; return the page that follows."""
    file = SimpleUploadedFile("survey.csv", text.encode())
    return client.post(place("import", edition, table), {"file": file, **values}, follow=True)


def confirm(client: Client, preview: Any, reason: str = "New survey.") -> str:
    """Send the form of a preview; return what the next page says."""
    where = preview.redirect_chain[-1][0]
    sent = {"opened": preview.context["form"]["opened"].value(), "reason": reason}
    page: str = client.post(where, sent, follow=True).content.decode()
    return page


class TestExport:
    """Taking tables out."""

    def test_the_page_of_an_edition_leads_to_its_tables(self, vic: Client, edition: Edition) -> None:
        assert place("tables", edition) in vic.get(address(Edition, edition.pk)).content.decode()
        page = vic.get(place("tables", edition)).content.decode()
        assert all(place("export", edition, table, "csv") in page for table in editions.TABLES)

    @pytest.mark.parametrize("ending", ["csv", "xlsx"])
    def test_a_table_is_sent_as_a_file(self, vic: Client, edition: Edition, ending: str) -> None:
        response = vic.get(place("export", edition, "metros", ending))
        assert f'filename="2026-metros.{ending}"' in response["Content-Disposition"]
        assert read(response.content).columns[:2] == ("slug", "cbsa")

    def test_there_is_no_other_table_or_format(self, vic: Client, edition: Edition) -> None:
        assert vic.get(place("export", edition, "users", "csv")).status_code == 404
        assert vic.get(place("export", edition, "states", "html")).status_code == 404

    @pytest.mark.parametrize("table", editions.TABLES)
    def test_it_takes_few_queries(
        self, vic: Client, edition: Edition, table: str, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_max_num_queries(8):
            vic.get(place("export", edition, table, "csv"))


class TestImport:
    """Bringing a table into a draft."""

    def test_what_changes_is_shown_and_then_done(self, ed: Client, draft: Edition) -> None:
        shown = send(ed, draft)
        assert "1 row changed, 0 added, 0 removed" in shown.content.decode()
        assert '<td data-name="Now">158,400</td><td data-name="With the file">160,000</td>' in shown.content.decode()
        assert State.objects.get(slug="CA").mean == 158400
        assert "Imported survey.csv into states: 1 changed, 0 added, 0 removed." in confirm(ed, shown)
        newest = State.objects.get(slug="CA").history.first()
        assert newest.history_change_reason == "New survey. (import of survey.csv)"
        assert (newest.mean, str(newest.history_user)) == (160000, "ed")

    def test_the_page_to_upload_names_columns_units_and_words(self, ed: Client, draft: Edition) -> None:
        page = ed.get(place("import", draft, "figures")).content.decode()
        assert "<code>and_up</code>" in page
        assert "In the unit given" in page
        assert "<code>usd-year</code>" in page

    def test_a_bad_row_is_told_and_cannot_be_confirmed(self, ed: Client, draft: Edition) -> None:
        shown = send(ed, draft, "slug,mean\nCA,160000\nWA,15o000\n")
        page = shown.content.decode()
        assert "Nothing can be imported from survey.csv: 1 fault." in page
        assert '<th scope="row">Row 3, mean</th>' in page
        assert 'value="Import"' not in page
        assert "Nothing was imported: the file has faults." in confirm(ed, shown)
        assert State.objects.get(slug="CA").mean == 158400

    def test_a_file_that_cannot_be_read_says_why_beside_the_field(self, ed: Client, draft: Edition) -> None:
        page = send(ed, draft, "slug;mean\nCA;1\n").content.decode()
        assert "parted by semicolons" in page
        assert "no column &#x27;wage&#x27;" in send(ed, draft, "slug,wage\nCA,1\n").content.decode()
        assert "submitted file is empty" in send(ed, draft, "").content.decode()

    def test_a_file_that_changes_nothing_says_so(self, ed: Client, draft: Edition) -> None:
        page = send(ed, draft, "slug,mean\nCA,158400\n").content.decode()
        assert "it changes nothing" in page
        assert 'value="Import"' not in page

    def test_a_reason_is_asked_for(self, ed: Client, draft: Edition) -> None:
        assert "This field is required." in confirm(ed, send(ed, draft), reason=" ")
        assert State.objects.get(slug="CA").mean == 158400

    def test_the_whole_table_is_only_what_the_tick_says(self, ed: Client, draft: Edition) -> None:
        assert "0 removed" in send(ed, draft).content.decode()
        assert "(removed)" in send(ed, draft, whole="on").content.decode()

    def test_html_in_a_text_is_shown_as_text(self, ed: Client, draft: Edition) -> None:
        page = send(ed, draft, "slug,words\ngrowth,<script>alert(1)</script>\n", "takeaways").content.decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
        assert "<script>alert" not in page

    def test_the_file_is_gone_after_the_import(self, ed: Client, draft: Edition) -> None:
        shown = send(ed, draft)
        confirm(ed, shown)
        assert KEY not in ed.session
        assert "This file is no longer here" in confirm(ed, shown)

    def test_it_is_gone_when_given_up_and_after_an_hour(self, ed: Client, draft: Edition) -> None:
        ed.post(send(ed, draft).redirect_chain[-1][0], {"cancel": "Give up this file"})
        assert KEY not in ed.session
        shown = send(ed, draft)
        with time_machine.travel(timezone.now() + timedelta(minutes=61)):
            assert "This file is no longer here" in confirm(ed, shown)

    def test_another_s_preview_is_not_there(self, ed: Client, editor: Client, draft: Edition) -> None:
        assert "This file is no longer here" in confirm(editor, send(ed, draft))

    def test_a_preview_belongs_to_its_edition_and_table(self, ed: Client, draft: Edition, edition: Edition) -> None:
        token = send(ed, draft).redirect_chain[-1][0].rstrip("/").rsplit("/", 1)[1]
        page = ed.get(place("preview", draft, "metros", token), follow=True).content.decode()
        assert "This file is no longer here" in page


class TestOvertaken:
    """Another editor saves between preview and import."""

    def test_nothing_is_imported_and_it_is_told_who_saved_what(
        self, ed: Client, editor: Client, draft: Edition
    ) -> None:
        shown = send(ed, draft)
        change(editor, State.objects.get(slug="WA"), mean="150000")
        page = confirm(ed, shown)
        assert "this edition was changed after you opened the form" in page
        assert "state Washington mean 154200.00 to 150000.00" in page
        assert State.objects.get(slug="CA").mean == 158400

    def test_the_preview_shown_anew_can_be_imported(self, ed: Client, draft: Edition) -> None:
        shown = send(ed, draft)
        Parameter.objects.filter(edition=draft, slug="place-weight").update(value="0.4")
        confirm(ed, shown)
        again = ed.get(shown.redirect_chain[-1][0])
        again.redirect_chain = shown.redirect_chain
        assert "Imported survey.csv" in confirm(ed, again)

    def test_a_form_without_its_mark_is_refused(self, ed: Client, draft: Edition) -> None:
        where = send(ed, draft).redirect_chain[-1][0]
        ed.post(where, {"reason": "New survey."})
        ed.post(where, {"reason": "New survey.", "opened": "1"})
        assert State.objects.get(slug="CA").mean == 158400

    def test_an_edition_published_meanwhile_is_read_only(self, ed: Client, draft: Edition) -> None:
        shown = send(ed, draft)
        publish(Edition.objects.get(pk=draft.pk), note="Now.", by=None, now=timezone.now())
        assert "is published and read-only" in confirm(ed, shown)
        assert State.objects.get(slug="CA").mean == 158400


class TestRights:
    """Who may."""

    def test_a_stranger_is_asked_to_log_in(self, client: Client, draft: Edition) -> None:
        for where in (
            place("tables", draft),
            place("export", draft, "states", "csv"),
            place("import", draft, "states"),
        ):
            assert client.get(where).status_code == 302
        assert send(client, draft).redirect_chain[0][0].startswith(reverse("admin:login"))

    def test_staff_without_rights_gets_nothing(self, nobody: Client, draft: Edition) -> None:
        for where in (
            place("tables", draft),
            place("export", draft, "states", "csv"),
            place("import", draft, "states"),
        ):
            assert nobody.get(where).status_code == 403
        assert send(nobody, draft).status_code == 403

    def test_who_may_only_look_may_export_but_not_import(self, vic: Client, draft: Edition) -> None:
        assert place("import", draft, "states") not in vic.get(place("tables", draft)).content.decode()
        assert send(vic, draft).status_code == 403
        assert vic.post(place("preview", draft, "states", "x"), {"reason": "Mine."}).status_code == 403

    def test_a_published_edition_offers_no_import_and_refuses_with_words(self, ed: Client, edition: Edition) -> None:
        page = ed.get(place("tables", edition)).content.decode()
        assert place("import", edition, "states") not in page
        assert "clone this edition into a draft" in page
        assert "is published and read-only" in send(ed, edition).content.decode()

    def test_there_is_no_edition_or_table_of_another_name(self, ed: Client, draft: Edition) -> None:
        assert ed.get(place("import", draft, "users")).status_code == 404
        assert ed.get(reverse("admin:salaries_edition_tables", args=[draft.pk + 1])).status_code == 404
