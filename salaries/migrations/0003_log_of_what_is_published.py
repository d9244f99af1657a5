"""Every edition that is published has its publication in the log; the current one comes last, so it stays current."""

from django.db import migrations

NOTE = "Published before publications were logged."


def log_publications(apps, _schema_editor):
    Edition = apps.get_model("salaries", "Edition")
    Publication = apps.get_model("salaries", "Publication")
    for edition in Edition.objects.filter(state="published", publications=None).order_by("is_current", "published_at"):
        Publication.objects.create(edition=edition, at=edition.published_at, note=NOTE)


class Migration(migrations.Migration):
    dependencies = [("salaries", "0002_revisions_and_publications")]

    operations = [migrations.RunPython(log_publications, migrations.RunPython.noop)]
