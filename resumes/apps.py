"""Resumes: receive, read, extract, show, advise."""

from django.apps import AppConfig


class ResumesConfig(AppConfig):
    """The application of resumes."""

    name = "resumes"

    def ready(self) -> None:
        """Count what the guide's pages estimate by hand."""
        from resumes import measures  # a metric takes its place on disk when it is made, which settings must know
        from salaries.signals import estimate_made

        estimate_made.connect(measures.by_hand)
