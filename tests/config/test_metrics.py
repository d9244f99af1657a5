"""The page of figures: who may read it, and what it says of requests and of how things stand."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from prometheus_client import REGISTRY
from pytest_django import Settings

from config import probes
from config.metrics import Measured
from resumes.models import Resume
from tests.processes import Broker

pytestmark = pytest.mark.django_db(transaction=True)

TOKEN = "only-the-monitoring-server-knows"


@pytest.fixture
def token(settings: Settings) -> dict[str, str]:
    """The header of who may read, where a token is set."""
    settings.METRICS_TOKEN = TOKEN
    return {"Authorization": f"Bearer {TOKEN}"}


def counted(**labels: str) -> float:
    return REGISTRY.get_sample_value("bandwise_http_requests_total", labels) or 0


def figures(client: Client, token: dict[str, str]) -> str:
    return client.get("/metrics", headers=token).content.decode()


def test_without_a_token_in_the_settings_there_is_no_page(client: Client) -> None:
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Bearer other", TOKEN, f"bearer {TOKEN}x", "Basic é"])
def test_who_brings_another_token_reads_nothing(client: Client, token: dict[str, str], header: str) -> None:
    answer = client.get("/metrics", headers={"Authorization": header})
    assert (answer.status_code, answer.content) == (401, b"")


def test_who_brings_the_token_reads_the_figures(client: Client, token: dict[str, str]) -> None:
    assert 'bandwise_part_up{part="database"} 1.0' in figures(client, token)


def test_figures_are_kept_by_nobody(client: Client, token: dict[str, str]) -> None:
    assert "no-store" in client.get("/metrics", headers=token)["Cache-Control"]


def test_a_request_is_counted_by_the_name_of_its_view(client: Client, store: Callable[..., Resume]) -> None:
    labels = {"method": "GET", "view": "resumes:detail", "status": "404"}
    before = counted(**labels)
    client.get(f"/resumes/{store().pk}/")
    assert counted(**labels) == before + 1


def test_addresses_that_lead_nowhere_are_one_label(client: Client) -> None:
    labels = {"method": "GET", "view": "none", "status": "404"}
    before = counted(**labels)
    for word in ("one", "two"):
        client.get(f"/{word}")
    assert counted(**labels) == before + 2


def test_methods_that_nobody_knows_are_one_label(client: Client) -> None:
    before = counted(method="other", view="healthz", status="200")
    for word in ("BREW", "STEEP"):
        client.generic(word, "/healthz")
    assert counted(method="other", view="healthz", status="200") == before + 2


def test_a_request_that_is_told_to_come_back_later_is_counted() -> None:
    before = REGISTRY.get_sample_value("bandwise_rate_limited_total", {"view": "none"}) or 0

    def too_many(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(status=429)

    Measured(too_many)(RequestFactory().get("/"))
    assert REGISTRY.get_sample_value("bandwise_rate_limited_total", {"view": "none"}) == before + 1


def test_requests_are_timed(client: Client) -> None:
    before = REGISTRY.get_sample_value("bandwise_http_request_seconds_count", {"view": "healthz"}) or 0
    client.get("/healthz")
    assert REGISTRY.get_sample_value("bandwise_http_request_seconds_count", {"view": "healthz"}) == before + 1


def test_what_waits_is_told_with_its_age(
    client: Client, token: dict[str, str], store: Callable[..., Resume], broker: Broker
) -> None:
    store(created_at=timezone.now() - timedelta(minutes=2))
    told = figures(client, token)
    assert "bandwise_waiting_resumes 1.0" in told
    assert "bandwise_oldest_waiting_seconds 12" in told
    assert 'bandwise_queue_messages{queue="celery"} 0.0' in told


def test_a_part_that_is_gone_is_told_and_its_figures_are_left_out(
    client: Client, token: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> probes.Rows:
        raise DatabaseError

    monkeypatch.setattr(probes, "DATABASE", probes.Probe(gone))
    told = figures(client, token)
    assert 'bandwise_part_up{part="database"} 0.0' in told
    assert "bandwise_waiting_resumes" not in told
