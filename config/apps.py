"""The project's own admin site: the stock one under Bandwise's name."""

from django.contrib.admin.apps import AdminConfig


class BandwiseAdmin(AdminConfig):
    """Django's admin, with our title."""

    default_site = "config.admin.BandwiseAdminSite"
