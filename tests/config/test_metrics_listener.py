"""The worker's own small server of figures."""

import urllib.request
from collections.abc import Iterator
from urllib.error import HTTPError

import pytest
from pytest_django import Settings

from config import metrics_listener
from tests.browser.conftest import free_port

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def port() -> Iterator[int]:
    """A port of this machine on which figures are served."""
    port = free_port()
    server = metrics_listener.start("127.0.0.1", port)
    assert server
    yield port
    server.shutdown()
    server.server_close()


def fetch(port: int, path: str = "/metrics", **headers: str) -> str:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return str(answer.read().decode())


def test_on_an_address_of_its_own_figures_need_no_token(port: int) -> None:
    assert 'bandwise_part_up{part="database"} 1.0' in fetch(port)


def test_where_a_token_is_set_it_is_asked_for_there_too(port: int, settings: Settings) -> None:
    settings.METRICS_TOKEN = "only-the-monitoring-server-knows"
    with pytest.raises(HTTPError, match="401"):
        fetch(port)
    assert "bandwise_part_up" in fetch(port, Authorization=f"Bearer {settings.METRICS_TOKEN}")


@pytest.mark.parametrize("path", ["/", "/metrics/", "/healthz", "/resumes/"])
def test_nothing_else_is_there(port: int, path: str) -> None:
    with pytest.raises(HTTPError, match="404"):
        fetch(port, path)


def test_a_second_worker_of_a_machine_starts_although_the_port_is_taken(port: int) -> None:
    assert metrics_listener.start("127.0.0.1", port) is None


def test_without_a_port_in_the_settings_nothing_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    def listen(*_address: object) -> None:
        raise AssertionError

    monkeypatch.setattr(metrics_listener, "start", listen)
    metrics_listener.start_if_set()
