"""Calls timed in turns: on a noisy machine only what was measured side by side can be compared."""

import os
import struct
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

SECONDS = struct.Struct("dd")


class Took(NamedTuple):
    """Seconds on the clock and of this process's processor time."""

    wall: float
    cpu: float


def timed(call: Callable[[], object]) -> Took:
    """Return what one call took. Raises what the call raises."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return Took(time.perf_counter() - wall, time.process_time() - cpu)


def least(one: Took | None, other: Took) -> Took:
    """Return the lesser wall and the lesser processor time: noise only ever adds."""
    return other if one is None else Took(min(one.wall, other.wall), min(one.cpu, other.cpu))


def in_turns(calls: Mapping[str, Callable[[], Mapping[str, Took]]], rounds: int) -> dict[str, Took]:
    """Let each call time its own parts once a round, the first one last in the next round.

    Returns the least of each part.
    """
    best: dict[str, Took] = {}
    names = list(calls)
    for round_ in range(rounds):
        shift = round_ % len(names)
        for name in names[shift:] + names[:shift]:
            best |= {part: least(best.get(part), took) for part, took in calls[name]().items()}
    return best


def forked(call: Callable[[], object]) -> Took:
    """Time a call in a child forked for it, as the sandbox's are: its memory is copied as it is touched.

    Raises `ChildProcessError` where the child gives no answer.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        answer(writer, call)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    if len(said) != SECONDS.size:
        raise ChildProcessError("the child gave no answer")
    return Took(*SECONDS.unpack(said))


def answer(writer: int, call: Callable[[], object]) -> None:
    """Write what the call takes and end this process, whatever happens."""
    try:
        os.write(writer, SECONDS.pack(*timed(call)))
    finally:
        os._exit(0)
