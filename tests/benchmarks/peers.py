"""Measure other parsers of resumes beside ours: `python -m tests.benchmarks.peers FOLDER [--most 10]`.

FOLDER holds an environment a parser, made where there is none. Each parser runs in one warm process of its own; they
are asked in turns, document by document. Writes the part "peers".
"""

import argparse
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.documents import corpora
from tests.benchmarks.parts import ROOT, Bars, Cell, Part, Table, Target, median, percentile, save
from tests.benchmarks.warm import NoAnswer, Warm

OURS = "bandwise"
ASKED = Path(__file__).with_name("asked.py")
MOST, ROUNDS = 10, 3
"""Documents of each corpus, and how often each is asked for."""

SEEN = ("skills", "employers", "titles", "degrees", "dates", "years")
"""What is told of what each finds: "years" is a number of years of work that it worked out."""


@dataclass
class Peer:
    """A parser as `peers.toml` has it."""

    name: str
    packages: list[str]
    apart: list[str] = field(default_factory=list)
    model: str = ""
    note: str = ""


@dataclass
class Answers:
    """What one parser said: seconds and findings by document, and the kinds of documents that it failed on."""

    name: str
    wall: dict[Path, float] = field(default_factory=dict)
    cpu: dict[Path, float] = field(default_factory=dict)
    found: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)


def peers() -> list[Peer]:
    """Return the parsers of the file beside this one."""
    told = tomllib.loads(Path(__file__).with_name("peers.toml").read_text(encoding="utf-8"))
    return [Peer(name, **about) for name, about in told.items()]


def install(peer: Peer, folder: Path) -> None:
    """Make the parser's environment where there is none. Raises `CalledProcessError`, its words in `stderr`."""
    if (folder / "installed").exists():
        return
    run([sys.executable, "-m", "venv", folder])
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet"]
    run([*pip, *peer.packages])
    if peer.apart:
        run([*pip, "--no-deps", *peer.apart])
    stand_in(peer, folder)
    (folder / "installed").touch()


def stand_in(peer: Peer, folder: Path) -> None:
    """Lay out what parsers look for beside their packages: a model under its usual name, and stop words."""
    (folder / "work").mkdir(exist_ok=True)
    if not peer.model:
        return
    packages = next((folder / "lib").glob("python3*")) / "site-packages"
    (folder / "work" / "en_core_web_sm").unlink(missing_ok=True)
    (folder / "work" / "en_core_web_sm").symlink_to((packages / peer.model).resolve())
    words = folder / "nltk" / "corpora" / "stopwords"
    words.mkdir(parents=True, exist_ok=True)
    listed = "from spacy.lang.en.stop_words import STOP_WORDS as w; print(*sorted(w), sep='\\n')"
    (words / "english").write_text(run([folder / "bin" / "python", "-c", listed]), encoding="utf-8")


def run(command: Sequence[str | Path]) -> str:
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


def started(folder: Path, missing: dict[str, str]) -> Iterator[tuple[str, Warm]]:
    """Yield ours and each parser that can be installed, not started yet; `missing` is told why others cannot."""
    yield OURS, Warm([sys.executable, ASKED, OURS], ROOT)
    for peer in peers():
        home = (folder / peer.name).resolve()
        try:
            install(peer, home)
        except subprocess.CalledProcessError as error:
            missing[peer.name] = f"cannot be installed: {last_line(error.stderr)}"
            continue
        yield peer.name, Warm([home / "bin" / "python", ASKED, peer.name], home / "work", NLTK_DATA=str(home / "nltk"))


def last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("WARNING")]
    return lines[-1][:160] if lines else "no reason given"


def written(folder: Path, most: int) -> Iterator[tuple[str, list[Path]]]:
    """Write documents of each corpus into the folder; yield the words for them, and the files."""
    for corpus in corpora(most):
        files = []
        for document in corpus.documents:
            files.append(folder / f"{len(list(folder.iterdir()))}.{document.format}")
            files[-1].write_bytes(document.data)
        yield f"{len(files)} {corpus.title}", files


def ask_all(processes: dict[str, Warm], files: Sequence[Path]) -> list[Answers]:
    """Ask each parser for each document, in turns."""
    answers = {name: Answers(name) for name in processes}
    for file in files:
        for _ in range(ROUNDS):
            for name, process in processes.items():
                ask(answers[name], process, file)
    return list(answers.values())


def ask(answers: Answers, process: Warm, file: Path) -> None:
    """Ask once; a process that dies or takes too long is started anew. A document that failed is not asked again."""
    if file in answers.wall and answers.wall[file] == 0:
        return
    try:
        said = process.ask(file)
    except NoAnswer:
        said = {"error": "NoAnswer"}
        process.end()
        process.__enter__()
    if "error" in said:
        answers.wall[file] = 0
        answers.failed[f"{file.suffix[1:]}: {said['error']}"] += 1
        return
    if file not in answers.wall:
        answers.found.update(said["found"])
    answers.wall[file] = min(said["wall"], answers.wall.get(file, said["wall"]))
    answers.cpu[file] = min(said["cpu"], answers.cpu.get(file, said["cpu"]))


def measure(folder: Path, most: int) -> Part:
    """Install, start, ask and tell."""
    missing: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as aside, ExitStack() as stack:
        sets = dict(written(Path(aside), most))
        warm = {}
        for name, process in started(folder, missing):
            try:
                warm[name] = stack.enter_context(process)
            except NoAnswer:
                missing[name] = "does not start"
        answers = ask_all(warm, [file for files in sets.values() for file in files])
    return part_of(answers, missing, sets)


def part_of(answers: Sequence[Answers], missing: dict[str, str], sets: dict[str, list[Path]]) -> Part:
    """Return what is told of the parsers; `sets` are the documents, by the words for them."""
    words = " and ".join(sets)
    ours = next(answer for answer in answers if answer.name == OURS)
    others = [answer for answer in answers if answer is not ours]
    bars = [(answer.name, median(times_of(answer)) * 1000) for answer in answers if times_of(answer)]
    notes = [f"- {peer.name}: {peer.note}" for peer in peers() if peer.note]
    absent = [f"- {name} {why}." for name, why in missing.items()]
    return Part(
        part="peers",
        title="Other parsers",
        text=[
            f"Each in one warm process, asked in turns for the same {words}; the least of {ROUNDS} times a document, "
            "on the clock. A parser is only held against ours on what it reads without an error.",
            "\n".join([*notes, *absent]),
        ],
        targets=[target(ours, other) for other in others if times_of(other)],
        tables=[table(ours, answers, sets)],
        bars=[Bars(title="Median of a resume by parser", unit="ms", bars=bars, log=True)],
    )


def times_of(answer: Answers) -> list[float]:
    return [took for took in answer.wall.values() if took]


def ratios(ours: Answers, other: Answers) -> list[float]:
    """Return our time as a part of the other's, document by document that both read."""
    return [ours.wall[file] / took for file, took in other.wall.items() if took and ours.wall[file]]


def worked(ours: Answers, other: Answers, files: Sequence[Path]) -> float | None:
    """Return our processor time as a part of the other's in the median of those documents, None where it read none."""
    both = [ours.cpu[file] / other.cpu[file] for file in files if file in ours.cpu and file in other.cpu]
    return median(both) if both else None


def target(ours: Answers, other: Answers) -> Target:
    """Return our time against the other's, and where ours is more, how much it is that each finds."""
    what, measured = f"our time against {other.name}, median", median(ratios(ours, other))
    read, kinds = len(times_of(other)), [found_each(answer) for answer in (other, ours)]
    told = (
        f"It reads {read} of {len(ours.wall)} documents, and finds {kinds[0]:.1f} of the {len(SEEN)} kinds of facts "
        f"in one, ours {kinds[1]:.1f}."
    )
    return Target(what=what, target=1.0, measured=measured, unit="x", why=told if measured > 1 else "")


def found_each(answer: Answers) -> float:
    """Return how many kinds of facts a parser finds in a document that it reads."""
    return answer.found.total() / max(1, len(times_of(answer)))


def table(ours: Answers, answers: Sequence[Answers], sets: dict[str, list[Path]]) -> Table:
    """Return a row a parser."""
    cells: list[list[Cell]] = []
    for answer in answers:
        seen = [answer.found[name] for name in SEEN]
        against = [worked(ours, answer, files) for files in sets.values()]
        failed = ", ".join(f"{count} {what}" for what, count in answer.failed.most_common())
        cells.append([answer.name, *speed(ours, answer), *against, len(times_of(answer)), *seen, failed or "nothing"])
    times = ["median ms", "95th percentile ms", "processor ms", "ours / its, median"]
    against_each = [f"ours / its, processor, {words}" for words in sets]
    columns = ["parser", *times, *against_each, "read", *SEEN, "failed on"]
    return Table(caption="Documents that each read, and in how many of them it found what", columns=columns, rows=cells)


def speed(ours: Answers, answer: Answers) -> list[Cell]:
    took = times_of(answer)
    if not took:
        return [None] * 4
    cpu = median(list(answer.cpu.values())) * 1000
    return [median(took) * 1000, percentile(took, 95) * 1000, cpu, median(ratios(ours, answer))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=MOST, help="documents of each corpus")
    options = parser.parse_args()
    print(save(measure(options.folder, options.most)))


if __name__ == "__main__":
    main()
