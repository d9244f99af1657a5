"""The Celery application: tasks carry ids only, results live in our own tables."""

import os

from celery import Celery
from celery.signals import beat_init, worker_init
from django_structlog.celery.steps import DjangoStructLogInitStep

from config import dumps

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("bandwise", amqp="config.broker:Messages")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.steps["worker"].add(DjangoStructLogInitStep)
app.autodiscover_tasks()


@beat_init.connect
@worker_init.connect
def dump_nothing(**_signal: object) -> None:
    """Have worker and beat, and the children that read documents, leave no core."""
    dumps.forbid()


@worker_init.connect
def serve_figures(**_signal: object) -> None:
    """Have the worker serve what it counts, where settings name a port."""
    from config import metrics_listener  # Django is there by now, which its questions to the database need

    metrics_listener.start_if_set()
