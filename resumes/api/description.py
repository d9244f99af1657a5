"""The OpenAPI 3.1 document: what the calls and schemas say of themselves, completed by the errors and examples."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from resumes.api.problems import MEDIA, described
from resumes.api.version1 import api

CODES = {
    400: ("not_json",),
    401: ("no_key",),
    404: ("not_found",),
    409: ("not_ready",),
    413: ("too_large", "body_too_large"),
    415: ("unsupported_type", "legacy_doc"),
    422: ("not_usable",),
    429: ("too_many_calls", "too_many_uploads"),
    500: ("failed_here",),
    503: ("no_edition", "not_just_now", "many_waiting"),
}
"""The errors that each status stands for, the likeliest first; 422 also has the failures to read a file."""
JSON = "application/json"
WAIT = {"description": "Seconds to wait.", "schema": {"type": "integer"}}
WITH_WAIT = (409, 429)


@cache
def document() -> dict[str, Any]:
    """Return the document, made once a process."""
    made = json.loads(json.dumps(api.get_openapi_schema()))
    for path in made["paths"].values():
        for operation in path.values():
            complete(operation)
    for name, example in examples()["schemas"].items():
        made["components"]["schemas"][name]["examples"] = [example]
    scheme = made["components"]["securitySchemes"]["Key"]
    scheme["description"] = "A key that whoever runs the site makes in the admin; it is shown once."
    made["externalDocs"] = {"description": "Documentation with an example program.", "url": "/api/"}
    return dict(made)


def complete(operation: dict[str, Any]) -> None:
    """Give an operation its parameters' words and its errors their media type, codes and headers."""
    for parameter in operation["parameters"]:
        parameter["description"] = "The resume's id, as it came when it was sent."
    for status, response in operation["responses"].items():
        if int(status) >= 400:
            complete_error(int(status), response)
        else:
            response["description"] = SUCCESS[int(status)]


SUCCESS = {200: "The answer.", 202: "Taken, and on its way.", 204: "Done; nothing follows."}


def complete_error(status: int, response: dict[str, Any]) -> None:
    """Describe an error's status by the errors that it stands for."""
    response["description"] = " Or: ".join(f"`{code}`: {described(code)['title']}." for code in CODES[status])
    response["content"] = {MEDIA: response["content"].pop(JSON)}
    if status in WITH_WAIT:
        response["headers"] = {"Retry-After": WAIT}
    if status == 401:
        response["headers"] = {"WWW-Authenticate": {"description": "Bearer.", "schema": {"type": "string"}}}


@cache
def examples() -> dict[str, Any]:
    """Return the examples by schema; read once a process."""
    found: dict[str, Any] = json.loads((files(__package__) / "examples.json").read_text(encoding="utf-8"))
    return found
