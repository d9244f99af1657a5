import pytest

from config.sessions import SessionStore


def test_a_key_of_ours_is_kept() -> None:
    assert SessionStore("abcdefgh12345678").session_key == "abcdefgh12345678"


@pytest.mark.parametrize("key", ["abcdefgh\x00ijk", "short", "", "abcdefgh'--", "äbcdefghijk", None])
def test_what_no_session_was_ever_called_is_asked_for_by_nobody(key: str | None) -> None:
    assert SessionStore(key).session_key is None
