"""No secret in the repository, none missing at the start, and keys that can be changed."""

import math
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.conftest import visitor
from tests.processes import ROOT
from tests.resumes.written import read_resume

Figure = Callable[[int, str], None]

KNOWN = re.compile(
    r"AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----|gh[pousr]_\w{36}|github_pat_\w{22}|sk_live_\w+"
    r"|xox[abpr]-\w{10,}|AIza[\w-]{35}|glpat-[\w-]{20}|SG\.[\w-]{22}\.|eyJ[\w-]{20,}\.eyJ[\w-]{20,}\.|\bbw_[\w-]{43}\b"
    r"|(?:postgres|postgresql|redis|rediss|amqp|https?)://[^\s:/@<>{}]*:[^\s:/@<>{}$*]{6,}@"
)
"""Signs of keys that services give out, ours included, and of addresses with a password in them."""
ASSIGNED = re.compile(r"(?i)(?:secret|token|password|passwd|api_?key)\w*['\"]?\s*[:=]\s*['\"]([^'\"\s{}<>$]{20,})['\"]")
RANDOM = 4.3
"""Bits a letter from which a long text looks like chance, not words."""
TEXTS = {
    ".py",
    ".toml",
    ".yaml",
    ".yml",
    ".html",
    ".js",
    ".css",
    ".md",
    ".txt",
    ".cfg",
    ".conf",
    ".sh",
    ".json",
    ".example",
    "",
}
LEFT_OUT = {"requirements.lock", "LICENSE"}
EXAMPLES = (":password@", "bandwise:bandwise@", ":secret@")


def tracked() -> list[Path]:
    """Return the text files that the repository holds."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return [one for one in files if one.suffix in TEXTS and one.name not in LEFT_OUT and one.is_file()]


def entropy(text: str) -> float:
    """Return the bits a letter of a text."""
    return -sum(n / len(text) * math.log2(n / len(text)) for n in Counter(text).values())


def secrets_in(text: str) -> list[str]:
    """Return what looks like a secret."""
    known = [found[0] for found in KNOWN.finditer(text) if not found[0].endswith(EXAMPLES)]
    return known + [found[1] for found in ASSIGNED.finditer(text) if entropy(found[1]) > RANDOM]


def test_no_file_of_the_repository_holds_a_secret(figure: Figure) -> None:
    files = tracked()
    found = {str(one.relative_to(ROOT)): said for one in files if (said := secrets_in(one.read_text("utf-8")))}
    assert found == {}
    figure(23, f"secrets in {len(files)} files of the repository: 0")


@pytest.mark.parametrize(
    "text",
    [
        "AKIA" + "ABCDEFGH12345678",
        "-----BEGIN RSA " + "PRIVATE KEY-----",
        "bw_" + "a1B2" * 10 + "xyz",
        'SECRET_KEY = "' + "kT9wq!zR2@xV7#mB4^nL8&pQ1*sD5uE3" + '"',
        "postgres://app:" + "hunter2hunter2@db/bandwise",
    ],
)
def test_a_secret_would_be_found(text: str) -> None:
    assert secrets_in(text)


@pytest.mark.parametrize("text", ["SECRET_KEY = env.str('SECRET_KEY')", "postgres://user:password@host/bandwise"])
def test_what_only_speaks_of_secrets_is_left_alone(text: str) -> None:
    assert secrets_in(text) == []


def test_files_with_secrets_are_kept_out_of_the_repository() -> None:
    ignored = subprocess.run(
        ["git", "check-ignore", ".env", "var/web.sqlite3"], cwd=ROOT, capture_output=True, text=True
    )
    assert ignored.stdout.split() == [".env", "var/web.sqlite3"]


def started(tmp_path: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": "", "VAR_DIR": str(tmp_path), "SECRET_KEY": "", **variables}
    command = [sys.executable, "manage.py", "check"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("variables", [{}, {"DEBUG": "false"}, {"SECRET_KEY_FALLBACKS": "an-old-key"}])
def test_a_start_without_a_key_is_refused_with_words(tmp_path: Path, variables: dict[str, str], figure: Figure) -> None:
    ended = started(tmp_path, **variables)
    assert ended.returncode != 0
    assert "Set SECRET_KEY" in ended.stderr
    assert "in production use a secret" in ended.stderr


OLD, NEW = "an-old-key-" * 6, "a-new-key-" * 6


@pytest.mark.django_db
def test_a_visitor_keeps_their_resumes_when_the_key_changes(settings: Settings, figure: Figure) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = OLD, []
    owner = visitor()
    resume = read_resume(owner)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    address = reverse("resumes:delete", args=[resume.pk])
    assert owner.get(address).status_code == 200
    figure(23, "sessions alive after the key changed: 1 of 1 with its fallback")


@pytest.mark.django_db
def test_without_the_fallback_a_former_keys_session_is_nobodys(settings: Settings) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = OLD, []
    former = visitor()
    resume = read_resume(former)
    settings.SECRET_KEY = NEW
    assert former.get(reverse("resumes:delete", args=[resume.pk])).status_code == 404


@pytest.mark.django_db
def test_staff_stay_logged_in_when_the_key_changes(settings: Settings, django_user_model: type) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = OLD, []
    client = Client()
    client.force_login(django_user_model.objects.create_superuser("ana"))
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    assert client.get("/admin/").status_code == 200
