"""Every address of the site."""

from django.conf import settings
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

from config import health, indexing, metrics
from salaries.sitemaps import SITEMAPS

handler500 = "config.unavailable.answer"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics.page, name="metrics"),
    path("robots.txt", indexing.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": {"site": indexing.SitePages, **SITEMAPS}}, name="sitemap"),
    path(settings.ADMIN_PATH, admin.site.urls),
    path("api/", include("resumes.api.urls")),
    path("guide/", include("salaries.urls")),
    path("", include("resumes.urls")),
]
