"""The second factor of staff: a code from an app on their phone, or one of the recovery codes they keep.

Decision: whoever has set it up is asked for a code; `REQUIRE_SECOND_FACTOR` makes everyone set it up. Until the code is
right nobody is logged in: the session only holds who has shown a password, for some minutes.
"""

import base64
import io
import time
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.http import HttpRequest
from django_otp import verify_token
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

HELD = "awaits_second_factor"
HELD_SECONDS = 600
RECOVERY_CODES = 10


def has_device(user: Any) -> bool:
    """Return whether the user has set up a second factor."""
    return bool(TOTPDevice.objects.filter(user_id=user.pk, confirmed=True).exists())


def is_needed(user: Any) -> bool:
    """Return whether the user has to show a code."""
    return settings.REQUIRE_SECOND_FACTOR or has_device(user)


def is_satisfied(user: Any) -> bool:
    """Return whether the logged-in user has shown what they have to; asks the database once a request at most."""
    if getattr(user, "otp_device", None):
        return True
    if not hasattr(user, "needs_code"):
        user.needs_code = is_needed(user)
    return not user.needs_code


def hold(request: HttpRequest, user: Any) -> None:
    """Remember who has shown their password and not yet their code, under a new session key."""
    request.session.cycle_key()
    request.session[HELD] = {"user": str(user.pk), "until": time.time() + HELD_SECONDS}


def held(request: HttpRequest) -> Any:
    """Return the active staff member who has shown their password a short while ago; None where there is none."""
    kept = request.session.get(HELD) or {}
    if kept.get("until", 0) < time.time():
        return None
    return get_user_model().objects.filter(pk=kept["user"], is_active=True, is_staff=True).first()


def release(request: HttpRequest) -> None:
    """Forget who was held."""
    request.session.pop(HELD, None)


def device_for(user: Any, code: str) -> Any:
    """Return the device that this code is for by its form: six digits come from the app, others are recovery codes."""
    model = TOTPDevice if code.isdigit() else StaticDevice
    return model.objects.filter(user_id=user.pk, confirmed=True).first()


def verified(user: Any, code: str) -> Any:
    """Return the device that takes the code, which holds only once; None where none does."""
    device = device_for(user, code)
    return verify_token(user, device.persistent_id, code) if device else None


def begun(user: Any) -> Any:
    """Return the device that the user is about to set up."""
    device, _ = TOTPDevice.objects.get_or_create(user_id=user.pk, confirmed=False, defaults={"name": "phone"})
    return device


@transaction.atomic
def confirm(user: Any, code: str) -> Any:
    """Take the begun device into use where the code is its own, and return it; None where the code is wrong."""
    device = begun(user)
    if not device.verify_token(code):
        return None
    device.confirmed = True
    device.save(update_fields=["confirmed"])
    return device


@transaction.atomic
def new_recovery_codes(user: Any) -> list[str]:
    """Return ten new codes, each of which holds once; the former ones hold no more."""
    StaticDevice.objects.filter(user_id=user.pk).delete()
    device = StaticDevice.objects.create(user_id=user.pk, name="recovery codes")
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


@transaction.atomic
def forget(user: Any) -> None:
    """Take the user's second factor away, recovery codes included."""
    TOTPDevice.objects.filter(user_id=user.pk).delete()
    StaticDevice.objects.filter(user_id=user.pk).delete()


def picture(device: Any) -> str:
    """Return what an app scans, as the address of an inline picture."""
    import qrcode  # here, because it brings lxml, which no other page of the web needs
    from qrcode.image.svg import SvgPathFillImage

    drawn = io.BytesIO()
    qrcode.make(device.config_url, image_factory=SvgPathFillImage).save(drawn)
    return f"data:image/svg+xml;base64,{base64.b64encode(drawn.getvalue()).decode()}"


def secret(device: Any) -> str:
    """Return what an app takes by hand, in groups of four."""
    letters = base64.b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def recovery_codes_left(user: Any) -> int:
    """Return how many recovery codes the user has not used yet."""
    return int(StaticToken.objects.filter(device__user_id=user.pk).count())
