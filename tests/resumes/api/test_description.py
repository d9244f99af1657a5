"""The OpenAPI document: whole, valid, and with words and examples for everything."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker

from resumes.api import problems
from resumes.api.description import CODES, document, examples
from resumes.api.schemas import parts
from resumes.api.urls import CALLS
from resumes.api.views import ROUTES
from resumes.presentation import words
from salaries.models import Edition
from tests.resumes.api.conftest import Program, told

SCHEMAS = document()["components"]["schemas"]
OPERATIONS = [
    (f"{method.upper()} {path}", operation)
    for path, operations in document()["paths"].items()
    for method, operation in operations.items()
]


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from references(part)


def test_it_is_served_to_everybody_as_openapi_3_1(client: Client) -> None:
    answer = client.get("/api/v1/openapi.json")
    assert answer["Content-Type"] == "application/json"
    assert json.loads(answer.content) == document()
    assert re.fullmatch(r"3\.1\.\d", document()["openapi"])


def test_it_has_the_members_that_the_standard_asks_for() -> None:
    assert {"openapi", "info", "paths", "components", "servers"} <= set(document())
    assert {"title", "version", "description"} <= set(document()["info"])
    assert document()["components"]["securitySchemes"]["Key"]["scheme"] == "bearer"


def test_every_reference_leads_somewhere() -> None:
    found = set(references(document()))
    assert found == {f"#/components/schemas/{name}" for name in SCHEMAS if f"#/components/schemas/{name}" in found}
    assert len(found) > 15


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_valid_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["description"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_has_words(name: str) -> None:
    silent = [field for field, told in SCHEMAS[name]["properties"].items() if not told.get("description")]
    assert silent == []


@pytest.mark.parametrize("name", examples()["schemas"])
def test_every_example_fits_its_schema(name: str) -> None:
    root = {**SCHEMAS[name], "components": document()["components"]}
    (example,) = SCHEMAS[name]["examples"]
    Draft202012Validator(root, format_checker=FormatChecker()).validate(example)


@pytest.mark.parametrize(("called", "operation"), OPERATIONS)
def test_every_call_needs_the_key_and_has_words(called: str, operation: Any) -> None:
    assert operation["security"] == [{"Key": []}]
    assert operation["summary"]
    assert operation["description"]
    assert all(parameter["description"] for parameter in operation["parameters"])


@pytest.mark.parametrize(("called", "operation"), OPERATIONS)
def test_every_error_is_a_problem_with_its_codes_named(called: str, operation: Any) -> None:
    errors = {status: told for status, told in operation["responses"].items() if int(status) >= 400}
    assert "401" in errors
    for status, answer in errors.items():
        assert list(answer["content"]) == [problems.MEDIA]
        assert all(f"`{code}`" in answer["description"] for code in CODES[int(status)])


def test_the_calls_have_the_addresses_that_they_are_declared_with() -> None:
    assert {route.name: str(route.pattern).replace("uuidstr", "uuid") for route in ROUTES} == CALLS


def test_a_web_process_that_answers_no_program_imports_nothing_of_it() -> None:
    code = (
        "import sys, config.wsgi; from django.urls import resolve; resolve('/'); resolve('/api/v1/resumes'); "
        "print([name for name in ('ninja', 'pydantic') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"


def test_calls_go_by_ids_that_are_unique() -> None:
    names = [operation["operationId"] for _, operation in OPERATIONS]
    assert len(names) == len(set(names)) == 9


@pytest.mark.parametrize("code", problems.codes())
def test_every_error_has_words_that_say_what_to_do(code: str) -> None:
    told = problems.described(code)
    assert 400 <= told["status"] < 600
    assert told["title"]
    assert told["detail"].endswith(".")


@pytest.mark.parametrize(
    ("family", "slugs"),
    [
        ("tiers", parts.Tier),
        ("rungs", parts.Rung),
        ("specializations", parts.Specialization),
        ("employers", parts.Employer),
        ("degrees", parts.Degree),
        ("kinds", parts.Kind),
    ],
)
def test_choices_are_those_of_the_pages(family: str, slugs: Any) -> None:
    assert set(get_args(slugs)) == set(words.load()[family])


@pytest.mark.django_db
def test_the_example_profile_gives_the_example_estimate(ana: Program, edition: Edition) -> None:
    made = told(ana.send_json("POST", "/estimates", examples()["schemas"]["ProfileSent"]))
    shown = examples()["schemas"]["Result"]["estimate"]
    assert (made["base"], made["steps"], made["edition_sha256"]) == (
        shown["base"],
        shown["steps"],
        shown["edition_sha256"],
    )
