"""Whatever the OpenAPI document allows, and what it does not: no call breaks the site, answers are as documented."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import Settings
from schemathesis import GenerationMode, checks

from resumes.api.description import document
from resumes.models import Resume
from salaries.models import Edition
from tests.faults.conftest import DRILL, sized
from tests.resumes.api.conftest import Program

CALLED = [f"{method.upper()} {path}" for path, told in document()["paths"].items() for method in told]
HELD = (
    *(checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance),
    *(checks.response_headers_conformance, checks.response_schema_conformance),
)
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.fixture
def kept_open() -> Iterator[None]:
    """The test's database stays open between requests: it is rolled back behind them."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def operations(kept_open: None, db: None, var: Path) -> dict[str, Any]:
    """The document's calls."""
    return calls()


@cache
def calls() -> dict[str, Any]:
    """Return the calls of the site as a web server runs it."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    return {found.ok().label: found.ok() for found in schema.get_all_operations()}


@pytest.fixture
def unhurried(settings: Settings) -> None:
    """More calls than a program may send."""
    settings.API_CALLS_PER_MINUTE = settings.UPLOADS_PER_HOUR = settings.UPLOADS_PER_HOUR_ADDRESS = 10**6


def strange(cases: Any, resume: Resume) -> Any:
    """Return the cases, half of them about a resume that there is."""

    def about(case: Any, known: bool) -> Any:
        if known and case.path_parameters and "id" in case.path_parameters:
            case.path_parameters["id"] = str(resume.pk)
        return case

    return st.builds(about, cases, st.booleans())


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: mode.value)
@pytest.mark.parametrize("called", CALLED)
def test_whatever_is_sent_the_answer_is_as_documented(
    called: str,
    mode: GenerationMode,
    operations: dict[str, Any],
    ana: Program,
    done: Resume,
    edition: Edition,
    unhurried: None,
) -> None:
    @settings(
        max_examples=sized(300, 6),
        deadline=None,
        database=None,
        derandomize=not DRILL,
        suppress_health_check=list(HealthCheck),
    )
    @given(strange(operations[called].as_strategy(generation_mode=mode), done))
    def call(case: Any) -> None:
        headers = {"Authorization": f"Bearer {ana.secret}", "Accept-Encoding": "identity"}
        case.call_and_validate(headers=headers, checks=list(HELD))

    call()


def test_every_call_of_the_document_is_sent(operations: dict[str, Any]) -> None:
    assert sorted(operations) == sorted(CALLED)


def test_an_address_with_a_line_end_is_unknown_in_words_for_programs(ana: Program) -> None:
    assert ana.get("/resumes/a%0A/result").status_code == 404


def test_a_form_without_its_parts_is_refused_as_documented(ana: Program) -> None:
    form = "multipart/form-data; boundary=parts"
    assert ana.call("POST", "/resumes", data=b"--parts\r\nnone\r\n--parts", content_type=form).status_code in (400, 422)


def test_a_form_without_its_boundary_is_refused_as_documented(ana: Program) -> None:
    assert ana.call("POST", "/resumes", data=b"file", content_type="multipart/form-data").status_code == 400
