"""A second factor: set up, asked for, lost; never half logged in."""

import re
import time
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from config import second_factor
from salaries.drafts import clone
from salaries.models import Edition
from tests.config.conftest import PASSWORD

pytestmark = pytest.mark.django_db

INDEX = reverse("admin:index")
CODE = reverse("admin:second_factor")
SETUP = reverse("admin:second_factor_setup")
OWN = reverse("admin:second_factor_own")


@pytest.fixture
def device(ana: User) -> TOTPDevice:
    """Ana's phone."""
    return TOTPDevice.objects.create(user=ana, name="phone", confirmed=True)


def code_of(device: TOTPDevice) -> str:
    """Return what the phone shows now; as if no code had been used before."""
    TOTPDevice.objects.filter(pk=device.pk).update(last_t=-1, throttling_failure_count=0)
    return f"{totp(device.bin_key):06}"


def password(client: Client, following: str = INDEX) -> Any:
    return client.post(reverse("admin:login"), {"username": "ana", "password": PASSWORD, "next": following})


def is_in(client: Client) -> bool:
    return client.get(INDEX).status_code == 200


def test_without_a_second_factor_a_password_logs_in(client: Client, ana: User) -> None:
    assert password(client).url == INDEX
    assert is_in(client)


def test_who_has_one_is_asked_for_the_code(client: Client, device: TOTPDevice) -> None:
    assert password(client, following="/admin/auth/user/").url == f"{CODE}?next=%2Fadmin%2Fauth%2Fuser%2F"
    assert not is_in(client)
    answer = client.post(CODE, {"code": code_of(device), "next": "/admin/auth/user/"})
    assert answer.url == "/admin/auth/user/"  # type: ignore[attr-defined]
    assert is_in(client)


def test_between_password_and_code_nobody_is_logged_in(client: Client, device: TOTPDevice, edition: Edition) -> None:
    password(client)
    assert "_auth_user_id" not in client.session
    Edition.objects.create(name="next", title="Next", effective="2027-01-01")
    assert client.get("/guide/?edition=next").status_code == 404
    assert client.get(OWN).status_code == 302


def test_a_wrong_code_does_not_log_in(client: Client, device: TOTPDevice) -> None:
    password(client)
    answer = client.post(CODE, {"code": "000000" if code_of(device) != "000000" else "111111"})
    assert "This code does not hold" in answer.content.decode()
    assert not is_in(client)


def test_a_code_holds_once(client: Client, device: TOTPDevice) -> None:
    code = code_of(device)
    for browser in (client, Client()):
        password(browser)
        browser.post(CODE, {"code": code})
    assert is_in(client)
    assert not is_in(browser)


def test_wrong_codes_lock_out_like_wrong_passwords(client: Client, device: TOTPDevice) -> None:
    password(client)
    for _ in range(5):
        answer = client.post(CODE, {"code": "abcdefgh"})
    assert answer.status_code == 429
    assert client.post(CODE, {"code": code_of(device)}).status_code == 429
    assert not is_in(client)


def test_the_password_alone_does_not_forget_wrong_codes(client: Client, device: TOTPDevice) -> None:
    for _ in range(4):
        password(client)
        client.post(CODE, {"code": "abcdefgh"})
    password(client)
    assert client.post(CODE, {"code": "abcdefgh"}).status_code == 429


def test_a_password_is_remembered_for_ten_minutes_only(client: Client, device: TOTPDevice) -> None:
    password(client)
    session = client.session
    session[second_factor.HELD] = session[second_factor.HELD] | {"until": time.time() - 1}
    session.save()
    assert client.post(CODE, {"code": code_of(device)}).url == reverse("admin:login")  # type: ignore[attr-defined]


def test_nobody_is_led_to_another_site(client: Client, device: TOTPDevice) -> None:
    password(client)
    answer = client.post(CODE, {"code": code_of(device), "next": "https://elsewhere.example/"})
    assert answer.url == INDEX  # type: ignore[attr-defined]


def test_without_a_password_there_is_no_code_to_enter(client: Client, device: TOTPDevice) -> None:
    for address in (CODE, SETUP):
        assert client.get(address).url == reverse("admin:login")  # type: ignore[attr-defined]


def set_up(client: Client, user: User) -> list[str]:
    """Set up a second factor and return the recovery codes."""
    client.get(SETUP)
    page = client.post(SETUP, {"code": code_of(TOTPDevice.objects.get(user=user))})
    return re.findall(r"<li><code>(\w+)</code>", page.content.decode())


def test_setting_up_shows_a_picture_and_a_key_then_ten_recovery_codes(client: Client, ana: User) -> None:
    client.force_login(ana)
    page = client.get(SETUP).content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    assert second_factor.secret(TOTPDevice.objects.get(user=ana)) in page
    assert len(set_up(client, ana)) == 10
    assert is_in(client)


def test_a_device_counts_only_once_it_has_shown_a_code(client: Client, ana: User) -> None:
    client.force_login(ana)
    client.get(SETUP)
    client.post(SETUP, {"code": "abcdef"})
    assert not second_factor.has_device(ana)
    assert password(Client()).url == INDEX


def test_a_recovery_code_logs_in_once(client: Client, ana: User) -> None:
    client.force_login(ana)
    recovery = set_up(client, ana)[0]
    first, second = Client(), Client()
    for browser in (first, second):
        password(browser)
        browser.post(CODE, {"code": recovery.upper()})
    assert is_in(first)
    assert not is_in(second)


def test_other_sessions_must_show_the_code_once_it_is_set_up(client: Client, ana: User) -> None:
    other = Client()
    other.force_login(ana)
    client.force_login(ana)
    set_up(client, ana)
    assert not is_in(other)


def test_other_sessions_preview_no_draft_until_they_show_the_code(client: Client, ana: User, edition: Edition) -> None:
    clone(edition, "next")
    client.force_login(ana)
    before = client.get("/guide/areas/?edition=next").status_code
    TOTPDevice.objects.create(user=ana, name="phone", confirmed=True)
    assert (before, client.get("/guide/areas/?edition=next").status_code) == (200, 404)


class TestWhereItIsRequired:
    @pytest.fixture(autouse=True)
    def required(self, settings: Settings) -> None:
        settings.REQUIRE_SECOND_FACTOR = True

    def test_who_has_none_is_led_to_its_set_up_before_all_else(self, client: Client, ana: User) -> None:
        password(client)
        assert client.get(f"{CODE}?next={INDEX}").url == f"{SETUP}?next=%2Fadmin%2F"  # type: ignore[attr-defined]
        assert not is_in(client)
        assert len(set_up(client, ana)) == 10
        assert is_in(client)

    def test_who_was_logged_in_before_is_led_there_too(self, client: Client, ana: User) -> None:
        client.force_login(ana)
        answer = client.get(INDEX, follow=True)
        assert answer.request["PATH_INFO"] == SETUP

    def test_who_has_one_needs_the_code(self, client: Client, device: TOTPDevice) -> None:
        password(client)
        assert not is_in(client)
        client.post(CODE, {"code": code_of(device)})
        assert is_in(client)

    def test_it_cannot_be_turned_off(self, client: Client, device: TOTPDevice) -> None:
        password(client)
        client.post(CODE, {"code": code_of(device)})
        assert "Turn it off" not in client.get(OWN).content.decode()
        client.post(OWN, {"code": code_of(device), "off": "on"})
        assert TOTPDevice.objects.filter(pk=device.pk).exists()


class TestOnesOwn:
    @pytest.fixture
    def inside(self, client: Client, ana: User) -> Client:
        client.force_login(ana)
        set_up(client, ana)
        return client

    def test_new_recovery_codes_replace_the_former(self, inside: Client, ana: User) -> None:
        before = set(StaticToken.objects.values_list("token", flat=True))
        inside.post(OWN, {"code": code_of(TOTPDevice.objects.get()), "codes": "on"})
        after = set(StaticToken.objects.values_list("token", flat=True))
        assert (len(after), before & after) == (10, set())

    def test_it_can_be_turned_off_with_a_code(self, inside: Client, ana: User) -> None:
        inside.post(OWN, {"code": code_of(TOTPDevice.objects.get()), "off": "on"})
        assert not second_factor.has_device(ana)
        assert not StaticToken.objects.exists()

    def test_it_cannot_be_turned_off_without_one(self, inside: Client, ana: User) -> None:
        inside.post(OWN, {"code": "abcdef", "off": "on"})
        assert second_factor.has_device(ana)


def test_a_superuser_helps_somebody_who_has_lost_their_phone(admin_client: Client, device: TOTPDevice) -> None:
    chosen = {"action": "forget_second_factor", "_selected_action": [device.user_id]}
    admin_client.post(reverse("admin:auth_user_changelist"), chosen)
    assert not TOTPDevice.objects.exists()


def test_the_secrets_of_devices_have_no_page(admin_client: Client) -> None:
    assert admin_client.get("/admin/otp_totp/totpdevice/").status_code == 404
