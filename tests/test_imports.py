"""The direction of imports, where a linter of the import graph cannot see it: at run time."""

import subprocess
import sys

import pytest

PURE = (
    "salaries.contents",
    "salaries.estimation",
    "salaries.moves",
    "salaries.offers",
    "salaries.reference",
    "resumes.reading.reader",
    "resumes.extraction.pipeline",
    "resumes.advice.sheet",
    "resumes.exchange.restoring",
    "resumes.advice.suggestions",
    "resumes.profile",
)
WITHOUT_DJANGO = "import sys; sys.modules.update(django=None, celery=None); import {}"
HEAVY = ("spacy", "pypdfium2", "pdfplumber", "docx", "lxml")
WEB = (
    "import sys, config.wsgi; from django.urls import resolve; resolve('/'); "
    f"print([name for name in {HEAVY} if name in sys.modules])"
)


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("package", PURE)
def test_pure_package_imports_where_django_is_missing(package: str) -> None:
    assert run(WITHOUT_DJANGO.format(package)) == ""


def test_a_web_process_imports_neither_spacy_nor_a_parser() -> None:
    assert run(WEB) == "[]"
