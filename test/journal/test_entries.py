"""Entries as JSON: all of it, also what another version has written."""

from __future__ import annotations

import json

import pytest

from xi_sdk_resellers.journal import JournalEntry, JournalState

PLAIN = JournalEntry(key="k", operation="place", host="h", account="a", country="US", number="PO-1")


def test_what_a_later_version_adds_is_left_out() -> None:
    written = {**json.loads(PLAIN.to_json()), "color": "blue", "state": "absent", "order_numbers": ["20-1"]}
    found = JournalEntry.from_json(json.dumps(written))
    assert (found.state, found.order_numbers) == (JournalState.ABSENT, ("20-1",))
    assert found.key == "k"


def test_what_an_earlier_version_left_out_is_as_if_nothing_had_been_said() -> None:
    written = {name: getattr(PLAIN, name) for name in ("key", "operation", "host", "account", "country", "number")}
    assert JournalEntry.from_json(json.dumps(written)) == PLAIN
    left = {name: value for name, value in json.loads(PLAIN.to_json()).items() if name not in written}
    assert left == {
        "digest": "", "lines": 0, "pieces": 0, "parts": "", "correlation_id": "", "state": "open", "began": 0.0,
        "sent": 0.0, "runs": 0, "owner": "", "lease": 0.0, "order_numbers": [], "confirmation": "", "before": "",
        "revision": 0,
    }  # fmt: skip


@pytest.mark.parametrize("wrong", ["", "[]", "7", '{"state": "nowhere"}', "{"])
def test_what_is_no_entry_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        JournalEntry.from_json(wrong)


def test_times_are_in_utc() -> None:
    assert PLAIN.began_at.isoformat() == "1970-01-01T00:00:00+00:00"
