"""Stock events: typed, in every spelling, with what cannot be read kept."""

import json

import pytest

from test.support.samples import sample
from xi_sdk_resellers import webhooks

SAMPLE = "availability-update-webhook-request-order-with-header-comments"


def parsed(event):
    headers = {"x-hub-signature": webhooks.sign(event.get("eventId") or event["eventid"], "s")}
    return webhooks.parse(json.dumps(event), headers, secret="s", seen=None)


def test_the_vendors_sample():
    event = parsed(sample(SAMPLE))
    assert type(event) is webhooks.StockUpdateEvent
    assert (event.topic, event.event, event.event_type) == ("resellers/catalog", "im::updated", "im::stock_update")
    assert event.quantities == {"5CX579": 120, "5CT275": 120}
    assert event.products[0].vendor_name == "BATTERY TECHNOLOGY INC."
    assert event.products[0].sku_status is None
    assert (event.drift, event.customer_order_number) == ((), None)
    assert event.payload.to_dict() == sample(SAMPLE)


@pytest.mark.parametrize(
    "change",
    [
        {"resource": [{"eventType": "im::stock_update", "ingramPartNumber": "A"}]},
        {"resource": {"eventType": "IM::Stock_Update", "ingramPartNumber": "A"}},
        {"topic": "x", "resource": [{"eventType": "im::stock_levels"}]},
        {"topic": "Resellers/Catalog", "resource": [{"ingramPartNumber": "A"}]},
        {"resource": None},
    ],
)
def test_letter_case_and_shape_vary(change):
    assert type(parsed({**sample(SAMPLE), **change})) is webhooks.StockUpdateEvent


@pytest.mark.parametrize(
    "change", [{"topic": "resellers/shelves", "resource": []}, {"resource": [{"eventType": "im::price_update"}]}]
)
def test_other_events_of_the_catalog_are_kept_as_unknown(change):
    assert type(parsed({**sample(SAMPLE), **change})) is webhooks.UnknownEvent


@pytest.mark.parametrize(
    ("told", "quantity"),
    [
        ("120", 120),
        (120, 120),
        (" 7 ", 7),
        ("0", 0),
        (None, None),
        ("many", None),
        ("", None),
        ("-1", None),
        (1.5, None),
    ],
)
def test_a_quantity_is_a_number_or_not_told(told, quantity):
    resource = [{"eventType": "IM::STOCK_UPDATE", "ingramPartNumber": " A ", "totalAvailability": told}]
    assert parsed({**sample(SAMPLE), "resource": resource}).quantities == {"A": quantity}
