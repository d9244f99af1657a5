"""Skills are added and removed; the scores stay as they were read."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from resumes.models import Resume, SkillEntry
from resumes.said import Corrections
from salaries.models import Edition
from tests.resumes.written import expired, read_resume

pytestmark = pytest.mark.django_db


@pytest.fixture
def resume(owner: Client, edition: Edition) -> Resume:
    return read_resume(owner)


def send(client: Client, resume: Resume, **fields: str) -> Any:
    return client.post(reverse("resumes:skills", args=[resume.pk]), fields)


def kept(resume: Resume) -> Corrections:
    return Resume.objects.get(pk=resume.pk).corrections


def page(client: Client, resume: Resume) -> str:
    return client.get(reverse("resumes:detail", args=[resume.pk])).content.decode()


def test_a_skill_of_the_lists_goes_by_its_usual_name(owner: Client, resume: Resume) -> None:
    answer = send(owner, resume, add="scikit learn")
    assert answer["Location"].endswith("#skills")
    assert kept(resume).skills_added == ("scikit-learn",)
    assert "Read in this resume: 3 skills" in page(owner, resume)


def test_a_skill_of_no_list_is_kept_as_typed_and_said_to_be(owner: Client, resume: Resume) -> None:
    send(owner, resume, add="Basket weaving")
    shown = page(owner, resume)
    assert "Not in our list" in shown
    assert "it never speaks for a specialization" in shown


def test_a_skill_of_staffs_list_goes_by_its_name_and_category(owner: Client, resume: Resume) -> None:
    SkillEntry.objects.create(name="Loomweave", category="framework", aliases="loom weave 2")
    send(owner, resume, add="loom-weave 2")
    assert kept(resume).skills_added == ("Loomweave",)
    assert "Not in our list" not in page(owner, resume)


def test_a_skill_of_staffs_list_is_offered_unless_it_is_withdrawn(client: Client) -> None:
    SkillEntry.objects.create(name="Loomweave", category="framework")
    SkillEntry.objects.create(name="Loomwork", category="framework", in_use=False)
    answer = client.get(reverse("resumes:skill_names"), {"add": "loomw"}).content.decode()
    assert "Loomweave" in answer
    assert "Loomwork" not in answer


def test_a_skill_is_removed_and_brought_back(owner: Client, resume: Resume) -> None:
    send(owner, resume, remove="PyTorch")
    assert "<s>PyTorch</s>" in page(owner, resume)
    owner.post(reverse("resumes:undo", args=[resume.pk]), {"field": "skill:PyTorch", "at": "skills"})
    assert kept(resume) == Corrections()


def test_what_cannot_be_added_is_said_beside_the_field(owner: Client, resume: Resume) -> None:
    answer = send(owner, resume, add="pytorch")
    assert answer.status_code == 422
    assert "PyTorch is in the list already" in answer.content.decode()


def test_a_stranger_changes_nothing(stranger: Client, resume: Resume) -> None:
    assert send(stranger, resume, add="JAX").status_code == 404
    assert kept(resume) == Corrections()


def test_an_expired_resume_is_gone(owner: Client, resume: Resume) -> None:
    expired(resume)
    assert send(owner, resume, add="JAX").status_code == 404


def test_names_are_offered_for_a_beginning(client: Client) -> None:
    answer = client.get(reverse("resumes:skill_names"), {"add": "tensorf"})
    assert '<option value="TensorFlow">' in answer.content.decode()


def test_markup_in_a_skill_is_shown_as_text(owner: Client, resume: Resume) -> None:
    send(owner, resume, add="<b>bold</b>")
    assert "<b>bold</b>" not in page(owner, resume)
