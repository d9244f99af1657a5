"""The files of a deployment: linted, and held to what the notes promise of them."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
DEPLOYMENT = ROOT / "config/deployment"
DOCKERFILE = (DEPLOYMENT / "Dockerfile").read_text()
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOYMENT / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
RUNNING = sorted(SERVICES.keys() - {"prepare"})
OURS = sorted(name for name, service in SERVICES.items() if service["image"] == "bandwise")


def last_stage() -> str:
    return DOCKERFILE[DOCKERFILE.rindex("\nFROM ") :]


def test_hadolint_has_nothing_to_say_of_the_dockerfile() -> None:
    lint = Path(sys.executable).parent / "hadolint"
    done = subprocess.run([lint, DEPLOYMENT / "Dockerfile"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_runs_as_a_user_without_rights() -> None:
    assert re.search(r"^USER 10001:10001$", last_stage(), re.MULTILINE)


def test_the_final_layer_installs_nothing() -> None:
    assert not re.search(r"\b(apt-get|pip install|gcc)\b", last_stage())


def test_the_image_is_healthy_where_healthz_answers() -> None:
    assert re.search(r"HEALTHCHECK .*\n.*/healthz", last_stage())


def test_all_that_the_image_copies_exists() -> None:
    copied = re.findall(r"^COPY (?!--from)(\S+) ", DOCKERFILE, re.MULTILINE)
    assert copied
    assert [one for one in copied if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("name", RUNNING)
def test_every_service_has_a_health_check(name: str) -> None:
    image_checks_itself = name == "web"
    assert image_checks_itself or SERVICES[name]["healthcheck"]["test"]


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_service_has_a_read_only_root_and_no_capability_to_spare(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["tmpfs"]


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_image_is_taken_as_it_comes(name: str) -> None:
    assert SERVICES[name]["image"] == "bandwise" or re.search(r":v?\d+\.?\d*", SERVICES[name]["image"])


@pytest.mark.parametrize("name", OURS)
def test_our_services_write_to_memory_alone(name: str) -> None:
    assert "volumes" not in SERVICES[name]


def test_no_secret_stands_in_the_file() -> None:
    text = (DEPLOYMENT / "compose.yaml").read_text()
    told = re.findall(r"^\s+\w*(?:SECRET|PASSWORD|KEY|AUTH)\w*: (.+)$", text, re.MULTILINE)
    assert told
    assert [value for value in told if not re.fullmatch(r"\$\{\w+:\?\}", value)] == []


def test_every_variable_of_our_services_is_one_that_the_settings_read() -> None:
    listed = set(re.findall(r"^(?:# )?([A-Z0-9_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert set(SERVICES["web"]["environment"]) - listed == set()


def test_only_the_proxy_can_be_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_whatever_is_depended_on_exists() -> None:
    waited_for = {name for service in SERVICES.values() for name in service.get("depends_on", {})}
    assert waited_for <= SERVICES.keys()


def test_the_proxy_takes_no_more_than_the_application_and_forwards_no_claims() -> None:
    text = (DEPLOYMENT / "nginx.conf").read_text()
    assert "client_max_body_size 6m" in text
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in text
    assert "proxy_set_header X-Forwarded-Proto $scheme;" in text


def test_nothing_but_code_is_sent_to_the_build() -> None:
    sent = (DEPLOYMENT / "Dockerfile.dockerignore").read_text().splitlines()
    assert sent[1] == "*"
    copied = {one.split("/")[0] for one in re.findall(r"^COPY (?!--from)(\S+) ", DOCKERFILE, re.MULTILINE)}
    assert {line[1:] for line in sent if line.startswith("!")} == copied
