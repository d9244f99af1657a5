"""What others may want to know of the guide's pages, which know nothing of who listens."""

from django.dispatch import Signal

estimate_made = Signal()
"""An estimate was made by hand; nothing of what it was made from is told."""
