"""The beat, which does not pile messages up: with no worker there to take them, a few turns of each are enough."""

from typing import Any

from celery.beat import ScheduleEntry, Scheduler

from resumes.queueing import UPKEEP, BrokerDown, queue_length

ENOUGH = 20
"""Messages of upkeep that wait: with so many no more are sent."""


class Bounded(Scheduler):
    """A schedule kept in memory, as a beat that wrote it down would die of a full disk; its messages are few."""

    def apply_entry(self, entry: ScheduleEntry, producer: Any = None) -> None:
        """Send what is due, unless nobody takes what was sent before, or the broker is gone."""
        try:
            if queue_length(UPKEEP) >= ENOUGH:
                return
        except BrokerDown:
            return
        super().apply_entry(entry, producer)
