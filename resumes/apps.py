"""Resumes: receive, read, extract, show, advise."""

from django.apps import AppConfig


class ResumesConfig(AppConfig):
    """The application of resumes."""

    name = "resumes"
