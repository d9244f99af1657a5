"""The guide's data to take away: whole with a hash that anybody can work out, and table by table."""

import csv
import hashlib
import io
import json

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from salaries import wages
from salaries.contents.files import digest
from salaries.contents.tables import Contents
from salaries.downloads.names import TABLES
from salaries.models import Edition, State
from salaries.parts import PARTS
from salaries.publishing import publish
from salaries.reference.releases import release
from tests.salaries.reference.sheets import published

pytestmark = pytest.mark.django_db

WHOLE = "/guide/edition.json"
EVERYTHING = [WHOLE, "/guide/editions/2026.json", "/guide/picture.png", *(f"/guide/{name}.csv" for name in TABLES)]


def rows_of(client: Client, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(f"/guide/{table}.csv").content.decode(), newline="")))


def test_the_hash_of_the_edition_can_be_worked_out_from_the_document(client: Client, edition: Edition) -> None:
    answer = client.get(WHOLE)
    document = json.loads(answer.content)
    compact = json.dumps(document["edition"], ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(compact.encode()).hexdigest() == document["sha256"]
    assert answer["ETag"] == f'"{document["sha256"]}"'


def test_the_hash_is_that_of_the_editions_file(client: Client, edition: Edition, contents: Contents) -> None:
    assert json.loads(client.get(WHOLE).content)["sha256"] == digest(contents)


def test_the_overview_prints_the_hash_and_how_it_is_made(client: Client, edition: Edition, contents: Contents) -> None:
    page = client.get("/guide/").content.decode()
    assert digest(contents) in page
    assert "jq -cj .edition 2026.json | sha256sum" in page


def test_the_document_says_its_shape_its_licence_and_where_figures_come_from(client: Client, edition: Edition) -> None:
    document = json.loads(client.get(WHOLE).content)
    assert document["schema"] == "bandwise-edition-1"
    assert "public domain" in document["license"]
    sources = {row["slug"] for row in document["edition"]["sources"]}
    assert {row["source"] for row in document["edition"]["states"]} <= sources


def test_a_published_edition_stays_under_its_name(client: Client, edition: Edition, draft: Edition) -> None:
    before = client.get("/guide/editions/2026.json").content
    State.objects.filter(edition=draft, slug="WA").update(mean=199_999)
    draft.refresh_from_db()
    publish(draft, note="New wages.", by=None, now=timezone.now())
    assert client.get("/guide/editions/2026.json").content == before
    assert b'"199999"' in client.get(WHOLE).content


def test_a_draft_is_not_served_not_even_to_editors(editor: Client, edition: Edition, draft: Edition) -> None:
    assert editor.get("/guide/editions/2027.json").status_code == 404
    assert json.loads(editor.get(f"{WHOLE}?edition=2027").content)["edition"]["name"] == "2026"


@pytest.mark.parametrize("address", EVERYTHING)
def test_what_has_not_changed_is_not_sent_again(client: Client, edition: Edition, address: str) -> None:
    answer = client.get(address)
    again = client.get(address, headers={"if-none-match": answer["ETag"]})
    assert (answer.status_code, again.status_code, again.content) == (200, 304, b"")
    assert answer["Access-Control-Allow-Origin"] == again["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", EVERYTHING)
def test_an_answer_takes_a_query_or_two(
    client: Client, edition: Edition, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(address)
    with django_assert_num_queries(2 if "areas" in address else 1):
        client.get(address)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_a_file_of_rows_that_end_in_their_source(client: Client, edition: Edition, table: str) -> None:
    answer = client.get(f"/guide/{table}.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="bandwise-2026-{table}.csv"'
    rows = rows_of(client, table)
    assert rows
    assert list(rows[0])[-1] == "source"
    assert all(row["source"] for row in rows)


def test_tables_hold_the_editions_figures(client: Client, edition: Edition, contents: Contents) -> None:
    ranges = [(row["base_low_usd_per_year"], row["base_high_usd_per_year"]) for row in rows_of(client, "tiers")]
    assert ranges == [(f"{tier.low}", f"{tier.high}") for tier in contents.tiers]
    assert {row["annual_mean_usd"] for row in rows_of(client, "states")} == {f"{row.mean}" for row in contents.states}
    assert len(rows_of(client, "percentiles")) == 10
    assert rows_of(client, "percentiles")[0]["wage_usd_per_hour"] == "30.6"


def test_every_figure_row_of_the_edition_is_in_one_of_the_tables(
    client: Client, edition: Edition, contents: Contents
) -> None:
    taken = [
        row["figure"]
        for name in ("overview", "compensation", "benefits", "negotiation", "growth")
        for row in rows_of(client, name)
    ]
    assert sorted(taken) == sorted(row.name for row in contents.figures)


def test_places_have_both_occupations_and_say_why_a_mean_is_not_used(client: Client, edition: Edition) -> None:
    rows = rows_of(client, "areas")
    assert {row["soc"] for row in rows} == {"15-2051", "15-1252"}
    abilene = next(row for row in rows if row["name"] == "Abilene, TX" and row["soc"] == "15-2051")
    assert (abilene["firm_enough_for_estimates"], abilene["why_not"]) == ("no", "rests on 40 jobs, under 100")


def test_other_wages_make_another_table_of_places(client: Client, edition: Edition, tmp_path: object) -> None:
    tag = client.get("/guide/areas.csv")["ETag"]
    wages.load(release(published(tmp_path)))  # type: ignore[arg-type]
    answer = client.get("/guide/areas.csv", headers={"if-none-match": tag})
    assert answer.status_code == 200
    assert "May 2026" in answer.content.decode()


def test_there_are_no_other_tables(client: Client, edition: Edition) -> None:
    assert client.get("/guide/sources.csv").status_code == 404


def test_staff_take_a_previews_tables_and_no_cache_keeps_them(editor: Client, edition: Edition, draft: Edition) -> None:
    State.objects.filter(edition=draft, slug="WA").update(mean=199_999)
    answer = editor.get("/guide/states.csv?edition=2027")
    assert "199999" in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    assert "Access-Control-Allow-Origin" not in answer


def test_data_of_no_edition_are_not_there(client: Client) -> None:
    assert client.get(WHOLE).status_code == 503
    assert client.get("/guide/tiers.csv").status_code == 503


@pytest.mark.parametrize("part", [part for part in PARTS if part != "questions"])
def test_under_each_table_of_a_page_stands_where_to_take_it(client: Client, edition: Edition, part: str) -> None:
    page = client.get(f"/guide/{part}/").content.decode()
    assert page.count("<table") == page.count("Take this table:")
