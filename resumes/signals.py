"""What others may want to know of resumes' calls and pages."""

from django.dispatch import Signal

call_failed = Signal()
"""A call of the API ended in an error that nobody foresaw: `request` and `error`; Django's own signal is not sent."""
