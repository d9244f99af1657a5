"""A whole site of its own, web, worker and broker, and the system's Chromium to look at it."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.processes import ROOT, Broker, Worker, wait_until

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
NO_CHROMIUM = "no Chromium on this machine: install the package `chromium` to run the browser tests"


EXPECTED = (
    "404 (Not Found)",
    "429 (Too Many Requests)",
    "net::ERR_INTERNET_DISCONNECTED",
    "htmx:",
    "Response Status Error Code 404",
)
"""What the console says of pages that are gone, lockouts and a lost connection: tests provoke them."""

PATIENCE = 15_000
"""Milliseconds that a page, or what is expected of it, may take on a busy machine."""
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Site:
    """Where the running site answers, and the environment that its commands need."""

    address: str
    environment: dict[str, str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Start everything that a deployment starts; stop it after the module."""
    var = tmp_path_factory.mktemp("site")
    broker = Broker(var)
    broker.start()
    port = free_port()
    environment = {
        "VAR_DIR": str(var),
        "DATABASE_URL": f"sqlite:///{var / 'site.sqlite3'}",
        "REDIS_URL": broker.url,
        "PORT": str(port),
        "WEB_CONCURRENCY": "1",
        "LOG_LEVEL": "WARNING",
        "UPLOADS_PER_HOUR": "1000",
    }
    for command in (["migrate", "-v0"], ["load_guide"], ["collectstatic", "--no-input", "-v0"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=os.environ | environment, check=True)
    worker = Worker(environment, var / "worker.log")
    worker.start()
    web = started_web(environment, var / "web.log")
    address = f"http://127.0.0.1:{port}"
    wait_until(lambda: answers(address))
    yield Site(address, environment)
    web.terminate()
    web.wait(20)
    worker.kill()
    broker.stop()


def started_web(environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    """Start the web server as the Procfile does."""
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    with log.open("wb") as output:
        return subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=output, stderr=output)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's browser, once a module: its event loop must not outlive it."""
    if CHROMIUM is None:
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A new visitor's page; the test fails where the browser's console complains, of a breach of the CSP for one."""
    yield from visit(chromium.new_context(base_url=site.address))


@pytest.fixture
def page_without_javascript(chromium: Browser, site: Site) -> Iterator[Page]:
    """A new visitor's page with scripts turned off."""
    yield from visit(chromium.new_context(base_url=site.address, java_script_enabled=False))


@pytest.fixture
def phone(chromium: Browser, site: Site) -> Iterator[Page]:
    """A new visitor's page on a narrow screen."""
    yield from visit(chromium.new_context(base_url=site.address, viewport={"width": 320, "height": 700}))


def visit(context: BrowserContext) -> Iterator[Page]:
    complaints: list[str] = []
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert [words for words in complaints if not any(known in words for known in EXPECTED)] == []
