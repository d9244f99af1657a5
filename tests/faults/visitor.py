"""A visitor without a browser: cookies, forms, files."""

import http.cookiejar
import json
import re
import urllib.error
import urllib.parse
import urllib.request
import uuid
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

Files = tuple[tuple[str, str, bytes], ...]
"""Field, file name, content."""


@dataclass(frozen=True)
class Answer:
    """What came back, redirections followed."""

    status: int
    headers: Message
    body: bytes
    address: str

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")


@dataclass
class Visitor:
    """One session with a site."""

    site: str
    patience: float = 60
    jar: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask(urllib.request.Request(urllib.parse.urljoin(self.site, path), headers=headers))

    def post(self, path: str, fields: dict[str, str] | None = None, files: Files = (), **headers: str) -> Answer:
        boundary = uuid.uuid4().hex
        headers |= {"Content-Type": f"multipart/form-data; boundary={boundary}", "X-CSRFToken": self.token()}
        body = multipart(boundary, fields or {}, files)
        return self.ask(urllib.request.Request(urllib.parse.urljoin(self.site, path), body, headers))

    def upload(self, data: bytes, name: str = "resume.txt") -> Answer:
        """Send a resume as the home page's form does."""
        return self.post("/", files=(("file", name, data),))

    def ask(self, request: urllib.request.Request) -> Answer:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        try:
            with opener.open(request, timeout=self.patience) as answer:
                return Answer(answer.status, answer.headers, answer.read(), answer.url)
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, error.headers, error.read(), error.url or "")

    def token(self) -> str:
        """Return the token of forms; asks for a page where there is none yet."""
        if "csrftoken" not in (found := self.cookies()):
            self.get("/")
            found = self.cookies()
        return found["csrftoken"]

    def cookies(self) -> dict[str, str]:
        return {cookie.name: cookie.value or "" for cookie in self.jar}


def multipart(boundary: str, fields: dict[str, str], files: Files) -> bytes:
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'.encode() for n, v in fields.items()
    ]
    for name, filename, content in files:
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode()


def key_of(answer: Answer) -> str:
    """Return the id of the resume whose page this is."""
    found = re.search(r"/resumes/([0-9a-f-]{36})/", answer.address)
    assert found, (answer.status, answer.address)
    return found[1]


def told(answer: Answer) -> Any:
    """Return what a JSON answer holds."""
    return json.loads(answer.body)
