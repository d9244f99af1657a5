"""What logs leave out: what stands behind an address, what opens a shared estimate, browsers, and errors' own words.

Decision: an error is logged by its type and the places that it came through, never by its message. Messages quote what
they are about (`ValueError: no such month: ...`), and what this site is about is resumes.
"""

import re
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from typing import Any

Event = MutableMapping[str, Any]

SHARED_AT = re.compile(r"(/shared/)[^/\s]+")
"""Where the token of a share link stands in an address."""
QUERY = re.compile(r"\?\S+")
INVALID = re.compile(r"(Invalid request).*", re.DOTALL)
"""The web server's words on a request that it cannot read: they go on with the address and what it could not read."""
PLACES = 20
CHAIN = 5
"""How many places of one error are told, and how many errors that led to one another."""


def without_query(_logger: Any, _method: str, event: Event) -> Event:
    """Leave out what visitors put behind an address: an estimate by hand stands there."""
    if "request" in event:
        event["request"] = str(event["request"]).partition("?")[0]
    return event


def without_tokens(_logger: Any, _method: str, event: Event) -> Event:
    """Leave out what opens a shared estimate: whoever reads the log must not be able to."""
    for name in ("request", "event"):
        if isinstance(event.get(name), str):
            event[name] = SHARED_AT.sub(r"\1…", event[name])
    return event


def without_browser(_logger: Any, _method: str, event: Event) -> Event:
    """Leave out what a browser says of itself: anyone can write anything there, and nobody needs it."""
    event.pop("user_agent", None)
    return event


def without_server_words(_logger: Any, _method: str, event: Event) -> Event:
    """Leave out of the web server's own lines what a visitor sent, and from where."""
    if str(event.get("logger", "")).startswith("gunicorn"):
        event["event"] = INVALID.sub(r"\1", QUERY.sub("", str(event["event"])))
    return event


def without_messages(_logger: Any, _method: str, event: Event) -> Event:
    """Tell an error by its type and its places; leave out its message wherever it was put."""
    error = error_of(event.pop("exc_info", None)) or error_of(event.get("exception"))
    if error is not None:
        event.pop("error", None)
        event["exception"] = "\n".join(told(error))
        if "_record" in event:
            event["event"] = cleaned(str(event["event"]), error)
    for name, value in event.items():
        if isinstance(value, BaseException):
            event[name] = type(value).__name__
    return event


def error_of(given: object) -> BaseException | None:
    """Return the error that `exc_info` stands for: itself, within a tuple, or the one being handled."""
    if isinstance(given, BaseException):
        return given
    if isinstance(given, tuple):
        return next((one for one in given if isinstance(one, BaseException)), None)
    return sys.exc_info()[1] if given is True else None


def told(error: BaseException) -> Iterator[str]:
    """Yield the lines that tell an error and those that led to it: types and places."""
    for one in chain(error):
        yield type(one).__name__
        for frame in traceback.extract_tb(one.__traceback__, limit=-PLACES):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"


def chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and those that led to it, the last one first."""
    one: BaseException | None = error
    for _ in range(CHAIN):
        if one is None:
            return
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def cleaned(words: str, error: BaseException) -> str:
    """Return the first line of a library's words, without the messages of an error and those behind it."""
    words = words.partition("\n")[0]
    for one in chain(error):
        for message in filter(None, (repr(one), str(one))):
            words = words.replace(message, type(one).__name__)
    return words
