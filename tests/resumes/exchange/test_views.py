"""Taking along and sharing through the pages: who may, what is shown, and when it ends."""

import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from resumes import deletion, pictures, sharing
from resumes.analysis import Attempt, save
from resumes.child import Analysed
from resumes.exchange.restoring import restored
from resumes.models import DoneResumes, Resume, State
from resumes.profile import Corrections
from resumes.reading.limits import Limits
from salaries.models import Edition
from tests.resumes.exchange.downloads import TODAY
from tests.resumes.written import FACTS, expired, failed_resume, read_resume, waiting_resume

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]

VIEWS = ("download", "json_resume", "share")
METHODS = ("get", "post", "put", "delete", "head", "options")
PRIVATE = ("Example", "ana.pdf", "Machine Learning Engineer", "Research Intern", "perception", "parcel", "Robotics")


def address(view: str, resume: Resume) -> str:
    return reverse(f"resumes:{view}", args=[resume.pk])


def made_link(client: Client, resume: Resume) -> str:
    """Make a share link as the button does; return its address."""
    page = client.post(address("share", resume), {"do": "make"}).content.decode()
    found = re.search(r'id="share-link" readonly value="([^"]+)"', page)
    assert found
    return found[1]


def restore(client: Client, data: bytes) -> Resume:
    """Let a worker find these bytes uploaded."""
    found = restored(data, Limits(), TODAY)
    assert found
    download, kept = found
    resume = waiting_resume(client, state=State.READING, attempts=1, lease_until=datetime(2030, 1, 1, tzinfo=UTC))
    save(Attempt(resume, 1), Analysed(download.document, download.facts, "1", 0.1, 0.0, restored=kept))
    return Resume.objects.get(pk=resume.pk)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("view", VIEWS)
def test_a_stranger_finds_nothing(owner: Client, stranger: Client, view: str, method: str) -> None:
    resume = read_resume(owner)
    answer = getattr(stranger, method)(address(view, resume), {"do": "make"})
    assert answer.status_code in (404, 405)
    resume.refresh_from_db()
    assert resume.shared_as is None


@pytest.mark.parametrize("view", VIEWS)
def test_what_has_expired_can_be_taken_along_no_more(owner: Client, view: str) -> None:
    assert owner.get(address(view, expired(read_resume(owner)))).status_code == 404


@pytest.mark.parametrize("view", VIEWS)
def test_what_was_not_read_cannot_be_taken_along(owner: Client, view: str) -> None:
    for resume in (waiting_resume(owner), failed_resume(owner, "damaged")):
        assert owner.get(address(view, resume)).status_code == 404


@pytest.mark.parametrize(
    ("view", "name"), [("download", r"bandwise-\d{4}-\d\d-\d\d\.json"), ("json_resume", r"resume\.json")]
)
def test_a_file_bears_a_neutral_name_and_is_kept_by_no_cache(owner: Client, view: str, name: str) -> None:
    answer = owner.get(address(view, read_resume(owner)))
    assert re.fullmatch(f'attachment; filename="{name}"', answer["Content-Disposition"])
    assert answer["Content-Type"] == "application/json"
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


def test_a_download_comes_back_as_the_same_estimate(owner: Client) -> None:
    said = Corrections(years=Decimal("4.5"))
    first = read_resume(owner, corrections=said)
    again = restore(owner, owner.get(address("download", first)).content)
    assert (again.facts(), again.corrections, again.as_of) == (FACTS, said, first.as_of)
    figures = [json.loads(owner.get(address("download", one)).content)["estimate"] for one in (first, again)]
    assert figures[0] == figures[1]


def test_a_restored_resume_says_so_and_can_be_taken_along_again(owner: Client) -> None:
    again = restore(owner, owner.get(address("download", read_resume(owner))).content)
    assert again.is_restored
    page = owner.get(address("detail", again)).content.decode()
    assert "Restored from what was taken along" in page
    assert "does not hold that edition" not in page
    assert owner.get(address("download", again)).status_code == 200


def test_a_restored_resume_has_no_pages_to_draw(owner: Client) -> None:
    first = read_resume(owner)
    again = restore(owner, owner.get(address("download", first)).content)
    assert [pictures.can_be_drawn(one) for one in (first, again)] == [True, False]


def test_one_that_was_read_says_nothing_of_it(owner: Client) -> None:
    assert b"Restored from" not in owner.get(address("detail", read_resume(owner))).content


def test_it_is_answered_by_the_edition_of_before(owner: Client, edition: Edition) -> None:
    again = restore(owner, owner.get(address("download", read_resume(owner))).content)
    assert again.edition == edition


@pytest.mark.parametrize("member", ["name", "sha256"])
def test_where_that_edition_is_gone_the_current_one_answers_and_the_page_says_so(owner: Client, member: str) -> None:
    value = json.loads(owner.get(address("download", read_resume(owner))).content)
    value["edition"][member] = "1999" if member == "name" else "0" * 64
    again = restore(owner, json.dumps(value).encode())
    assert again.edition is None
    page = " ".join(owner.get(address("detail", again)).content.decode().split())
    assert "of the guide answered then ($199,000 to $258,000)" in page
    assert "edition 2026 answers now" in page


def test_a_restored_resume_is_not_counted_a_second_time(owner: Client) -> None:
    deletion.delete(restore(owner, owner.get(address("download", read_resume(owner))).content))
    assert not DoneResumes.objects.exists()


def test_the_page_says_when_all_of_it_goes(owner: Client) -> None:
    page = owner.get(address("detail", read_resume(owner))).content.decode()
    assert "All of this is deleted in 23 hours: take it along" in page
    assert address("download", Resume.objects.get()) in page


def test_a_link_shows_the_estimate_to_anybody_without_a_cookie(owner: Client) -> None:
    answer = Client().get(made_link(owner, read_resume(owner)))
    assert answer.status_code == 200
    assert b"$199,000 to $258,000" in answer.content
    assert b"link ends in 23 hours" in answer.content
    assert not answer.cookies


def test_a_link_shows_nothing_of_the_resume(owner: Client) -> None:
    page = Client().get(made_link(owner, read_resume(owner))).content.decode()
    assert [words for words in PRIVATE if words in page] == []


def test_a_link_is_for_no_index_and_tells_nobody_where_one_came_from(owner: Client) -> None:
    answer = Client().get(made_link(owner, read_resume(owner)))
    assert answer["X-Robots-Tag"] == "noindex"
    assert b'<meta name="robots" content="noindex">' in answer.content
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]


def test_the_token_is_kept_as_a_hash_only(owner: Client) -> None:
    resume = read_resume(owner)
    token = made_link(owner, resume).split("/")[-2]
    resume.refresh_from_db()
    assert len(token) >= 22
    assert resume.shared_as == sharing.digest(token) != token


def test_a_link_follows_what_its_owner_corrects(owner: Client) -> None:
    resume = read_resume(owner)
    link = made_link(owner, resume)
    owner.post(address("correct", resume), {"years": "2"})
    assert b"Entry-level ML engineer" in Client().get(link).content


def test_a_link_that_was_ended_shows_nothing(owner: Client) -> None:
    resume = read_resume(owner)
    link = made_link(owner, resume)
    assert b"The link has ended" in owner.post(address("share", resume), {"do": "end"}).content
    assert Client().get(link).status_code == 404


def test_another_link_ends_the_one_before(owner: Client) -> None:
    resume = read_resume(owner)
    first, second = made_link(owner, resume), made_link(owner, resume)
    assert [Client().get(link).status_code for link in (first, second)] == [404, 200]


def test_a_link_ends_with_its_resume(owner: Client) -> None:
    resume = read_resume(owner)
    link = made_link(owner, resume)
    expired(resume)
    assert Client().get(link).status_code == 404
    deletion.delete(resume)
    assert Client().get(link).status_code == 404


@pytest.mark.parametrize("token", ["x", "None", str(uuid4()), "%00", "é"])
def test_no_other_address_leads_anywhere(owner: Client, token: str) -> None:
    read_resume(owner)
    assert Client().get(f"/shared/{token}/").status_code == 404


def test_an_unanswered_question_is_not_shared(owner: Client) -> None:
    resume = read_resume(owner)
    link = made_link(owner, resume)
    resume.readings.update(facts=type(FACTS)())
    assert Client().get(link).status_code == 404
    assert owner.post(address("share", resume), {"do": "make"}).status_code == 404


def test_looking_at_how_it_is_shared_makes_no_link(owner: Client) -> None:
    resume = read_resume(owner)
    owner.get(address("share", resume))
    resume.refresh_from_db()
    assert resume.shared_as is None


def test_to_htmx_only_the_part_about_the_link_is_sent(owner: Client) -> None:
    answer = owner.post(address("share", read_resume(owner)), {"do": "make"}, headers={"HX-Request": "true"})
    assert answer.content.decode().strip().startswith('<div id="share"')


def test_a_link_can_only_be_looked_at(owner: Client) -> None:
    assert Client().post(made_link(owner, read_resume(owner))).status_code == 405


def test_what_is_shared_stands_in_no_log(owner: Client, capfd: pytest.CaptureFixture[str]) -> None:
    link = made_link(owner, read_resume(owner))
    Client().get(link)
    assert link.split("/")[-2] not in "".join(capfd.readouterr())
