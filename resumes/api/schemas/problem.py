"""What every error looks like."""

from pydantic import Field

from resumes.api.schemas.parts import Part


class FieldProblem(Part):
    """What is wrong with one field."""

    field: str = Field(description="Its name; parts within parts are joined by dots.")
    detail: str = Field(description="What is wrong with it.")


class Problem(Part):
    """An error (RFC 9457). `code` is for programs, `title` and `detail` are for people."""

    type: str = Field(description="Path of its paragraph in the documentation.")
    code: str = Field(description="Which error it is; stays the same when words change.")
    title: str = Field(description="What happened.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What to do next.")
    errors: list[FieldProblem] = Field(default_factory=list, description="By field; empty where it is about none.")
