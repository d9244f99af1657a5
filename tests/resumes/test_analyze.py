import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from salaries.contents import files
from salaries.loading import start
from tests.conftest import RESUME
from tests.faults import documents
from tests.processes import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    return written(tmp_path / "ana.txt", RESUME)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def printed(*paths: Path) -> list[dict[str, Any]]:
    out = StringIO()
    call_command("analyze", "--json", "--as-of", "2026-11-01", *map(str, paths), stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_object_a_file_in_the_order_given(resume: Path, tmp_path: Path) -> None:
    empty = written(tmp_path / "empty.txt", b"")
    assert [line["file"] for line in printed(empty, resume, empty)] == [str(empty), str(resume), str(empty)]


def test_a_resume_is_printed_with_facts_and_estimate(resume: Path) -> None:
    (line,) = printed(resume)
    assert (line["status"], line["error"], line["question"]) == ("ok", None, None)
    assert line["facts"]["location"]["metro"] == "seattle"
    assert line["estimate"]["tier"] == line["facts"]["tier"]
    assert line["estimate"]["base"]["low"] <= line["estimate"]["base"]["point"] <= line["estimate"]["base"]["high"]


def test_present_means_the_day_that_is_asked_for(resume: Path) -> None:
    (line,) = printed(resume)
    assert line["facts"]["years"]["relevant"] == 6.83


def test_evidence_is_printed_as_ranges_of_the_text(resume: Path) -> None:
    (line,) = printed(resume)
    name, *_ = RESUME.decode().splitlines()
    (first, last), *_ = line["facts"]["location"]["evidence"]
    assert (first, last) == (len(name) + 1, len(name) + 1 + len("Seattle, WA"))


def test_the_packaged_guide_answers_where_none_is_published(resume: Path) -> None:
    (line,) = printed(resume)
    assert line["estimate"]["edition"] == "2026"


def test_the_current_edition_answers_where_one_is_published(resume: Path) -> None:
    start(files.read(files.GUIDES / "2026.yaml"))
    (line,) = printed(resume)
    assert line["estimate"]["edition"] == "2026"


def test_a_resume_without_ml_is_a_question_with_its_facts(tmp_path: Path) -> None:
    text = b"Bo Baker\nBoise, ID\n\nExperience\nBaker, Example Bread\nMay 2015 - Present\n- Baked rye bread\n"
    (line,) = printed(written(tmp_path / "bo.txt", text))
    assert (line["status"], line["question"], line["estimate"]) == ("ok", "not_ml", None)
    assert line["facts"]["roles"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"x" * 5_000_001, "too_large"),
        (documents.mislabelled_zip(), "unsupported_type"),
        (documents.laughing_docx(), "damaged"),
        (documents.looping_pages_pdf(), "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_printed_with_its_error(tmp_path: Path, data: bytes, code: str) -> None:
    (line,) = printed(written(tmp_path / "file", data))
    assert (line["status"], line["error"]["code"]) == ("error", code)
    assert line["error"]["message"].endswith(".")
    assert (line["facts"], line["estimate"]) == (None, None)


def test_an_entity_does_not_bring_in_a_file_of_the_machine(tmp_path: Path) -> None:
    secret = written(tmp_path / "secret", b"canary")
    (line,) = printed(written(tmp_path / "file.docx", documents.peeping_docx(str(secret))))
    assert "canary" not in json.dumps(line)


def test_without_json_there_is_a_table(resume: Path, tmp_path: Path) -> None:
    out = StringIO()
    call_command("analyze", str(resume), str(written(tmp_path / "empty.txt", b"")), stdout=out)
    heading, good, bad = out.getvalue().splitlines()
    assert heading.startswith("file")
    assert "Seattle, WA, US" in good
    assert "empty" in bad


def test_a_file_that_is_not_there_is_an_unusable_argument(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        printed(tmp_path / "nowhere.pdf")
    assert refused.value.returncode == 2


def test_it_needs_no_database_and_no_broker_and_takes_a_bad_date_for_what_it_is(resume: Path, tmp_path: Path) -> None:
    environment = {"VAR_DIR": str(tmp_path), "SECRET_KEY": "test", "PATH": ""}
    command = [sys.executable, "manage.py", "analyze", "--json"]
    good = subprocess.run([*command, resume], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert json.loads(good.stdout)["status"] == "ok"
    bad = subprocess.run([*command, "--as-of", "soon", resume], cwd=ROOT, env=environment, capture_output=True)
    assert bad.returncode == 2
