"""Children that misbehave in every way a parser could that a document has taken over, under a real worker.

The worker is the real one but for its readers (`taken_over`): queue, server of children, confinement and pipe are
those of production. Nobody's process, file or socket is reached, and the worker never notices.
"""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import LazySettings

from config import embedded
from resumes.confinement import can_filter
from resumes.models import Reading, Resume, State
from tests.faults.conftest import sized
from tests.faults.sending import let_work_take, send, start_warm, wait_for_all
from tests.faults.stand_ins import ORDER
from tests.faults.watching import Watch
from tests.processes import ROOT, Worker, wait_until

pytestmark = [
    pytest.mark.worker,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not can_filter(), reason="libseccomp is not on this machine"),
]

LIMIT = 5
"""Seconds: misbehavior that lasts is cut off by the clock, and the full limit would teach no more."""


def deeds(var: Path, worker: Worker, port: int) -> dict[str, list[object]]:
    """Return what the children do, with what they do it to."""
    canary, new = str(var / "canary"), str(var / "new")
    return {
        **{name: [] for name in ("abort", "crash", "loop", "exit_by_exception", "raise_with_words", "print_words")},
        **{name: [] for name in ("fork", "fork_without_end", "start_a_program", "replace_itself", "raise_its_limits")},
        **{name: [] for name in ("half_an_answer", "talk_too_much", "garbled_answer", "answer_of_wrong_size")},
        "leave": [0],
        "swell": [4000],
        "kill": [worker.pid],
        "write_a_file": [new],
        "append_to_a_file": [canary],
        "remove_a_file": [canary],
        "read_a_file": [canary],
        "open_a_socket": [port],
        "send_a_datagram": [port],
        "reach_the_broker": [str(embedded.socket_of(var))],
    }


@contextmanager
def listening() -> Iterator[tuple[int, list[str]]]:
    """Listen on one port, connections and datagrams alike; give the port and the list of what came."""
    came: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as stream, socket.socket(type=socket.SOCK_DGRAM) as datagrams:
        port: int = stream.getsockname()[1]
        datagrams.bind(("127.0.0.1", port))
        threading.Thread(target=note_connections, args=(stream, came), daemon=True).start()
        yield port, came
        datagrams.setblocking(False)
        came += ["datagram"] if datagram_of(datagrams) else []
        stream.shutdown(socket.SHUT_RDWR)


def note_connections(stream: socket.socket, came: list[str]) -> None:
    while True:
        try:
            stream.accept()[0].close()
        except OSError:  # closed: the test is over
            return
        came.append("connection")


def datagram_of(datagrams: socket.socket) -> bytes:
    try:
        return datagrams.recv(100)
    except BlockingIOError:
        return b""


def files_of(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder, but for what worker and broker write there themselves."""
    own = {"worker.log", *(path.name for path in folder.glob("embedded*"))}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name not in own}


def ordered(name: str, arguments: list[object]) -> bytes:
    return ORDER + json.dumps([name, arguments]).encode()


def test_children_that_misbehave_harm_neither_the_worker_nor_anything_else(
    worker: Worker, settings: LazySettings, var: Path, figure: Callable[[int, str], None]
) -> None:
    let_work_take(worker, settings, LIMIT)
    worker.app = "tests.faults.taken_over"
    (var / "canary").write_text("as it was")
    start_warm(worker)
    pid, before, project = worker.pid, files_of(var), sorted(ROOT.iterdir())
    with listening() as (port, came), Watch(worker) as watch:
        orders = deeds(var, worker, port)
        sent = [send(ordered(*order)) for order in orders.items() for _ in range(sized(20, 1))]
        wait_for_all(sized(1200, 240))
    assert (worker.alive, worker.pid) == (True, pid)
    assert {resume.state for resume in Resume.objects.all()} == {State.FAILED}
    assert not Reading.objects.exists()
    assert files_of(var) == before
    assert sorted(ROOT.iterdir()) == project
    assert came == []
    assert watch.peak_mib <= watch.server_mib + settings.RESUME_MAX_MEMORY_MIB
    figure(
        4,
        f"{len(sent)} children that misbehaved in {len(orders)} ways: worker's pid unchanged, files written 0,"
        f" connections {len(came)}, ended {Resume.objects.filter(state=State.FAILED).count()} of {len(sent)}",
    )


def test_a_worker_whose_children_misbehaved_takes_the_next_one_and_leaves_nobody_behind(
    worker: Worker, settings: LazySettings
) -> None:
    let_work_take(worker, settings, LIMIT)
    worker.app = "tests.faults.taken_over"
    start_warm(worker)
    for order in ("abort", "crash", "fork", "half_an_answer"):
        send(ordered(order, []))
    wait_for_all(180)
    last = send(ordered("print_words", []))
    wait_for_all(120)
    last.refresh_from_db()
    assert (last.state, last.code) == (State.FAILED, "unreadable")
    wait_until(lambda: not worker.at_work())
    assert "a line of the resume" not in worker.text()
