"""A visitor's browser, reduced to what it sends: pages, forms with their token, files."""

import re
import ssl
import time
from dataclasses import dataclass
from pathlib import Path

import httpx

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
RESUME = """Ana Example
Seattle, WA

Experience
Machine Learning Engineer, Example Analytics
January 2020 - Present
- Trained ranking models in PyTorch that raised clicks by 12 %

Education
M.S. Computer Science, 2018
"""
ENDED = {"done", "failed"}


class NotTaken(Exception):
    """An upload that was not accepted; `status` is the answer's."""

    def __init__(self, status: int) -> None:
        super().__init__(f"answered {status}")
        self.status = status


@dataclass
class Visitor:
    """One browser session."""

    client: httpx.Client
    token: str = ""

    @classmethod
    def to(cls, address: str, authority: Path) -> "Visitor":
        trusted = ssl.create_default_context(cafile=str(authority))
        return cls(httpx.Client(base_url=address, verify=trusted, timeout=60, headers={"Referer": f"{address}/"}))

    def close(self) -> None:
        self.client.close()

    def get(self, path: str, **headers: str) -> httpx.Response:
        return self.client.get(path, headers=headers)

    def post(self, path: str, data: dict[str, str] | None = None, **files: tuple[str, bytes]) -> httpx.Response:
        """Send a form with the token that the home page gave."""
        if not self.token:
            self.token = TOKEN.findall(self.get("/").text)[0]
        return self.client.post(path, data={"csrfmiddlewaretoken": self.token, **(data or {})}, files=files or None)

    def upload(self, data: bytes = RESUME.encode(), name: str = "resume.txt") -> str:
        """Send a resume and return the path of its page. Raises `NotTaken`."""
        answer = self.post("/", file=(name, data))
        if answer.status_code != 302:
            raise NotTaken(answer.status_code)
        return str(answer.headers["Location"])

    def answer(self, path: str, seconds: float = 60) -> httpx.Response:
        """Return a resume's page once it is not waited for any more."""
        deadline = time.monotonic() + seconds
        while True:
            page = self.get(path)
            if page.status_code != 200 or 'hx-trigger="every 600ms' not in page.text:
                return page
            assert time.monotonic() < deadline, f"{path} still waits after {seconds} s"
            time.sleep(0.2)
