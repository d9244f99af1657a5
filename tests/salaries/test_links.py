"""No link of the guide's pages leads nowhere: every address answers, every anchor is there."""

from urllib.parse import urldefrag, urljoin

import html5lib
import pytest
from django.test import Client

from salaries.models import Edition
from salaries.parts import PARTS

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/privacy/",
    "/guide/",
    *(f"/guide/{part}/" for part in PARTS),
    "/guide/areas/?q=new",
    "/guide/areas/us-wa/",
    "/guide/areas/metro-14260/",
    "/guide/market/",
    "/guide/estimate/",
    "/guide/estimate/?ml=6&specialization=llm&place=Seattle%2C+WA&employer=public-tech",
]


class Web:
    """The site as a reader who follows links sees it; each page is read once."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.anchors: dict[str, set[str] | None] = {}

    def read(self, address: str) -> set[str] | None:
        """Return the anchors of a page, None where it does not answer."""
        if address not in self.anchors:
            answer = self.client.get(address)
            tree = html5lib.parse(answer.content, namespaceHTMLElements=False)
            ids = {one.get("id") for one in tree.iter() if one.get("id")}
            self.anchors[address] = ids if answer.status_code == 200 else None
        return self.anchors[address]

    def is_dead(self, link: str) -> bool:
        """Return whether a link leads nowhere."""
        address, anchor = urldefrag(link)
        ids = self.read(address)
        return ids is None or bool(anchor and anchor not in ids)


def links_of(client: Client, address: str) -> set[str]:
    """Return the links of a page to this site, static files left out."""
    tree = html5lib.parse(client.get(address).content, namespaceHTMLElements=False)
    found = {urljoin(address, link) for one in tree.iter("a") if (link := one.get("href"))}
    return {link for link in found if link.startswith("/")}


def test_every_link_of_every_page_leads_somewhere(client: Client, edition: Edition) -> None:
    web = Web(client)
    links = {link: address for address in PAGES for link in links_of(client, address)}
    assert len(links) > 100
    assert {link: address for link, address in links.items() if web.is_dead(link)} == {}
