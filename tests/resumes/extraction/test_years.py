from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.extraction.facts import Evidence, Kind, Role, StatedYears
from resumes.extraction.years import count, in_years, month_span, union

AS_OF = date(2024, 7, 15)


def role(start: str | None, end: str | None, kind: Kind = "ml") -> Role:
    return Role("Engineer", "Brightloom", start, end, kind, "high", ())


def stated(years: int, of: str) -> StatedYears:
    return StatedYears(Decimal(years), "ml" if of == "ml" else "total", Evidence(0, 1))


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2020-01", "2020-12", 12),
        ("2020-05", "2020-05", 1),
        ("2018", "2020", 24),
        ("2018", "2018", 6),
        ("2020-07", "2022", 24),
        ("2023-07", "present", 12),
        ("2024-01", "2025-06", 6),
        ("2020-03", None, 1),
    ],
)
def test_months_between_printed_dates(start: str, end: str | None, months: int) -> None:
    first, last = month_span(start, end, AS_OF) or (0, 0)
    assert last - first == months


@pytest.mark.parametrize(
    ("start", "end"), [(None, None), ("2024-07", "present"), ("2025-01", "2026-01"), ("2022", "2020")]
)
def test_no_months_where_nothing_lies_between(start: str | None, end: str | None) -> None:
    assert month_span(start, end, AS_OF) is None


def test_a_text_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        month_span("soon", None, AS_OF)


spans = st.lists(
    st.tuples(st.integers(24000, 24100), st.integers(1, 60)).map(lambda s: (s[0], s[0] + s[1])), max_size=8
)


@given(spans)
def test_union_is_the_number_of_different_months(found: list[tuple[int, int]]) -> None:
    assert union(found) == len({month for first, last in found for month in range(first, last)})


months = st.builds(lambda year, month: f"{year}-{month:02}", st.integers(1995, 2030), st.integers(1, 12))
kinds = st.sampled_from(["ml", "adjacent", "other", "internship", "academic"])


def naive(roles: list[Role], *wanted: str) -> Decimal:
    now = AS_OF.year * 12 + AS_OF.month - 1
    counted = set()
    for one in roles:
        if one.kind in wanted:
            bounds = [one.start or "", one.end or ""]
            first, last = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in bounds)
            counted |= {month for month in range(first, last + 1) if month < now}
    return in_years(len(counted))


@given(st.lists(st.builds(role, months, months, kinds), max_size=6))
def test_count_is_that_of_month_sets(roles: list[Role]) -> None:
    years = count(roles, None, AS_OF)
    assert years.total == naive(roles, "ml", "adjacent", "other")
    assert years.ml == naive(roles, "ml")
    assert abs(years.ml + years.adjacent - naive(roles, "ml", "adjacent")) <= Decimal("0.01")


def test_student_work_does_not_count() -> None:
    years = count([role("2020-01", "2021-12", "internship"), role("2020-01", "2021-12", "academic")], None, AS_OF)
    assert (years.total, years.ml, years.adjacent) == (0, 0, 0)


def test_adjacent_is_what_it_adds_to_ml() -> None:
    years = count([role("2020-01", "2020-12"), role("2019-07", "2020-06", "adjacent")], None, AS_OF)
    assert (years.ml, years.adjacent) == (Decimal("1.00"), Decimal("0.50"))


def test_a_claim_stands_in_where_no_professional_role_is_dated() -> None:
    years = count([role(None, None)], stated(7, "ml"), AS_OF)
    assert (years.total, years.ml, years.claimed, years.confidence) == (7, 7, True, "low")


def test_a_claim_about_all_work_gives_no_ml_years() -> None:
    years = count([role(None, None)], stated(7, "total"), AS_OF)
    assert (years.total, years.ml) == (7, 0)


def test_a_claim_does_not_replace_a_count() -> None:
    assert count([role("2023-01", "2023-12")], stated(7, "ml"), AS_OF).total == 1


def test_a_claim_without_professional_roles_counts_nothing() -> None:
    assert count([role(None, None, "internship")], stated(7, "ml"), AS_OF).total == 0


def test_an_uncertain_role_makes_the_count_uncertain() -> None:
    doubtful = Role("Engineer", None, "2020", "2021", "ml", "low", ())
    assert count([role("2022-01", "2022-06"), doubtful], None, AS_OF).confidence == "low"
