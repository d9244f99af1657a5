"""The walk through the resolver misses no address and makes paths that lead where they were made for."""

from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from tests.faults import addresses

pytestmark = pytest.mark.django_db


def test_every_path_leads_to_its_own_route() -> None:
    led = {one.route: resolve(urlsplit(path).path).route for one, path in addresses.paths()}
    assert {route: other for route, other in led.items() if other != route} == {}


def test_pages_of_a_resume_are_found_among_all() -> None:
    names = {one.name for one in addresses.of_resumes()}
    assert {"resumes:detail", "resumes:picture", "resumes:download", "api:v1:result"} <= names
    assert "resumes:home" not in names


def test_a_parameter_without_a_value_is_no_path() -> None:
    with pytest.raises(KeyError):
        addresses.Address("odd", "odd/<int:unheard_of>/").path()
