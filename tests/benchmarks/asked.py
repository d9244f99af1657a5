"""The other end of `warm.Warm`: `python asked.py PARSER` in the parser's own environment; nothing else is imported.

What a parser prints goes nowhere: only our own lines reach the pipe.
"""

import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

Parser = Callable[[str], dict[str, Any]]
"""From a file's path to what was found, by our words for it: "name", "email", "skills", "degrees", "employers", ...

Raises whatever the parser raises. What is empty was not found.
"""


OURS = ("resumes.child", "resumes.reading.limits", "resumes.extraction.years", "resumes.preloaded")


def bandwise() -> Parser:
    """Return ours, of the folder that this process was started in."""
    sys.path.insert(0, str(Path.cwd()))
    child, limits, years, _ = map(importlib.import_module, OURS)
    today = date(2026, 11, 1)

    def parse(path: str) -> dict[str, Any]:
        facts = child.analyse(Path(path).read_bytes(), limits.Limits(), today).facts
        return {
            "skills": facts.skills,
            "degrees": facts.education.highest != "none",
            "employers": [role.employer for role in facts.roles if role.employer],
            "titles": [role.title for role in facts.roles if role.title],
            "dates": [role.start for role in facts.roles if role.start],
            "years": years.count(facts.roles, facts.stated_years, today).total,
        }

    return parse


def pydparser() -> Parser:
    keep_models()
    parser = importlib.import_module("pydparser")

    def parse(path: str) -> dict[str, Any]:
        found = parser.ResumeParser(path).get_extracted_data()
        names = {"company_names": "employers", "designation": "titles", "degree": "degrees", "skills": "skills"}
        return {ours: found[its] for its, ours in names.items()} | {"years": found["total_experience"]}

    return parse


def openresume() -> Parser:
    parser = importlib.import_module("openresume")

    def parse(path: str) -> dict[str, Any]:
        found = answered(parser.parse_resume_from_pdf(path))
        work, studies = found["experience"], found["education"]
        return {
            "skills": found["skills"],
            "degrees": studies["level"] or studies["degree_course"],
            "employers": [role["company"] for role in work["work_history"] if role["company"]],
            "titles": [role["title"] for role in work["work_history"] if role["title"]],
            "dates": [role["start_date"] for role in work["work_history"] if role["start_date"]],
            "years": work["years"] or work["months"],
        }

    return parse


def answered(said: dict[str, Any]) -> dict[str, Any]:
    """Return the resume. Raises `LookupError` where the parser says that it could not read it."""
    if not said["ok"]:
        raise LookupError(said["error"]["code"])
    found: dict[str, Any] = said["resume"]
    return found


def rb_resume_parser() -> Parser:
    parser = importlib.import_module("resume_parser")

    def parse(path: str) -> dict[str, Any]:
        found = parser.parse_resume(path)
        if not found:
            raise LookupError("no text")
        return {"titles": found["role"]}

    return parse


def resume_parser_pro() -> Parser:
    keep_models()
    parser = importlib.import_module("resume_parser_pro")

    def parse(path: str) -> dict[str, Any]:
        found = parser.ResumeParser(path).parse()
        work = found["experience"]
        return {
            "skills": found["skills"],
            "degrees": found["education"],
            "employers": [role["company"] for role in work if role.get("company")],
            "titles": [role["designation"] for role in work if role.get("designation")],
            "dates": [role["duration"] for role in work if role.get("duration")],
        }

    return parse


def keep_models() -> None:
    """Let spaCy load each model once: some parsers load theirs anew for every resume."""
    spacy = importlib.import_module("spacy")
    load = spacy.load
    kept: dict[str, Any] = {}

    def load_once(name: object, **options: Any) -> Any:
        key = f"{name} {options}"
        if key not in kept:
            kept[key] = load(name, **options)
        return kept[key]

    spacy.load = load_once


PARSERS: dict[str, Callable[[], Parser]] = {
    "bandwise": bandwise,
    "pydparser": pydparser,
    "openresume-parser": openresume,
    "rb-resume-parser": rb_resume_parser,
    "resume-parser-pro": resume_parser_pro,
}


def answers(parse: Parser) -> None:
    """Answer every path that comes in, until there are no more."""
    out = os.fdopen(os.dup(1), "w", buffering=1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    print(json.dumps({"ready": True}), file=out)
    for line in sys.stdin:
        print(json.dumps(answer(parse, line.rstrip("\n"))), file=out)


def answer(parse: Parser, path: str) -> dict[str, Any]:
    """Return the time and the names of what was found, or the type of the error."""
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        found = parse(path)
    except Exception as error:  # noqa: BLE001  (whatever a parser raises is its answer)
        return {"error": type(error).__name__}
    took = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    return {**took, "found": sorted(name for name, value in found.items() if value)}


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        answers(PARSERS[sys.argv[1]]())
