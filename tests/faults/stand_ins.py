"""Children that misbehave: each stands in for a parser that a hostile document has taken over."""

import os
import resource
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from resumes.child import HEADER, Answer, Broke


def abort() -> Answer:
    os.abort()


def leave(status: int) -> Answer:
    os._exit(status)


def crash() -> Answer:
    os.kill(os.getpid(), signal.SIGSEGV)
    return Broke("survived")


def end_by_signal(number: int) -> Answer:
    signal.raise_signal(signal.Signals(number))
    return Broke("survived")


def processor_limit() -> Answer:
    return Broke(str(resource.getrlimit(resource.RLIMIT_CPU)))


def loop() -> Answer:
    while True:
        pass


def hang() -> Answer:
    time.sleep(3600)
    return Broke("woke up")


def swell(mib: int) -> Answer:
    """Take memory; the answer is an error's name where the limit holds."""
    held = bytearray(mib * 1024 * 1024)
    return Broke(f"held {len(held)}")


def talk_too_much() -> Answer:
    return Broke("x" * 40_000_000)


def raise_with_words() -> Answer:
    raise ValueError("a line of the resume")


def exit_by_exception() -> Answer:
    sys.exit(0)


def fork() -> Answer:
    return tried(lambda: os.fork())


def start_a_program() -> Answer:
    return tried(lambda: subprocess.run(["/bin/true"], check=True))


def replace_itself() -> Answer:
    return tried(lambda: os.execv("/bin/true", ["/bin/true"]))


def open_a_socket() -> Answer:
    return tried(lambda: socket.create_connection(("127.0.0.1", 9), timeout=1))


def read_a_file(path: str) -> Answer:
    return tried(lambda: Path(path).read_bytes())


def list_a_folder(path: str) -> Answer:
    return tried(lambda: list(Path(path).iterdir()))


def tell_variables() -> Answer:
    return Broke(" ".join(os.environ))


def write_a_file(path: str) -> Answer:
    return tried(lambda: Path(path).write_text("here"))


def append_to_a_file(path: str) -> Answer:
    def append() -> None:
        with Path(path).open("ab") as file:
            file.write(b"more")

    return tried(append)


def remove_a_file(path: str) -> Answer:
    return tried(lambda: Path(path).unlink())


def kill(pid: int) -> Answer:
    return tried(lambda: os.kill(pid, signal.SIGKILL))


def raise_its_limits() -> Answer:
    limit = resource.RLIMIT_AS
    return tried(lambda: resource.setrlimit(limit, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)))


def print_words() -> Answer:
    for stream in (sys.stdout, sys.stderr):
        stream.write("a line of the resume")
        stream.flush()
    return Broke("printed")


def tried(deed: object) -> Answer:
    """Return "done" where the deed succeeds, else the error's name."""
    assert callable(deed)
    try:
        deed()
    except OSError as error:
        return Broke(type(error).__name__)
    return Broke("done")


def limits() -> Answer:
    return Broke(f"{resource.getrlimit(resource.RLIMIT_CORE)} {resource.getrlimit(resource.RLIMIT_FSIZE)}")


def descriptors() -> Answer:
    """Tell how many descriptors are open beside standard input, output and error."""
    return Broke(str(sum(is_open(descriptor) for descriptor in range(3, 64))))


def is_open(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


def half_an_answer() -> Answer:
    """Announce a long message on every pipe there is, send a little of it, and stop."""
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, HEADER.pack(1000) + b"{")
        except OSError:
            continue
    os._exit(0)
