"""Promise 17: what goes is gone, from every place that bytes of it lay in."""

import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from os import environ
from pathlib import Path

import psutil
import pytest
from pytest_django import Settings

from resumes import sweep
from tests.conftest import RESUME
from tests.faults.canary import Canary, hits, live, read
from tests.faults.conftest import sized
from tests.faults.house import PATIENCE, House
from tests.faults.visitor import key_of
from tests.processes import ROOT, wait_until

pytestmark = pytest.mark.worker

Figure = Callable[[int, str], None]
MEGABYTE = 1_000_000
TIME_IS_UP = "UPDATE resumes_resume SET created_at = datetime('now', '-25 hours'), expires_at = datetime('now')"


def until_gone(house: House, canary: Canary, seconds: float = PATIENCE) -> float:
    """Wait until nothing of the canary is found anywhere; return how long that took."""
    begun = time.monotonic()
    while found := hits(house, canary):
        assert time.monotonic() - begun < seconds, found
        time.sleep(0.2)
    return time.monotonic() - begun


def manage(house: House, *command: str) -> str:
    environment = environ | house.environment
    done = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_nothing_is_found_of_a_resume_that_its_visitor_deletes(house: House, figure: Figure) -> None:
    canary, others = Canary(), house.files()
    visitor = live(house, canary)
    before = hits(house, canary)
    assert before.keys() >= {"var/bandwise.sqlite3-wal"} or before.keys() >= {"var/bandwise.sqlite3"}
    assert any(place.startswith("var/resumes/") for place in before), "what is searched for can be found"
    for key in (canary.key, canary.again):
        assert visitor.post(f"/resumes/{key}/delete/").status == 200
    took = until_gone(house, canary)
    assert visitor.get(f"/shared/{canary.words['link']}/").status == 404
    assert house.files() == others
    places = "database and journal, uploads, pictures, temporary files, Redis dump, logs"
    figure(17, f"deleted by its visitor: hits in {places} before {len(before)} places, after 0, within {took:.1f} s")


def test_nothing_is_found_of_a_resume_whose_time_is_up(house: House, figure: Figure) -> None:
    canary = Canary()
    visitor = live(house, canary)
    house.rows(TIME_IS_UP)
    took = until_gone(house, canary)
    assert (house.count(), house.files()) == (0, set())
    assert visitor.get(f"/shared/{canary.words['link']}/").status == 404
    figure(
        17, f"expired: hits 0 within {took:.1f} s after its 24 hours (sweep every second here, every 5 s by default)"
    )


def test_a_backup_holds_no_resume_and_a_restored_one_revives_none(house: House, figure: Figure, tmp_path: Path) -> None:
    canary = Canary()
    visitor = house.visitor()
    canary.key = key_of(visitor.upload(canary.pdf, canary.filename))
    house.ends(canary.key)
    manage(house, "backup", str(tmp_path / "backup"))
    assert canary.found_in(read(house.database) + read(house.database.with_name("bandwise.sqlite3-wal")))
    assert canary.found_in((tmp_path / "backup").read_bytes()) == set()
    manage(house, "restore", "--replace", str(tmp_path / "backup"))
    assert canary.found_in(read(house.database) + read(house.database.with_name("bandwise.sqlite3-wal"))) == set()
    guide = house.visitor().get("/guide/")
    assert (guide.status, house.count()) == (200, 0)
    assert visitor.get(f"/resumes/{canary.key}/").status == 404
    house.grow_old()
    house.tell("remove_orphans")
    wait_until(lambda: not house.files(), PATIENCE)
    house.ends(key_of(house.visitor().upload(RESUME)))
    figure(17, "backup taken while a resume was there: hits 0; restored: guide served, resumes revived 0, uploads read")


def test_sweeps_that_were_missed_are_caught_up_with(house: House, figure: Figure) -> None:
    count = sized(300, 110)
    house.worker.stop()
    with closing(sqlite3.connect(house.database, timeout=30)) as connection, connection:
        key = key_of(house.visitor().upload(RESUME))
        multiply(connection, house, key.replace("-", ""), count)
    begun = time.monotonic()
    house.worker.start()
    wait_until(lambda: house.count() == 0, PATIENCE)
    assert house.files() == set()
    figure(
        17,
        f"{count} expired while no worker ran: all gone {time.monotonic() - begun:.0f} s after one starts, files too",
    )


def multiply(connection: sqlite3.Connection, house: House, key: str, count: int) -> None:
    """Copy a resume with its file so often, and let the time of all be up."""
    columns = [row[1] for row in connection.execute("PRAGMA table_info(resumes_resume)")]
    others = ", ".join(one for one in columns if one not in ("id", "file"))
    copied = f"INSERT INTO resumes_resume (id, file, {others}) SELECT ?, ?, {others} FROM resumes_resume WHERE id = ?"
    for number in range(count - 1):
        name = f"{number:032x}"
        (house.uploads / name).write_bytes(RESUME)
        connection.execute(copied, (name, name, key))
    connection.execute(
        "UPDATE resumes_resume SET created_at = datetime('now', '-25 hours'), expires_at = datetime('now')"
    )


def test_an_upload_touches_the_disk_only_where_it_is_stored(house: House, figure: Figure) -> None:
    canary = Canary()
    visitor = house.visitor()
    body = canary.text.encode() + b"x" * (sized(20, 12) * MEGABYTE)
    seen: set[str] = set()
    with watched(house, body, visitor.token(), visitor.cookies()) as connection:
        for start in range(0, len(body), MEGABYTE):
            connection.sendall(body[start : start + MEGABYTE])
            seen |= hits(house, canary).keys()
        connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(1 << 16)
    assert b" 422 " in answer.split(b"\r\n")[0]
    assert (seen, list(house.temporary.rglob("*.upload*"))) == (set(), [])
    figure(17, f"an upload of {len(body) // MEGABYTE} MB under way: temporary files 0, hits on disk 0, then refused")


def watched(house: House, body: bytes, token: str, cookies: dict[str, str]) -> socket.socket:
    """Begin to send an upload by hand; return the connection that its body goes through."""
    head = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="resume.txt"\r\n\r\n'
    lines = [
        "POST / HTTP/1.1",
        f"Host: 127.0.0.1:{house.port}",
        "Content-Type: multipart/form-data; boundary=edge",
        f"Content-Length: {len(head) + len(body)}",
        f"X-CSRFToken: {token}",
        f"Cookie: {'; '.join(f'{name}={value}' for name, value in cookies.items())}",
        "Connection: close",
    ]
    connection = socket.create_connection(("127.0.0.1", house.port), timeout=60)
    connection.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + head)
    return connection


def test_no_process_leaves_a_core(house: House, figure: Figure) -> None:
    processes = [*house.web_processes(), psutil.Process(house.worker.pid), *house.worker.family()]
    limits = [
        Path(f"/proc/{one.pid}/limits").read_text().split("Max core file size")[1].split()[0] for one in processes
    ]
    assert set(limits) == {"0"}
    figure(17, f"core dumps: limit 0 in web, worker, beat and server of children ({len(processes)} processes)")


def test_what_a_crash_leaves_behind_goes_before_a_resume_would(settings: Settings, figure: Figure) -> None:
    beat = settings.CELERY_BEAT_SCHEDULE
    orphan = sweep.ORPHAN_AGE + timedelta(seconds=beat["remove orphans"]["schedule"])
    row = timedelta(hours=settings.RESUME_KEPT_HOURS, seconds=beat["sweep"]["schedule"])
    assert orphan < row
    figure(17, f"largest age while worker and beat run: row, text, pictures {row}; a file that a crash left {orphan}")
