"""How gunicorn runs: where it listens, with how many processes, and what it says when the page answers."""

import gc
import sys
from typing import Protocol

from config import dumps, settings
from config.web_log import Joined

bind = f"{settings.BIND_ADDRESS}:{settings.PORT}"
worker_class = "config.patience.PatientWorker"
workers = settings.WEB_CONCURRENCY
threads = 4
timeout = 30
graceful_timeout = 10
max_requests = 5000
max_requests_jitter = 500
loglevel = "warning"
logger_class = Joined
# An upload streams through memory: its size is checked by the application, its line and headers here.
limit_request_line = 4094
limit_request_fields = 60
forwarded_allow_ips = ""  # what proxies say is believed where the settings name it, and nowhere else


dumps.forbid()  # here, before the web processes are forked


class Worker(Protocol):
    """The part of a gunicorn worker that is used here; `age` counts the processes started so far."""

    age: int


def post_worker_init(worker: Worker) -> None:
    """Say where the site is, once the first process has loaded it and answers.

    What is loaded by now stays for good. The collector need not look through it again, which would hold up whoever is
    answered just then: for some 50 ms, once in a hundred pages.
    """
    gc.collect()
    gc.freeze()
    if worker.age == 1:
        print(f"Bandwise answers at http://localhost:{settings.PORT}", file=sys.stderr, flush=True)  # noqa: T201
