"""The web server's patience with slow clients: one that sends slowly waits by itself and keeps no thread from others.

gunicorn's threads read a request as it comes, so that a few clients who send a byte now and then hold every thread of
every process for as long as they like. Here a thread takes a request once it is there: the whole of a small one, the
first part of an upload. Decision: uploads that are still coming may hold half of the threads at most, so that pages are
answered whatever uploads do; and whoever has not sent their request in time is cut off. A proxy that buffers requests
does the same better, and hides more connections than this can hold; behind one, all this never happens.
"""

import re
import socket
import time
from collections import OrderedDict
from functools import partial
from selectors import EVENT_READ
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker  # type: ignore[import-untyped]

HEAD_SECONDS = 10
"""For the part of a request that has to be there before a thread takes it."""
BODY_SECONDS = 60
"""For a thread to get the rest; then the connection gives nothing more, and after as long again takes nothing more."""
READY = 32_768
"""Bytes of a larger request that have to be there; what gunicorn allows a head is less."""

HEAD_END = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
OPEN_END = re.compile(rb"\r\n(transfer-encoding|expect):", re.IGNORECASE)
"""Of a body whose length is not told, and of one that waits for a word of ours before it comes."""
ENDLESS = 2**60


def size_of(seen: bytes) -> int | None:
    """Return how many bytes a request has by its head, `ENDLESS` where that is not told; None for half a head."""
    head, end, _ = seen.partition(HEAD_END)
    if not end:
        return None if len(seen) < READY else ENDLESS
    head += b"\r\n"
    if OPEN_END.search(head):
        return ENDLESS
    length = LENGTH.search(head)
    return len(head) + 2 + int(length[1]) if length else len(head) + 2


def missing(seen: bytes) -> int:
    """Return how many bytes have to be there before the request is looked at again; 0 where a thread may take it."""
    size = size_of(seen)
    if size is None:
        return len(seen) + 1
    return 0 if size == ENDLESS or len(seen) >= min(size, READY) else min(size, READY)


class PatientWorker(ThreadWorker):  # type: ignore[misc]
    """A process with threads that are given requests, not connections."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.coming: dict[TConn, float] = {}
        self.seen: dict[TConn, int] = {}
        self.queued: OrderedDict[TConn, float] = OrderedDict()
        self.uploading: set[TConn] = set()
        self.busy: dict[TConn, float] = {}

    def accept(self, listener: Any) -> None:
        """Take a connection and wait for its request; over a socket file it comes from a proxy, at once."""
        if listener.sock.family == socket.AF_UNIX:
            super().accept(listener)
            return
        try:
            client, address = listener.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return
        self.nr_conns += 1
        self.wait_for(TConn(self.cfg, client, address, listener.getsockname()))

    def on_client_socket_readable(self, conn: TConn, client: Any) -> None:
        """Wait for the next request of a connection that was kept."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self.wait_for(conn)

    def wait_for(self, conn: TConn) -> None:
        """Let the connection say when there is something of a request."""
        conn.sock.setblocking(False)
        self.coming[conn], self.seen[conn] = time.monotonic() + HEAD_SECONDS, 0
        self.poller.register(conn.sock, EVENT_READ, partial(self.look, conn))

    def look(self, conn: TConn, client: Any) -> None:
        """Look at what has come, and take it out of its turn where it is enough or the client has gone."""
        try:
            seen = client.recv(READY, socket.MSG_PEEK)
        except BlockingIOError:
            return
        except OSError:
            seen = b""
        if len(seen) == self.seen[conn]:  # ready to be read, and nothing new: its other end is closed
            self.drop(conn)
        elif more := missing(seen):
            self.seen[conn] = len(seen)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, more)
        else:
            self.forget(conn)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, 1)
            self.take(conn, is_whole=(size_of(seen) or 0) <= len(seen))

    def take(self, conn: TConn, *, is_whole: bool) -> None:
        """Give the request to a thread; what is not whole waits while half of them hold such."""
        conn.data_ready = True
        if is_whole:
            self.enqueue_req(conn)
        elif len(self.uploading) < max(1, self.cfg.threads // 2):
            self.uploading.add(conn)
            self.enqueue_req(conn)
        else:
            self.queued[conn] = time.monotonic() + BODY_SECONDS

    def handle(self, conn: TConn) -> Any:
        """Handle the request, watched. A connection that sends the next before the answer ends with it."""
        self.busy[conn] = time.monotonic()
        try:
            kept = super().handle(conn)
        finally:
            self.busy.pop(conn, None)
        sent_ahead = kept is True and conn.parser.unreader.buf.getvalue()
        return False if sent_ahead else kept

    def finish_request(self, conn: TConn, result: Any) -> None:
        """Give the next upload its turn."""
        if conn in self.uploading:
            self.uploading.discard(conn)
            if self.queued:
                following, _ = self.queued.popitem(last=False)
                self.take(following, is_whole=False)
        super().finish_request(conn, result)

    def murder_pending(self) -> None:
        """Cut off who has had their time; this is called about once a second."""
        super().murder_pending()
        now = time.monotonic()
        for conn in [conn for conn, until in (*self.coming.items(), *self.queued.items()) if until < now]:
            self.drop(conn)
        for conn, begun in list(self.busy.items()):
            if now - begun > BODY_SECONDS:
                hang_up(conn, socket.SHUT_RD if now - begun < 2 * BODY_SECONDS else socket.SHUT_RDWR)

    def _cap_keepalive(self, deadline: float) -> None:
        """Wait for nobody's request longer than for a kept connection's next, once this process is to stop."""
        super()._cap_keepalive(deadline)
        for conn, until in self.coming.items():
            self.coming[conn] = min(until, deadline)

    def forget(self, conn: TConn) -> None:
        """Wait for the connection no longer."""
        if self.coming.pop(conn, None) is not None:
            self.poller.unregister(conn.sock)
        self.queued.pop(conn, None)
        self.seen.pop(conn, None)

    def drop(self, conn: TConn) -> None:
        """Close a connection whose request never came."""
        self.forget(conn)
        self.nr_conns -= 1
        conn.close()


def hang_up(conn: TConn, how: int) -> None:
    """End one direction of a connection, or both: what waits for it goes on at once."""
    try:
        conn.sock.shutdown(how)
    except OSError:  # it has gone by itself
        return
