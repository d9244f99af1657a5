"""What workers do for the guide."""

from celery import shared_task
from django.utils import timezone

from salaries import publishing


@shared_task(ignore_result=True)
def publish_due() -> None:
    """Publish the editions whose date has come."""
    publishing.publish_due(timezone.now())
