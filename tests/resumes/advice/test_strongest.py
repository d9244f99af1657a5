from resumes.advice.strongest import strongest
from resumes.extraction.facts import Achievement, Evidence, Facts
from tests.resumes.advice.person import document, facts, plain


def test_the_best_line_comes_first_word_for_word() -> None:
    best = strongest(document(), facts())[0]
    assert best.quote == "Served the grasp model to 40 warehouses; failed picks fell from 9% to 3%."


def test_each_reason_is_told_with_the_words_that_prove_it() -> None:
    measured = strongest(document(), facts())[0].why[0]
    assert str(measured) == "measured: failed picks fell from 9% to 3%"


def test_there_are_never_more_than_three() -> None:
    document, found = plain(*(f"Cut the cost of the {name} service by 20%" for name in ("old", "new", "big", "small")))
    assert len(strongest(document, found)) == 3


def test_lines_that_are_not_worth_it_do_not_fill_up() -> None:
    document, found = plain("Cut the cost of the search service by 20%", "Shipped the model to the new platform")
    assert len(strongest(document, found)) == 1


def test_no_achievements_give_no_lines() -> None:
    assert strongest(document(), Facts()) == ()


def test_achievements_without_proofs_show_the_whole_line() -> None:
    older = Achievement(Evidence(0, 11), 0.5, ("metric",))
    assert str(strongest(document(), Facts(achievements=(older,)))[0].why[0]) == "measured: Ana Example"
