"""Run extraction over a corpus of labelled resumes and print how much of it is right.

    python tests/benchmarks/evaluate.py [CORPUS]

CORPUS holds `files/` and `labels/`, or is "own" for the project's own corpus, written afresh (default:
../shared/corpus/dev beside the checkout where it exists, else the project's own). With DETAILS=1 in the environment
it also says, resume by resume, what is wrong.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.corpus.layouts import write_corpus  # noqa: E402  (found from the root, wherever this is started)
from tests.corpus.scoring import Figures, Score, figures_of, score  # noqa: E402

AS_OF = date(2026, 11, 1)
"""The day that "Present" means in the labels."""
BESIDE = ROOT.parent / "shared" / "corpus" / "dev"
OWN = "own"
SHOWN = {
    "tier": "tier",
    "years_total": "total",
    "years_ml": "ml",
    "years_relevant": "relevant",
    "specialization": "specialization",
    "location": "place",
    "metro": "place",
    "education_progress": "degree",
    "title": "title",
}
"""What the details check, and the fact that they print where it is wrong."""


def labels_of(corpus: Path) -> list[dict[str, Any]]:
    """Return the labels of the corpus's resumes, by name; what is no resume is left out."""
    labels = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((corpus / "labels").glob("*.json"))]
    return [label for label in labels if label.get("is_resume", True)]


def analyze(corpus: Path) -> dict[str, dict[str, Any]]:
    """Return what `manage.py analyze` says of each file, by the file's stem."""
    files = sorted(str(path) for path in (corpus / "files").iterdir())
    command = [sys.executable, "manage.py", "analyze", "--json", "--as-of", AS_OF.isoformat(), *files]
    printed = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    answers = [json.loads(line) for line in printed.splitlines() if line.strip()]
    return {Path(answer["file"]).stem: answer for answer in answers}


def scores_of(corpus: Path, predictions: Mapping[str, dict[str, Any]]) -> list[Score]:
    return [score(label, predictions.get(label["id"]), AS_OF) for label in labels_of(corpus)]


def details(one: Score) -> Iterator[str]:
    """Yield the lines that say what is wrong with one resume's facts; none where all but skills are right."""
    wrong = [name for name in SHOWN if not one.right[name]]
    if not wrong and not one.roles_missed and not one.roles_extra:
        return
    yield f"{one.name}: {'FAILED ' if one.failed else ''}{' '.join(wrong)}"
    for name, fact in SHOWN.items():
        if name in wrong:
            yield f"    {fact}: {_short(one.given.get(fact))} for {_short(one.wanted[fact])}"
    for word, roles in (("missed", one.roles_missed), ("extra", one.roles_extra)):
        for role in roles:
            yield f"    {word}: {role.get('start')} .. {role.get('end')} [{role.get('kind')}] {role.get('title')}"
    yield f"    skills missed: {', '.join(one.skills_missed[:15])}"
    yield f"    skills extra: {', '.join(one.skills_extra[:15])}"


def _short(value: object) -> str:
    return " ".join(str(part) for part in value.values() if part) if isinstance(value, dict) else str(value)


def table(figures: Figures) -> Iterator[str]:
    """Yield one line a figure."""
    for name, value in figures.items():
        if isinstance(value, dict):
            shown = "  ".join(f"{part} {share:.3f}" for part, share in value.items())
        else:
            shown = f"{value:.3f}" if isinstance(value, float) else str(value)
        yield f"{name:28} {shown}"


def pace(predictions: Mapping[str, dict[str, Any]]) -> str:
    """Return the median and the 95th percentile of the seconds that a resume took, from bytes to facts."""
    seconds = sorted(answer["seconds"] for answer in predictions.values() if answer.get("seconds") is not None)
    last = seconds[int(len(seconds) * 0.95)] if seconds else 0.0
    return f"{'seconds':28} median {statistics.median(seconds or [0]):.3f}  95th percentile {last:.3f}"


def evaluate(corpus: Path) -> None:
    predictions = analyze(corpus)
    scores = scores_of(corpus, predictions)
    if os.environ.get("DETAILS"):
        print(*(line for one in scores for line in details(one)), sep="\n", end="\n\n")
    print(*table(figures_of(scores)), pace(predictions), sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default=str(BESIDE) if BESIDE.is_dir() else OWN)
    chosen: str = parser.parse_args().corpus
    if chosen != OWN:
        print(f"Corpus: {chosen}")
        evaluate(Path(chosen).resolve())
        return
    with tempfile.TemporaryDirectory() as folder:
        print("Corpus: the project's own")
        evaluate(write_corpus(Path(folder)))


if __name__ == "__main__":
    main()
