"""Where data lies: the settings of database, broker and file storage, for one machine or for many.

One machine needs nothing but its disk. On many machines web and workers hold no state: PostgreSQL holds the rows, Redis
carries ids and holds the cache, an S3-style bucket holds uploads and pictures.
"""

import ssl
from typing import Any

SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # secure_delete overwrites what is deleted; a truncated journal keeps nothing of it either.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
    " PRAGMA journal_size_limit=0; PRAGMA foreign_keys=ON",
}

KEPT_SECONDS = 60
"""How long a thread keeps its connection to SQLite: opening and closing one costs five times what a query does.

While connections stay open nothing is written back into the database by their closing; the sweep sees to it, every few
seconds (`resumes.sweep.empty_journal`).
"""

PATIENCE = {"connect_timeout": 3, "tcp_user_timeout": 5000, "keepalives_idle": 10, "keepalives_interval": 5}
"""A database that goes without a word is given up within seconds, not hours (`tcp_user_timeout` in milliseconds)."""

POOL_TIMEOUT = 2
"""Seconds that a request waits for a free connection; then it is answered that the site is busy."""


def database(parsed: dict[str, Any], *, connections: int) -> dict[str, Any]:
    """Complete what was parsed from a database URL; `connections` is how many a process keeps at most."""
    if parsed["ENGINE"] == "django.db.backends.sqlite3":
        return parsed | {"OPTIONS": SQLITE, "CONN_MAX_AGE": KEPT_SECONDS}
    pool = {"min_size": 1, "max_size": connections, "timeout": POOL_TIMEOUT, "max_lifetime": 1800}
    # Waits between attempts double, to minutes: given up early, the next request tries again at once.
    pool["reconnect_timeout"] = POOL_TIMEOUT
    options = PATIENCE | parsed.get("OPTIONS", {}) | {"pool": pool}
    # The pool keeps connections, so Django must not; each is tried before it is handed out.
    return parsed | {"OPTIONS": options, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}


TRANSPORT = {
    "socket_timeout": 2,
    "socket_connect_timeout": 2,
    "health_check_interval": 5,
    "visibility_timeout": 120,
}
"""How long Celery waits for the broker, and after how long it delivers again what nobody has ended, seconds."""


def cache(url: str, tls: dict[str, str]) -> dict[str, Any]:
    """Return the cache, which is the broker: one that does not answer must not hold up a page and fails at once."""
    impatient = {"socket_timeout": 0.2, "socket_connect_timeout": 0.2}
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url, "OPTIONS": impatient | tls}


def redis_tls(url: str, ca_file: str) -> dict[str, str]:
    """Return how a client checks the server of a `rediss://` address: by its certificate and name, always."""
    if not url.startswith("rediss://"):
        return {}
    return {"ssl_cert_reqs": "required"} | ({"ssl_ca_certs": ca_file} if ca_file else {})


def celery_tls(tls: dict[str, str]) -> dict[str, Any] | None:
    """Return the same for Celery's own connections, which takes the number for the word; None without TLS."""
    return tls | {"ssl_cert_reqs": ssl.CERT_REQUIRED, "ssl_check_hostname": True} if tls else None


def uploads(bucket: str, **reached: str) -> dict[str, Any]:
    """Return the storage of uploads and pictures: a private bucket, or the disk where none is named.

    `reached` holds endpoint_url, region_name, access_key and secret_key; empty ones are left to the provider's own
    ways (instance roles, the region's address).
    """
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    told = {name: value for name, value in reached.items() if value}
    return {"BACKEND": "config.object_storage.ObjectStorage", "OPTIONS": {"bucket_name": bucket, **told}}
