"""Text is sent compressed, pictures as they are."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from config.compression import Compression

LONG = b"a line of words\n" * 100


def sent(response: HttpResponseBase, accepts: str = "gzip") -> Any:
    request = RequestFactory().get("/", headers={"accept-encoding": accepts})
    return Compression(lambda _request: response)(request)


@pytest.mark.parametrize("media", ["text/html; charset=utf-8", "application/json", "application/problem+json"])
def test_text_is_compressed(media: str) -> None:
    assert sent(HttpResponse(LONG, content_type=media)).headers["Content-Encoding"] == "gzip"


def test_what_is_compressed_is_the_same_text() -> None:
    answer = sent(HttpResponse(LONG, headers={"ETag": '"tag"'}))
    assert gzip.decompress(answer.content) == LONG
    assert answer.headers["Content-Length"] == str(len(answer.content))
    assert (answer.headers["Vary"], answer.headers["ETag"]) == ("Accept-Encoding", 'W/"tag"')


def test_the_length_of_the_same_page_differs() -> None:
    assert len({sent(HttpResponse(LONG)).headers["Content-Length"] for _ in range(50)}) > 1


def test_a_browser_that_takes_nothing_compressed_gets_it_plain() -> None:
    answer = sent(HttpResponse(LONG), accepts="br")
    assert (answer.headers["Vary"], "Content-Encoding" in answer.headers) == ("Accept-Encoding", False)


@pytest.mark.parametrize(
    "response",
    [HttpResponse(b"short"), HttpResponse(b"x" * 500, headers={"Content-Encoding": "br"})],
    ids=["short", "compressed"],
)
def test_what_is_not_worth_it_is_left_alone(response: HttpResponse) -> None:
    before = response.content
    assert sent(response).content == before


def test_what_comes_in_pieces_is_compressed_in_pieces() -> None:
    answer = sent(StreamingHttpResponse(iter([LONG, LONG]), content_type="text/csv"))
    assert gzip.decompress(b"".join(answer)) == LONG * 2


@pytest.mark.parametrize("media", ["image/webp", "image/png", "application/octet-stream"])
def test_what_is_compressed_already_is_left_alone(media: str) -> None:
    assert "Content-Encoding" not in sent(HttpResponse(LONG, content_type=media)).headers


@pytest.mark.django_db
def test_a_picture_keeps_its_length(tmp_path: Path) -> None:
    file = tmp_path / "page.webp"
    file.write_bytes(LONG)
    answer = sent(FileResponse(file.open("rb"), content_type="image/webp"))
    assert answer.headers["Content-Length"] == str(len(LONG))
    answer.close()
