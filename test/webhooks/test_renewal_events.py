"""Events about renewals: known by their topic or type, and kept whole, since nobody says what they hold."""

from __future__ import annotations

import json
from typing import Any

import pytest

from xi_sdk_resellers import webhooks


def parsed(event: dict[str, Any]) -> Any:
    event = {"eventId": "N01", **event}
    body = json.dumps(event).encode()
    return webhooks.parse(body, {"x-hub-signature": webhooks.sign("N01", "s")}, secret="s", seen=None)


@pytest.mark.parametrize(
    ("event", "numbers"),
    [
        ({"topic": "resellers/renewals"}, []),
        ({"topic": " Resellers/Renewals ", "event": "im::updated", "resource": None}, []),
        (
            {"topic": "resellers/renewals", "resource": [{"eventType": "IM::created", "renewalId": 4239056}]},
            ["4239056"],
        ),
        ({"resource": [{"eventType": "IM::RENEWAL_UPDATE", "RenewalID": "1"}, {"renewalId": 2}, "odd"]}, ["1", "2"]),
        ({"eventType": "im::renewal_notification", "renewalId": " 7 ", "resource": {"renewalId": "7"}}, ["7"]),
        ({"topic": "resellers/renewals", "renewalId": [5]}, []),
    ],
)
def test_an_event_about_renewals_is_known_and_kept(event: dict[str, Any], numbers: list[str]) -> None:
    found = parsed(event)
    assert type(found) is webhooks.RenewalEvent
    assert found.renewal_ids == numbers
    assert found.raw == {"eventId": "N01", **event}


@pytest.mark.parametrize("event", [{"topic": "resellers/other"}, {"eventType": "im::renew"}, {"renewalId": "1"}])
def test_other_events_are_none(event: dict[str, Any]) -> None:
    assert type(parsed(event)) is webhooks.UnknownEvent
