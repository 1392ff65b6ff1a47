"""The shipments of an order: carrier, numbers, days, serial numbers and lines of each, once."""

import json
import pickle
from datetime import date

import pytest

from test.support.samples import sample
from xi_sdk_resellers import ApiClient, OrderDetailB2B, Orders, OrderStatusAsyncNotificationResource, webhooks
from xi_sdk_resellers.orders import Shipment, ShippedLine

LINES = [{"ingramPartNumber": "WB9034", "quantity": 2}, {"ingramPartNumber": "VF4187", "quantity": 3}]


def parcel(numbers, *serials, **more):
    return {"trackingNumber": numbers, "serialNumbers": [{"serialNumber": each} for each in serials], **more}


def line(number, *carriers, **shipment):
    return {"ingramOrderLineNumber": number, "shipmentDetails": [{"carrierDetails": [*carriers], **shipment}]}


def carrier(*parcels, name="UPS", **more):
    return {"carrierName": name, "trackingDetails": [*parcels], **more}


def shipments(*lines):
    return OrderDetailB2B.from_dict({"lines": [*lines]}).shipments()


def test_an_order_of_the_sandbox_tells_of_what_has_left(sandbox):
    with ApiClient(sandbox.configuration()) as client:
        orders = Orders(client)
        placed = orders.place({"customerOrderNumber": "PO-1", "lines": LINES})
        number = placed.orders[0].ingram_order_number
        assert orders.get(number).shipments() == []
        record = sandbox.ship(number)
        found = orders.get(number).shipments()
    day = record.products[0].shipments[0].shipped_on
    assert [(each.quantity, each.shipped, each.delivered) for each in found] == [(2, day, None), (3, day, None)]
    for each, product in zip(found, record.products, strict=True):
        assert each.carrier == product.carrier_name
        assert each.tracking_numbers == (product.shipments[0].tracking_number,)
        assert each.serial_numbers == tuple(product.shipments[0].serial_numbers)
        assert [held.part_number for held in each.lines] == [product.part_number]
        assert pickle.loads(pickle.dumps(each)) == each


def test_lines_in_one_parcel_are_one_shipment():
    found = shipments(
        line("001", carrier(parcel("1Z1, 1Z2", "S1", "S2"), quantity=2, shippedDate="2026-10-01")),
        line("002", carrier(parcel("1Z2", "S3"), quantity=1, deliveredDate="2026-10-03")),
        line("003", carrier(parcel("1Z9"), quantity=5)),
        line("004", carrier(parcel("1Z2"), name="DHL")),
    )
    assert [each.tracking_numbers for each in found] == [("1Z1", "1Z2"), ("1Z9",), ("1Z2",)]
    first = found[0]
    assert (first.shipped, first.delivered, first.quantity) == (date(2026, 10, 1), date(2026, 10, 3), 3)
    assert first.serial_numbers == ("S1", "S2", "S3")
    assert [held.line_number for held in first.lines] == ["001", "002"]


def test_a_parcel_that_ties_two_shipments_makes_them_one():
    found = shipments(
        line("001", carrier(parcel("A"))), line("002", carrier(parcel("B"))), line("003", carrier(parcel("A;B")))
    )
    assert [(each.tracking_numbers, len(each.lines)) for each in found] == [(("A", "B"), 3)]


def test_shipments_without_tracking_numbers_are_not_joined():
    planned = {"estimatedDeliveryDate": "2026-11-05", "quantity": 4}
    found = shipments(line("001", **planned), line("002", **planned))
    assert [(each.carrier, each.shipped, each.estimated_delivery) for each in found] == [
        ("", None, date(2026, 11, 5))
    ] * 2
    assert [each.quantity for each in found] == [4, 4]


def test_the_vendors_own_samples():
    details = OrderDetailB2B.from_dict(sample("get-orderdetails-v6-1-response-200-success"))
    assert all(isinstance(each, Shipment) for each in details.shipments())
    event = sample("order-status-webhook-request-order-with-header-comments")
    event = event[0] if isinstance(event, list) else event
    (order,) = [OrderStatusAsyncNotificationResource.from_dict(each) for each in event["resource"]]
    for each in order.shipments():
        assert all(isinstance(held, ShippedLine) for held in each.lines)


def test_an_event_tells_of_the_same():
    body = {
        "eventType": "im::order_shipped",
        "lines": [
            {
                "lineNumber": "001",
                "shippedQuantity": "2",
                "shipmentDetails": {
                    "shipmentDate": "2026-10-01",
                    "carrierCode": "RG",
                    "packageDetails": [{"trackingNumber": "1Z1"}, {"trackingNumber": "1Z2"}],
                },
                "serialNumberDetails": [{"serialNumber": "S1"}, {"serialNumber": "S2"}],
            }
        ],
    }
    (found,) = OrderStatusAsyncNotificationResource.from_dict(body).shipments()
    assert (found.carrier, found.tracking_numbers, found.shipped) == ("RG", ("1Z1", "1Z2"), date(2026, 10, 1))
    assert (found.quantity, found.serial_numbers) == (2, ("S1", "S2"))


@pytest.mark.parametrize("lines", [None, "none", {}, [None], [1], [{"shipmentDetails": "x"}], [{"shipmentDetails": 5}]])
def test_odd_answers_are_read_as_far_as_they_go(lines):
    found = OrderDetailB2B.from_dict({"lines": lines}).shipments()
    assert all(each.tracking_numbers == () for each in found)


@pytest.mark.parametrize(
    ("text", "day"), [("2026-10-01T08:00:00Z", date(2026, 10, 1)), ("05/11/2026", None), ("soon", None), (7, None)]
)
def test_days_that_cannot_be_read_are_none(text, day):
    (found,) = shipments(line("001", carrier(parcel("A"), shippedDate=text)))
    assert found.shipped == day


def test_events_have_a_status():
    secret = "s"

    def event(kind):
        body = {
            "eventId": "e-1",
            "event": "im::updated",
            "topic": "resellers/orders",
            "resource": [{"eventType": kind}],
        }
        return webhooks.parse(
            json.dumps(body), {"x-hub-signature": webhooks.sign("e-1", secret)}, secret=secret, seen=None
        )

    assert event("IM::order_voided").status == "CANCELLED"
    assert event("IM::async_order_create").status is None
    assert event(None).status is None
