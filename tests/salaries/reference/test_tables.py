"""The tables themselves, tested as data."""

import csv
import tomllib

import pytest

from salaries.reference import FOLDER, market, metros, oews, states


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_tells_its_origin_and_licence():
    origins = tomllib.loads((FOLDER / "ORIGINS.toml").read_text(encoding="utf-8")).values()
    assert all(origin["publisher"] and origin["licence"] for origin in origins)
    tables = {path.name for path in FOLDER.iterdir() if path.suffix in {".csv", ".toml"}} - {"ORIGINS.toml"}
    assert {origin["file"] for origin in origins} == tables


def test_percentiles_rise():
    for row in rows("oews-2025.csv"):
        figures = [int(row[f"annual_{p}"]) for p in ("p10", "p25", "p50", "p75", "p90") if row[f"annual_{p}"] != "-"]
        assert figures == sorted(figures), row["area_name"]


def test_market_quantiles_rise_and_rest_on_thirty_reports():
    for row in rows("market-salaries-us-2023-2024.csv"):
        found = market.load().row(row["family"], row["experience_level"])
        assert found.p10 <= found.p25 <= found.p50 <= found.p75 <= found.p90
        assert found.reports >= 30


def test_areas_are_listed_once_an_occupation():
    keys = [(row["area_type"], row["area_code"], row["soc"]) for row in rows("oews-2025.csv")]
    assert len(keys) == len(set(keys))


def test_every_place_lies_in_a_known_state():
    assert {row["state"] for row in rows("us-cities.csv")} <= set(states.load())


def test_states_are_named_as_the_wage_table_names_them():
    names = {row["area_code"]: row["area_name"] for row in rows("oews-2025.csv") if row["area_type"] == "state"}
    assert {state.fips: state.name for state in states.load().values()} == names


def test_the_guide_lists_ten_metros_and_the_wage_table_knows_them():
    assert len(metros.load()) == 10
    assert all(oews.load().metro(metro.cbsa, "15-2051") for metro in metros.load().values())


@pytest.mark.parametrize(("cbsa", "slug"), [("41940", "san-jose"), ("12420", "austin"), ("41180", None), (None, None)])
def test_a_metro_slug_follows_from_the_code(cbsa, slug):
    assert metros.slug_of(cbsa) == slug
