"""Events of quotes: as the sandbox sends them, and in the shapes that the vendor leaves open."""

import json
from datetime import datetime, timezone
from decimal import Decimal

import pytest

from xi_sdk_resellers import webhooks
from xi_sdk_resellers.sandbox import Sandbox
from xi_sdk_resellers.webhooks import QuoteCreatedEvent, sign

SECRET = "sandbox-webhook-secret"
EVENT = {
    "topic": "resellers/quotes",
    "event": "im::created",
    "eventTimeStamp": "2024-04-02T13:02:06.369Z",
    "eventId": "E1",
    "eventType": "im::quote_create",
    "resource": {"quoteNumber": "QUO-1", "products": [{"quantity": "2", "price": {"quotePrice": 1.5}}]},
}


def parsed(event):
    body = json.dumps(event)
    return webhooks.parse(body, {"x-hub-signature": sign("E1", SECRET)}, secret=SECRET, seen=None)


def test_an_event_of_the_sandbox_is_a_quote():
    with Sandbox() as sandbox:
        from xi_sdk_resellers import ApiClient, QuotesApi

        with ApiClient(sandbox.configuration()) as client:
            products = [{"ingramPartNumber": "2GZ200", "quantity": "2"}, {"ingramPartNumber": "XXX1", "quantity": "1"}]
            body = {"customercontact": "jo@example.com", "quoteName": "Spring", "products": products}
            receipt = QuotesApi(client).quote_create(quote_create_request=body)
        sandbox.drain()
        (delivery,) = sandbox.deliveries
        event = webhooks.parse(delivery.body, delivery.headers, secret=SECRET, seen=None)
    assert isinstance(event, QuoteCreatedEvent)
    assert event.drift == ()
    assert event.event_type == "im::quote_create"
    assert event.quote_number == receipt.quote_number
    assert event.rejected_skus == ["XXX1"]
    assert event.quote.products[0].quantity == 2
    assert event.quote.extended_quote_price_total == event.quote.products[0].price.quote_price * 2


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"eventType": "IM::QUOTE_CREATE"},
        {"eventType": None, "resource": {**EVENT["resource"], "eventType": "im::quote_create"}},
        {"eventType": "im::quote_update"},
        {"eventType": ""},
        {"resource": [EVENT["resource"]]},
        {"resource": {"QuoteNumber": "QUO-1", "products": EVENT["resource"]["products"]}},
    ],
)
def test_every_spelling_of_an_event_is_a_quote(change):
    event = parsed({**EVENT, **change})
    assert isinstance(event, QuoteCreatedEvent)
    assert event.quote_number == "QUO-1"
    assert event.time == datetime(2024, 4, 2, 13, 2, 6, 369000, tzinfo=timezone.utc)
    assert event.quote.products[0].price.quote_price == Decimal("1.5")


@pytest.mark.parametrize(
    ("rejected", "numbers"),
    [
        (None, []),
        ("A1", ["A1"]),
        (["A1", " ", 7], ["A1", "7"]),
        ([{"ingramPartNumber": "", "vendorPartNumber": "V-1"}, {"SKU": "B2"}, None], ["V-1", "B2"]),
        ({"ingramPartNumber": "A1"}, ["A1"]),
        ({}, []),
    ],
)
def test_rejected_articles_are_found_in_every_shape(rejected, numbers):
    event = parsed({**EVENT, "resource": {**EVENT["resource"], "rejectedSkus": rejected}})
    assert event.rejected_skus == numbers
    assert event.payload.to_dict()["resource"]["rejectedSkus"] in (rejected, [rejected])
    assert parsed({**EVENT, "rejectedSkus": rejected}).rejected_skus == numbers


@pytest.mark.parametrize("resource", [None, [], "text", 7])
def test_an_event_without_a_quote_is_kept(resource):
    event = parsed({**EVENT, "resource": resource})
    assert isinstance(event, QuoteCreatedEvent)
    assert (event.quote, event.quote_number, event.rejected_skus) == (None, None, [])
    assert event.raw["resource"] == resource


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ({"event": "im::created", "topic": "resellers/orders"}, "OrderCreatedEvent"),
        ({"event": "im::updated", "topic": "resellers/orders"}, "OrderStatusEvent"),
        ({"event": "im::updated", "topic": "resellers/renewals"}, "RenewalEvent"),
        ({"event": "im::updated", "topic": "resellers/quotes"}, "QuoteCreatedEvent"),
        ({"eventType": "im::order_shipped", "topic": "resellers/quotes"}, "OrderStatusEvent"),
    ],
)
def test_other_events_are_what_they_were(event, kind):
    assert type(parsed({"eventId": "E1", **event})).__name__ == kind
