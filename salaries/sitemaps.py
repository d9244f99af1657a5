"""The guide's pages as a sitemap, each with the time since when it has shown what it shows."""

from datetime import datetime
from functools import cached_property

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse

from salaries import wages
from salaries.beyond.rows import places
from salaries.models import Publication, WageRelease
from salaries.parts import PARTS


class GuidePages(Sitemap):  # type: ignore[type-arg]
    """The overview, the parts, the pages with a form and the market check; none before an edition is published."""

    @cached_property
    def changed_at(self) -> datetime | None:
        """When an edition last became the current one, None before the first. One query."""
        last: datetime | None = Publication.objects.aggregate(last=Max("at"))["last"]
        return last

    @cached_property
    def found(self) -> list[str]:
        """The paths, once a request: the sitemap asks several times."""
        return self.paths() if self.changed_at else []

    def items(self) -> list[str]:
        """Return the paths."""
        return self.found

    def paths(self) -> list[str]:
        """Return the paths of a guide that is published."""
        own = [reverse(f"salaries:{name}") for name in ("overview", "by_hand", "offer", "market")]
        return own + [reverse("salaries:part", args=[part]) for part in PARTS]

    def location(self, item: str) -> str:
        """Return a page's path."""
        return item

    def lastmod(self, _item: str) -> datetime | None:
        """Return when a page last changed."""
        return self.changed_at


class AreaPages(GuidePages):
    """The list of places, and a page for each; they change with the current wages too."""

    @cached_property
    def changed_at(self) -> datetime | None:
        """When the current edition or the current wages came, whichever is later. Two queries."""
        loaded = WageRelease.objects.filter(is_current=True).values_list("loaded_at", flat=True).first()
        published = GuidePages().changed_at
        return max(published, loaded) if published and loaded else published

    def paths(self) -> list[str]:
        """Return the paths of a guide that is published."""
        slugs = places(wages.areas())
        return [reverse("salaries:areas"), *(reverse("salaries:area", args=[slug]) for slug in slugs)]


SITEMAPS = {"guide": GuidePages, "areas": AreaPages}
