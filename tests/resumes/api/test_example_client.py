"""The example program of the documentation, against a site that runs, with a real worker."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django.live_server_helper import LiveServer

from resumes.api.pages import example_program
from resumes.models import Resume
from salaries.models import Edition
from tests.conftest import RESUME
from tests.processes import Worker
from tests.resumes.api.conftest import program

pytestmark = [pytest.mark.worker, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture
def client_file(tmp_path: Path) -> Path:
    """The program as the page prints it."""
    file = tmp_path / "client.py"
    file.write_text(example_program(), encoding="utf-8")
    return file


def run(client_file: Path, *given: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-I", str(client_file), *given]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.usefixtures("started")
def test_it_prints_the_range(live_server: LiveServer, client_file: Path, tmp_path: Path) -> None:
    sender, file = program("example"), tmp_path / "ana.txt"
    file.write_bytes(RESUME)
    found = run(client_file, live_server.url, sender.secret, str(file))
    assert found.stdout.startswith("$"), found.stderr
    assert " a year" in found.stdout
    assert Resume.objects.get().owner == sender.owner


@pytest.mark.usefixtures("started")
def test_it_says_why_a_file_could_not_be_read(live_server: LiveServer, client_file: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("milk, eggs, flour, and a loaf of bread from the shop\n" * 20, encoding="utf-8")
    found = run(client_file, live_server.url, program("example").secret, str(file))
    assert found.returncode == 1
    assert Resume.objects.get().code
    assert "Traceback" not in found.stderr


@pytest.fixture
def started(worker: Worker, edition: Edition) -> None:
    """A worker at work on what the live server queues."""
    worker.start()
