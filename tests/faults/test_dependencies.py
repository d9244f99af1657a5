"""What Bandwise runs on: pinned with hashes, under licenses that allow it."""

import json
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.processes import ROOT

Figure = Callable[[int, str], None]

LOCKS = sorted([ROOT / "requirements.lock", *ROOT.glob("config/*.lock"), *ROOT.glob("tests/*.lock")])
PINNED = re.compile(
    r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==[^ ;\\]+[^\n]*\\\n((?:[ \t]+--hash=sha256:[0-9a-f]{64}[^\n]*\n)+)", re.MULTILINE
)
NAMED = re.compile(r"^([A-Za-z0-9._-]+)", re.MULTILINE)
TOLD = tomllib.loads((Path(__file__).parent / "licenses.toml").read_text(encoding="utf-8"))


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_pinned_with_its_hashes(lock: Path, figure: Figure) -> None:
    text = lock.read_text(encoding="utf-8")
    named, pinned = NAMED.findall(text), [name for name, _ in PINNED.findall(text)]
    assert pinned == named
    figure(25, f"{lock.relative_to(ROOT)}: {len(pinned)} of {len(named)} pinned with SHA-256")


def test_installing_refuses_what_has_another_hash() -> None:
    installs = re.findall(r"pip install.*", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert installs
    assert [line for line in installs if "--require-hashes" not in line] == []


def licenses() -> dict[str, str]:
    """Return the license of every installed requirement of a running site."""
    texts = [lock.read_text(encoding="utf-8") for lock in LOCKS if lock.parent.name != "tests"]
    wanted = {plain(name) for text in texts for name in NAMED.findall(text)}
    command = [sys.executable, "-m", "piplicenses", "--format=json", "--from=mixed"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    told = {plain(one["Name"]): str(one["License"]) for one in found}
    return {name: TOLD["read"].get(name, told[name]) for name in wanted & told.keys()}


def parts(license_: str) -> list[str]:
    """Return the single licenses of an expression."""
    return re.split(r"; | AND | OR ", license_)


def test_no_license_outside_the_list_turns_up(figure: Figure) -> None:
    found = licenses()
    allowed = {*TOLD["allowed"], *TOLD["read"].values()}
    assert {name: said for name, said in found.items() if not set(parts(said)) <= allowed} == {}
    families = Counter(re.sub(r"[ -].*", "", part) for said in found.values() for part in parts(said))
    listed = ", ".join(f"{name} {count}" for name, count in families.most_common())
    figure(25, f"licenses of {len(found)} packages that run, all on the list: {listed}")


def test_a_license_that_is_not_on_the_list_would_be_found() -> None:
    assert not {"GPL-3.0-only"} <= set(TOLD["allowed"])
    assert parts("MIT AND GPL-3.0-only") == ["MIT", "GPL-3.0-only"]
