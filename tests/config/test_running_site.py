"""A site that runs, web and worker in own processes: its logs lead from one to the other, its figures agree."""

import http.cookiejar
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError

import psutil
import pytest

from tests.browser.conftest import answers, free_port, started_web
from tests.conftest import RESUME
from tests.processes import ROOT, Broker, Worker, wait_until

pytestmark = pytest.mark.worker

TOKEN = "only-the-monitoring-server-knows"
CANARY = "Quillfeather"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")
LABEL = re.compile(r'="([^"]*)"')


@dataclass
class Running:
    """A site, and a visitor to it."""

    port: int
    metrics_port: int
    worker: Worker
    web: "subprocess.Popen[bytes]"
    web_log: Path
    cookies: http.cookiejar.CookieJar = field(default_factory=http.cookiejar.CookieJar)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def open(self, path: str, body: bytes | None = None, **headers: str) -> str:
        visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with visitor.open(urllib.request.Request(self.address + path, body, named), timeout=20) as answer:
            return str(answer.url if body else answer.read().decode())

    def upload(self, data: bytes) -> str:
        """Send a resume as a browser does; return its id once it is read."""
        (token,) = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.open("/"))[:1]
        fields = (("csrfmiddlewaretoken", "", token.encode()), ("file", f'; filename="{CANARY}.txt"', data))
        parts = (
            b'--limit\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
            % (name.encode(), more.encode(), value)
            for name, more, value in fields
        )
        sent = b"".join(parts) + b"--limit--\r\n"
        page = self.open("/", sent, Content_Type="multipart/form-data; boundary=limit", Referer=self.address + "/")
        resume = page.rstrip("/").rpartition("/")[2]
        wait_until(lambda: any(line.get("resume") == resume for line in self.lines("resume_done")))
        return resume

    def lines(self, event: str) -> list[dict[str, str]]:
        """Return the log lines of one event, from web and worker."""
        found = []
        for line in (self.web_log.read_text() + self.worker.text()).splitlines():
            with suppress(json.JSONDecodeError):
                found.append(json.loads(line))
        return [line for line in found if isinstance(line, dict) and line.get("event") == event]

    def figures(self, port: int | None = None) -> dict[str, float]:
        """Return every figure by its name and labels."""
        request = urllib.request.Request(f"http://127.0.0.1:{port or self.port}/metrics")
        request.add_header("Authorization", f"Bearer {TOKEN}")
        with urllib.request.urlopen(request, timeout=20) as answer:
            lines = answer.read().decode().splitlines()
        return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines if line[0] != "#")}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Web with two processes, worker and broker, that count and log as a deployment would."""
    var = tmp_path_factory.mktemp("running")
    broker = Broker(var)
    broker.start()
    ports = free_port(), free_port()
    environment = {
        "VAR_DIR": str(var),
        "DATABASE_URL": f"sqlite:///{var / 'site.sqlite3'}",
        "REDIS_URL": broker.url,
        "PORT": str(ports[0]),
        "METRICS_PORT": str(ports[1]),
        "METRICS_TOKEN": TOKEN,
        "WEB_CONCURRENCY": "2",
        "LOG_JSON": "true",
    }
    for command in (["migrate", "-v0"], ["load_guide"], ["collectstatic", "--no-input", "-v0"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=os.environ | environment, check=True)
    worker = Worker(environment, var / "worker.log", options=("--without-gossip", "--without-mingle"))
    worker.start()
    web = started_web(environment, var / "web.log")
    running = Running(*ports, worker, web, var / "web.log")
    wait_until(lambda: answers(running.address), 60)
    yield running
    web.terminate()
    web.wait(20)
    worker.kill()
    broker.stop()


def test_one_request_id_leads_from_the_upload_through_the_worker(running: Running) -> None:
    resume = running.upload(RESUME)
    (accepted,) = (line for line in running.lines("upload_accepted") if line["resume"] == resume)
    (done,) = (line for line in running.lines("resume_done") if line["resume"] == resume)
    (begun,) = (line for line in running.lines("task_started") if line["task_id"] == done["task_id"])
    assert accepted["request_id"] == done["request_id"] == begun["request_id"]
    assert any(line["request_id"] == done["request_id"] for line in running.lines("request_finished"))
    assert done["task"] == "resumes.tasks.analyse_resume"


def test_a_visitor_cannot_choose_the_request_id(running: Running) -> None:
    running.open("/", X_Request_ID="chosen-by-a-visitor", X_Correlation_ID="chosen-by-a-visitor")
    assert "chosen-by-a-visitor" not in running.web_log.read_text()


def test_what_the_worker_counts_is_served_by_the_web(running: Running) -> None:
    before = running.figures()
    running.upload(RESUME)
    after = running.figures()
    ended = 'bandwise_resumes_ended_total{code="done"}'
    assert after[ended] == before.get(ended, 0) + 1
    assert after['bandwise_stage_seconds_count{stage="whole"}'] == after[ended]
    assert after['bandwise_uploads_total{outcome="accepted"}'] == after[ended]


def test_the_worker_serves_the_same_on_a_port_of_its_own(running: Running) -> None:
    running.upload(RESUME)
    uploads = 'bandwise_uploads_total{outcome="accepted"}'
    assert running.figures(running.metrics_port)[uploads] == running.figures()[uploads]


@pytest.mark.parametrize("token", ["", "Bearer", "Bearer other", TOKEN])
def test_nobody_reads_the_figures_without_the_token(running: Running, token: str) -> None:
    for port in (running.port, running.metrics_port):
        request = urllib.request.Request(f"http://127.0.0.1:{port}/metrics", headers={"Authorization": token})
        with pytest.raises(HTTPError, match="401"):
            urllib.request.urlopen(request, timeout=20)


def test_no_counter_falls_when_a_web_process_dies(running: Running) -> None:
    for _ in range(20):
        running.open("/healthz")
    seen = 'bandwise_http_requests_total{method="GET",status="200",view="healthz"}'
    before = running.figures()[seen]
    for process in psutil.Process(running.web.pid).children():
        process.kill()
    time.sleep(1)
    wait_until(lambda: answers(running.address), 60)
    assert running.figures()[seen] >= before
    assert len(list((running.web_log.parent / "metrics").glob("slot-*"))) <= 4


def test_no_label_carries_anything_of_a_visitor(running: Running) -> None:
    running.upload(RESUME.replace(b"Ana Example", CANARY.encode()))
    with suppress(HTTPError):
        running.open(f"/{CANARY}?name={CANARY}")
    told = "\n".join(running.figures())
    assert CANARY not in told
    assert UUID.search(told) is None
    assert set(LABEL.findall(told)) <= {
        label for label in LABEL.findall(told) if re.fullmatch(r"[\w:.+-]{1,60}", label)
    }


def test_upkeep_is_not_logged_every_few_seconds(running: Running) -> None:
    running.upload(RESUME)
    assert all(line["queue"] == "celery" for line in running.lines("task_started"))
