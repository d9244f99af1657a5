"""What search engines are told: public pages by name, everything else out of their indexes."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.conf import settings as configured
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from config.indexing import is_indexed
from resumes.models import Resume
from salaries.contents.files import GUIDES, read
from salaries.loading import start
from salaries.models import Publication

pytestmark = pytest.mark.django_db

NOINDEX = '<meta name="robots" content="noindex">'


@pytest.fixture
def published(db: None) -> None:
    start(read(GUIDES / "2026.yaml"))


def locations(client: Client) -> list[str]:
    return re.findall(r"<loc>(.*?)</loc>", client.get("/sitemap.xml").content.decode())


@pytest.mark.parametrize("name", ["resumes:home", "resumes:privacy", "salaries:part", "salaries:area"])
def test_a_public_page_is_indexed(name: str) -> None:
    assert is_indexed(name, {})


@pytest.mark.parametrize("name", ["", "resumes:detail", "resumes:list", "admin:index", "salaries:places", "healthz"])
def test_every_other_page_is_not(name: str) -> None:
    assert not is_indexed(name, {})


def test_what_somebody_said_of_themselves_is_not_indexed_but_the_empty_form_is() -> None:
    assert is_indexed("salaries:by_hand", {})
    assert not is_indexed("salaries:by_hand", {"ml": "6"})


def test_a_query_of_no_meaning_leaves_a_page_indexed_and_a_preview_does_not() -> None:
    assert is_indexed("salaries:part", {"utm_source": "mail"})
    assert not is_indexed("salaries:part", {"edition": "2027"})


@pytest.mark.parametrize("address", ["/", "/privacy/", "/guide/", "/guide/tiers/", "/guide/estimate/"])
def test_a_public_page_names_its_own_address(client: Client, published: None, address: str) -> None:
    answer = client.get(f"{address}?utm_source=mail" if address != "/guide/estimate/" else address)
    assert f'<link rel="canonical" href="http://testserver{address}">' in answer.content.decode()
    assert "X-Robots-Tag" not in answer
    assert NOINDEX not in answer.content.decode()


def test_a_filled_form_is_kept_out_and_names_the_bare_address(client: Client, published: None) -> None:
    answer = client.get("/guide/estimate/?ml=6")
    assert answer["X-Robots-Tag"] == "noindex"
    assert NOINDEX in answer.content.decode()
    assert '<link rel="canonical" href="http://testserver/guide/estimate/">' in answer.content.decode()


def test_a_resume_is_kept_out_by_header_and_page(owner: Client, store: Callable[..., Resume]) -> None:
    resume = store(owner=owner.session["owner"])
    for address in ("/resumes/", f"/resumes/{resume.pk}/"):
        answer = owner.get(address)
        assert answer["X-Robots-Tag"] == "noindex"
        assert NOINDEX in answer.content.decode()
        assert "canonical" not in answer.content.decode()


def test_the_admin_and_what_is_not_there_are_kept_out(client: Client, published: None) -> None:
    for address in (f"/{configured.ADMIN_PATH}", "/healthz", "/guide/areas/atlantis/", "/nowhere/"):
        assert client.get(address)["X-Robots-Tag"] == "noindex"
    assert "canonical" not in client.get("/guide/areas/atlantis/").content.decode()


def test_a_preview_is_kept_out(client: Client, published: None) -> None:
    client.force_login(User.objects.create_superuser("eve"))
    assert client.get("/guide/?edition=2026")["X-Robots-Tag"] == "noindex"


def test_robots_may_not_read_resumes_and_are_led_to_the_sitemap(client: Client) -> None:
    answer = client.get("/robots.txt")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Disallow: /resumes/" in lines
    assert "Disallow: /guide/estimate/?" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def test_robots_do_not_learn_where_the_admin_is(client: Client) -> None:
    assert configured.ADMIN_PATH.strip("/") not in client.get("/robots.txt").content.decode()


def test_the_sitemap_lists_the_guide_and_every_place_and_all_of_it_answers(client: Client, published: None) -> None:
    found = locations(client)
    assert len(found) == len(set(found)) > 340
    for address in ("", "guide/", "guide/tiers/", "guide/market/", "guide/estimate/", "guide/areas/us-wa/"):
        assert f"http://testserver/{address}" in found
    for address in found[::40]:
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_the_sitemap_gives_the_time_of_the_publication(client: Client, published: None) -> None:
    Publication.objects.update(at=datetime(2026, 3, 4, tzinfo=UTC))
    page = client.get("/sitemap.xml").content.decode()
    assert page.count("<lastmod>2026-03-04</lastmod>") == page.count("/guide/")


def test_the_sitemap_of_an_unpublished_guide_has_no_page_of_it(client: Client) -> None:
    assert locations(client) == ["http://testserver/", "http://testserver/privacy/"]


def test_the_sitemap_takes_a_few_queries_however_many_places_there_are(
    client: Client, published: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(4):
        client.get("/sitemap.xml")
