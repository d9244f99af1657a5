"""Whether more resumes wait than will be read soon: a new one is then refused, in words, before it is stored.

Decision: uploads are cheaper to take than to read. Taken without an end under many times the load that workers bear,
all would wait for hours; a bound keeps the wait of those that are taken within about a minute, and the others are told
at once when to come back.
"""

from django.conf import settings

from resumes.models import Resume, State

WAIT_SECONDS = 15
"""When who was refused may try again: by then some dozens have been read."""


def is_crowded() -> bool:
    """Return whether as many resumes wait as may. Counts no further than that, in an index."""
    most = int(settings.RESUMES_WAITING)
    return Resume.objects.filter(state=State.QUEUED).order_by()[:most].count() >= most
