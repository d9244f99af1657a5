"""Text is sent compressed, pictures as they are."""

from pathlib import Path

import pytest
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from config.compression import Compression

LONG = b"a line of words\n" * 100


def sent(response: HttpResponseBase) -> HttpResponseBase:
    request = RequestFactory().get("/", headers={"accept-encoding": "gzip"})
    return Compression(lambda _request: response)(request)  # type: ignore[return-value, arg-type]


@pytest.mark.parametrize("media", ["text/html; charset=utf-8", "application/json", "application/problem+json"])
def test_text_is_compressed(media: str) -> None:
    assert sent(HttpResponse(LONG, content_type=media)).headers["Content-Encoding"] == "gzip"


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
