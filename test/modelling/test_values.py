"""Values of fields: known ones, which are open, and dates as people write them."""

from datetime import date, datetime, timezone

import pytest

from xi_sdk_resellers import (
    ApiValueError,
    CountryCode,
    EndUserType,
    LineAction,
    OrderCreateRequest,
    OrderCreateRequestShipmentDetails,
    OrderDetailB2B,
    OrderModifyRequest,
    OrderStatus,
)
from xi_sdk_resellers._modelling.base import coerce_body
from xi_sdk_resellers._modelling.encode import encode


def made(**values):
    return OrderCreateRequest(**{"customer_order_number": "PO-1", **values})


def test_known_values_are_open_and_equal_their_text():
    request = OrderModifyRequest(lines=[{"add_update_delete_line": LineAction.ADD}])
    assert encode(request) == b'{"lines":[{"addUpdateDeleteLine":"ADD"}]}'
    assert b'"CHANGE"' in encode(OrderModifyRequest(lines=[{"addUpdateDeleteLine": "CHANGE"}]))
    assert made(lines=[{"end_user_info": [{"end_user_type": "another"}]}]).lines[0].end_user_info[0].end_user_type
    assert OrderDetailB2B(order_status="Shipped").order_status == OrderStatus.SHIPPED
    assert str(EndUserType.END_USER) == f"{EndUserType.END_USER}" == "endUser"


def test_countries_are_known_values_too():
    request = made(ship_to_info={"country_code": CountryCode.DE}, end_user_info={"countryCode": "XK"})
    assert b'"shipToInfo":{"countryCode":"DE"}' in encode(request)
    assert request.end_user_info.country_code == CountryCode("XK")
    assert CountryCode("us") is CountryCode.US


def test_a_known_value_is_found_in_any_letter_case_and_an_unknown_one_kept():
    assert OrderStatus("SHIPPED") is OrderStatus.SHIPPED
    unknown = OrderStatus("Teleported")
    assert (unknown, unknown.name, str(unknown)) == ("Teleported", "Teleported", "Teleported")
    assert unknown not in list(OrderStatus)
    with pytest.raises(ValueError, match="5"):
        OrderStatus(5)


@pytest.mark.parametrize(
    "day",
    [
        date(2020, 5, 13),
        datetime(2020, 5, 13, 23, 59, tzinfo=timezone.utc),
        "2020-05-13",
        "Wed May 13 00:00:00 UTC 2020",
        "13 May 2020",
    ],
)
def test_dates_are_taken_as_people_write_them(day):
    details = OrderCreateRequestShipmentDetails(requested_delivery_date=day)
    assert details.requested_delivery_date == date(2020, 5, 13)
    assert encode(details) == b'{"requestedDeliveryDate":"2020-05-13"}'
    relaxed = coerce_body(OrderCreateRequestShipmentDetails, {"requestedDeliveryDate": day}, limits=False)
    assert relaxed == details


def test_a_date_that_is_none_is_named_by_its_field_alone():
    body = {"customerOrderNumber": "PO-1", "shipmentDetails": {"requestedDeliveryDate": "soon"}}
    with pytest.raises(ApiValueError) as caught:
        coerce_body(OrderCreateRequest, body, limits=False)
    assert str(caught.value).startswith("OrderCreateRequest: shipmentDetails.requestedDeliveryDate: it must be a date")
    assert caught.value.path_to_item == ["shipmentDetails", "requestedDeliveryDate"]
