"""The OpenAPI document as the documentation page shows it: calls with their fields and answers, schemas as tables."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from resumes.api.description import document
from resumes.api.problems import anchor, codes, described

REF = "#/components/schemas/"
WORDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "null": "null"}
FORMATS = {"uuid": "UUID", "date": "date", "date-time": "time", "binary": "file"}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is: words, and the schema that it is made of; `after` where the words go behind its name."""

    words: str
    schema: str = ""
    after: bool = False

    @property
    def link(self) -> str:
        """The id of the schema's table."""
        return schema_id(self.schema)


@dataclass(frozen=True, slots=True)
class FieldShown:
    """A row of a schema's table."""

    name: str
    kind: Kind
    needed: bool
    words: str


@dataclass(frozen=True, slots=True)
class SchemaShown:
    """A schema: its fields, and an example as JSON where there is one."""

    name: str
    words: str
    fields: tuple[FieldShown, ...]
    example: str

    @property
    def id(self) -> str:
        return schema_id(self.name)

    @property
    def sent(self) -> bool:
        """Whether programs send it: of those some fields may be left out."""
        return self.name.endswith("Sent")


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """One status that a call can answer with."""

    status: str
    words: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class CallShown:
    """A call: its method and address, what it takes and what it answers."""

    id: str
    method: str
    path: str
    summary: str
    words: str
    body: Kind | None
    body_media: str
    body_fields: tuple[FieldShown, ...]
    answers: tuple[AnswerShown, ...]

    @property
    def paragraphs(self) -> list[str]:
        """The words, paragraph by paragraph."""
        return self.words.split("\n\n")


@dataclass(frozen=True, slots=True)
class ErrorShown:
    """An error that any call may get, with its words."""

    code: str
    status: int
    title: str
    detail: str

    @property
    def id(self) -> str:
        return anchor(self.code)


def calls() -> Iterator[CallShown]:
    """Yield the calls in the order of the document."""
    for path, operations in document()["paths"].items():
        for method, operation in operations.items():
            yield call(method.upper(), path, operation)


def call(method: str, path: str, operation: dict[str, Any]) -> CallShown:
    """Return one call."""
    contents = contents_of(operation)
    media = next(iter(contents), "")
    schema = contents[media]["schema"] if media else {}
    return CallShown(
        id=operation["operationId"],
        method=method,
        path=path,
        summary=operation["summary"],
        words=operation["description"],
        body=kind_of(schema) if "$ref" in schema else None,
        body_media=media,
        body_fields=tuple(fields(schema)),
        answers=tuple(answer(status, told) for status, told in operation["responses"].items()),
    )


def contents_of(operation: dict[str, Any]) -> dict[str, Any]:
    """Return what a call takes by media type, nothing where it takes nothing."""
    contents: dict[str, Any] = operation.get("requestBody", {}).get("content", {})
    return contents


def answer(status: str, told: dict[str, Any]) -> AnswerShown:
    """Return one answer of a call."""
    content = next(iter(told.get("content", {}).values()), None)
    return AnswerShown(status, told["description"], kind_of(content["schema"]) if content else Kind(""))


def schemas() -> Iterator[SchemaShown]:
    """Yield the schemas, those that calls name first."""
    found = document()["components"]["schemas"]
    for name, schema in sorted(found.items(), key=lambda item: (item[0] not in NAMED, NAMED.get(item[0], 0), item[0])):
        example = json.dumps(schema["examples"][0], indent=2) if "examples" in schema else ""
        yield SchemaShown(name, schema.get("description", ""), tuple(fields(schema)), example)


NAMED = {name: at for at, name in enumerate(("Status", "Result", "CorrectionsSent", "ProfileSent", "EstimateMade"))}
"""Schemas to read first, in that order."""


def fields(schema: dict[str, Any]) -> Iterator[FieldShown]:
    """Yield a schema's fields in their order."""
    needed = schema.get("required", ())
    for name, part in schema.get("properties", {}).items():
        yield FieldShown(name, kind_of(part), name in needed, part.get("description", ""))


def kind_of(schema: dict[str, Any]) -> Kind:
    """Return what a value of a schema is, in words."""
    if "$ref" in schema:
        return Kind("", schema["$ref"].removeprefix(REF))
    if "anyOf" in schema:
        return either([kind_of(part) for part in schema["anyOf"]])
    if "enum" in schema:
        return Kind(" or ".join(f"`{value}`" for value in schema["enum"]))
    if schema.get("type") == "array":
        return list_of(schema)
    if schema.get("type") == "object":
        return Kind("numbers by name")
    return Kind(FORMATS.get(schema.get("format", ""), "") or WORDS.get(schema.get("type", ""), "value"))


def either(kinds: list[Kind]) -> Kind:
    """Return one of several kinds: the one with a schema, the others in words behind it."""
    named = next((kind.schema for kind in kinds if kind.schema), "")
    words = " or ".join(kind.words for kind in kinds if kind.words)
    lists = words.startswith("list of")
    return Kind(f"or {words}", named, after=True) if named and not lists else Kind(words, named)


def list_of(schema: dict[str, Any]) -> Kind:
    """Return a list of a kind."""
    if "prefixItems" in schema:
        return Kind("pair of whole numbers")
    inner = kind_of(schema.get("items", {}))
    return Kind(f"list of {inner.words}".strip(), inner.schema)


def errors() -> Iterator[ErrorShown]:
    """Yield every error with its words."""
    for code in codes():
        told = described(code)
        yield ErrorShown(code, told["status"], told["title"], told["detail"])


def schema_id(name: str) -> str:
    """Return the id of a schema's table."""
    return f"schema-{name}" if name else ""
