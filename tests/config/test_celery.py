from config.celery import app
from resumes import queueing, tasks


def test_every_scheduled_task_exists() -> None:
    app.autodiscover_tasks(force=True)
    assert {entry["task"] for entry in app.conf.beat_schedule.values()} <= set(app.tasks)


def test_the_task_that_uploads_name_exists() -> None:
    assert tasks.analyse_resume.name == queueing.TASK


def test_workers_consume_every_queue_that_is_sent_to() -> None:
    consumed = {queue.name for queue in app.conf.task_queues}
    assert consumed == {queueing.QUEUE, *(entry["options"]["queue"] for entry in app.conf.beat_schedule.values())}


def test_nothing_but_json_is_taken_from_the_broker() -> None:
    assert app.conf.accept_content == ["json"]


def test_an_analysis_is_acknowledged_only_when_it_has_ended() -> None:
    assert tasks.analyse_resume.acks_late
