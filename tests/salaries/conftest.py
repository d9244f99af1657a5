"""The 2026 edition as values, as a guide and in the database, published and as a draft; and an editor."""

from collections.abc import Callable

import msgspec
import pytest
from django.contrib.auth.models import User
from django.test import Client

from salaries.contents.files import GUIDES, read
from salaries.contents.freezing import guide_of
from salaries.contents.tables import Contents
from salaries.estimation import estimate
from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile
from salaries.loading import load, start
from salaries.models import Edition
from salaries.reference import market, oews


@pytest.fixture(scope="session")
def contents() -> Contents:
    """The 2026 edition as its file holds it."""
    return read(GUIDES / "2026.yaml")


@pytest.fixture(scope="session")
def guide(contents: Contents) -> Guide:
    """The 2026 edition as estimation reads it."""
    return guide_of(contents)


@pytest.fixture(scope="session")
def priced(guide: Guide) -> Callable[[Profile], Estimate]:
    """A function from a profile to its estimate by the 2026 edition."""
    return lambda profile: estimate(profile, guide, oews.load(), market.load())


@pytest.fixture
def edition(db: None, contents: Contents) -> Edition:
    """The 2026 edition in the database, published."""
    start(contents)
    return Edition.objects.get(name="2026")


@pytest.fixture
def draft(db: None, contents: Contents) -> Edition:
    """The same figures as a draft called 2027."""
    load(msgspec.structs.replace(contents, name="2027"))
    return Edition.objects.get(name="2027")


@pytest.fixture
def editor(db: None) -> Client:
    """A browser in which an editor is logged in."""
    client = Client()
    client.force_login(User.objects.create_superuser("eve"))
    return client
