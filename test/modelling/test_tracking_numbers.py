"""Several tracking numbers in one text are offered one by one."""

import pytest

from xi_sdk_resellers import OrderDetailB2B, OrderDetailB2BPackage, OrderStatusAsyncNotificationPackage
from xi_sdk_resellers._display.shipments import shipped
from xi_sdk_resellers._values.answers import several

TEXTS = {
    "1Z1": ["1Z1"],
    "1Z1, 1Z2": ["1Z1", "1Z2"],
    "1Z1,1Z2;1Z3": ["1Z1", "1Z2", "1Z3"],
    " 1Z1 ;; 1Z2 | 1Z3\r\n1Z4\t1Z5, ": ["1Z1", "1Z2", "1Z3", "1Z4", "1Z5"],
    "1Z1, 1Z2, 1Z1": ["1Z1", "1Z2"],
    "7777 8888 9999": ["7777 8888 9999"],
    "JD01/4600": ["JD01/4600"],
    "": [],
    " , ;": [],
}


@pytest.mark.parametrize(("text", "numbers"), TEXTS.items())
@pytest.mark.parametrize("model_class", [OrderDetailB2BPackage, OrderStatusAsyncNotificationPackage])
def test_a_parcel_has_its_numbers_one_by_one(model_class, text, numbers):
    parcel = model_class.from_dict({"trackingNumber": text})
    assert parcel.tracking_numbers == numbers
    assert parcel.to_dict() == {"trackingNumber": text}
    assert model_class.from_dict({"TrackingNumber": text}).tracking_numbers == numbers


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        (None, []),
        (390064340282, ["390064340282"]),
        (["1Z1, 1Z2", "1Z3"], ["1Z1", "1Z2", "1Z3"]),
        ({"a": 1}, []),
        (True, []),
    ],
)
def test_odd_values_are_taken_as_far_as_they_go(value, numbers):
    assert OrderDetailB2BPackage.from_dict({"trackingNumber": value}).tracking_numbers == numbers
    assert several(value) == numbers


def test_a_line_that_was_shipped_has_single_numbers():
    parcels = [{"trackingNumber": "1Z1, 1Z2"}, {"trackingNumber": "1Z2;1Z3"}, {"trackingNumber": None}, {}]
    line = {"shipmentDetails": [{"carrierDetails": [{"trackingDetails": parcels}, {"trackingDetails": parcels[0]}]}]}
    order = OrderDetailB2B.from_dict({"lines": [line]})
    assert shipped(order.lines[0]).tracking_numbers == ("1Z1", "1Z2", "1Z3")


def test_a_parcel_without_a_number():
    assert OrderDetailB2BPackage().tracking_numbers == []
    assert "tracking_numbers" in dir(OrderDetailB2BPackage())
