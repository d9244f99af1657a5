"""The house's own numbers: small functions, small files, shallow folders, no rag-bag modules."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ("config", "salaries", "resumes")
CODE = [p for app in APPS for p in sorted((ROOT / app).rglob("*.py")) if "migrations" not in p.parts]
RAG_BAGS = {"utils", "helpers", "common", "services"}


def functions() -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node


def lengths() -> list[int]:
    return sorted((node.end_lineno or 0) - node.lineno + 1 for node in functions())


def test_the_median_function_has_about_eight_lines() -> None:
    assert statistics.median(lengths()) <= 10


def test_nine_functions_in_ten_have_under_thirty_lines() -> None:
    assert lengths()[int(len(lengths()) * 0.9)] < 30


def test_every_file_has_at_most_250_lines() -> None:
    assert [str(p) for p in CODE if len(p.read_text(encoding="utf-8").splitlines()) > 250] == []


def test_folders_nest_at_most_three_deep() -> None:
    assert [str(p) for p in CODE if len(p.relative_to(ROOT).parts) - 1 > 3] == []


def test_no_module_is_a_rag_bag() -> None:
    assert [str(p) for p in CODE if p.stem in RAG_BAGS] == []
