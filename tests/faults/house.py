"""A whole site of a drill's own, in a folder that the drill can fill, lock, take away: web, worker, beat and broker."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from celery import Celery

from tests.browser.conftest import answers, free_port
from tests.faults.visitor import Visitor
from tests.processes import ROOT, Broker, Worker, wait_until

FURNISH = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("load_guide")
call_command("collectstatic", interactive=False, verbosity=0)
"""
PATIENCE = 120
"""Seconds that a site may take to start on a busy machine."""
OLD = 4000
"""Seconds; the sweep takes what no row names and is older than an hour."""


def furnish(var: Path) -> None:
    """Make a database with the guide, and the static files, in a folder."""
    environment = os.environ | {"VAR_DIR": str(var), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "config.settings"}
    environment.pop("DATABASE_URL")
    subprocess.run([sys.executable, "-c", FURNISH], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


@dataclass
class House:
    """A site whose data lie in `var`; logs, broker and temporary files lie in `home`."""

    home: Path
    furniture: Path
    var: Path
    settings: dict[str, str] = field(default_factory=dict)
    web: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.temporary = self.home / "tmp"
        self.temporary.mkdir()
        self.broker = Broker(self.home)
        self.port = free_port()
        self.worker = Worker(self.environment, self.home / "worker.log")
        self.worker.options += ("--beat", "--include", "tests.faults.faulty")
        shutil.copy(self.furniture / "bandwise.sqlite3", self.database)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "VAR_DIR": str(self.var),
            "DATABASE_URL": f"sqlite:///{self.database}",
            "STATIC_DIR": str(self.furniture / "static"),
            "REDIS_URL": self.broker.url,
            "PORT": str(self.port),
            "WEB_CONCURRENCY": "1",
            "UPLOADS_PER_HOUR": "100000",
            "UPLOADS_PER_HOUR_FROM_ADDRESS": "100000",
            "SWEEP_SECONDS": "1",
            "TMPDIR": str(self.temporary),
            "FAULT_FILE": str(self.home / "fault"),
            **self.settings,
        }

    @property
    def database(self) -> Path:
        return self.var / "bandwise.sqlite3"

    @property
    def uploads(self) -> Path:
        return self.var / "resumes"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def visitor(self) -> Visitor:
        return Visitor(self.address)

    def open(self, *, worker: bool = True) -> None:
        """Start everything that a deployment starts; without a worker uploads wait."""
        self.broker.start()
        self.start_web()
        if worker:
            self.worker.start()

    def start_web(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "tests.faults.faulty"]
        with (self.home / "web.log").open("ab") as log:
            self.web = subprocess.Popen(
                command, cwd=ROOT, env=os.environ | self.environment, stdout=log, stderr=log, start_new_session=True
            )
        wait_until(lambda: answers(self.address), PATIENCE)

    def close(self) -> None:
        self.worker.kill()
        if self.web:
            with suppress(ProcessLookupError):
                os.killpg(self.web.pid, signal.SIGKILL)
            self.web.wait(10)
        self.broker.stop()

    def plan(self, fault: str) -> None:
        """Have a fault happen, once."""
        (self.home / "fault").write_text(fault)

    def happened(self) -> bool:
        return not (self.home / "fault").exists()

    def web_processes(self) -> list[psutil.Process]:
        """Return the processes that answer requests: the server's children."""
        assert self.web
        return psutil.Process(self.web.pid).children()

    def tell(self, task: str) -> None:
        """Send the workers a task of upkeep."""
        with Celery(broker=self.broker.url.replace("unix://", "redis+socket://", 1)) as app:
            app.send_task(f"resumes.tasks.{task}", queue="upkeep")

    def rows(self, query: str = "SELECT count(*) FROM resumes_resume", *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query, or write; the database is asked from outside the site."""
        with closing(sqlite3.connect(self.database, timeout=30)) as connection, connection:
            return connection.execute(query, values).fetchall()

    def count(self) -> int:
        return int(self.rows()[0][0])

    def state(self, key: str) -> str:
        found = self.rows("SELECT state FROM resumes_resume WHERE id = ?", key.replace("-", ""))
        return str(found[0][0]) if found else "gone"

    def ends(self, key: str, state: str = "done", seconds: float = PATIENCE) -> None:
        wait_until(lambda: self.state(key) == state, seconds)

    def files(self) -> set[str]:
        """Return the names of all that is stored."""
        return {path.name for path in self.uploads.iterdir()} if self.uploads.exists() else set()

    def orphans(self) -> set[str]:
        """Return the names of stored files that no row names."""
        named = {name for (name,) in self.rows("SELECT file FROM resumes_resume")}
        return self.files() - named - {name for (name,) in self.rows("SELECT file FROM resumes_pagepicture")}

    def empty(self) -> None:
        """Take away every resume and every file."""
        for table in ("pagepicture", "drawing", "reading", "resume"):
            self.rows(f"DELETE FROM resumes_{table}")
        for name in self.files():
            (self.uploads / name).unlink(missing_ok=True)

    def grow_old(self) -> None:
        """Let an hour pass for all stored files."""
        for name in self.files():
            os.utime(self.uploads / name, (time.time() - OLD,) * 2)
