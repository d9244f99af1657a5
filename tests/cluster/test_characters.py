"""What PostgreSQL refuses and SQLite takes: the NUL character, wherever a visitor can put one."""

import pytest

from tests.cluster.visitors import RESUME, Visitor

NUL = "\x00"
FINE = {200, 302, 400, 403, 404, 422}


@pytest.mark.parametrize(
    "path", ["/guide/%00/", "/shared/a%00b/", "/resumes/?q=%00", "/skills/names/?q=%00", "/?a=%00"]
)
def test_an_address_with_a_nul_is_answered(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code in FINE


@pytest.mark.parametrize("name", ["sessionid", "csrftoken", "messages"])
def test_a_cookie_with_a_nul_is_answered(visitor: Visitor, name: str) -> None:
    answer = visitor.get("/resumes/", Cookie=f'{name}="abcdefgh\\000abcdefghijklmnopqrstuvw"')
    assert answer.status_code in FINE


def test_a_text_with_a_nul_ends(visitor: Visitor) -> None:
    page = visitor.answer(visitor.upload(RESUME.replace("ranking", f"rank{NUL}ing").encode()))
    assert page.status_code == 200


def test_a_file_name_with_a_nul_is_taken(visitor: Visitor) -> None:
    assert visitor.post("/", file=(f"a{NUL}b.txt", RESUME.encode())).status_code in FINE


def test_a_correction_with_a_nul_is_refused_or_taken(visitor: Visitor) -> None:
    path = visitor.upload()
    visitor.answer(path)
    for field in ("place", "tier", "specialization", "years"):
        assert visitor.post(f"{path}corrections/", {field: f"x{NUL}y"}).status_code in FINE
    assert visitor.post(f"{path}skills/", {"skill": f"x{NUL}y", "name": f"x{NUL}y"}).status_code in FINE


def test_a_log_in_with_a_nul_is_refused(visitor: Visitor) -> None:
    login = "/admin/login/"
    visitor.get(login)
    answer = visitor.post(login, {"username": f"x{NUL}y", "password": f"p{NUL}q"})
    assert answer.status_code in FINE | {429}
