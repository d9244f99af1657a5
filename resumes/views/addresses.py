"""The network address that limits and lockouts hold for.

Decision: headers such as X-Forwarded-For are believed only as far as `TRUSTED_PROXIES` says. Anyone can write them, and
each proxy adds what it saw at the right: behind so many proxies of our own the address is so many places from the
right, whatever a visitor wrote before it. Forwarded and X-Real-IP are never looked at.
"""

import ipaddress
from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest

WHOLE_NETWORK = 64
"""Leading bits of an IPv6 address that one customer holds: whoever has one address there has them all."""


def address_of(request: HttpRequest) -> str | None:
    """Return the address that a request comes from; None where it is unknown, as it is over a socket.

    An IPv6 address is told by its network's first, so that changing the rest of it resets no count.
    """
    seen = request.META.get("REMOTE_ADDR") or None
    hops: int = settings.TRUSTED_PROXIES
    if hops:
        forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        # Fewer entries than proxies: the request came past them, and what it says of itself counts for nothing.
        seen = forwarded[-hops] if len(forwarded) >= hops and plain(forwarded[-hops]) else seen
    return plain(seen or "")


def plain(written: str) -> str | None:
    """Return an address without port and zone, an IPv6 one by its network; None for what is no address."""
    bare = written.partition("]")[0].removeprefix("[")
    if bare.count(":") == 1:
        bare = bare.partition(":")[0]
    with suppress(ValueError):
        address = ipaddress.ip_address(bare.partition("%")[0])
        if isinstance(address, ipaddress.IPv4Address):
            return str(address)
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((int(address), WHOLE_NETWORK), strict=False).network_address)
    return None
