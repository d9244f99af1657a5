"""What is told of pages: the estimate against its bounds, of the guide the slowest page."""

from tests.benchmarks.pages import ANSWER, Page, part_of
from tests.benchmarks.turns import Took


def page(name: str, ms: float, queries: int = 2) -> Page:
    took = Took(ms / 1000, ms / 2000)
    return Page(name, Took(0.1, 0.1), [took] * 3, [], queries, 12.5)


def test_the_slowest_page_of_the_guide_speaks_for_all() -> None:
    part = part_of([page(ANSWER, 12.0, 9), page("guide, tiers", 2.0), page("guide, states", 7.0)])
    assert [target.reached for target in part.targets] == [True, False, False]
    assert part.targets[-1].what == "slowest page, guide, states, kept"


def test_a_page_has_its_times_queries_and_size_in_a_row() -> None:
    part = part_of([page(ANSWER, 12.0, 9), page("guide, tiers", 2.0)])
    assert part.tables[0].rows[0] == [ANSWER, 100.0, 12.0, 12.0, 6.0, None, 9, 12.5]
