"""The Celery application: tasks carry ids only, results live in our own tables."""

import os

from celery import Celery
from celery.signals import beat_init, worker_init
from django_structlog.celery.steps import DjangoStructLogInitStep

from config import broker, dumps

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

broker.survive()
app = Celery("bandwise")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()


@beat_init.connect
@worker_init.connect
def dump_nothing(**_signal: object) -> None:
    """Have worker and beat, and the children that read documents, leave no core."""
    dumps.forbid()
