"""Landlock (Linux 5.13 and later): this process may read the code it runs on, and open, make or reach nothing else.

Without it a parser that a document has taken over could put the database or a secret into the text it returns.
"""

import ctypes
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
"""Numbers of the system calls, the same on every architecture."""

ASK_VERSION = 1
PATH_BENEATH = 1
READ_FILE, READ_DIR = 1 << 2, 1 << 3
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
"""How many rights over files, counted from bit 0, the kernel knows from which version on."""

NET_FROM, ALL_NET = 4, 0b11
SCOPE_FROM, ALL_SCOPES = 6, 0b11
"""From these versions on: no TCP; no signals and abstract sockets to processes outside."""

CODE = (sys.prefix, sys.base_prefix, Path(__file__).parent, Path(__file__).parent.parent / "salaries")
SYSTEM = ("/usr/lib", "/lib", "/lib64", "/usr/share/fonts")


class Ruleset(ctypes.Structure):
    """struct landlock_ruleset_attr."""

    _fields_ = [("files", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scopes", ctypes.c_uint64)]


class Beneath(ctypes.Structure):
    """struct landlock_path_beneath_attr."""

    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


@cache
def version() -> int:
    """Return the version of Landlock in the running kernel, 0 where it has none or it is turned off."""
    return max(0, call(CREATE_RULESET, None, 0, ASK_VERSION))


def read_code_only() -> bool:
    """Confine this process to reading its own code, for good; return False where the kernel cannot.

    `PR_SET_NO_NEW_PRIVS` must have been set. Raises `OSError` where the kernel refuses what its version promises.
    """
    if not version():
        return False
    rules = asked(call(CREATE_RULESET, ctypes.byref(handled()), known_size(), 0))
    allow_reading(rules, (*CODE, *SYSTEM))
    asked(call(RESTRICT_SELF, rules, 0))
    os.close(rules)
    return True


def handled() -> Ruleset:
    """Return all rights that this kernel can take away."""
    count = max(rights for since, rights in FILE_RIGHTS.items() if since <= version())
    net = ALL_NET if version() >= NET_FROM else 0
    return Ruleset((1 << count) - 1, net, ALL_SCOPES if version() >= SCOPE_FROM else 0)


def known_size() -> int:
    """Return how many bytes of the ruleset this kernel knows: a field came with each of these versions."""
    fields = 1 + (version() >= NET_FROM) + (version() >= SCOPE_FROM)
    return fields * ctypes.sizeof(ctypes.c_uint64)


def allow_reading(rules: int, folders: Iterable[str | Path]) -> None:
    """Give back the right to read beneath these folders; those that are not there need none."""
    for folder in folders:
        with suppress(FileNotFoundError):
            parent = os.open(folder, os.O_PATH | os.O_CLOEXEC)
            asked(call(ADD_RULE, rules, PATH_BENEATH, ctypes.byref(Beneath(READ_FILE | READ_DIR, parent)), 0))
            os.close(parent)


def call(number: int, *arguments: object) -> int:
    """Make a system call; return what it returns, -1 where it fails."""
    return int(ctypes.CDLL(None, use_errno=True).syscall(number, *arguments))


def asked(result: int) -> int:
    """Return the result of a call that must not fail. Raises `OSError`."""
    if result < 0:
        raise OSError(ctypes.get_errno(), f"landlock: {os.strerror(ctypes.get_errno())}")
    return result
