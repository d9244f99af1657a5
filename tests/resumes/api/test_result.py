"""What was read and answered, as programs get it."""

import pytest

from resumes.models import Resume
from salaries.models import Edition
from tests.resumes.api.conftest import Program, told

pytestmark = pytest.mark.django_db


def test_it(ana: Program, done: Resume, edition: Edition) -> None:
    answer = ana.get(f"/resumes/{done.pk}/result")
    import json
    print(json.dumps(told(answer), indent=1))
    assert answer.status_code == 200
