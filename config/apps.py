"""The project's own admin site: the stock one under Bandwise's name, with its roles."""

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class BandwiseAdmin(AdminConfig):
    """Django's admin, with our title, accounts and roles."""

    default_site = "config.admin.BandwiseAdminSite"

    def ready(self) -> None:
        """Register the accounts once the stock ones are there; make the roles once all tables are."""
        super().ready()
        from config import roles, staff  # they need the models, which are not loaded when this module is

        staff.register(admin.site)
        post_migrate.connect(roles.make, sender=apps.get_app_config("resumes"))
