"""The admin's path is what the deployment says, and nobody else is told of it."""

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse

from config.paths import admin_path
from salaries.models import Edition


@pytest.mark.parametrize(
    ("value", "path"), [("admin/", "admin/"), ("staff-4f1", "staff-4f1/"), ("/a/b/", "a/b/"), (" office ", "office/")]
)
def test_a_path_gets_its_slashes_right(value: str, path: str) -> None:
    assert admin_path(value) == path


@pytest.mark.parametrize("value", ["", "/", "a b/", "a//b", "<int:x>/", "ümlaut/", "a.b"])
def test_a_path_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="ADMIN_PATH"):
        admin_path(value)


@pytest.mark.parametrize("value", ["guide/", "resumes", "privacy/admin/", "static/"])
def test_the_sites_own_pages_are_not_given_away(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="site itself"):
        admin_path(value)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/privacy/", "/guide/", "/robots.txt", "/sitemap.xml", "/nowhere/"])
def test_no_public_page_tells_where_the_admin_is(client: Client, edition: Edition, address: str) -> None:
    answer = client.get(address)
    told = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    assert f"/{settings.ADMIN_PATH}".encode() not in told


def test_the_admin_is_where_the_setting_says() -> None:
    assert reverse("admin:index") == f"/{settings.ADMIN_PATH}"
