"""The measuring of analyses: every stage is timed, what is compared is compared within one run."""

import pytest

from resumes.extraction.pipeline import build
from tests.benchmarks import stages
from tests.benchmarks.analyses import Analysis
from tests.benchmarks.documents import SAMPLE, own, spread
from tests.benchmarks.staging import READING, STAGES, Bench, bench, without
from tests.benchmarks.turns import Took, forked, in_turns, timed

WAYS = {
    "limit": 10,
    "limit in a child": 12,
    "analysis": 15,
    "analysis in a child": 16,
    "inside the child": 18,
    "sandboxed": 40,
    "sandbox": 22,
}


@pytest.fixture(scope="module")
def built() -> Bench:
    return bench(build())


def analysis(kind: str = "pdf", **changed: float) -> Analysis:
    """An analysis of a page of 300 words, times in milliseconds."""
    times = {**WAYS, **dict.fromkeys(STAGES, 1), **changed}
    return Analysis(kind, 1, 300, {name: Took(ms / 1000, ms / 1000) for name, ms in times.items()})


def test_a_pdf_has_all_stages(built: Bench) -> None:
    took = built.stages(SAMPLE.read_bytes())
    assert set(took) == set(STAGES)
    assert all(one.cpu >= 0 for one in took.values())


def test_a_text_has_all_stages_but_those_of_pages(built: Bench) -> None:
    text = next(document for document in own().documents if document.format == "txt")
    assert set(STAGES) - set(built.stages(text.data)) == {*READING} - {"type check", "layout"}


def test_every_document_is_known_by_its_format_alone() -> None:
    assert {document.format for document in own().documents} == {"pdf", "docx", "txt"}


def test_some_documents_of_many_are_spread_over_all() -> None:
    documents = own().documents
    assert [documents.index(one) for one in spread(documents, 3)] == [0, len(documents) // 3, len(documents) * 2 // 3]


def test_the_least_of_all_rounds_counts_part_by_part() -> None:
    rounds = iter([Took(3.0, 1.0), Took(2.0, 2.0)])
    assert in_turns({"one": lambda: {"part": next(rounds)}}, 2) == {"part": Took(2.0, 1.0)}


def test_each_goes_first_in_some_round() -> None:
    asked: list[str] = []

    def call(name: str) -> dict[str, Took]:
        asked.append(name)
        return {name: Took(1.0, 1.0)}

    in_turns({"ours": lambda: call("ours"), "limit": lambda: call("limit")}, 2)
    assert asked == ["ours", "limit", "limit", "ours"]


def test_a_forked_child_tells_its_time() -> None:
    assert forked(lambda: sum(range(10_000))).cpu > 0


def test_a_forked_child_that_fails_has_no_time() -> None:
    with pytest.raises(ChildProcessError):
        forked(lambda: 1 / 0)


def test_what_is_left_of_the_whole_is_never_below_nothing() -> None:
    assert without(Took(3.0, 1.0), Took(1.0, 0.5), Took(1.0, 1.0)) == Took(1.0, 0.0)


def test_a_call_that_sleeps_takes_no_processor_time() -> None:
    assert timed(lambda: None).cpu < 0.1


def test_the_child_is_held_against_the_limit_in_a_child() -> None:
    told = {target.what: target.measured for target in stages.targets("own", [analysis()])}
    assert told["analysis in limits, inside the child, median, own"] == pytest.approx(1.5)
    assert told["analysis in limits, around the sandboxed call, median, own"] == pytest.approx(4.0)


def test_a_missed_target_names_the_stages_that_take_the_most() -> None:
    slow = list(stages.targets("own", [analysis(roles=30)]))
    assert [target.reached for target in slow] == [True, True, False, False, False]
    assert slow[2].why.startswith("Most goes to roles (")
    assert slow[0].why == ""


def test_only_pdfs_have_a_limit() -> None:
    rows = [analysis(), analysis("txt", analysis=1000)]
    assert stages.whole("own", rows).rows == stages.whole("own", rows[:1]).rows


def test_the_part_has_a_row_a_stage_and_a_row_a_format() -> None:
    part = stages.part_of({"2 own resumes": [analysis(), analysis("txt")]})
    assert [row[0] for row in part.tables[-2].rows] == list(STAGES)
    assert [row[0] for row in part.tables[-1].rows] == ["pdf, 2 own resumes", "txt, 2 own resumes"]
