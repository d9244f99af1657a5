"""Which errors a call can get, for the OpenAPI document."""

from resumes.api.schemas.problem import Problem

Responses = dict[int, type[Problem]]


def errors(*statuses: int) -> Responses:
    """Return the errors of a call: those named and those that every call can get."""
    return dict.fromkeys(sorted({401, 429, 500, *statuses}), Problem)


OF_A_RESUME = errors(404)
OF_AN_ANSWER = errors(404, 409, 422, 503)
"""Of what needs a resume that was read, and an edition."""
EVERY_STATUS = (400, 401, 404, 405, 409, 413, 415, 422, 429, 500, 503)
