"""How things stand at the moment of a fetch: what waits, what is read, whether the parts answer.

Rows and messages are those of the whole site, so every process tells the same: take the largest, never the sum. A part
that does not answer leaves its gauges out, and `bandwise_part_up` says so.
"""

import time
from collections.abc import Iterator

from django.utils import timezone
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from config import probes
from config.health import answer_of

Gauges = Iterator[GaugeMetricFamily]


class Standing(Collector):
    """Asks the parts, within the time that readiness takes too."""

    def collect(self) -> Gauges:
        """Yield the gauges of the parts that answer."""
        asked = probes.DATABASE.ask(), probes.BROKER.ask()
        deadline = time.monotonic() + probes.PATIENCE
        rows, messages = answer_of(asked[0], deadline), answer_of(asked[1], deadline)
        up = GaugeMetricFamily("bandwise_part_up", "Whether a part answers", labels=["part"])
        up.add_metric(["database"], float(rows is not None))
        up.add_metric(["broker"], float(messages is not None))
        yield up
        if rows:
            yield from of_rows(rows)
        if messages:
            yield from of_messages(messages)


def of_rows(rows: probes.Rows) -> Gauges:
    """Yield what the database says."""
    yield gauge("bandwise_migrated", "Whether the database has every migration of this version", float(rows.migrated))
    yield gauge("bandwise_waiting_resumes", "Resumes that nobody reads yet", rows.waiting.count)
    yield gauge("bandwise_oldest_waiting_seconds", "How long the oldest of them has waited", rows.oldest_seconds)
    yield gauge("bandwise_resumes_being_read", "Resumes that an attempt holds", rows.being_read.count)
    yield gauge("bandwise_leases_lapsed", "Resumes whose attempt is gone", rows.being_read.lapsed)


def of_messages(messages: probes.Messages) -> Gauges:
    """Yield what the broker says."""
    lengths = GaugeMetricFamily("bandwise_queue_messages", "Messages that wait in the broker", labels=["queue"])
    for name, length in messages.lengths.items():
        lengths.add_metric([name], length)
    yield lengths
    if messages.last_sweep:
        age = (timezone.now() - messages.last_sweep).total_seconds()
        yield gauge("bandwise_last_sweep_seconds", "How long ago the sweep last ended a pass", age)


def gauge(name: str, words: str, value: float) -> GaugeMetricFamily:
    """Return a gauge without labels."""
    return GaugeMetricFamily(name, words, value=value)
