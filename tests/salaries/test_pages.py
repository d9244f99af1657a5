"""The guide's pages print the edition's figures, each with unit and source."""

import re
from decimal import Decimal

import html5lib
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from salaries.contents.kept import Kept
from salaries.contents.tables import Contents
from salaries.estimation.amounts import Amounts
from salaries.estimation.guide import Guide
from salaries.models import Edition, State, Takeaway
from salaries.parts import PARTS, beside
from salaries.presentation import guide_page
from salaries.publishing import publish
from salaries.templatetags.figures import page_of

pytestmark = pytest.mark.django_db


def text_of(client: Client, part: str) -> str:
    address = reverse("salaries:part", args=[part]) if part else reverse("salaries:overview")
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("part", ["", *PARTS])
def test_every_page_answers_and_leaves_no_name_of_a_figure_unfilled(
    client: Client, edition: Edition, part: str
) -> None:
    page = text_of(client, part)
    assert not re.search(r"\{[a-z.-]+\}", page)


@pytest.mark.parametrize(
    ("part", "figures"),
    [
        ("percentiles", ("$112,590", "$54.13", "$211,450", "$101.66")),
        (
            "tiers",
            ("$100,000 to $130,000", "$130,000 to $160,000", "$300,000 to $500,000", "$500,000 to $1,000,000 and up"),
        ),
        ("states", ("$158,400", "$122,200")),
        ("metros", ("$178,200", "$126,800", "x 1.1729", "NY-NJ-PA")),
        ("specializations", ("25 to 40 percent", "$140,000 to $190,000", "$170,000 to $220,000 and up", "x 0.9231")),
        ("compensation", ("30 to 80 percent", "$20,000 to $100,000 once", "$3,000 to $8,000 a conference")),
        ("negotiation", ("$10,000 to $100,000 and up a year", "notebook")),
        ("career", ("$400,000 to $800,000 and up", "34 percent", "4 to 6 years")),
        ("questions", ("Distributed training",)),
        ("method", ("0.5", "$1,000")),
    ],
)
def test_a_part_prints_its_figures(client: Client, edition: Edition, part: str, figures: tuple[str, ...]) -> None:
    page = text_of(client, part)
    for figure in figures:
        assert figure in page


def test_every_anchor_that_a_source_carries_leads_to_a_page(
    client: Client, edition: Edition, contents: Contents
) -> None:
    overview = text_of(client, "")
    for source in contents.sources:
        assert source.anchor in PARTS or f'id="{source.anchor}"' in overview


@pytest.mark.parametrize("part", ["", *PARTS])
def test_every_link_to_a_row_of_the_guide_leads_to_a_row(client: Client, edition: Edition, part: str) -> None:
    here = reverse("salaries:part", args=[part]) if part else reverse("salaries:overview")
    for address, row in set(re.findall(r'href="(/guide/[^"#]*|)#([^"]+)"', text_of(client, part))):
        target = client.get(address or here).content.decode()
        assert f'id="{row}"' in target, (address, row)


@pytest.mark.parametrize("part", ["", *PARTS])
def test_a_page_has_no_faults_of_html(client: Client, edition: Edition, part: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(text_of(client, part))
    assert parser.errors == []


@pytest.mark.parametrize("part", ["", *PARTS])
def test_no_two_elements_of_a_page_share_an_anchor(client: Client, edition: Edition, part: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', text_of(client, part))
    assert sorted(ids) == sorted(set(ids))


def test_an_estimates_citations_lead_to_the_figures_rows(client: Client, edition: Edition, guide: Guide) -> None:
    cited = [guide.tiers[2].total, guide.phd, guide.metros[0], guide.equity, guide.parameters.rounding]
    assert [page_of(one.source.anchor) for one in cited if one] == [
        "/guide/tiers/#tier-senior-total",
        "/guide/tiers/#tier-entry-phd",
        "/guide/metros/#metro-san-jose",
        "/guide/compensation/#figure-equity",
        "/guide/method/#parameter-rounding",
    ]


def test_a_figure_in_a_text_leads_to_its_row(client: Client, edition: Edition) -> None:
    link = '<a class="named" href="/guide/percentiles/#occupation-data-scientists-p50">$112,590</a>'
    assert link in text_of(client, "")
    assert link in text_of(client, "questions")


def test_texts_are_escaped_around_their_links(client: Client, edition: Edition, draft: Edition) -> None:
    Takeaway.objects.filter(edition=draft, slug="growth").update(words="<b>{state.CA}</b> & more")
    draft.refresh_from_db()
    publish(draft, note="Markup.", by=None, now=timezone.now())
    page = text_of(client, "")
    assert "&lt;b&gt;<a class" in page
    assert "&lt;/b&gt; &amp; more" in page


@pytest.mark.parametrize("part", [part for part in PARTS if part not in ("questions", "method")])
def test_each_part_has_a_picture(client: Client, edition: Edition, part: str) -> None:
    page = text_of(client, part)
    assert 'role="img"' in page or 'class="bar' in page


@pytest.mark.parametrize(
    ("part", "label"),
    [
        ("percentiles", "$150k"),
        ("tiers", "$250k"),
        ("specializations", "$200k"),
        ("compensation", "$1m"),
        ("career", "$800k"),
    ],
)
def test_a_picture_of_ranges_has_an_axis(client: Client, edition: Edition, part: str, label: str) -> None:
    assert re.search(rf'<text[^>]* x="[\d.]+%"[^>]*>{re.escape(label)}</text>', text_of(client, part))


@pytest.mark.parametrize("part", PARTS)
def test_a_part_stands_in_the_rail_and_under_its_breadcrumbs(client: Client, edition: Edition, part: str) -> None:
    page = text_of(client, part)
    assert f'<a href="{reverse("salaries:part", args=[part])}" aria-current="page">' in page
    assert f'<span aria-current="page">{PARTS[part]}</span>' in page


def test_a_preview_stays_on_its_edition(editor: Client, edition: Edition, draft: Edition) -> None:
    page = editor.get(reverse("salaries:overview"), {"edition": "2027"}).content.decode()
    rail = page[page.index("rail-title") :]
    assert "/guide/states/?edition=2027" in rail
    assert 'href="/guide/states/"' not in page
    assert "/guide/percentiles/?edition=2027#occupation-data-scientists-p50" in page


@pytest.mark.parametrize("part", [part for part in PARTS if part != "method"])
def test_every_part_cites_the_guide(client: Client, edition: Edition, part: str) -> None:
    assert ">guide, " in text_of(client, part)


def test_a_figure_that_was_changed_and_published_is_on_the_page(
    client: Client, edition: Edition, draft: Edition
) -> None:
    assert "$199,999" not in text_of(client, "states")
    State.objects.filter(edition=draft, slug="WA").update(mean=199_999)
    draft.refresh_from_db()
    publish(draft, note="New figures.", by=None, now=timezone.now())
    assert "$199,999" in text_of(client, "states")
    assert "$199,999" in text_of(client, "questions")


def test_an_unknown_part_is_not_found(client: Client, edition: Edition) -> None:
    assert client.get("/guide/weather/").status_code == 404


def test_without_an_edition_the_guide_says_whose_turn_it_is(client: Client) -> None:
    answer = client.get(reverse("salaries:overview"))
    assert answer.status_code == 503
    assert "The guide is not there yet" in answer.content.decode()


def test_pages_are_only_read(client: Client, edition: Edition) -> None:
    assert client.post(reverse("salaries:overview")).status_code == 405


def test_the_parts_follow_each_other_and_end() -> None:
    assert beside("percentiles") == {"before": None, "after": "tiers"}
    assert beside("method")["after"] is None


def test_tiers_have_totals_only_where_the_guide_prints_them(contents: Contents) -> None:
    assert [row.name for row, _ in guide_page(Kept(contents)).totals.rows] == ["tier.senior.total", "tier.staff.total"]


def test_the_ladder_falls_from_its_top(contents: Contents) -> None:
    rows = [row.label for row, _ in guide_page(Kept(contents)).ladder.rows]
    assert (rows[0], rows[-1]) == ("Chief AI officer", "Entry")


def test_a_premium_is_drawn_on_the_generalists_range(contents: Contents) -> None:
    drawn = {row.name: row.amounts for row, _ in guide_page(Kept(contents)).specializations.rows}
    assert drawn["specialization.llm-genai"] == Amounts(Decimal(212_500), Decimal(308_000))
    assert drawn["specialization.generalist"] == Amounts(Decimal(170_000), Decimal(220_000))


def test_pages_allow_no_script_or_style_of_their_own(client: Client, edition: Edition) -> None:
    answer = client.get(reverse("salaries:part", args=["tiers"]))
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert not re.search(r"\sstyle=|<style|<script>|\son[a-z]+=", answer.content.decode())
