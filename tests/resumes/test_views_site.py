"""Pages that show no resume, and what stands in for a page that broke."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse

from resumes.presentation import words

pytestmark = pytest.mark.django_db


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


def test_the_privacy_page_says_who_sees_a_resume_and_for_how_long(client: Client) -> None:
    page = client.get(reverse("resumes:privacy")).content.decode()
    for words_of_it in (
        "Only the browser that sent it",
        "goes after 24 hours",
        "Nothing leaves this machine",
        "no advice",
    ):
        assert words_of_it in page


def test_a_page_that_broke_says_whose_fault_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resumes.views.uploads.page", broken)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "The fault is ours" in answer.content.decode()


@pytest.mark.parametrize("address", ["/", "/privacy/", "/resumes/", "/nothing/"])
def test_every_page_has_its_landmarks_its_title_and_a_way_past_the_header(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    for part in (
        '<a class="skip" href="#main">',
        "<header",
        '<main class="frame" id="main"',
        "<footer",
        '<html lang="en">',
    ):
        assert part in page
    assert page.count("<h1") == 1
    assert "Bandwise</title>" in page or "Bandwise: " in page


def test_every_page_names_its_sources_and_is_no_advice(client: Client) -> None:
    page = client.get("/").content.decode()
    for source in ("U.S. Bureau of Labor Statistics", "GeoNames", "CC BY 4.0", "HUD", "ai-jobs.net, CC0", "no advice"):
        assert source in page


def test_scripts_come_from_here_alone(client: Client) -> None:
    policy = client.get("/")["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("code", ["invisible_text", "pages_left_out", "text_cut", "second_reader", "claim_above_roles"])
def test_remarks_have_words(code: str) -> None:
    assert words.named("remarks", code) != code.replace("_", " ")
