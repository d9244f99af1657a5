"""The calls about a resume: send it, ask after it, get the answer, correct it, remove it."""

from typing import Any
from uuid import UUID

from ninja import File, Router, UploadedFile
from ninja.responses import Status as Answer

from resumes import corrections, deletion, intake
from resumes.api import shown
from resumes.api.access import Call, owned, read
from resumes.api.documented import OF_A_RESUME, OF_AN_ANSWER, errors
from resumes.api.pace import CallsAMinute, UploadsAnHour
from resumes.api.problems import FieldFault, Refusal
from resumes.api.schemas.corrections import CorrectionsSent
from resumes.api.schemas.resumes import Result, Status, Text
from resumes.crowding import WAIT_SECONDS, is_crowded
from resumes.patches import patched
from resumes.profile import Corrections
from resumes.reading.errors import ReadingError
from resumes.refusals import Refused

router = Router(tags=["Resumes"])


@router.post(
    "",
    response={202: Status, **errors(400, 413, 415, 422, 503)},
    throttle=[CallsAMinute(), UploadsAnHour()],
    url_name="resumes",
    operation_id="sendResume",
    summary="Send a resume",
)
def send(
    request: Call,
    file: UploadedFile = File(..., description="The resume: PDF, Word (.docx), plain text or JSON."),  # type: ignore[type-arg]  # noqa: B008
) -> Any:
    """Takes one file and answers at once with where it stands; reading usually takes less than a second.

    The resume belongs to your key. It is deleted at `expires_at`, or when you delete it.
    """
    if is_crowded():
        raise Refusal("many_waiting", Retry_After=str(WAIT_SECONDS))
    try:
        resume = intake.receive(data_file=file, owner=request.auth.owner)
    except ReadingError as error:
        raise Refusal(error.code) from error
    answer = shown.status(resume)
    return Answer(202, answer)


@router.get(
    "/{uuid:id}",
    response={200: Status, **OF_A_RESUME},
    url_name="resume",
    operation_id="getStatus",
    summary="Ask where a resume stands",
)
def status(request: Call, id: UUID) -> Any:  # noqa: A002
    """Says whether it is read, and why not where it failed. Ask about once a second."""
    return Answer(200, shown.status(owned(request, id)))


@router.get(
    "/{uuid:id}/result",
    response={200: Result, **OF_AN_ANSWER},
    url_name="result",
    operation_id="getResult",
    summary="Get what was read and the estimate",
)
def result(request: Call, id: UUID) -> Any:  # noqa: A002
    """Gives the facts with their evidence, and the estimate with every step and its citation.

    While the resume is being read the answer is 409 with the code `not_ready`; one that could not be read answers 422
    with the code of the failure.
    """
    return Answer(200, shown.result(read(request, id)))


@router.get(
    "/{uuid:id}/text",
    response={200: Text, **errors(404, 409, 422)},
    url_name="text",
    operation_id="getText",
    summary="Get the text that was read",
)
def text(request: Call, id: UUID) -> Any:  # noqa: A002
    """Gives the text that the ranges of `evidence` are of."""
    document = read(request, id).document()
    return Answer(200, {"text": document.text, "format": document.format, "pages": document.pages})


@router.patch(
    "/{uuid:id}/corrections",
    response={200: Result, **errors(400, 404, 409, 413, 422, 503)},
    url_name="corrections",
    operation_id="correct",
    summary="Correct what was read",
)
def correct(request: Call, id: UUID, sent: CorrectionsSent) -> Any:  # noqa: A002
    """Lays what you say over what was read and gives the new answer. All of it is taken, or nothing.

    A field that you leave out stays as it stands; null takes its correction back.
    """
    resume = read(request, id)
    try:
        told = patched(resume.facts(), resume.corrections, sent.patch(), resume.as_of)
    except Refused as error:
        raise Refusal("not_usable", [FieldFault(error.field, str(error))]) from error
    corrections.correct(resume, told)
    return Answer(200, shown.result(resume))


@router.delete(
    "/{uuid:id}/corrections",
    response={200: Result, **OF_AN_ANSWER},
    url_name="corrections",
    operation_id="takeBack",
    summary="Take all corrections back",
)
def take_back(request: Call, id: UUID) -> Any:  # noqa: A002
    """Gives the answer as the resume was read."""
    resume = read(request, id)
    corrections.correct(resume, Corrections())
    return Answer(200, shown.result(resume))


@router.delete(
    "/{uuid:id}",
    response={204: None, **OF_A_RESUME},
    url_name="resume",
    operation_id="deleteResume",
    summary="Delete a resume now",
)
def delete(request: Call, id: UUID) -> Any:  # noqa: A002
    """Removes the file, its text and everything derived from it, at once and for good."""
    deletion.delete(owned(request, id))
    return Answer(204, None)
