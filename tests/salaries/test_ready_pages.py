"""A page that was made before is sent as it is, until what it shows changes; and nothing of one visitor is in it."""

import gzip
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from salaries import ready_pages, views
from salaries.beyond import views as beyond
from salaries.models import Edition, State
from salaries.parts import PARTS
from salaries.publishing import publish
from salaries.ready_pages import Asked, Page, Shelf, shelf

PAGES = [
    "/guide/",
    *(f"/guide/{part}/" for part in PARTS),
    "/guide/areas/",
    "/guide/areas/metro-14260/",
    "/guide/market/",
]
FILES = ["/guide/edition.json", "/guide/areas.csv", "/guide/tiers.csv"]


def text(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def kept() -> int:
    return len(shelf._pages)


@pytest.mark.django_db
class TestTheSamePage:
    """Asked for again."""

    @pytest.mark.parametrize("address", PAGES)
    def test_is_not_made_again(self, client: Client, edition: Edition, address: str, monkeypatch: Any) -> None:
        before = text(client, address)
        monkeypatch.setattr(views, "render", None)
        monkeypatch.setattr(beyond, "render", None)
        assert text(client, address) == before

    @pytest.mark.parametrize("address", FILES)
    def test_holds_for_files_too(self, client: Client, edition: Edition, address: str) -> None:
        assert text(client, address) == text(client, address)
        assert kept() == 1

    def test_is_sent_compressed_to_who_takes_it_so(self, client: Client, edition: Edition) -> None:
        plain, packed = client.get("/guide/"), client.get("/guide/", headers={"accept-encoding": "gzip"})
        assert gzip.decompress(packed.content) == plain.content
        assert packed["ETag"] == f"W/{plain['ETag']}"
        assert packed["Vary"] == plain["Vary"] == "Accept-Encoding"
        assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content)

    def test_is_one_whatever_else_stands_in_its_address(self, client: Client, edition: Edition) -> None:
        assert text(client, "/guide/tiers/?seen=yesterday") == text(client, "/guide/tiers/")
        assert kept() == 1


@pytest.mark.django_db
class TestAnotherPage:
    """What differs is never sent in place of another."""

    def test_comes_with_another_edition_at_once(self, client: Client, edition: Edition, draft: Edition) -> None:
        assert "$199,999" not in text(client, "/guide/states/")
        State.objects.filter(edition=draft, slug="WA").update(mean=199_999)
        draft.refresh_from_db()
        publish(draft, note="New wages.", by=None, now=timezone.now())
        assert "$199,999" in text(client, "/guide/states/")
        assert "199999" in text(client, "/guide/states.csv")

    def test_comes_with_a_saved_figure_at_once(self, editor: Client, edition: Edition, draft: Edition) -> None:
        for mean, shown in ((188_888, "$188,888"), (199_999, "$199,999")):
            State.objects.filter(edition=draft, slug="WA").update(mean=mean)
            assert shown in text(editor, "/guide/states/?edition=2027")

    def test_comes_with_a_change_of_the_edition_that_is_shown(self, client: Client, edition: Edition) -> None:
        text(client, "/guide/")
        Edition.objects.filter(pk=edition.pk).count_change()
        text(client, "/guide/")
        assert kept() == 2

    def test_is_each_page_of_the_list_of_places(self, client: Client, edition: Edition) -> None:
        addresses = ["", "?sort=name", "?page=2", "?kind=state", "?kind=state&firm=on"]
        assert len({text(client, f"/guide/areas/{query}") for query in addresses}) == len(addresses)
        assert kept() == len(addresses)

    def test_is_the_page_that_is_kept_out_of_indexes(self, client: Client, edition: Edition) -> None:
        assert "noindex" in text(client, "/guide/tiers/?edition=2026")
        assert "noindex" not in text(client, "/guide/tiers/")

    def test_is_the_page_under_another_name_of_the_site(
        self, client: Client, edition: Edition, settings: Settings
    ) -> None:
        settings.ALLOWED_HOSTS = ["one.example", "two.example"]
        assert "http://one.example/guide/" in text(client, "/guide/", host="one.example")
        page = text(client, "/guide/", host="two.example")
        assert "http://two.example/guide/" in page
        assert "one.example" not in page

    def test_is_the_page_over_https(self, client: Client, edition: Edition) -> None:
        assert "http://testserver/guide/" in text(client, "/guide/")
        assert "http://testserver/guide/" not in client.get("/guide/", secure=True).content.decode()


@pytest.mark.django_db
class TestAStranger:
    """Nothing of one visitor reaches another."""

    @pytest.mark.parametrize("address", [*PAGES, *FILES])
    def test_gets_what_they_would_have_got_first(self, editor: Client, edition: Edition, address: str) -> None:
        alone = text(Client(), address)
        shelf.clear()
        editor.cookies["canary"] = "canary"
        agent = {"user-agent": "canary", "referer": "http://testserver/canary", "hx-request": "true"}
        text(editor, f"{address}?canary=canary", **agent)
        after = text(Client(), address)
        assert after == alone
        assert not [word for word in ("canary", "csrf", "nonce=") if word in after]

    def test_gets_no_cookie(self, editor: Client, edition: Edition) -> None:
        assert not editor.get("/guide/").cookies
        assert not Client().get("/guide/").cookies

    def test_gets_no_draft_that_staff_previewed(self, editor: Client, edition: Edition, draft: Edition) -> None:
        assert "Preview of edition" in text(editor, "/guide/tiers/?edition=2027")
        assert kept() == 0
        assert "Preview of edition" not in text(Client(), "/guide/tiers/")
        assert Client().get("/guide/tiers/?edition=2027").status_code == 404

    def test_gets_no_preview_of_what_was_kept(self, editor: Client, edition: Edition, draft: Edition) -> None:
        text(Client(), "/guide/tiers/")
        assert "Preview of edition" in text(editor, "/guide/tiers/?edition=2027")

    def test_leaves_no_word_of_what_they_searched_for(self, client: Client, edition: Edition) -> None:
        assert "seattle" in text(client, "/guide/areas/?q=seattle")
        assert kept() == 0


@pytest.mark.django_db
def test_a_page_that_is_not_there_is_not_kept(client: Client, edition: Edition) -> None:
    assert client.get("/guide/areas/state-zz/").status_code == 404
    assert kept() == 0


@pytest.mark.django_db
def test_pages_that_are_being_written_are_not_kept(client: Client, edition: Edition, settings: Settings) -> None:
    settings.DEBUG = True
    text(client, "/guide/tiers/")
    assert kept() == 0


def asked(path: str = "/guide/") -> Asked:
    return Asked('"tag"', "", "https", "testserver", path, "page=2", indexed=True)


def test_the_request_that_a_page_is_made_with_bears_what_it_is_kept_under_and_no_more() -> None:
    request = RequestFactory().get("/guide/?q=mine", headers={"cookie": "sessionid=mine", "user-agent": "mine"})
    request.user = request.session = object()  # type: ignore[assignment]
    request.resolver_match = None
    made = ready_pages.nobodys(request, asked())
    assert made.build_absolute_uri() == "https://testserver/guide/?page=2"
    assert not made.COOKIES
    assert {*vars(made)}.isdisjoint({"user", "session", "htmx", "csp_nonce", "previewed"})
    assert "mine" not in repr(made.META)


def test_an_answer_that_is_no_page_is_sent_and_not_kept() -> None:
    def moved(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(status=302, headers={"Location": "/elsewhere/"})

    request = RequestFactory().get("/guide/")
    request.resolver_match = None
    assert ready_pages.answer(request, '"tag"', moved).status_code == 302
    assert kept() == 0


class TestShelf:
    """So many bytes."""

    def test_what_was_asked_for_longest_ago_goes_first(self) -> None:
        shelf = Shelf(most=20)
        first, second, third = asked("/1/"), asked("/2/"), asked("/3/")
        shelf.keep(first, Page(b"x" * 10, "text/html"))
        shelf.keep(second, Page(b"x" * 10, "text/html"))
        shelf.find(first)
        shelf.keep(third, Page(b"x" * 10, "text/html"))
        assert [bool(shelf.find(page)) for page in (first, second, third)] == [True, False, True]

    def test_a_page_that_is_kept_again_counts_once(self) -> None:
        shelf = Shelf(most=20)
        for _ in range(5):
            shelf.keep(asked("/1/"), Page(b"x" * 10, "text/html"))
        shelf.keep(asked("/2/"), Page(b"x" * 10, "text/html"))
        assert shelf.find(asked("/1/"))

    def test_one_that_is_too_large_for_it_is_let_go(self) -> None:
        shelf = Shelf(most=20)
        shelf.keep(asked(), Page(b"x" * 30, "text/html"))
        assert shelf.find(asked()) is None
