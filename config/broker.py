"""The way to the broker, with what Celery's own lacks: a worker survives a broker that goes, and is soon back with it.

Where the connection breaks, kombu (5.7) first takes a channel's transport away and then has the channel give back the
messages that it holds, for which it would need that transport: an `AttributeError` that ends the worker for good. There
is nothing to give back to. The database remembers what was not read, and the sweep queues it again.
"""

from typing import Any

import kombu
import structlog
from celery.app.amqp import AMQP
from kombu.transport import redis, virtual

log = structlog.get_logger(__name__)

LONGEST_WAIT = 4.0
"""Seconds between two attempts to reach a broker that is gone: Celery's own waits grow to half a minute."""


class Held(redis.QoS):
    """The messages that a channel holds, not acknowledged yet."""

    @property
    def is_cut_off(self) -> bool:
        """Whether the channel's way to the broker has been taken away."""
        transport = self.channel.connection
        return transport is None or transport.client is None

    def restore_unacked_once(self, stderr: Any = None) -> None:
        """Give back what is held, once, where there is somebody to give it to."""
        if not self.is_cut_off:
            super().restore_unacked_once(stderr)
        elif self._delivered:
            log.warning("messages_left_to_the_sweep", count=len(self._delivered))
            self._delivered.clear()

    def ack(self, delivery_tag: str) -> None:
        """Acknowledge a message; one that came over a connection that is gone is merely forgotten."""
        if self.is_cut_off:
            virtual.QoS.ack(self, delivery_tag)
        else:
            super().ack(delivery_tag)


class Channel(redis.Channel):
    """A channel that holds its messages so."""

    QoS = Held


class Transport(redis.Transport):
    """Redis or Valkey, over a socket, TCP or TLS."""

    Channel = Channel


class Connection(kombu.Connection):
    """A connection that goes this way and is tried again every few seconds."""

    def get_transport_cls(self) -> type:
        """Return the transport that the broker's address names, ours where that is Redis."""
        named: type = super().get_transport_cls()
        return Transport if named is redis.Transport else named

    def ensure_connection(self, *args: Any, **kwargs: Any) -> Any:
        """Connect, however long that takes where no number of attempts is given."""
        return super().ensure_connection(*args, **{"interval_start": 1, "interval_max": LONGEST_WAIT} | kwargs)


class Messages(AMQP):
    """What Celery makes its connections with."""

    Connection = Connection
