"""Sessions in the database, asked for by keys that can be keys alone.

A cookie may hold any character, NUL among them, which PostgreSQL refuses in a query: such a visitor is a new one.
"""

from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """Django's own, but for keys that it never made."""

    def _validate_session_key(self, key: str | None) -> bool:
        """Return whether the key could be one of ours: letters and digits, long enough."""
        known = bool(super()._validate_session_key(key))  # type: ignore[misc]  # its stubs leave it out
        return known and str(key).isascii() and str(key).isalnum()
