"""Programs that call: each with a key of its own, every answer held against the OpenAPI document."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker

from resumes.api import keys
from resumes.api.description import document
from resumes.api.rows import ApiKey
from resumes.models import Resume
from salaries.contents.files import GUIDES, read
from salaries.loading import start
from salaries.models import Edition
from tests.conftest import RESUME
from tests.resumes.written import read_resume

BASE = "/api/v1"


@dataclass
class Program:
    """A client with a key, or with none."""

    key: ApiKey | None
    secret: str = ""

    @property
    def owner(self) -> str:
        assert self.key
        return self.key.owner

    def call(self, method: str, path: str, **options: Any) -> HttpResponse:
        """Call an address of version 1; fail the test where the answer is not as documented."""
        headers = {"Authorization": f"Bearer {self.secret}"} if self.secret else {}
        response: Any = Client(raise_request_exception=False).generic(method, BASE + path, headers=headers, **options)
        check(method, path, response)
        return response

    def get(self, path: str) -> HttpResponse:
        return self.call("GET", path)

    def delete(self, path: str) -> HttpResponse:
        return self.call("DELETE", path)

    def send_json(self, method: str, path: str, body: object) -> HttpResponse:
        return self.call(method, path, data=json.dumps(body), content_type="application/json")

    def upload(self, data: bytes = RESUME, name: str = "ana.txt", field: str = "file") -> HttpResponse:
        """Send a file as a form would."""
        headers = {"Authorization": f"Bearer {self.secret}"} if self.secret else {}
        form = {field: SimpleUploadedFile(name, data)}
        response: Any = Client().post(f"{BASE}/resumes", form, headers=headers)
        check("POST", "/resumes", response)
        return response


def check(method: str, path: str, response: HttpResponse) -> None:
    """Assert that the OpenAPI document knows the status of an answer, its media type and its shape."""
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    schema = schema_of(method, path, response)
    if schema is None:
        assert not response.content
        return
    root = {**schema, "components": document()["components"]}
    Draft202012Validator(root, format_checker=FormatChecker()).validate(json.loads(response.content))


def schema_of(method: str, path: str, response: HttpResponse) -> Any:
    """Return the documented schema of an answer, None for one without a body."""
    media = response.headers.get("Content-Type", "").partition(";")[0]
    if not (operation := operation_of(method, path)) or response.status_code == 405:
        assert media == "application/problem+json"
        return {"$ref": "#/components/schemas/Problem"}
    documented = operation["responses"][str(response.status_code)]
    return documented["content"][media]["schema"] if "content" in documented else None


def operation_of(method: str, path: str) -> Any:
    """Return the documented operation of a call, None where there is none."""
    for pattern, operations in document()["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[0-9a-f-]{36}", pattern), BASE + path.partition("?")[0]):
            return operations.get(method.lower())
    return None


def program(name: str) -> Program:
    """Return a program with a new key."""
    return Program(*keys.make(name))


@pytest.fixture
def edition(db: None) -> Edition:
    """The 2026 edition in the database, published."""
    start(read(GUIDES / "2026.yaml"))
    return Edition.objects.get()


@pytest.fixture
def ana(db: None) -> Program:
    """The program that sent a resume."""
    return program("Ana's program")


@pytest.fixture
def sam(db: None) -> Program:
    """Another program."""
    return program("Sam's program")


@pytest.fixture
def keyless() -> Program:
    """A program without a key."""
    return Program(None)


@pytest.fixture
def done(ana: Program, owner: Client) -> Resume:
    """A resume of Ana's program that was read."""
    return read_resume(owner, owner=ana.owner)


Store = Callable[..., Resume]


def told(response: HttpResponse) -> Any:
    """Return what an answer holds."""
    return json.loads(response.content)
