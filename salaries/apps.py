"""The guide: figures, editions, estimates."""

from django.apps import AppConfig


class SalariesConfig(AppConfig):
    """The application of the guide."""

    name = "salaries"
    verbose_name = "Salary guide"
