"""Run by a site's shell: payloads in every text that staff can write, published; prints the address of each row.

Rows are written past the forms, so that whatever these refuse is shown as well.
"""

import sys
from itertools import cycle

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models
from django.test import Client

from resumes.api.rows import ApiKey
from resumes.lexicon.rows import EmployerEntry, SkillEntry
from salaries.drafts import clone
from salaries.models import Edition, Publication, Source
from tests.faults.payloads import MARKUP

TEXTS = cycle(text for text in MARKUP if "{" not in text)
KEPT = {"slug", "code", "soc", "cbsa_code", "name"}
"""Columns by which the guide finds its rows."""


def spoiled(row: models.Model) -> None:
    """Fill a row's free texts with payloads."""
    told = {}
    for field in row._meta.concrete_fields:
        free = isinstance(field, models.CharField | models.TextField) and not isinstance(field, models.SlugField)
        if free and not field.choices and field.name not in KEPT and getattr(row, field.name):
            told[field.name] = next(TEXTS)[: field.max_length]
    if told:
        models.QuerySet(type(row)).filter(pk=row.pk).update(**told)


current = Edition.objects.get(is_current=True)
draft = clone(current, "spoiled")
of_edition = [
    one for one in apps.get_app_config("salaries").get_models() if hasattr(one, "edition") and one is not Edition
]
rows = [row for one in of_edition for row in one._default_manager.filter(edition=draft)]
for row in rows:
    if not isinstance(row, Publication):
        spoiled(row)
draft.refresh_from_db()
models.QuerySet(Edition).filter(pk=draft.pk).update(title=MARKUP[0], note=MARKUP[1])
models.QuerySet(Edition).filter(pk=current.pk).update(is_current=False)
models.QuerySet(Edition).filter(pk=draft.pk).update(
    is_current=True, state="published", published_at=current.published_at
)
Publication.objects.create(edition=draft, at=current.published_at, note=MARKUP[2])

skill = SkillEntry.objects.create(name=MARKUP[0][:60], category="database", aliases="\n".join(MARKUP[:5]))
employer = EmployerEntry.objects.create(name=MARKUP[1][:80], kind="other", aliases="\n".join(MARKUP[:5]))
key = ApiKey.objects.create(name=MARKUP[2][:80], prefix=MARKUP[0][:12], digest="x" * 64)
eve = User.objects.create_superuser(
    "eve", email='"><b>@x.example', password="long enough", first_name=MARKUP[0], last_name=MARKUP[1]
)
User.objects.create_user(MARKUP[1])
client = Client()
client.force_login(eve)

shown = [
    draft,
    skill,
    employer,
    key,
    eve,
    *{type(row): row for row in rows}.values(),
    Source.objects.filter(edition=draft)[0],
]
sys.stdout.write(client.cookies["sessionid"].value + "\n")
for row in shown:
    if not isinstance(row, Publication):
        sys.stdout.write(f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/\n")
