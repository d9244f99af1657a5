"""What migrations make of a database that was there before."""

from importlib import import_module

import pytest
from django.apps import apps

from salaries import editions
from salaries.models import Edition, Publication

pytestmark = pytest.mark.django_db

log_publications = import_module("salaries.migrations.0003_log_of_what_is_published").log_publications


def test_an_edition_that_was_published_before_is_in_the_log_and_stays_current(edition: Edition, draft: Edition) -> None:
    Publication.objects.all().delete()
    log_publications(apps, None)
    logged = Publication.objects.get()
    assert (logged.edition, logged.at, logged.by) == (edition, edition.published_at, None)
    assert editions.current() == edition


def test_what_is_in_the_log_is_not_logged_twice(edition: Edition) -> None:
    log_publications(apps, None)
    assert Publication.objects.count() == 1


def test_drafts_are_not_logged(draft: Edition) -> None:
    log_publications(apps, None)
    assert not Publication.objects.exists()
