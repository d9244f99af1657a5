"""Run by a site's shell: accounts, a draft, and one of everything that staff see; prints their keys."""

import sys

from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from resumes.api import keys as api_keys
from resumes.api.rows import ApiKey
from resumes.models import DoneResumes, Mark, Resume, SkillEntry
from salaries.drafts import clone
from salaries.models import Edition, State

eve, tom = (User.objects.create_superuser(name, password="long enough for eve") for name in ("eve", "tom"))
TOTPDevice.objects.create(user=tom, confirmed=True)
recovery = StaticDevice.objects.create(user=tom)
for code in ("aaaa", "bbbb"):
    recovery.token_set.create(token=code)

edition = Edition.objects.get()
draft = clone(edition, "2026-2")
State.objects.filter(edition=draft, slug="CA").update(mean=250000)

skill = SkillEntry.objects.create(name="QuillDB", category="database", aliases="Quill Database")
Mark.objects.create(version="1", kind="specialization", was="nlp", became="llm-genai", count=2, resumes=2)
DoneResumes.objects.create(version="1", count=9, marked=2)
failed = Resume(owner="x", filename="x", size=1, state="failed", code="encrypted", attempts=1, ended_at=timezone.now())
failed.file.save("x", ContentFile(b"x"), save=False)
failed.save(force_insert=True)

key = ApiKey(name="A client")
api_keys.give(key)

keys = {
    "edition": edition,
    "draft": draft,
    "state": State.objects.get(edition=draft, slug="CA"),
    "skill": skill,
    "failed": failed,
    "key": key,
    "user": tom,
    "group": Group.objects.get(name="editor"),
}
sys.stdout.write(" ".join(f"{name}={row.pk}" for name, row in keys.items()))
