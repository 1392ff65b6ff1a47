"""Freight: what an order would cost to ship, and which carrier is the best for all of it, with both clients."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from test.support.area_twins import workflow
from test.support.samples import sample
from test.support.workflow_twins import TWINS
from xi_sdk_resellers import (
    ApiTypeError,
    ApiValueError,
    AsyncOrderCreateDTO,
    BadRequestException,
    FreightQuote,
    FreightRequest,
    FreightResponse,
    OrderCreateRequest,
    Retries,
)
from xi_sdk_resellers._workflows.freight.quoting import quote_of
from xi_sdk_resellers.sandbox import Fault, Sandbox

ADDRESS = {
    "companyName": "ABC",
    "addressLine1": "1 MAIN ST",
    "city": "BOSTON",
    "state": "MA",
    "postalCode": "02110",
    "countryCode": "US",
}
WAREHOUSE = {"attributeName": "ShipFromWarehouseId", "attributeValue": "10"}
ORDER: dict[str, Any] = {
    "customerOrderNumber": "PO-1",
    "shipToInfo": {"contact": "Jo Field", **ADDRESS},
    "lines": [
        {"customerLineNumber": "7", "ingramPartNumber": "8RB884", "quantity": 2, "additionalAttributes": [WAREHOUSE]},
        {"ingramPartNumber": "2GZ200", "quantity": 1},
    ],
}


@pytest.fixture(params=TWINS)
def freight(request: pytest.FixtureRequest, sandbox: Sandbox) -> Iterator[Any]:
    with workflow(request.param, "Freight", sandbox.configuration(retries=Retries(backoff=0))) as found:
        yield found


def sent(sandbox: Sandbox) -> Any:
    return json.loads(sandbox.ledger.requests[-1].body)


def test_what_is_asked_for_an_order(freight: Any, sandbox: Sandbox) -> None:
    freight.estimate(ORDER)
    assert sent(sandbox) == {
        "shipToAddress": ADDRESS,
        "lines": [
            {
                "customerLineNumber": "7", "ingramPartNumber": "8RB884", "quantity": "2", "warehouseId": "10",
                "carrierCode": "",
            },
            {"customerLineNumber": "002", "ingramPartNumber": "2GZ200", "quantity": "1", "carrierCode": ""},
        ],
    }  # fmt: skip
    assert sandbox.ledger.requests[-1].headers["IM-CustomerContact"]


@pytest.mark.parametrize(
    "order",
    [
        OrderCreateRequest.from_dict(ORDER),
        AsyncOrderCreateDTO.from_dict({**ORDER, "lines": [{**ORDER["lines"][0], "quantity": "2"}, ORDER["lines"][1]]}),
    ],
)
def test_orders_of_both_versions_cost_the_same(freight: Any, order: Any) -> None:
    assert freight.estimate(order) == freight.estimate(ORDER)


def test_a_registered_address_and_a_request_of_ones_own(freight: Any, sandbox: Sandbox) -> None:
    freight.estimate({**ORDER, "shipToInfo": {"addressId": "200"}, "billToAddressId": "000"})
    asked = sent(sandbox)
    assert (asked["shipToAddressId"], asked["billToAddressId"], "shipToAddress" in asked) == ("200", "000", False)
    for request in (asked, FreightRequest.from_dict(asked)):
        freight.estimate(request)
        assert sent(sandbox) == asked


def test_a_carrier_counts_when_it_comes_to_all_warehouses(freight: Any) -> None:
    elsewhere = {**ORDER["lines"][1], "additionalAttributes": [{**WAREHOUSE, "attributeValue": "20"}]}
    quote: FreightQuote = freight.estimate({**ORDER, "lines": [ORDER["lines"][0], elsewhere]})
    assert quote.estimate is not None
    shipments = quote.estimate.distribution or []
    assert len(shipments) == len(quote.warehouses) == 2
    offered = [{carrier.carrier_code for carrier in shipment.carrier_list or []} for shipment in shipments]
    assert {option.code for option in quote.options} == offered[0] & offered[1]
    assert offered[0] != offered[1]
    for option in quote.options:
        assert option.charge == sum(charge for charge in option.charges.values() if charge is not None)
        assert tuple(option.charges) == quote.warehouses
    cheapest, fastest = quote.cheapest, quote.fastest
    assert cheapest is not None
    assert fastest is not None
    assert cheapest.charge == min(option.charge for option in quote.options if option.charge is not None)
    assert fastest.days == min(option.days for option in quote.options if option.days is not None)
    assert (fastest.code, cheapest.code != fastest.code) == ("F2", True)
    assert quote.total is not None
    assert cheapest.charge is not None
    assert quote.total <= cheapest.charge
    assert quote.currency == "USD"


def test_one_carrier_alone(freight: Any) -> None:
    quote = freight.estimate(ORDER, carrier_code="UG")
    assert [(option.code, option.name) for option in quote.options] == [("UG", "UPS GROUND")]
    assert quote.total == quote.cheapest.charge


def test_what_the_manufacturer_ships_needs_no_carrier(freight: Any) -> None:
    quote = freight.estimate({**ORDER, "lines": [{"ingramPartNumber": "RQ6000", "quantity": 1}]})
    assert (quote.options, quote.total, quote.warehouses, quote.cheapest, quote.fastest) == ((), 0, (), None, None)


@pytest.mark.parametrize(
    ("order", "kind", "said"),
    [
        ({**ORDER, "lines": []}, ApiValueError, "the order has no lines"),
        ({**ORDER, "shipToInfo": None}, ApiValueError, "shipToInfo must have an addressId, or a city or postal code"),
        ({**ORDER, "shipToInfo": {"companyName": "ABC"}}, ApiValueError, "shipToInfo must have"),
        ({**ORDER, "lines": [{"quantity": 1}]}, ApiValueError, r"lines\[0\]\.ingramPartNumber is missing"),
        ({**ORDER, "lines": [{"ingramPartNumber": "8RB884"}]}, ApiValueError, r"lines\[0\]\.quantity is missing"),
        ({"lines": ORDER["lines"]}, ApiTypeError, "customerOrderNumber"),
        ({"shipToInf": {}, **ORDER}, ApiValueError, "shipToInf"),
        (5, ApiTypeError, "a mapping is needed"),
        (None, ApiTypeError, "a mapping is needed"),
    ],
)
def test_what_cannot_be_asked_is_refused_before_anything_is_sent(
    freight: Any, sandbox: Sandbox, order: Any, kind: type[Exception], said: str
) -> None:
    with pytest.raises(kind, match=said):
        freight.estimate(order)
    assert sandbox.ledger.requests == []


def test_what_the_vendor_refuses_is_named(freight: Any) -> None:
    order = {**ORDER, "lines": [{"ingramPartNumber": "NOTFOUND", "quantity": 1}]}
    with pytest.raises(BadRequestException) as caught:
        freight.estimate(order)
    assert [problem.field for problem in caught.value.fields] == ["lines[0].ingramPartNumber"]


@pytest.mark.parametrize("fault", [Fault("lost_answer"), Fault("status", status=500), Fault("html"), Fault("reset")])
def test_an_estimate_is_a_read_although_it_is_a_post(freight: Any, sandbox: Sandbox, fault: Fault) -> None:
    freight.estimate(ORDER)
    before = len(sandbox.ledger.requests)
    sandbox.faults.add(fault)
    assert freight.estimate(ORDER).options
    assert len(sandbox.ledger.requests) == before + 2


def test_the_vendors_sample() -> None:
    response = FreightResponse.from_dict(sample("post-freightestimate-response-200-sampleresponse"))
    assert response is not None
    quote = quote_of(response)
    assert (quote.total, quote.warehouses) == (Decimal("58.64"), ("10", "20"))
    (option,) = quote.options
    assert (option.code, option.name, option.mode) == ("RG", "FEDEX GROUND", "SML")
    assert (option.charge, option.days) == (Decimal("58.64"), 3)
    assert dict(option.charges) == {"10": Decimal("19.7"), "20": Decimal("38.94")}
    assert quote.cheapest is quote.fastest is quote.best("days") is option
    with pytest.raises(ApiValueError, match="by must be 'price' or 'days'"):
        quote.best("weight")  # type: ignore[arg-type]


def offers(*carriers: Any, **more: Any) -> dict[str, Any]:
    listed = [
        {"carrierCode": code, "estimatedFreightCharge": charge, "daysInTransit": days}
        for code, charge, days in carriers
    ]
    return {"carrierList": listed, **more}


def quote_for(*distribution: Any) -> FreightQuote:
    response = FreightResponse.from_dict({"freightEstimateResponse": {"distribution": list(distribution)}})
    assert response is not None
    return quote_of(response)


@pytest.mark.parametrize(
    ("distribution", "cheapest", "fastest"),
    [
        ([], None, None),
        ([offers(("A", "3", "5"), ("B", "4", "1"))], ("A", 3, 5), ("B", 4, 1)),
        ([offers(("A", "3", "1")), offers(("B", "3", "1"))], None, None),
        (
            [offers(("A", "3", "1"), ("B", "9", "1")), offers(("a ", "4", "2"), ("B", "1", "7"))],
            ("A", 7, 2),
            ("A", 7, 2),
        ),
        ([offers(("A", None, "1"), ("B", "9", None))], ("B", 9, None), ("A", None, 1)),
        ([offers(("A", "", "1"), ("B", "free", "soon"))], None, ("A", None, 1)),
        ([offers(("A", "2", "2"), ("B", "2", "1"))], ("B", 2, 1), ("B", 2, 1)),
        ([offers(("A", "5", "1"), ("A", "4", "2"))], ("A", 4, 2), ("A", 4, 2)),
        ([offers(carrierCode="A", freightRate=3, transitDays=4)], ("A", 3, 4), ("A", 3, 4)),
        ([{"carrierCode": "A", "freightRate": "3.5", "carrierList": None}], ("A", Decimal("3.5"), None), None),
        ([offers(("A", "-1", "1"), ("B", "NaN", "1.5"))], None, ("A", None, 1)),
        ([offers(("A", True, [1]), ("B", {}, "x"))], None, None),
        ([None, "odd", 5], None, None),
        (["odd", offers(("A", "1", "1"))], ("A", 1, 1), ("A", 1, 1)),
    ],
)
def test_the_best_carrier_whatever_the_answer_is_like(distribution: list[Any], cheapest: Any, fastest: Any) -> None:
    quote = quote_for(*distribution)
    for option, expected in ((quote.cheapest, cheapest), (quote.fastest, fastest)):
        assert (option and (option.code, option.charge, option.days)) == expected


@pytest.mark.parametrize("answer", [{}, {"freightEstimateResponse": None}, {"freightEstimateResponse": "none"}])
def test_an_answer_without_an_estimate(answer: dict[str, Any]) -> None:
    response = FreightResponse.from_dict(answer)
    assert response is not None
    quote = quote_of(response)
    assert (quote.options, quote.total, quote.currency, quote.warehouses, quote.estimate) == ((), None, "", (), None)
