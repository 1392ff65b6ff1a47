"""The sandbox places orders: samples, splits, rejected lines, duplicates, prices."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).parents[1] / "samples" / "payloads"
CREATIONS = sorted(path.stem for path in SAMPLES.glob("post-createorder-v6-request-*.json"))


def lines_of(reply: Any) -> dict[str, dict[str, Any]]:
    return {line["ingramPartNumber"]: line for order in reply.json["orders"] for line in order["lines"]}


@pytest.mark.parametrize("name", CREATIONS)
def test_every_sample_of_a_creation_is_placed(caller: Any, sandbox: Any, sample: Any, name: str) -> None:
    body = sample(name)
    reply = caller("POST", "/resellers/v6/orders", body)
    assert reply.status == 201, reply.body
    answer = reply.json
    assert answer["customerOrderNumber"] == body["customerOrderNumber"].upper()
    placed = sandbox.ledger.placed(body["customerOrderNumber"])
    assert [order["ingramOrderNumber"] for order in answer["orders"]] == [o.ingram_order_number for o in placed]
    assert answer["orderSplit"] is (len(placed) > 1)
    numbers = [line["customerLineNumber"] for order in answer["orders"] for line in order["lines"]]
    assert sorted(numbers) == sorted(line["customerLineNumber"] for line in body["lines"])
    assert caller.found(customerOrderNumber=body["customerOrderNumber"]) == [body["customerOrderNumber"]] * len(placed)
    for order in placed:
        assert caller.details(order.ingram_order_number).status == 200


def test_stock_and_direct_ship_lines_become_two_orders(caller: Any, sample: Any) -> None:
    answer = caller(
        "POST", "/resellers/v6/orders", sample("post-createorder-v6-request-combined-order-stock-direct-ship")
    ).json
    assert answer["orderSplit"] is True
    assert [(o["orderType"], o["lines"][0]["ingramPartNumber"]) for o in answer["orders"]] == [
        ("S", "DF4128"),
        ("D", "RQ6000"),
    ]
    stock, direct = answer["orders"]
    assert (stock["orderTotal"], stock["freightCharges"], direct["orderTotal"]) == (7.83, 7.83, 34205.1)
    assert answer["purchaseOrderTotal"] == 34212.93


def test_warehouses_become_sub_orders(caller: Any, sample: Any) -> None:
    answer = caller("POST", "/resellers/v6/orders", sample("post-createorder-v6-request-warranty-order-sample")).json
    stock = answer["orders"][0]
    by_warehouse = {
        line["shipmentDetails"]["shipFromWarehouseId"]: line["subOrderNumber"].rpartition("-")[2]
        for line in stock["lines"]
    }
    assert by_warehouse == {"10": "11", "40": "21", "49": "31"}
    assert {line["lineStatus"] for line in stock["lines"]} == {"In Progress", "Backordered"}


@pytest.mark.parametrize(
    ("parts", "status", "placed", "rejected"),
    [
        (["8RB884"], 201, ["8RB884"], []),
        (["8RB884", "8RB884MW"], 207, ["8RB884"], ["8RB884MW"]),
        (["XXXXXX", "8RB884", "SKU-NOTFOUND"], 207, ["8RB884"], ["XXXXXX", "SKU-NOTFOUND"]),
        (["XXXXXX"], 400, [], []),
        (["notfound1", "DF4128mw"], 400, [], []),
    ],
)
def test_lines_with_unknown_parts_are_rejected(
    caller: Any, sandbox: Any, parts: list[str], status: int, placed: list[str], rejected: list[str]
) -> None:
    reply = caller.create("PO-9", *parts)
    assert reply.status == status
    assert [line.part_number for order in sandbox.ledger.orders for line in order.lines] == placed
    if status != 400:
        assert reply.json["processedPartially"] is bool(rejected)
        lines = reply.json["orders"][0].get("rejectedLineItems", [])
        assert [(line["ingramPartNumber"], line["rejectCode"], line["rejectReason"]) for line in lines] == [
            (part, "EN", f"SKU-NOTFOUND    {part}") for part in rejected
        ]
        assert reply.json["orders"][0]["numberOfLinesWithError"] == len(rejected)


@pytest.mark.parametrize("quantity", [0, -1, None])
def test_a_line_without_a_good_quantity_is_rejected(caller: Any, quantity: int | None) -> None:
    line = {"ingramPartNumber": "8RB884"} | ({} if quantity is None else {"quantity": quantity})
    lines = [{"ingramPartNumber": "8RB881", "quantity": 1}, line]
    reply = caller("POST", "/resellers/v6/orders", {"customerOrderNumber": "Q", "lines": lines})
    if reply.status == 400:
        # The contract may already forbid the value.
        assert "lines[1].quantity" in reply.fields
    else:
        assert reply.json["orders"][0]["rejectedLineItems"][0]["rejectCode"] == "EQ"


def test_shipment_details_come_as_one_object_with_what_was_wished(caller: Any, sample: Any) -> None:
    body = sample("post-createorder-v6-request-shipping-instructions-and-signature-required")
    shipment = lines_of(caller("POST", "/resellers/v6/orders", body))["4U0212"]["shipmentDetails"]
    assert shipment["signatureRequired"] == "true"
    assert shipment["shippingInstructions"] == body["shipmentDetails"]["shippingInstructions"]
    assert shipment["carrierCode"] == "VL"


def test_requested_prices_count_with_a_special_bid_only(caller: Any) -> None:
    line = {"ingramPartNumber": "8RB884", "quantity": 2, "unitPrice": 10.5}
    plain = caller("POST", "/resellers/v6/orders", {"customerOrderNumber": "A", "lines": [line]})
    bid = caller(
        "POST", "/resellers/v6/orders", {"customerOrderNumber": "B", "lines": [line], "specialBidNumber": "4711"}
    )
    assert lines_of(plain)["8RB884"]["unitPrice"] == 1258.33
    assert lines_of(bid)["8RB884"]["unitPrice"] == 10.5
    assert lines_of(bid)["8RB884"]["extendedUnitPrice"] == 21
    assert lines_of(bid)["8RB884"]["specialBidNumber"] == "4711"


def test_the_country_decides_the_currency(caller: Any) -> None:
    body = {"customerOrderNumber": "DE-1", "lines": [{"ingramPartNumber": "8RB884", "quantity": 1}]}
    order = caller("POST", "/resellers/v6/orders", body, headers={"IM-CountryCode": "DE"}).json["orders"][0]
    assert order["currencyCode"] == "EUR"
    assert order["lines"][0]["unitPrice"] == 1170.25


def test_what_stock_does_not_cover_is_backordered(caller: Any) -> None:
    line = {"ingramPartNumber": "8RB884", "quantity": 75}
    answer = caller("POST", "/resellers/v6/orders", {"customerOrderNumber": "BIG", "lines": [line]})
    placed = lines_of(answer)["8RB884"]
    assert (placed["quantityConfirmed"], placed["quantityBackOrdered"], placed["lineStatus"]) == (60, 15, "Backordered")


@pytest.mark.parametrize(
    ("second", "attributes", "status"),
    [
        ("po-1", [], 400),
        ("PO-1", [{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "false"}], 400),
        ("PO-1", [{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}], 201),
        ("PO-1", [{"attributeName": "ALLOWDUPLICATECUSTOMERORDERNUMBER", "attributeValue": "TRUE"}], 201),
        ("PO-2", [], 201),
    ],
)
def test_a_second_order_with_the_same_number_needs_permission(
    caller: Any, sandbox: Any, second: str, attributes: list[dict[str, str]], status: int
) -> None:
    caller.place("PO-1")
    reply = caller.create(second, "8RB884", additionalAttributes=attributes)
    assert reply.status == status
    assert len(sandbox.ledger.orders) == (1 if status == 400 else 2)
    if status == 400:
        # The vendor's sample of this answer misspells the key.
        error = reply.json["errors"][0]
        assert "messaage" in error
        assert error["fields"][0]["field"] == "customerOrderNumber"
        assert error["fields"][0]["value"] == second


def test_a_cancelled_order_still_counts_as_a_duplicate(caller: Any) -> None:
    caller.cancel(caller.place("PO-1", hold=True))
    assert caller.create("PO-1", "8RB884").status == 400


def test_other_part_numbers_name_a_product_too(caller: Any) -> None:
    lines = [{"customerPartNumber": "90NB0GI4-M03110", "quantity": 1}, {"vendorPartNumber": "MYD82LL/A", "quantity": 1}]
    answer = caller("POST", "/resellers/v6/orders", {"customerOrderNumber": "CPN", "lines": lines})
    assert answer.status == 201
    assert len(lines_of(answer)) == 2


def test_comments_become_lines_when_asked_for(caller: Any, sandbox: Any) -> None:
    attribute = {"attributeName": "enableCommentsAsLines", "attributeValue": "true"}
    caller.place(
        "C", "8RB884", notes="a comment that is longer than thirty-five characters", additionalAttributes=[attribute]
    )
    (order,) = sandbox.ledger.orders
    assert [(line.line_number, line.is_comment) for line in order.lines] == [(1, False), (2, True), (3, True)]
    assert "".join(line.notes for line in order.lines[1:]) == order.notes.upper()


def test_the_answer_echoes_who_asked(caller: Any) -> None:
    reply = caller.create("PO-1", "8RB884")
    assert reply.headers["im-correlationid"] == "c" * 32
    assert reply.headers["im-senderid"] == "tests"


def test_order_numbers_are_new_and_well_formed(caller: Any) -> None:
    numbers = [caller.place(f"PO-{n}") for n in range(40)]
    assert len(set(numbers)) == 40
    assert all(len(number) == 8 and number.startswith("20-R") for number in numbers)


def test_every_sample_file_is_used() -> None:
    assert len(CREATIONS) == 12
    assert all(json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))["value"] for name in CREATIONS)
