"""Open ends in lists whose lines begin with dates."""

import pytest

from tests.resumes.extraction.histories import found

LIST = "\nFeb - Nov 2023 Norvane Ltd, Analyst\n6/2021-12/2022 Dover Mills, Analyst\n2019 - May 2021 Harlow, Clerk"


def first(line: str, below: str = LIST) -> tuple[str | None, str | None]:
    dated = found(f"EXPERIENCE\n{line}{below}").dates[0]
    return dated.start, dated.end


@pytest.mark.parametrize("line", ["Jan ’24 – Brightloom, Engineer", "01/2024 - Brightloom, Engineer"])
def test_a_month_and_a_dash_above_whole_ranges_is_open(line: str) -> None:
    assert first(line) == ("2024-01", "present")


def test_a_year_and_a_dash_above_whole_ranges_is_the_year() -> None:
    assert first("2024 – Brightloom, Engineer") == ("2024", "2024")


def test_a_dash_behind_every_date_parts_it_from_its_name() -> None:
    assert (
        first("Jan 2024 – Brightloom Award", "\nMay 2023 – Dover Prize\nMay 2022 – Harlow Cup" + LIST)[1] == "2024-01"
    )


def test_a_month_and_a_dash_alone_stay_a_month() -> None:
    assert first("Jan 2024 – Brightloom, Engineer", "")[1] == "2024-01"
