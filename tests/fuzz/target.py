"""One process of fuzzing: `python -m tests.fuzz.target reading FOLDER` and libFuzzer's own options behind it.

What breaks a rule in Python is kept once a place and the run goes on; what ends the process natively, libFuzzer keeps.
"""

import random
import sys
import time
import traceback
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["resumes.reading", "resumes.extraction"]):
    from tests.fuzz import holds

from resumes.child import place_of
from tests.fuzz.mutations import changed

SLOWEST = 10.0
"""Seconds of the processor for one file: half of what the sandbox gives it."""


class Target:
    def __init__(self, name: str, findings: Path) -> None:
        self.holds = holds.HOLDS[name]
        self.findings = findings

    def __call__(self, data: bytes) -> None:
        began = time.process_time()
        try:
            self.holds(data)
        except Exception as error:  # noqa: BLE001  (whatever it is, it is what is looked for)
            self.keep(data, f"{type(error).__name__} {error if isinstance(error, holds.Broken) else ''}", error)
        if time.process_time() - began > SLOWEST:
            self.keep(data, "slow", None)

    def keep(self, data: bytes, what: str, error: Exception | None) -> None:
        """Keep a file that breaks a rule, the first for each place in the code; shorter ones replace it."""
        place = "" if isinstance(error, holds.Broken) or error is None else place_of(error.__traceback__)
        name = "".join(letter if letter.isalnum() else "-" for letter in f"{what} {place}")[:180]
        file = self.findings / f"{name}.bin"
        if file.exists() and file.stat().st_size <= len(data):
            return
        file.write_bytes(data)
        file.with_suffix(".txt").write_text("".join(traceback.format_exception(error)) if error else what)


def mutated(data: bytes, most: int, seed: int) -> bytes:
    return changed(data, most, random.Random(seed), atheris.Mutate)


def main(name: str, folder: Path, *options: str) -> None:
    findings = folder / "findings"
    findings.mkdir(exist_ok=True)
    mutator = {"custom_mutator": mutated} if name == "reading" else {}
    atheris.Setup([sys.argv[0], *options], Target(name, findings), **mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
