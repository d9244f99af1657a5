"""Where a resume gives no answer, the page leads to the estimate by hand."""

import pytest
from django.test import Client
from django.urls import reverse

from resumes.extraction.facts import Facts
from resumes.models import Resume
from salaries.models import Edition
from tests.resumes.written import failed_resume, read_resume, role

pytestmark = pytest.mark.django_db

LINK = 'href="/guide/estimate/"'
GARDENER = role("Example Lab", "2015-03", "present", "other")


def page_of(client: Client, resume: Resume) -> str:
    return client.get(reverse("resumes:detail", args=[resume.pk])).content.decode()


def test_a_file_that_could_not_be_read_leads_there(owner: Client, edition: Edition) -> None:
    assert LINK in page_of(owner, failed_resume(owner, "damaged"))


@pytest.mark.parametrize("facts", [Facts(), Facts(roles=(GARDENER,))], ids=["no_history", "not_ml"])
def test_a_question_leads_there(owner: Client, edition: Edition, facts: Facts) -> None:
    assert LINK in page_of(owner, read_resume(owner, facts))
