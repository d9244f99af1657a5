"""What the tests of resumes share."""

import pytest

from salaries.contents.files import GUIDES, read
from salaries.loading import start
from salaries.models import Edition


@pytest.fixture
def edition(db: None) -> Edition:
    """The 2026 edition in the database, published."""
    start(read(GUIDES / "2026.yaml"))
    return Edition.objects.get()
