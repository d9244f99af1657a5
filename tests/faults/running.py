"""What runs beside a worker in the drills: the beat, and a broker that accepts and never answers."""

import os
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from config import embedded
from tests.processes import ROOT


@dataclass
class Beat:
    """A Celery beat."""

    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "celery", "-A", "config", "beat", "--loglevel", "info"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=os.environ | self.environment, stdout=log, stderr=log, start_new_session=True
            )

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait(10)


@dataclass
class BlackHole:
    """A server at the broker's address that accepts every connection and never says a word."""

    directory: Path
    _socket: socket.socket = field(default_factory=lambda: socket.socket(socket.AF_UNIX))
    _taken: list[socket.socket] = field(default_factory=list)

    def __enter__(self) -> "BlackHole":
        address = embedded.socket_of(self.directory)
        address.unlink(missing_ok=True)
        self._socket.bind(str(address))
        self._socket.listen(128)
        threading.Thread(target=self._swallow, daemon=True).start()
        return self

    def _swallow(self) -> None:
        with suppress(OSError):  # closed: that is the end of it
            while True:
                self._taken.append(self._socket.accept()[0])

    def __exit__(self, *_error: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for one in self._taken:
            one.close()
        embedded.socket_of(self.directory).unlink(missing_ok=True)

    @property
    def swallowed(self) -> int:
        """How many connections it has taken."""
        return len(self._taken)
