import pytest

from resumes.extraction import gazetteer
from resumes.extraction.place_names import PlaceName, place_names


def names(line: str) -> list[PlaceName]:
    return place_names(line, gazetteer.load())


def where(line: str) -> list[tuple[str | None, str | None, str]]:
    return [(name.spot.city, name.spot.region, name.spot.country) for name in names(line)]


@pytest.mark.parametrize(
    ("line", "city", "region", "country"),
    [
        ("Concord, MA 01742", "Concord", "MA", "US"),
        ("12 Oak Street, Unit 3 Houston, TX 77002", "Houston", "TX", "US"),
        ("Northlight Labs (San Francisco, CA)", "San Francisco", "CA", "US"),
        ("Waco TX", "Waco", "TX", "US"),
        ("Austin, Texas, United States", "Austin", "TX", "US"),
        ("Washington, D.C.", "Washington", "DC", "US"),
        ("St. Louis, MO", "St. Louis", "MO", "US"),
        ("Redmond, WA\tJune 2020 - Present", "Redmond", "WA", "US"),
        ("Paris, TX", "Paris", "TX", "US"),
        ("Cambridge, MA", "Cambridge", "MA", "US"),
        ("Cambridge, UK", "Cambridge", "England", "GB"),
        ("Atlanta, Georgia", "Atlanta", "GA", "US"),
        ("Tbilisi, Georgia", "Tbilisi", None, "GE"),
        ("London, ON", "London", "Ontario", "CA"),
        ("Vancouver, CA", "Vancouver", "British Columbia", "CA"),
        ("Vancouver, WA", "Vancouver", "WA", "US"),
        ("Toronto ON M5V 2T6", "Toronto", "Ontario", "CA"),
        ("Pune, IN", "Pune", "Maharashtra", "IN"),
        ("Bengaluru, Karnataka, India", "Bengaluru", "Karnataka", "IN"),
        ("10115 Berlin, Germany", "Berlin", None, "DE"),
        ("BRAGA, PORTUGAL", "Braga", None, "PT"),
        ("Busan, South Korea Mar 2014", "Busan", None, "KR"),
        ("San José, Costa Rica", "San José", None, "CR"),
    ],
)
def test_a_city_beside_its_state_or_country_is_found(line, city, region, country):
    assert where(line) == [(city, region, country)]
    assert names(line)[0].qualified


@pytest.mark.parametrize(
    ("line", "city", "region", "country"),
    [
        ("San Francisco Bay Area", "San Francisco", "CA", "US"),
        ("Silicon Valley", "San Jose", "CA", "US"),
        ("NYC", "New York", "NY", "US"),
        ("Greater Boston", "Boston", "MA", "US"),
        ("Greater Seattle Area", "Seattle", "WA", "US"),
        ("Washington DC", "Washington", "DC", "US"),
        ("Mountain View", "Mountain View", "CA", "US"),
        ("London", "London", "England", "GB"),
        ("Paris", "Paris", None, "FR"),
        ("San Jose", "San Jose", "CA", "US"),
        ("Bangalore", "Bengaluru", "Karnataka", "IN"),
        ("Zürich", "Zurich", None, "CH"),
    ],
)
def test_a_city_alone_between_separators_is_found(line, city, region, country):
    assert where(f"ana@mail.example | {line}") == [(city, region, country)]


@pytest.mark.parametrize(
    ("line", "region", "country"),
    [
        ("Hokkaido, Japan", "Hokkaido", "JP"),
        ("California, USA", "CA", "US"),
        ("Egypt", None, "EG"),
        ("Karnataka", "Karnataka", "IN"),
    ],
)
def test_a_region_or_country_without_a_city_is_found(line, region, country):
    assert where(line) == [(None, region, country)]


@pytest.mark.parametrize(
    "line",
    [
        "Remote",
        "Boston Consulting Group",
        "Bank of America",
        "Texas Instruments",
        "Austin Powers",
        "Chad Smith",
        "Reading, writing",
        "Nice to have",
        "M. L. Jones",
        "ML, AI, CV",
        "Skilled in Python and Java",
        "Built mobile apps in Go",
        "CA",
        "IN",
    ],
)
def test_other_words_are_no_places(line):
    assert names(line) == []


def test_a_town_missing_from_the_tables_is_told_by_its_state_code():
    town = names("Smallville Corners, NJ")[0]
    assert (town.spot.city, town.spot.region, town.known) == ("Smallville Corners", "NJ", False)


def test_a_state_code_behind_a_company_is_the_state_alone():
    assert where("Example Inc, CA") == [(None, "CA", "US")]


def test_the_range_covers_city_and_state():
    line = "Ana Example | Seattle, WA | ana@mail.example"
    assert [line[name.start : name.end] for name in names(line)] == ["Seattle, WA"]


def test_two_places_in_one_line_are_both_found():
    assert where("Delhi, India | Austin, TX") == [("Delhi", "Delhi", "IN"), ("Austin", "TX", "US")]
