"""Children that misbehave: each stands in for a parser that a hostile document has taken over."""

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from resumes import child
from resumes.child import HEADER, Answer, Broke

ORDER = b"An engineer who says: "


def obey(data: bytes, *arguments: Any) -> Answer:
    """Do what the document orders, or read it where it orders nothing: whether readers are sound is asked too.

    An order is the name of a function of this module, and what to call it with, as a list of JSON behind `ORDER`.
    """
    if not data.startswith(ORDER):
        return child.analyse(data, *arguments)
    name, given = json.loads(data.removeprefix(ORDER))
    answer: Answer = globals()[name](*given)
    return answer


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


def fork_without_end() -> Answer:
    answer = fork()
    while answer == Broke("done"):
        answer = fork()
    return answer


def start_a_program() -> Answer:
    return tried(lambda: subprocess.run(["/bin/true"], check=True))


def replace_itself() -> Answer:
    return tried(lambda: os.execv("/bin/true", ["/bin/true"]))


def open_a_socket(port: int = 9) -> Answer:
    return tried(lambda: socket.create_connection(("127.0.0.1", port), timeout=1))


def send_a_datagram(port: int) -> Answer:
    return tried(lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"a line", ("127.0.0.1", port)))


def reach_the_broker(path: str) -> Answer:
    return tried(lambda: socket.socket(socket.AF_UNIX).connect(path))


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


def garbled_answer() -> Answer:
    return say(b'{"type": "Analysed", "document": 7}')


def answer_of_wrong_size() -> Answer:
    return say(b"", announced=1 << 60)


def say(message: bytes, announced: int | None = None) -> Answer:
    """Send a message of one's own on every pipe there is, and stop."""
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, HEADER.pack(len(message) if announced is None else announced) + message)
        except OSError:
            continue
    os._exit(0)


def half_an_answer() -> Answer:
    """Announce a long message on every pipe there is, send a little of it, and stop."""
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, HEADER.pack(1000) + b"{")
        except OSError:
            continue
    os._exit(0)
