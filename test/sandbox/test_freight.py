"""The sandbox's freight estimates: by weight and distance, for each warehouse and carrier."""

from __future__ import annotations

from typing import Any

import pytest

CONTACT = {"IM-CustomerContact": "jo.field@example.com"}
FAR = {"city": "BOSTON", "state": "MA", "postalCode": "02110", "countryCode": "US"}
NEAR = {"city": "ONTARIO", "state": "CA", "postalCode": "91761", "countryCode": "US"}


def line(part: str = "8RB884", quantity: object = "1", **more: object) -> dict[str, object]:
    return {"ingramPartNumber": part, "quantity": quantity, **more}


def ask(caller: Any, *lines: object, **more: object) -> Any:
    body = {"shipToAddress": FAR, "lines": list(lines), **more}
    return caller("POST", "/resellers/v6/freightestimate", body, headers=CONTACT)


def estimate(caller: Any, *lines: object, **more: object) -> dict[str, Any]:
    reply = ask(caller, *lines, **more)
    assert reply.status == 200, reply.body
    return dict(reply.json["freightEstimateResponse"])


def test_an_estimate_adds_up(caller: Any) -> None:
    found = estimate(caller, line(warehouseId="10", quantity="2"), line("2GZ200", warehouseId="20"))
    assert [part["shipFromBranchNumber"] for part in found["distribution"]] == ["10", "20"]
    freight = sum(part["freightRate"] for part in found["distribution"])
    assert found["totalFreightAmount"] == pytest.approx(freight)
    net = sum(part["netAmount"] for part in found["lines"])
    assert found["grossAmount"] == pytest.approx(net + freight)
    assert [part["netAmount"] for part in found["lines"]] == [2516.66, 112.55]
    for part in found["distribution"]:
        best = part["carrierList"][0]
        assert (best["carrierCode"], best["shipVia"]) == (part["carrierCode"], part["shipVia"])
        assert (best["estimatedFreightCharge"], best["daysInTransit"]) == (
            str(part["freightRate"]),
            str(part["transitDays"]),
        )
        charges = [float(carrier["estimatedFreightCharge"]) for carrier in part["carrierList"]]
        assert charges == sorted(charges)


def test_weight_and_distance_cost(caller: Any) -> None:
    def rate(quantity: int, address: object) -> tuple[float, int]:
        wanted = line(quantity=str(quantity), warehouseId="10", carrierCode="RG")
        part = estimate(caller, wanted, shipToAddress=address)["distribution"][0]
        return part["freightRate"], part["transitDays"]

    assert rate(1, NEAR)[0] < rate(1, FAR)[0] < rate(10, FAR)[0]
    assert rate(1, NEAR)[1] < rate(1, FAR)[1]
    assert rate(3, FAR) == rate(3, FAR)


def test_what_is_heavy_travels_on_pallets(caller: Any) -> None:
    light, heavy = (
        estimate(caller, line(quantity=quantity, warehouseId="10"))["distribution"][0] for quantity in ("1", "100")
    )
    assert {carrier["carrierMode"] for carrier in light["carrierList"]} == {"SML"}
    assert {carrier["carrierMode"] for carrier in heavy["carrierList"]} == {"LTL"}
    assert (light["totalWeight"], heavy["totalWeight"]) == (5, 420)


def test_not_every_carrier_comes_to_every_warehouse(caller: Any) -> None:
    found = estimate(caller, line(warehouseId="10"), line("2GZ200", warehouseId="20"))
    codes = [{carrier["carrierCode"] for carrier in part["carrierList"]} for part in found["distribution"]]
    assert codes[0] - codes[1]
    assert codes[1] - codes[0]
    assert {"RG", "UG"} <= codes[0] & codes[1]


def test_what_the_manufacturer_ships_costs_no_freight(caller: Any) -> None:
    found = estimate(caller, line("RQ6000"))
    assert (found["distribution"], found["totalFreightAmount"]) == ([], 0)
    assert found["lines"][0]["warehouseId"] is None


def test_a_registered_address_will_do(caller: Any) -> None:
    body = {"shipToAddressId": "200", "lines": [line()]}
    assert caller("POST", "/resellers/v6/freightestimate", body, headers=CONTACT).status == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"shipToAddress": {}}, "shipToAddress"),
        ({"shipToAddress": {"companyName": "ABC"}}, "shipToAddress.postalCode"),
        ({"lines": []}, "lines"),
        ({"lines": None}, "lines"),
        ({"lines": [line("NOTFOUND")]}, "lines[0].ingramPartNumber"),
        ({"lines": [line(), line(quantity="0")]}, "lines[1].quantity"),
        ({"lines": [line(quantity="\u00b2")]}, "lines[0].quantity"),
        ({"lines": [line(quantity="9" * 5000)]}, "lines[0].quantity"),
        ({"lines": [line(quantity=1)]}, "lines[0].quantity"),
        ({"lines": [line(carrierCode="XX")]}, "lines.carrierCode"),
    ],
)
def test_what_cannot_be_shipped_is_refused_in_a_list_of_one(caller: Any, body: dict[str, Any], field: str) -> None:
    reply = ask(caller, *[line()], **body)
    assert reply.status == 400
    ((error,),) = [answer["errors"] for answer in reply.json]
    assert [wrong["field"] for wrong in error["fields"]] == [field]
    assert ask(caller, line()).status == 200


def test_an_estimate_needs_a_contact(caller: Any) -> None:
    reply = caller("POST", "/resellers/v6/freightestimate", {}, headers={"IM-CustomerContact": "x" * 65})
    assert reply.status == 400
    assert [wrong["field"] for wrong in reply.json[0]["errors"][0]["fields"]] == ["IM-CustomerContact"]
