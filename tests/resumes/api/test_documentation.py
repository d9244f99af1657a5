"""The documentation page: of this site alone, whole, and right about what it says."""

import re

import html5lib
import pytest
from django.test import Client

from resumes.api import problems
from resumes.api.description import document
from resumes.api.pages import example_program

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client) -> str:
    return client.get("/api/").content.decode()


def test_it_is_valid_html(page: str) -> None:
    html5lib.HTMLParser(strict=True).parse(page)


def test_every_call_schema_field_and_error_stands_there(page: str) -> None:
    for path, operations in document()["paths"].items():
        for method, operation in operations.items():
            assert f"<b>{method.upper()}</b> {path}" in page
            assert f'id="{operation["operationId"]}"' in page
    for name, schema in document()["components"]["schemas"].items():
        assert f'id="schema-{name}"' in page
        assert all(f"<code>{field}</code>" in page for field in schema["properties"])
    assert all(f'id="{problems.anchor(code)}"' in page for code in problems.codes())


def test_every_link_inside_leads_somewhere_and_no_id_stands_twice(page: str) -> None:
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_nothing_comes_from_another_site_and_no_script_stands_in_it(page: str) -> None:
    assert not re.findall(r'(?:src|rel="stylesheet" href)="(?:https?:)?//', page)
    assert "<script>" not in page
    assert "style=" not in page


def test_backticks_are_code(page: str) -> None:
    assert "`" not in page
    assert "<code>application/problem+json</code>" in page


def test_it_is_found_by_search_engines_and_the_calls_are_not(client: Client, page: str) -> None:
    assert 'content="noindex"' not in page
    assert client.get("/api/v1/openapi.json")["X-Robots-Tag"] == "noindex"


def test_the_example_is_short_and_shown_as_it_runs(page: str) -> None:
    assert "Authorization" in example_program()
    assert "noqa" not in example_program()
    assert len([line for line in example_program().splitlines() if line]) <= 22
