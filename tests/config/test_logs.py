"""Logs hold where somebody was, never what they put behind the address."""

from config.logs import without_query


def test_what_stands_behind_an_address_is_left_out() -> None:
    event = without_query(None, "info", {"request": "GET /guide/estimate/?ml=7&place=Boise", "code": 200})
    assert event == {"request": "GET /guide/estimate/", "code": 200}


def test_other_events_stay_as_they_are() -> None:
    assert without_query(None, "info", {"event": "what?", "code": 200}) == {"event": "what?", "code": 200}
