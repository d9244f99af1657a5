"""Whose address a limit counts: what the connection says, or what proxies of our own say."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from resumes.views.addresses import address_of, plain


def seen(forwarded: str | None = None, remote: str = "10.0.0.1", **headers: str) -> str | None:
    told = headers | ({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded is not None else {})
    return address_of(RequestFactory().get("/", REMOTE_ADDR=remote, **told))  # type: ignore[arg-type]


@pytest.mark.parametrize("header", ["HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_CLIENT_IP"])
def test_without_trusted_proxies_no_header_is_believed(header: str) -> None:
    assert seen(**{header: "192.0.2.7"}) == "10.0.0.1"


@pytest.mark.parametrize(
    ("hops", "forwarded", "address"),
    [
        (1, "192.0.2.7", "192.0.2.7"),
        (1, "203.0.113.9, 192.0.2.7", "192.0.2.7"),
        (2, "203.0.113.9, 192.0.2.7, 10.0.0.2", "192.0.2.7"),
        (2, "192.0.2.7", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, None, "10.0.0.1"),
        (1, "unknown", "10.0.0.1"),
    ],
)
def test_behind_proxies_the_address_is_so_many_places_from_the_right(
    settings: Settings, hops: int, forwarded: str | None, address: str
) -> None:
    settings.TRUSTED_PROXIES = hops
    assert seen(forwarded) == address


def test_a_visitor_who_writes_the_header_gains_nothing(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = 1
    assert {seen(f"203.0.113.{number}, 192.0.2.7") for number in range(9)} == {"192.0.2.7"}


def test_a_proxy_on_a_socket_names_the_visitor(settings: Settings) -> None:
    assert seen(remote="") is None
    settings.TRUSTED_PROXIES = 1
    assert seen("192.0.2.7", remote="") == "192.0.2.7"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("192.0.2.7:4711", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("[2001:db8:1:2::9]:443", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("elsewhere.example", None),
        ("", None),
    ],
)
def test_an_address_is_told_without_port_and_zone_and_by_its_network(written: str, address: str | None) -> None:
    assert plain(written) == address
