import re

import pytest

from resumes.extraction.facts import Achievement, Evidence
from resumes.extraction.lexicons import load
from resumes.extraction.merit import first_words, flat, judge, rules, worth_showing


def judged(line: str) -> Achievement:
    return judge(line, Evidence(0, len(line)))


def proof(line: str, reason: str) -> str:
    found = judged(line)
    return found.proofs[found.reasons.index(reason)].quote(line)


@pytest.mark.parametrize(
    ("line", "reason", "words"),
    [
        ("Tuned the ranker; p95 latency fell from 8.1 s to 2.2 s", "metric", "p95 latency fell from 8.1 s to 2.2 s"),
        ("Word errors at 7.5%, down from 15% with the old model", "metric", "Word errors at 7.5%, down from 15%"),
        ("Overnight runs finish at 4:10 instead of 7:30 now", "metric", "10 instead of 7"),
        ("Batching brought the job to 2 hours from 9 hours", "metric", "brought the job to 2 hours from 9 hours"),
        ("Releases of the bot went from monthly to daily", "metric", "from monthly to daily"),
        ("Fixed the cache; hit rate 71% → 93% in production", "metric", "hit rate 71% → 93%"),
        ("Improved the recall of rare classes by 14%", "metric", "Improved the recall of rare classes by 14%"),
        ("Packed batches, which made training 3x faster", "metric", "made training 3x faster"),
        ("GPU hours halved by mixed precision and packing", "metric", "GPU hours halved by mixed precision and"),
        ("Saved $1.4M a year by moving to spot machines", "metric", "Saved $1.4M a year"),
        ("Reached an F1 of 0.93 on receipts in five scripts", "metric", "Reached an F1 of 0.93"),
        ("The first draft is accepted in 88% of tickets", "metric", "draft is accepted in 88% of tickets"),
        ("Found 8 of 10 faulty pumps a week before they broke", "metric", "Found 8 of 10 faulty pumps a week"),
        ("The safety check answers within 3 ms on the robot", "metric", "safety check answers within 3 ms"),
        ("New tests caught six broken exports before release", "metric", "New tests caught six broken exports"),
        ("Ranks offers for 12 million shoppers with LightGBM", "scale", "Ranks offers for 12 million shoppers"),
        ("The service answers 4,500 requests a second", "scale", "The service answers 4,500 requests a second"),
        ("Index of millions of scanned letters in Lucene", "scale", "Index of millions of scanned"),
        ("Runs the cluster of 64 GPUs for the lab", "scale", "the cluster of 64 GPUs"),
        ("The tool plans the routes of nine factories", "scale", "the routes of nine factories"),
        ("Shipped the model to all phones", "production", "Shipped the model to"),
        ("Wrote the checks that gate every release", "production", "the checks that gate every release"),
        ("Triage of scans, cleared by the regulator", "production", "cleared by the regulator"),
        ("On-call for the feature store, with drift detection", "production", "On-call"),
        ("The planner is in daily use at the port", "production", "The planner is in daily use"),
        ("Sorting by taste; orders per visit rose by 3%", "production", "orders per visit rose by 3%"),
        ("Fewer returns, saving $2.1 million a year", "production", "saving $2.1 million a year"),
        ("The ranker powers the search page of the shop", "production", "The ranker powers the search page"),
        ("Built the tagger into the product suite", "production", "Built the tagger into"),
        ("Released the planner to every customer of the port", "production", "Released the planner to"),
        ("Wrote runbooks and paging for the planner", "production", "runbooks"),
        ("Two workshop papers on screws, one in press", "research", "Two workshop papers"),
        ("Pedestrians at night, MIDL 2023", "research", "MIDL 2023"),
        ("Small things in big models, ICLR 2022", "research", "ICLR 2022"),
        (
            "A. Example, B. Sample. On nothing. Annals, 2019.",
            "research",
            "A. Example, B. Sample. On nothing. Annals, 2019",
        ),
        ("US patent on the sorting of screws, granted 2020", "research", "patent on the sorting of screws, g"),
        ("Silver medal in the national science challenge", "research", "Silver medal"),
        ("Led five engineers who write the planner", "ownership", "Led five engineers"),
        ("Owned the annotation budget and its tools", "ownership", "Owned the annotation budget"),
        ("Sole author of the group's test suite", "ownership", "Sole"),
    ],
)
def test_a_reason_is_found_with_the_words_that_prove_it(line: str, reason: str, words: str) -> None:
    assert words in proof(line, reason)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Worked from 2016 to 2019 on the search team", "metric"),
        ("Position with 20% travel to other offices", "metric"),
        ("Spent 30% of my time on support calls", "metric"),
        ("One of 300 fellows of the foundation", "metric"),
        ("Wrote scripts in Python 3.8 and Java 11", "metric"),
        ("Kept the documentation of the team up to date", "metric"),
        ("Trained with 3 folds and 2 seeds in PyTorch", "scale"),
        ("Joined the company in 2019 as an engineer", "scale"),
        ("Contributed the fix #6582 to a library", "scale"),
        ("Wrote a production plan for the factory", "production"),
        ("Studied power systems and embedded systems", "production"),
        ("Built the tagger in an hour", "production"),
        ("Studied how papers are printed", "research"),
        ("Searched 2 million papers by their words", "research"),
        ("Worked in a team with others", "ownership"),
    ],
)
def test_a_number_or_a_word_alone_is_no_reason(line: str, reason: str) -> None:
    assert reason not in judged(line).reasons


@pytest.mark.parametrize(
    "line",
    [
        "Reviewer for ICML 2022 with 12 papers a year",
        "Held weekly labs for 60 students of statistics",
        "Taught five classes a year at a high school",
        "Certified administrator, 2021, top 5%",
    ],
)
def test_duties_and_lessons_score_nothing(line: str) -> None:
    assert judged(line).score == 0


def test_teaching_with_a_result_is_more_than_a_duty() -> None:
    assert "metric" in judged("Taught algebra; the share of passes rose from 60% to 82%").reasons


def test_the_score_is_the_sum_of_the_strongest_rules() -> None:
    both = judged("Shipped the ranker; p95 fell from 90 ms to 20 ms")
    weights = {(rule.reason, rule.name): rule.weight for rule in rules()}
    assert both.score == round(weights["metric", "before_and_after"] + weights["production", "live"], 2)


def test_a_line_without_an_outcome_stands_behind_one_with_it() -> None:
    much = judged("Led five engineers who shipped the planner to 3 million users a day")
    assert len(much.reasons) == 3
    assert much.score < judged("Cut the cost of training by 20%").score


def test_millions_stand_before_smaller_outcomes() -> None:
    assert judged("Saved $2.1 million a year").score > judged("Saved $2,100 a year").score


def test_one_lesser_reason_is_not_worth_showing() -> None:
    assert not worth_showing(judged("Shipped the model to the new platform"))
    assert worth_showing(judged("Shipped the model to 40 stores"))


def test_every_reason_has_one_proof() -> None:
    found = judged("Led a team of 12 that shipped a ranker to 3 million users and cut costs by 20%")
    assert len(found.proofs) == len(found.reasons) == 4


def test_proofs_keep_their_place_where_letters_grow_when_small() -> None:
    assert proof("İstanbul: delays of buses cut by 12% in a year", "metric") == "delays of buses cut by 12% in a year"


def test_a_line_break_does_not_part_a_proof() -> None:
    assert proof("Delays fell from\n40 to 25 minutes", "metric") == "Delays fell from\n40 to 25 minutes"


def test_small_letters_stand_where_the_large_ones_stood() -> None:
    assert len(flat("İ\tA\nB")) == 5


def test_every_pattern_is_in_small_letters() -> None:
    assert all(re.sub(r"\\[A-Z]", "", rule.pattern.pattern).islower() for rule in rules())


def test_the_words_a_rule_asks_for_are_pieces_of_its_patterns() -> None:
    listed = load("achievements")["pieces"]
    asked = {
        name
        for named in load("achievements")["reasons"].values()
        for rule in named.values()
        for name in rule.get("words", ())
    }
    assert all(isinstance(listed[name], list) and list(first_words(name)) for name in asked)
