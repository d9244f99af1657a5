"""The measuring of other parsers: what they fail on is told, what is not read alike is not compared."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import asked, peers
from tests.benchmarks.peers import Answers
from tests.benchmarks.warm import NoAnswer, Warm

A, B = Path("0.pdf"), Path("1.docx")


class Said(Warm):
    """A process that gives the answers at hand; an error among them is its death."""

    def __init__(self, *answers: dict[str, Any] | None) -> None:
        self.answers, self.starts = list(answers), 0

    def __enter__(self) -> "Said":
        self.starts += 1
        return self

    def end(self) -> None:
        pass

    def ask(self, path: Path) -> dict[str, Any]:
        if (answer := self.answers.pop(0)) is None:
            raise NoAnswer
        return answer


def took(wall: float, *found: str) -> dict[str, Any]:
    return {"wall": wall, "cpu": wall, "found": list(found)}


def test_the_least_time_counts_and_what_was_found_once() -> None:
    (answers,) = peers.ask_all({"ours": Said(*(took(wall, "skills") for wall in (3.0, 2.0, 4.0)))}, [A])
    assert answers.wall == {A: 2.0}
    assert answers.found["skills"] == 1


def test_a_document_that_failed_is_counted_once_by_its_kind() -> None:
    (answers,) = peers.ask_all({"other": Said({"error": "ValueError"})}, [B])
    assert answers.failed == {"docx: ValueError": 1}
    assert peers.times_of(answers) == []


def test_a_process_that_died_is_started_anew() -> None:
    process = Said(None, took(1.0), took(1.0), took(1.0))
    (answers,) = peers.ask_all({"other": process}, [A, B])
    assert process.starts == 1
    assert answers.failed == {"pdf: NoAnswer": 1}
    assert peers.times_of(answers) == [1.0]


def test_ours_is_held_against_what_the_other_read() -> None:
    ours, other = Answers("bandwise", wall={A: 1.0, B: 9.0}), Answers("other", wall={A: 4.0, B: 0.0})
    assert peers.ratios(ours, other) == [0.25]
    assert peers.target(ours, other).reached


def test_a_faster_parser_is_told_with_what_it_leaves_out() -> None:
    ours = Answers("bandwise", wall={A: 1.0, B: 1.0}, found=Counter(skills=2, years=2))
    other = Answers("other", wall={A: 0.5, B: 0.0}, found=Counter(skills=1))
    missed = peers.target(ours, other)
    assert not missed.reached
    assert missed.why == "It reads 1 of 2 documents, and finds 1.0 of the 6 kinds of facts in one, ours 2.0."


def test_every_parser_has_a_row_with_its_times_and_what_it_found() -> None:
    ours = Answers("bandwise", wall={A: 0.1}, cpu={A: 0.1}, found=Counter(skills=1, years=1))
    other = Answers("other", wall={A: 0.2}, cpu={A: 0.4}, failed=Counter({"docx: ValueError": 2}))
    none = Answers("none")
    rows = peers.table(ours, [ours, other, none], {"1 own": [A]}).rows
    assert rows[0] == ["bandwise", 100, 100, 100, 1, 1, 1, 1, 0, 0, 0, 0, 1, "nothing"]
    assert rows[1][:7] == ["other", 200, 200, 400, 0.5, 0.25, 1]
    assert rows[1][-1] == "2 docx: ValueError"
    assert rows[2][:7] == ["none", None, None, None, None, None, 0]


def test_a_parser_that_cannot_be_had_is_told_so() -> None:
    ours = Answers("bandwise", wall={A: 1.0}, cpu={A: 1.0})
    part = peers.part_of([ours], {"rb-resume-parser": "does not start"}, {"1 own resumes": [A]})
    assert "- rb-resume-parser does not start." in part.text[-1]
    assert part.targets == []


def test_every_parser_of_the_file_can_be_asked() -> None:
    assert {peer.name for peer in peers.peers()} | {peers.OURS} == set(asked.PARSERS)


def test_what_a_parser_raises_is_its_answer() -> None:
    def parse(path: str) -> dict[str, Any]:
        raise KeyError(path)

    assert asked.answer(parse, "0.pdf") == {"error": "KeyError"}


def test_what_is_empty_was_not_found() -> None:
    assert asked.answer(lambda path: {"skills": [], "titles": ["ML Engineer"]}, "0.pdf")["found"] == ["titles"]


def test_a_process_that_says_nothing_gives_no_answer(tmp_path: Path) -> None:
    with pytest.raises(NoAnswer), Warm(["true"], tmp_path):
        pass


def test_a_process_is_asked_line_by_line(tmp_path: Path) -> None:
    says = 'echo \'{"ready": true}\'; read path; echo \'{"error": "ValueError"}\'; read path'
    with Warm(["sh", "-c", says], tmp_path) as process:
        assert process.said == {"ready": True}
        assert process.ask(A) == {"error": "ValueError"}
