"""Staff of every role, and what they log in with."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from salaries.contents.files import GUIDES, read
from salaries.loading import start
from salaries.models import Edition

PASSWORD = "a-long-pass-phrase"


@pytest.fixture
def edition(db: None) -> Edition:
    """The 2026 edition in the database, published."""
    start(read(GUIDES / "2026.yaml"))
    return Edition.objects.get()


@pytest.fixture
def ana(db: None) -> User:
    """A superuser who has set up no second factor."""
    return User.objects.create_superuser("ana", password=PASSWORD)


@pytest.fixture
def as_role(db: None) -> Callable[[str], Client]:
    """Return a function that logs in a member of staff with one role."""

    def logged_in(role: str) -> Client:
        user = User.objects.create_user(role, is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        client = Client()
        client.force_login(user)
        return client

    return logged_in
