"""What tests of several apps share: a database in a file, a broker and a worker that are real, visitors, resumes."""

import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connections
from django.test import Client
from pytest_django import Settings

from config import embedded
from config.celery import app
from resumes.models import Resume
from resumes.views.limits import alone
from salaries import editions, ready_pages
from tests.processes import Broker, Worker

RESUME = b"""Ana Example
Seattle, WA

Experience
Machine Learning Engineer, Example Analytics
January 2020 - Present
- Trained ranking models in PyTorch that raised clicks by 12 %

Education
M.S. Computer Science, 2018
"""

collect_ignore = [] if os.environ.get("CLUSTER") == "1" else ["cluster"]
"""The tests of many machines need servers that are installed: `make test-cluster` alone runs them."""

UNCOLLECTED = "django.contrib.staticfiles.storage.StaticFilesStorage"
"""Addresses of static files straight from the sources: tests need no `collectstatic`."""

SECONDS = 3
"""How long a child of the tests' worker may take, so that lapsed leases need not be waited for."""


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep SQLite's test database in a file, so that a worker process can share it."""
    file = tmp_path_factory.mktemp("database") / "test.sqlite3"
    for connection in connections.all():
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(file)


@pytest.fixture(autouse=True)
def var(settings: Settings, tmp_path: Path) -> Path:
    """Keep uploads and static files in a folder of the test's own, and off the broker of whoever runs the tests."""
    settings.MEDIA_ROOT = tmp_path / "resumes"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": UNCOLLECTED}}
    use_broker(settings, f"unix://{embedded.socket_of(tmp_path)}")
    return tmp_path


def use_broker(settings: Settings, url: str) -> None:
    """Point queue, cache and Celery at a broker."""
    settings.REDIS_URL = url
    settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": url}}
    app.conf.broker_url = url.replace("unix://", "redis+socket://", 1)


@pytest.fixture(autouse=True)
def forgetful() -> None:
    """Read editions anew: another test's may have borne the same key, revision and frozen time. Count anew, too."""
    editions._kept.cache_clear()
    ready_pages.shelf.clear()
    alone.forget()


@pytest.fixture(scope="session")
def valkey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broker]:
    """A real Valkey for the whole run."""
    broker = Broker(tmp_path_factory.mktemp("broker"))
    broker.start()
    yield broker
    broker.stop()


@pytest.fixture
def broker(valkey: Broker, settings: Settings, var: Path) -> Broker:
    """The real Valkey, emptied, as this test's queue and cache."""
    valkey.flush()
    use_broker(settings, valkey.url)
    return valkey


@pytest.fixture
def worker(transactional_db: None, broker: Broker, settings: Settings, var: Path) -> Iterator[Worker]:
    """A worker, not started yet, that shares database, uploads and broker with the test."""
    settings.RESUME_MAX_SECONDS = SECONDS
    environment = {
        "VAR_DIR": str(var),
        "DATABASE_URL": database_url(),
        "REDIS_URL": broker.url,
        "RESUME_MAX_SECONDS": str(SECONDS),
    }
    worker = Worker(environment, var / "worker.log")
    yield worker
    worker.kill()


def database_url() -> str:
    """Return the address of the test database, for processes that share it."""
    at = connections["default"].settings_dict
    if connections["default"].vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    return f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"


@pytest.fixture
def owner() -> Client:
    """The browser that sent a resume."""
    return visitor()


@pytest.fixture
def stranger() -> Client:
    """Another browser."""
    return visitor()


def visitor() -> Client:
    """Return a browser that has a session, so that resumes can belong to it: `client.session["owner"]`."""
    client = Client()
    session = client.session
    session["owner"] = secrets.token_urlsafe(24)
    session.save()
    client.cookies["sessionid"] = session.session_key
    return client


@pytest.fixture
def store() -> Callable[..., Resume]:
    """Return a function that stores a resume with its file: `store(b"text", owner="key", state="failed", ...)`."""

    def stored(data: bytes = RESUME, **columns: Any) -> Resume:
        columns = {"owner": "somebody", "filename": "resume.txt", "size": len(data)} | columns
        resume = Resume(**columns)
        resume.file.save("resume", ContentFile(data), save=False)
        resume.save(force_insert=True)
        return resume

    return stored
