"""Promise 14, the disk: full or read-only, it costs what is asked of it meanwhile, in words, and nothing else."""

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import RESUME
from tests.faults.house import PATIENCE, House
from tests.faults.visitor import Answer, Visitor, key_of
from tests.processes import wait_until

pytestmark = [pytest.mark.worker, pytest.mark.usefixtures("emptied")]

Figure = Callable[[int, str], None]
NO_MOUNT = "no file system can be mounted here: this needs root"
BLOCK = bytes(4096)
LARGE = RESUME + b"- Kept a diary of experiments\n" * 60_000
"""A resume of 1.8 MB."""


def mount(folder: Path) -> bool:
    """Put a small disk in the place of a folder; return whether that could be done."""
    command = ["mount", "-t", "tmpfs", "-o", "size=16m", "bandwise", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def house(furniture: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A site whose database and uploads lie on a disk of 16 MB; logs, broker and temporary files do not."""
    home = tmp_path_factory.mktemp("small")
    (home / "var").mkdir()
    if not mount(home / "var"):
        pytest.skip(NO_MOUNT)
    made = House(home, furniture, home / "var")
    try:
        made.open()
        yield made
    finally:
        made.close()
        subprocess.run(["umount", "--lazy", str(home / "var")], check=True)


@contextmanager
def full(house: House, *, free: int = 0) -> Iterator[None]:
    """Fill the disk, but for so many bytes."""
    filler = house.var / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(BLOCK)
        except OSError:
            file.truncate(max(0, file.tell() - free))
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def read_only(house: House) -> Iterator[None]:
    """Make the disk read-only, as a kernel does that has found it failing: files that are open stay so."""
    for options in (["--bind"], ["-o", "remount,ro,bind"]):
        subprocess.run(["mount", *options, str(house.var), str(house.var)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(house.var)], check=True)


def is_clean(answer: Answer) -> bool:
    """Return whether an answer says that it cannot just now, when to come back, and nothing of the error."""
    words = "Not just now" in answer.text and "Traceback" not in answer.text and "Error" not in answer.text
    return (answer.status, answer.headers["Retry-After"], words) == (503, "30", True)


def seen(house: House, *paths: str) -> dict[str, int]:
    """Return what a new visitor, or a probe, gets for each page."""
    return {path: house.visitor().get(path).status for path in paths}


def pids(house: House) -> list[int]:
    return [*(one.pid for one in house.web_processes()), house.worker.pid]


def whole(house: House) -> bool:
    """Return whether every row has its file and every file its row."""
    return {name for (name,) in house.rows("SELECT file FROM resumes_resume")} == house.files()


def recovers(house: House, visitor: Visitor) -> None:
    """See that what is sent now is read, with nothing started anew."""
    key = key_of(visitor.upload(RESUME))
    house.ends(key)
    assert visitor.get(f"/resumes/{key}/").status == 200
    assert whole(house)


def test_a_full_disk_refuses_in_words_and_all_goes_on_when_there_is_room(house: House, figure: Figure) -> None:
    visitor, before = house.visitor(), pids(house)
    kept = key_of(visitor.upload(RESUME))
    house.ends(kept)
    with full(house):
        refused = [visitor.upload(RESUME) for _ in range(3)]
        pages = seen(house, "/healthz", "/", "/guide/") | {f"/resumes/{kept}/": visitor.get(f"/resumes/{kept}/").status}
    assert all(map(is_clean, refused))
    assert set(pages.values()) <= {200, 503}
    assert pages["/healthz"] == 200
    recovers(house, visitor)
    assert (pids(house), house.count()) == (before, 2)
    told = ", ".join(f"{path.replace(kept, '…')} {status}" for path, status in pages.items())
    figure(14, f"disk full: uploads 503 503 503, {told}; then room: read at once, rows 2 of 2, processes the same")


def test_an_upload_that_fills_the_disk_leaves_nothing_of_itself(house: House, figure: Figure) -> None:
    visitor, before = house.visitor(), house.files()
    visitor.token()
    with full(house, free=1_000_000):
        answer = visitor.upload(LARGE)
        left = house.files() - before
    assert (is_clean(answer), left) == (True, set())
    figure(14, "an upload of 1.8 MB onto a disk with 1.0 MB left: 503, bytes left behind 0")


def test_a_resume_that_waits_while_the_disk_is_full_is_read_afterwards(house: House, figure: Figure) -> None:
    house.worker.kill()
    key = key_of(house.visitor().upload(RESUME))
    with full(house):
        house.worker.start()
        wait_until(lambda: "task_failed" in house.worker.text(), PATIENCE)
        assert house.worker.alive
    house.ends(key)
    figure(14, "a resume waiting while the disk is full: worker and beat live on, done when there is room")


def test_a_read_only_disk_refuses_in_words_and_all_goes_on_when_it_can_be_written(house: House, figure: Figure) -> None:
    visitor, before, count = house.visitor(), pids(house), house.count()
    visitor.token()
    with read_only(house):
        refused = [visitor.upload(RESUME) for _ in range(3)]
        pages = seen(house, "/healthz", "/", "/guide/")
    assert all(map(is_clean, refused))
    assert set(pages.values()) <= {200, 503}
    recovers(house, visitor)
    assert (pids(house), house.count()) == (before, count + 1)
    told = ", ".join(f"{path} {status}" for path, status in pages.items())
    figure(14, f"disk read-only: uploads 503 503 503, {told}; then written again: read at once, processes the same")
