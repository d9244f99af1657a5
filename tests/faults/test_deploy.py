"""A deploy while people upload: the web server and the worker change hands, and nobody notices."""

import json
import os
import signal
import threading
from collections.abc import Callable, Iterator
from inspect import signature

import pytest
from celery import current_app
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.migrations import operations
from django.db.migrations.loader import MigrationLoader
from django.db.models import Field, IntegerField

from config.celery import app
from resumes.intake import receive
from resumes.models import Resume, State
from tests.conftest import RESUME
from tests.faults.conftest import sized
from tests.faults.house import House
from tests.faults.visitor import key_of
from tests.processes import Broker, Worker, wait_until

Figure = Callable[[int, str], None]

WAITING = "SELECT count(*) FROM resumes_resume WHERE state IN ('queued', 'reading')"
DONE = "SELECT count(*) FROM resumes_resume WHERE state = 'done'"


def uploading(house: House, over: threading.Event, statuses: list[int]) -> None:
    """Upload one resume after the other, each over a connection of its own, until it is over."""
    visitor = house.visitor()
    while not over.is_set():
        try:
            answer = visitor.upload(RESUME)
            statuses.append(answer.status if key_of(answer) else 0)
        except (OSError, AssertionError):
            statuses.append(0)


@pytest.mark.worker
@pytest.mark.usefixtures("emptied")
def test_a_rolling_restart_under_load_fails_no_request_and_loses_no_resume(house: House, figure: Figure) -> None:
    over, statuses, before = threading.Event(), list[int](), house.count()
    load = [threading.Thread(target=uploading, args=(house, over, statuses)) for _ in range(2)]
    for one in load:
        one.start()
    rounds = sized(5, 1)
    for _ in range(rounds):
        roll_web(house)
        roll_worker(house)
    over.set()
    for one in load:
        one.join()
    wait_until(lambda: house.rows(WAITING) == [(0,)], 120)
    failed, lost = sum(status != 200 for status in statuses), house.count() - house.rows(DONE)[0][0]
    figure(24, f"{rounds} rolling restarts, {len(statuses)} uploads meanwhile: {failed} requests failed, {lost} lost")
    assert (failed, lost) == (0, 0)
    assert house.count() == before + len(statuses)


def roll_web(house: House) -> None:
    """Have the web server take up new code: processes that have it first, then the old ones finish and go."""
    assert house.web
    old = {process.pid for process in house.web_processes()}
    os.kill(house.web.pid, signal.SIGHUP)
    wait_until(lambda: (now := {process.pid for process in house.web_processes()}) and not now & old, 90)


def roll_worker(house: House) -> None:
    """Stop the worker as a process manager does, while it is at work, and start the new one."""
    house.worker.stop()
    house.worker.start()


CONTRACT = {
    "resumes.tasks.analyse_resume": ["resume_id"],
    "resumes.tasks.draw_pages": ["resume_id"],
    "resumes.tasks.sweep": [],
    "resumes.tasks.remove_orphans": [],
    "resumes.tasks.try_lexicon": ["trial_id"],
    "salaries.tasks.publish_due": [],
}
"""Messages of the release before are still on their way when the next one's workers start, and the reverse: a name or
an argument is taken away only one release after nobody sends it any more."""


def test_tasks_keep_the_names_and_arguments_that_messages_on_their_way_bear() -> None:
    app.autodiscover_tasks(force=True)
    ours = {name: task for name, task in app.tasks.items() if not name.startswith("celery.")}
    assert {name: list(signature(task.run).parameters) for name, task in ours.items()} == CONTRACT


def strange_messages(broker: Broker) -> int:
    """Send what other releases, and no release, would send; return how many that is."""
    sent = [
        ("resumes.tasks.no_longer_there", ["x"], {}),
        ("resumes.tasks.analyse_resume", [], {}),
        ("resumes.tasks.analyse_resume", ["not an id"], {}),
        ("resumes.tasks.analyse_resume", ["8c3e1a52-0000-4000-8000-000000000000"], {"priority": "high"}),
        ("resumes.tasks.draw_pages", ["8c3e1a52-0000-4000-8000-000000000000"], {}),
    ]
    for name, arguments, named in sent:
        current_app.send_task(name, args=arguments, kwargs=named)
    message = json.loads(broker.client.lindex("celery", 0))
    for change in ({"content-type": "application/x-python-serialize"}, {"body": "bm90IGpzb24="}, {"headers": {}}):
        broker.client.lpush("celery", json.dumps(message | change))
    return len(sent) + 3


@pytest.mark.worker
@pytest.mark.django_db(transaction=True)
def test_messages_that_a_worker_does_not_understand_neither_stop_nor_hold_it_up(
    worker: Worker, broker: Broker, figure: Figure
) -> None:
    count = strange_messages(broker)
    resume = receive(data_file=SimpleUploadedFile("cv", RESUME), owner="ana")
    worker.start()
    wait_until(lambda: Resume.objects.get(pk=resume.pk).state == State.DONE, 60)
    figure(24, f"{count} messages of other releases: worker alive, the resume behind them read")
    assert worker.alive
    assert Resume.objects.get().attempts == 1


FIRST_RELEASE = {"resumes": 10, "salaries": 6}
"""The last migration of each app before anybody could have had data: what lies before need not be survived."""

Migrations = Iterator[tuple[str, operations.base.Operation]]


def operations_since() -> Migrations:
    for (app_label, name), migration in MigrationLoader(None).disk_migrations.items():
        if app_label in FIRST_RELEASE and int(name[:4]) > FIRST_RELEASE[app_label]:
            yield from ((f"{app_label}.{name}", operation) for operation in migration.operations)


def breaks_old_code(operation: operations.base.Operation) -> str:
    """Return why code of the release before fails once the operation is done, "" where it does not."""
    if isinstance(operation, operations.RemoveField | operations.RenameField):
        return "reads and writes a column that is gone"
    if isinstance(operation, operations.DeleteModel | operations.RenameModel | operations.AlterModelTable):
        return "reads and writes a table that is gone"
    if isinstance(operation, operations.AddField) and must_be_given(operation.field):
        return "writes rows without a column that must have a value: give it a db_default, or allow null"
    return ""


def must_be_given(field: "Field[object, object]") -> bool:
    return not (field.null or field.many_to_many or field.has_db_default())


@pytest.mark.parametrize(("name", "operation"), list(operations_since()))
def test_migrations_leave_the_code_of_the_release_before_working(
    name: str, operation: operations.base.Operation
) -> None:
    assert breaks_old_code(operation) == "", name


def test_what_breaks_the_code_of_the_release_before_is_told_from_what_does_not() -> None:
    assert breaks_old_code(operations.RemoveField("resume", "size"))
    assert breaks_old_code(operations.AddField("resume", "weight", IntegerField()))
    assert not breaks_old_code(operations.AddField("resume", "weight", IntegerField(null=True)))
    assert not breaks_old_code(operations.AddField("resume", "weight", IntegerField(db_default=0)))
