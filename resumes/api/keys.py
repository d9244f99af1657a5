"""Make a key, know one again, revoke one.

Decision: a key has 32 random bytes, so that a plain SHA-256 of it tells nothing and cannot be searched through; a slow
hash would only slow every call. A revoked key's resumes are removed with it: nobody else could ever open them.
"""

import secrets
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from resumes.api.rows import ApiKey
from resumes.deletion import delete
from resumes.models import Resume

SIGN = "bw_"
"""What every key begins with, so that programs that look for lost secrets know one."""
BYTES = 32
SHOWN = 9
"""Letters of a key that stay known: the sign and six more, of 46."""


def make(name: str) -> tuple[ApiKey, str]:
    """Store a new key under a name and return its row with the key itself, which cannot be had again."""
    key = ApiKey(name=name)
    return key, give(key)


def give(key: ApiKey) -> str:
    """Store a named row that is not stored yet, and return the key that it stands for."""
    secret = SIGN + secrets.token_urlsafe(BYTES)
    key.prefix, key.digest = secret[:SHOWN], digest_of(secret)
    key.save(force_insert=True)
    return secret


def digest_of(secret: str) -> str:
    """Return the hash that a key is kept as."""
    return sha256(secret.encode()).hexdigest()


def holder_of(secret: str) -> ApiKey | None:
    """Return the key in force that this is, None for any other text; note that it was used today."""
    key = ApiKey.objects.in_force().filter(digest=digest_of(secret)).first()
    today = timezone.now().date()
    if key and key.last_used != today:
        ApiKey.objects.filter(pk=key.pk).update(last_used=today)
    return key


def revoke(key: ApiKey) -> int:
    """Let a key open nothing from now on, and remove its resumes; return how many. Once revoked, it stays so.

    An upload that is under way at that moment stays unreadable until its day is over.
    """
    with transaction.atomic():
        ApiKey.objects.in_force().filter(pk=key.pk).update(revoked_at=timezone.now())
        return remove_resumes(key)


def remove(key: ApiKey) -> int:
    """Remove a key's row and its resumes; return how many resumes."""
    with transaction.atomic():
        removed = remove_resumes(key)
        ApiKey.objects.filter(pk=key.pk).delete()
    return removed


def remove_resumes(key: ApiKey) -> int:
    """Remove what was sent with a key, as its owner would; return how many."""
    resumes = list(Resume.objects.filter(owner=key.owner))
    for resume in resumes:
        delete(resume)
    return len(resumes)
