"""What a child that handles untrusted bytes may use, and how it is held to that."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Confinement:
    """Bounds of one child: seconds on the clock and of processor time, memory beyond what it starts with (MiB)."""

    seconds: float = 20
    memory_mib: int = 1024
    max_output: int = 16_000_000
    """Bytes of the message it may answer with."""
