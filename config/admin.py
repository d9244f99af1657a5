"""The admin site of Bandwise."""

from django.contrib.admin import AdminSite


class BandwiseAdminSite(AdminSite):
    """Stock admin with Bandwise's name and a way back to the public guide."""

    site_header = "Bandwise"
    site_title = "Bandwise"
    index_title = "Guide and resumes"
