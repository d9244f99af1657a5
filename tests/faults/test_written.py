"""Payloads in headers, tables, log lines and names of files: lines stay lines, cells cells, files in their folder."""

import csv
import io
import json
import logging
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import structlog
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import QuerySet
from django.test import Client
from openpyxl import load_workbook  # type: ignore[import-untyped]
from pytest_django import Settings

from config.logs import SHARED, dict_config
from resumes.api import keys
from resumes.intake import clean_name, receive
from resumes.models import Resume
from salaries.contents.files import GUIDES, read
from salaries.downloads.columns import Sheet
from salaries.downloads.csv_text import text_of
from salaries.drafts import clone
from salaries.exchange.exporting import exported
from salaries.exchange.values import guarded, unguarded
from salaries.loading import start
from salaries.models import Edition, Takeaway
from tests.conftest import RESUME, visitor
from tests.faults.conftest import DRILL
from tests.faults.payloads import EVERY, FORMULAS, LINES, PATHS
from tests.resumes.written import read_resume

Figure = Callable[[int, str], None]

SIGNS = ("=", "+", "-", "@")
UNSEEN = "\ufeff\u200b\u200e\u200f\u2060"
PAGES = ("what-if", "offers", "sheet", "detail", "pages") if DRILL else ("offers",)
TABLES = ("csv", "xlsx")
SOME = EVERY if DRILL else EVERY[::6]


def begins_formula(cell: str) -> bool:
    """Return whether a spreadsheet may take a cell for a formula."""
    return unicodedata.normalize("NFKC", cell).lstrip(UNSEEN + " \t\r\n").startswith(SIGNS)


def test_formulas_in_tables_to_take_away_are_texts(figure: Figure) -> None:
    text = text_of(Sheet(("name",), tuple((one,) for one in EVERY)))
    _, *cells = [row[0] for row in csv.reader(io.StringIO(text, newline="")) if row]
    live = [cell for cell in cells if begins_formula(cell)]
    figure(20, f"payloads in CSV: {len(cells)} of {len(EVERY)} rows; cells that are formulas = {len(live)}")
    assert live == []
    assert len(cells) == len(EVERY)


@pytest.mark.django_db
@pytest.mark.parametrize("ending", TABLES)
def test_formulas_in_an_editions_tables_are_texts(ending: str, figure: Figure) -> None:
    start(read(GUIDES / "2026.yaml"))
    draft = clone(Edition.objects.get(), "next")
    rows = Takeaway.objects.filter(edition=draft)
    for row, words in zip(rows, (one for one in FORMULAS if one.strip()), strict=False):
        QuerySet(Takeaway).filter(pk=row.pk).update(words=words)
    cells = cells_of(exported(draft, "takeaways", ending), ending)
    live = [text for kind, text in cells if kind == "f" or begins_formula(text)]
    figure(20, f"an edition's table as {ending}: {len(cells)} cells; formulas = {len(live)}")
    assert live == []


def cells_of(content: bytes, ending: str) -> list[tuple[str, str]]:
    """Return kind and text of every cell."""
    if ending == "csv":
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        return [("s", cell) for row in rows for cell in row]
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [(cell.data_type, str(cell.value or "")) for row in sheet.iter_rows() for cell in row]


@pytest.mark.parametrize("words", FORMULAS)
def test_a_guarded_formula_comes_back_as_it_was(words: str) -> None:
    assert not begins_formula(guarded(words))
    assert unguarded(guarded(words)) == words.strip()


@pytest.mark.parametrize("name", EVERY, ids=range(len(EVERY)))
def test_a_file_name_shows_nothing_odd_and_names_no_folder(name: str) -> None:
    shown = clean_name(f"{name}.pdf")
    assert 0 < len(shown) <= 120
    assert not set(shown) & set("/\\")
    assert {unicodedata.category(letter)[0] for letter in shown if letter != " "}.isdisjoint("CZ")


@pytest.mark.django_db
def test_no_name_leads_a_file_out_of_the_storage(var: Path, settings: Settings, figure: Figure) -> None:
    for name in SOME:
        receive(data_file=SimpleUploadedFile("x", RESUME), owner="ana")
        file = SimpleUploadedFile("x", RESUME)
        file._name = name  # past what the upload's own class takes away
        receive(data_file=file, owner="ana")
    stored = [path for path in var.rglob("*") if path.is_file() and "valkey" not in str(path)]
    outside = [path for path in stored if path.parent != Path(settings.MEDIA_ROOT)]
    figure(20, f"files of odd names: {len(stored)}; outside the storage = {len(outside)}")
    assert outside == []
    assert all(len(path.name) == 32 and path.name.isalnum() for path in stored)
    assert Resume.objects.count() == len(stored)


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
def test_no_header_is_broken(page: str, figure: Figure) -> None:
    start(read(GUIDES / "2026.yaml"))
    browser = visitor()
    resume = read_resume(browser, filename=clean_name(LINES[0]))
    path = f"/resumes/{resume.pk}/{'' if page == 'detail' else page + '/'}"
    for words in SOME:
        asked = dict.fromkeys(("place", "years", "employer", "base", "name", "asked"), words[:500])
        answer = browser.get(path, asked, headers={"HX-Request": "true", "HX-Current-URL": clean_name(words)})
        assert answer.status_code < 500
        assert not any(set(value) & set("\r\n\0") for value in answer.headers.values())
        assert not set(answer.cookies) - {"sessionid", "csrftoken"}
    figure(20, f"headers of {page}, asked with payloads: {len(SOME)} answers; broken = 0")


@pytest.mark.django_db
def test_the_api_answers_payloads_as_json_and_keeps_them_texts(figure: Figure) -> None:
    start(read(GUIDES / "2026.yaml"))
    row, key = keys.make("A program")
    resume = read_resume(visitor(), owner=row.owner)
    kinds = set()
    for words in SOME:
        said = {"place": words, "skills": {"added": [words]}, "roles": [{"key": "new", "title": words, "kind": words}]}
        for told in (said, {"skills_added": [words[:60]]}, {"place": words[:80]}, {"years": words}, {words: 1}):
            headers = {"Authorization": f"Bearer {key}"}
            path = f"/api/v1/resumes/{resume.pk}/corrections"
            answer = Client().patch(path, json.dumps(told), "application/json", headers=headers)
            assert answer.status_code in (200, 400, 413, 422)
            json.loads(answer.content)
            kinds.add(answer["Content-Type"].partition(";")[0])
    figure(20, f"payloads in fields of the API: {5 * len(SOME)} calls; answers that are no JSON = 0")
    assert kinds <= {"application/json", "application/problem+json"}


@pytest.mark.parametrize("json_lines", [True, False])
@pytest.mark.parametrize("words", [*LINES, *PATHS[:4], "\x1b[31mred\x1b[0m", "\x7f"])
def test_a_log_line_stays_one(words: str, json_lines: bool, capsys: pytest.CaptureFixture[str]) -> None:
    renderer = structlog.processors.JSONRenderer() if json_lines else structlog.dev.ConsoleRenderer(colors=False)
    made = dict_config("INFO", renderer)["formatters"]["structured"]
    formatter = structlog.stdlib.ProcessorFormatter(processors=made["processors"], foreign_pre_chain=SHARED)
    for event in (words, {"event": "asked", "request": words}, {"event": words, "name": words}):
        record = logging.LogRecord("x", logging.INFO, "x", 1, event, None, None)
        line = formatter.format(record)
        assert len(line.splitlines()) == 1
        assert not any(unicodedata.category(letter) == "Cc" for letter in line)
