"""Every answer bears its protective headers: every address, every error, static files; cookies go where they must."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from config import indexing, urls
from resumes import sharing
from resumes.models import Resume
from salaries import wages
from salaries.beyond.place import places
from salaries.contents.files import GUIDES, read
from salaries.loading import start
from salaries.models import Edition
from tests.conftest import visitor
from tests.faults.addresses import Known, routes
from tests.faults.conftest import DRILL
from tests.processes import ROOT
from tests.resumes.written import read_resume

pytestmark = pytest.mark.django_db

Figure = Callable[[int, str], None]

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
WITHOUT_SCRIPTS = ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
METHODS = ("GET", "POST", "PUT", "HEAD", "OPTIONS", "TRACE") if DRILL else ("GET",)


def lacks(answer: Any) -> list[str]:
    """Return what an answer's headers lack, over HTTPS where it came so."""
    told = answer.headers
    policy = told.get("Content-Security-Policy", "")
    wrong = [name for name, value in ALWAYS.items() if told.get(name) != value]
    wrong += [part for part in WITHOUT_SCRIPTS if part not in policy]
    wrong += ["Referrer-Policy"] if told.get("Referrer-Policy") not in ("same-origin", "no-referrer") else []
    wrong += [] if "camera=()" in told.get("Permissions-Policy", "") else ["Permissions-Policy"]
    open_to_all = told.get("Access-Control-Allow-Origin") == "*"
    embedded = "cross-origin" if open_to_all else "same-origin"
    return wrong + ([] if told.get("Cross-Origin-Resource-Policy") == embedded else ["Cross-Origin-Resource-Policy"])


@pytest.fixture
def edition(db: None) -> Edition:
    """The 2026 edition in the database, published."""
    start(read(GUIDES / "2026.yaml"))
    return Edition.objects.get()


@pytest.fixture
def staff(db: None) -> Client:
    """The browser of a superuser who has sent a resume too; what breaks comes as the page that visitors would see."""
    client = visitor()
    client.raise_request_exception = False
    client.force_login(User.objects.create_superuser("ana"))
    return client


def known(resume: Resume) -> Known:
    """Return what stands in addresses, one value each: whatever it is, the answer has to bear its headers."""
    pk = str(resume.pk)
    told = {name: ["1"] for name in ("page", "object_id", "history_id", "id", "content_type_id")}
    told |= {"pk": [pk], "key": ["new"], "token": [sharing.make(resume)], "slug": ["nowhere"], "name": ["2026"]}
    told |= {"part": ["tiers"], "table": ["tiers"], "ending": ["csv"], "rest": ["nothing"]}
    return {"": told, "api/": {"id": [pk]}, "admin/resumes/resume/": {"key": [pk]}, "admin/salaries/": {"key": ["1"]}}


def asked(client: Client, known: Known) -> Iterator[tuple[str, HttpResponse]]:
    """Ask for every address by every method, but do not log out."""
    for route in routes():
        for method in METHODS if "logout" not in route.pattern else ("GET",):
            for address in route.addresses(known):
                yield f"{method} {address}", client.generic(method, address)  # type: ignore[misc]


def test_every_answer_of_every_address_bears_its_headers(edition: Edition, staff: Client, figure: Figure) -> None:
    answers = list(asked(staff, known(read_resume(staff))))
    wrong = {what: found for what, answer in answers if (found := lacks(answer))}
    assert wrong == {}
    statuses = sorted({answer.status_code for _, answer in answers})
    assert {200, 302, 404, 405} <= set(statuses)
    assert 500 not in statuses, [what for what, answer in answers if answer.status_code == 500]
    figure(22, f"answers of every address by every method: {len(answers)}, without all headers: 0 ({statuses})")


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken")


class Faulty:
    """The site's addresses and one that fails."""

    urlpatterns = (path("broken/", broken), *urls.urlpatterns)


ERRORS: dict[int, Callable[[Client], Any]] = {
    301: lambda client: client.get("/guide"),
    400: lambda client: client.get("/", headers={"host": "elsewhere.example"}),
    403: lambda client: client.post("/sample/"),
    404: lambda client: client.get("/no/such/page/"),
    405: lambda client: client.get("/sample/"),
    503: lambda client: client.get("/guide/"),
}


@pytest.mark.parametrize("status", ERRORS)
def test_an_error_bears_them(status: int) -> None:
    answer = ERRORS[status](Client(enforce_csrf_checks=True, raise_request_exception=False))
    assert (answer.status_code, lacks(answer)) == (status, [])


def test_a_failure_of_ours_bears_them(settings: Settings) -> None:
    client = Client(raise_request_exception=False)
    settings.ROOT_URLCONF = Faulty
    answer = client.get("/broken/")
    assert (answer.status_code, lacks(answer)) == (500, [])


def test_a_wrong_host_is_refused_with_them_even_before_the_way_to_https(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    answer: Any = Client().get("/", headers={"host": "elsewhere.example"})
    assert (answer.status_code, lacks(answer)) == (400, [])


def test_a_lockout_bears_them() -> None:
    for _ in range(6):
        answer: Any = Client().post("/admin/login/", {"username": "ana", "password": "wrong"})
    assert (answer.status_code, lacks(answer)) == (429, [])


def test_static_files_bear_them(settings: Settings) -> None:
    (Path(settings.STATIC_ROOT) / "site.css").write_text("p { color: red }")
    answer: Any = Client().get("/static/site.css")
    assert (answer.status_code, lacks(answer)) == (200, [])
    assert "Set-Cookie" not in answer.headers
    answer.close()


def test_over_https_browsers_are_told_to_stay_there(settings: Settings) -> None:
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True
    answer: Any = Client().get("/privacy/", secure=True)
    assert answer["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    plain: Any = Client().get("/privacy/")
    assert "Strict-Transport-Security" not in plain


def test_public_data_may_be_embedded_elsewhere_and_nothing_else_may(edition: Edition, owner: Client) -> None:
    data: Any = Client().get("/guide/edition.json")
    own: Any = owner.get(f"/resumes/{read_resume(owner).pk}/export.json")
    told = [answer["Cross-Origin-Resource-Policy"] for answer in (data, own)]
    assert told == ["cross-origin", "same-origin"]


def test_pages_of_the_guide_set_no_cookie(edition: Edition, figure: Figure) -> None:
    told = {"": {"part": ["tiers"], "slug": [next(iter(places(wages.areas())))], "table": ["tiers"], "name": ["2026"]}}
    public = [route for route in routes() if route.pattern.startswith("guide/")]
    pages = [Client().get(address) for route in public for address in route.addresses(told)]
    assert {page.status_code for page in pages} == {200}
    assert [page.cookies for page in pages if page.cookies] == []
    assert len(pages) >= sum(name.startswith("salaries:") for name in indexing.PUBLIC)
    figure(22, f"cookies of {len(pages)} pages of the guide: 0")


def test_cookies_are_out_of_the_reach_of_scripts_and_of_other_sites(settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client = Client()
    client.get("/", secure=True)
    client.post("/sample/", secure=True)
    assert set(client.cookies) == {"csrftoken", "sessionid"}
    flags = {(one["httponly"], one["secure"], one["samesite"]) for one in client.cookies.values()}
    assert flags == {(True, True, "Lax")}


def test_the_deployment_check_is_clean(tmp_path: Path, figure: Figure) -> None:
    variables = {"PATH": "", "SECRET_KEY": "k3-" + "q7z" * 20, "SERVED_OVER_HTTPS": "1", "VAR_DIR": str(tmp_path)}
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    ended = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    figure(22, "check --deploy: 0 warnings")
