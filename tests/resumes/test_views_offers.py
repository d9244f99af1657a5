"""Offers held against a resume's own range; kept with it only on the visitor's word, and gone with it."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from resumes.extraction.facts import Facts
from resumes.models import Resume
from resumes.offer_forms import written
from resumes.offered import competing
from salaries.estimation.profile import Place
from salaries.models import Edition
from salaries.offer_page.form import OfferForm
from salaries.offers import Offer
from salaries.places.options import REMOTE
from tests.resumes.written import read_resume

pytestmark = pytest.mark.django_db

TWO = {"a-base": "210k", "a-signing": "20k", "b-base": "120", "b-per": "hour", "b-engagement": "contract"}


@pytest.fixture
def resume(owner: Client, edition: Edition) -> Resume:
    return read_resume(owner)


def page(client: Client, resume: Resume, **query: str) -> str:
    return client.get(reverse("resumes:offers", args=[resume.pk]), query).content.decode()


def keep(client: Client, resume: Resume, **fields: str) -> Any:
    return client.post(reverse("resumes:offers", args=[resume.pk]), fields)


def kept(resume: Resume) -> tuple[Offer, ...]:
    return tuple(Resume.objects.get(pk=resume.pk).offers)


def test_an_offer_stands_in_ones_own_range(owner: Client, resume: Resume) -> None:
    shown = page(owner, resume, **{"a-base": "250000"})
    assert "The base stands in the upper third of your range" in shown
    assert "The offer, Seattle: $250,000 base" in shown


def test_two_offers_stand_side_by_side(owner: Client, resume: Resume) -> None:
    shown = page(owner, resume, **TWO)
    assert "B beside A. One of them is a contract: not directly comparable" in shown


def test_looking_keeps_nothing(owner: Client, resume: Resume) -> None:
    page(owner, resume, **TWO)
    assert kept(resume) == ()


def test_kept_offers_come_back_by_their_names(owner: Client, resume: Resume) -> None:
    answer = keep(owner, resume, **TWO, **{"a-called": "  Example   Labs "})
    assert answer.status_code == 302
    assert [one.name for one in kept(resume)] == ["Example Labs", "Offer B"]
    shown = page(owner, resume)
    assert "Example Labs, $210,000 base" in shown
    assert "A stands in the lower third" in shown
    assert "Keep these offers" not in shown


def test_an_offer_with_a_fault_is_not_kept(owner: Client, resume: Resume) -> None:
    answer = keep(owner, resume, **{"a-base": "185"})
    assert answer.status_code == 422
    assert kept(resume) == ()


def test_a_kept_offer_can_be_removed(owner: Client, resume: Resume) -> None:
    keep(owner, resume, **TWO)
    owner.post(reverse("resumes:remove_offer", args=[resume.pk]), {"number": "0"})
    assert [one.name for one in kept(resume)] == ["Offer B"]


@pytest.mark.parametrize("number", ["2", "-1", "x", ""])
def test_what_is_not_kept_cannot_be_removed(owner: Client, resume: Resume, number: str) -> None:
    keep(owner, resume, **TWO)
    assert owner.post(reverse("resumes:remove_offer", args=[resume.pk]), {"number": number}).status_code == 404
    assert len(kept(resume)) == 2


def test_the_estimate_tells_where_a_kept_offer_stands(owner: Client, resume: Resume) -> None:
    detail = reverse("resumes:detail", args=[resume.pk])
    assert "An offer in hand?" in owner.get(detail).content.decode()
    keep(owner, resume, **{"a-base": "250000", "a-called": "Example Labs"})
    assert "Example Labs stands in the upper third of your range" in owner.get(detail).content.decode()


def test_a_strangers_offer_is_not_kept(owner: Client, stranger: Client, resume: Resume) -> None:
    assert keep(stranger, resume, **TWO).status_code == 404
    keep(owner, resume, **TWO)
    assert stranger.post(reverse("resumes:remove_offer", args=[resume.pk]), {"number": "0"}).status_code == 404
    assert len(kept(resume)) == 2


def test_without_an_estimate_it_leads_to_the_question(owner: Client, edition: Edition) -> None:
    resume = read_resume(owner, facts=Facts())
    address = reverse("resumes:offers", args=[resume.pk])
    assert owner.get(address)["Location"] == reverse("resumes:detail", args=[resume.pk])


def test_it_asks_the_database_few_times(owner: Client, resume: Resume, django_assert_max_num_queries: Any) -> None:
    keep(owner, resume, **TWO)
    with django_assert_max_num_queries(8):
        page(owner, resume)


@pytest.mark.parametrize(
    "place", [Place(), Place("Austin", "TX", "US", "12420"), Place(region="TX", country="US"), REMOTE.place]
)
def test_an_offer_is_the_same_after_a_way_through_its_form(place: Place) -> None:
    offer = Offer(
        name="Offer A",
        base=Decimal("95.5"),
        hourly=True,
        engagement="part-time",
        hours=Decimal(30),
        equity=Decimal(80000),
        equity_is_grant=True,
        bonus=Decimal(10),
        bonus_is_percent=True,
        place=place,
        employer="public-tech",
    )
    form = OfferForm({f"a-{name}": text for name, text in written(offer).items()}, "a", "Offer A")
    assert form.is_valid()
    assert form.offer() == offer


def test_a_pay_talk_names_employees_offers_as_full_time_work() -> None:
    part = Offer("Half", Decimal(100000), engagement="part-time", hours=Decimal(20))
    contract = Offer("Contract", Decimal(120), hourly=True, engagement="contract")
    assert [(one.employer, one.base) for one in competing((part, contract))] == [("Half", Decimal(200000))]
