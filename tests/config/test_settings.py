import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READ = re.compile(r'env\.\w+\(\s*"(\w+)"')
TOLD = re.compile(r"^(?:# )?([A-Z0-9_]+)=", re.MULTILINE)


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    code = "import django; django.setup()"
    variables = {"DJANGO_SETTINGS_MODULE": "config.settings", "PATH": "", **environment}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=variables)


def test_the_example_file_lists_every_variable_and_no_other() -> None:
    read = set(READ.findall((ROOT / "config/settings.py").read_text()))
    assert read == set(TOLD.findall((ROOT / ".env.example").read_text()))


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        str(path.relative_to(ROOT))
        for app in ("config", "salaries", "resumes")
        for path in (ROOT / app).rglob("*.py")
        if re.search(r"environ\.get|getenv|= os\.environ\[", path.read_text())
    }
    assert readers == set()


def test_a_start_without_a_secret_key_is_refused_with_words() -> None:
    ended = start(SECRET_KEY="")
    assert ended.returncode != 0
    assert "Set SECRET_KEY" in ended.stderr


def test_a_value_that_is_no_number_is_refused() -> None:
    ended = start(SECRET_KEY="k" * 60, RESUME_MAX_BYTES="much")
    assert ended.returncode != 0
    assert "RESUME_MAX_BYTES" in ended.stderr or "much" in ended.stderr
