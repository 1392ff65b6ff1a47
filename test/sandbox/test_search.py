"""The sandbox finds orders: every filter, paging, the delay of its index, and details."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from xi_sdk_resellers.sandbox import Sandbox


def today() -> str:
    return datetime.now(timezone.utc).date().isoformat()


@pytest.fixture
def history(sandbox: Sandbox, caller: Any) -> Any:
    """Three orders: one shipped with a bid, one on hold, one backordered."""
    number = caller.place("PO-SHIPPED", "8RB884", endCustomerOrderNumber="END-1", specialBidNumber="BID7")
    sandbox.ship(number)
    for shipment in (sandbox.ledger.orders[0].lines[0].shipments[0],):
        shipment.delivered_on = shipment.shipped_on + timedelta(days=2)
    caller.place("PO-HELD", "2GZ200", hold=True)
    caller.place("PO-WAITING", "DF4128")
    return caller


def shipped(sandbox: Sandbox) -> Any:
    return sandbox.ledger.placed("PO-SHIPPED")[0]


Value = Callable[[Sandbox], Any]
FILTERS: dict[str, tuple[str, Value, list[str]]] = {
    "order number": ("ingramOrderNumber", lambda s: shipped(s).ingram_order_number, ["PO-SHIPPED"]),
    "sub-order number": ("ingramOrderNumber", lambda s: shipped(s).lines[0].sub_order_number, ["PO-SHIPPED"]),
    "status": ("orderStatus", lambda s: "SHIPPED", ["PO-SHIPPED"]),
    "statuses": ("orderStatus-in", lambda s: ["BACKORDERED", "On Hold"], ["PO-WAITING", "PO-HELD"]),
    "order day": ("ingramOrderDate", lambda s: today(), ["PO-WAITING", "PO-HELD", "PO-SHIPPED"]),
    "another order day": ("ingramOrderDate", lambda s: "2001-01-01", []),
    "order days": ("ingramOrderDate-bt", lambda s: ["2001-01-01", today()], ["PO-WAITING", "PO-HELD", "PO-SHIPPED"]),
    "older order days": ("ingramOrderDate-bt", lambda s: ["2001-01-01", "2001-12-31"], []),
    "customer number": ("customerOrderNumber", lambda s: "po-held", ["PO-HELD"]),
    "customer number of nobody": ("customerOrderNumber", lambda s: "PO-NONE", []),
    "end customer number": ("endCustomerOrderNumber", lambda s: "END-1", ["PO-SHIPPED"]),
    "invoice days": ("invoiceDate_bt", lambda s: [today(), today()], ["PO-SHIPPED"]),
    "ship days": ("shipDate_bt", lambda s: [today(), today()], ["PO-SHIPPED"]),
    "older ship days": ("shipDate_bt", lambda s: ["2001-01-01", "2001-01-02"], []),
    "delivery days": (
        "deliveryDate_bt",
        lambda s: [today(), (date.fromisoformat(today()) + timedelta(days=3)).isoformat()],
        ["PO-SHIPPED"],
    ),
    "part": ("ingramPartNumber", lambda s: "2gz200", ["PO-HELD"]),
    "vendor part": ("vendorPartNumber", lambda s: shipped(s).lines[0].vendor_part_number, ["PO-SHIPPED"]),
    "serial number": ("serialNumber", lambda s: shipped(s).lines[0].shipments[0].serial_numbers[1], ["PO-SHIPPED"]),
    "tracking number": ("trackingNumber", lambda s: shipped(s).lines[0].shipments[0].tracking_number, ["PO-SHIPPED"]),
    "vendor": ("vendorName", lambda s: "jabra", ["PO-HELD"]),
    "bid": ("specialBidNumber", lambda s: "BID7", ["PO-SHIPPED"]),
    "nothing given": ("vendorName", lambda s: "", ["PO-WAITING", "PO-HELD", "PO-SHIPPED"]),
}


@pytest.mark.parametrize("name", FILTERS)
def test_filter(history: Any, sandbox: Sandbox, name: str) -> None:
    key, value, expected = FILTERS[name]
    assert history.found(**{key: value(sandbox)}) == expected


def test_every_documented_filter_is_tested(history: Any) -> None:
    from xi_sdk_resellers.sandbox.contract import read_document

    parameters = read_document()["paths"]["/resellers/v6/orders/search"]["get"]["parameters"]
    components = read_document()["components"].get("parameters", {})
    named = [components[p["$ref"].rpartition("/")[2]] if "$ref" in p else p for p in parameters]
    documented = {parameter["name"] for parameter in named if parameter["in"] == "query"}
    assert documented == {key for key, _, _ in FILTERS.values()} | {"pageSize", "pageNumber"}


def test_filters_are_joined_with_and(history: Any) -> None:
    assert history.found(ingramPartNumber="2GZ200", orderStatus="ON HOLD") == ["PO-HELD"]
    assert history.found(ingramPartNumber="2GZ200", orderStatus="SHIPPED") == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"pageSize": "0"}, "pageSize"),
        ({"pageSize": "101"}, "pageSize"),
        ({"pageSize": "ten"}, "pageSize"),
        ({"pageNumber": "0"}, "pageNumber"),
        ({"orderStatus": "LOST"}, "orderStatus"),
        ({"ingramOrderDate": "05/13/2020"}, "ingramOrderDate"),
        ({"ingramOrderDate": "20200513"}, "ingramOrderDate"),
        ({"ingramOrderDate-bt": ["2020-01-01"]}, "ingramOrderDate-bt"),
        ({"ingramOrderDate-bt": ["2020-01-01,2020-02-01"]}, "ingramOrderDate-bt"),
        ({"shipDate_bt": ["2020-01-01", "2020-02-01", "2020-03-01"]}, "shipDate_bt"),
        ({"shipDate_bt": ["2020-01-01", "2020-02-31"]}, "shipDate_bt"),
        ({"customerOrderNumber": "x" * 36}, "customerOrderNumber"),
    ],
)
def test_filters_that_make_no_sense(caller: Any, query: dict[str, Any], field: str) -> None:
    reply = caller.search(**query)
    assert reply.status == 400
    assert any(name.startswith(field) for name in reply.fields)
    # The vendor's samples of this answer misspell the key.
    assert "1ype" in reply.json["errors"][0]


def test_the_page_is_described_in_text_and_links_are_one_object(history: Any) -> None:
    answer = history.search(customerOrderNumber="PO-SHIPPED").json
    assert (answer["recordsFound"], answer["pageSize"], answer["pageNumber"]) == ("1", "25", "1")
    (order,) = answer["orders"]
    assert order["orderTotal"] == "2524.49"
    assert order["links"]["href"].endswith(order["ingramOrderNumber"])
    (sub_order,) = order["subOrders"]
    assert sub_order["subOrderStatus"] == "SHIPPED"
    assert sub_order["links"]["href"].endswith(sub_order["subOrderNumber"])


def test_pages_lead_from_one_to_the_next(sandbox: Sandbox, caller: Any) -> None:
    orders = sandbox.seed_orders(53, seed=1)
    seen: list[str] = []
    query: dict[str, Any] = {"pageSize": 20, "ingramOrderDate-bt": ["2001-01-01", today()]}
    sizes = []
    while True:
        page = caller.search(**query).json
        assert page["recordsFound"] == "53"
        seen += [order["ingramOrderNumber"] for order in page["orders"]]
        sizes.append(len(page["orders"]))
        assert ("previousPage" in page) is (len(sizes) > 1)
        if "nextPage" not in page:
            break
        query = parse_qs(urlsplit(page["nextPage"]).query)
    assert sizes == [20, 20, 13]
    newest_first = sorted(orders, key=lambda order: (order.placed_at, order.sequence), reverse=True)
    assert seen == [order.ingram_order_number for order in newest_first]


def test_nothing_found_has_no_body(caller: Any) -> None:
    reply = caller.search()
    assert (reply.status, reply.body) == (204, b"")
    caller.place()
    assert caller.search(pageNumber=2).status == 204


@pytest.mark.parametrize("delay", [0, 1, 3])
def test_a_new_order_is_found_after_so_many_searches(
    start: Callable[..., Sandbox], caller_for: Callable[[Sandbox], Any], delay: int
) -> None:
    caller = caller_for(start(index_delay=delay))
    number = caller.place()
    assert [bool(caller.found(customerOrderNumber="PO-1")) for _ in range(5)] == [n >= delay for n in range(5)]
    assert caller.details(number).status == 200


def test_details_of_an_order(history: Any, sandbox: Sandbox) -> None:
    order = shipped(sandbox)
    answer = history.details(order.ingram_order_number).json
    assert answer["ingramOrderNumber"] == order.ingram_order_number
    assert answer["customerOrderNumber"] == "PO-SHIPPED"
    assert answer["orderStatus"] == "Shipped"
    assert answer["orderTotal"] == 2524.49
    (line,) = answer["lines"]
    (parcel,) = line["shipmentDetails"]
    tracking = parcel["carrierDetails"][0]["trackingDetails"][0]
    assert (parcel["quantity"], parcel["invoiceDate"], tracking["quantityInBox"]) == (2, today(), "2")
    assert len(tracking["serialNumbers"]) == 2


def test_details_of_a_sub_order_show_its_lines(caller: Any, sample: Any) -> None:
    body = sample("post-createorder-v6-request-warranty-order-sample")
    order = caller("POST", "/resellers/v6/orders", body).json["orders"][0]
    whole = caller.details(order["ingramOrderNumber"]).json["lines"]
    by_sub_order: dict[str, int] = {}
    for line in whole:
        by_sub_order[line["subOrderNumber"]] = by_sub_order.get(line["subOrderNumber"], 0) + 1
    assert len(by_sub_order) == 3
    for number, count in by_sub_order.items():
        lines = caller.details(number).json["lines"]
        assert [line["subOrderNumber"] for line in lines] == [number] * count


@pytest.mark.parametrize(
    ("status", "order_status", "shipped_quantities", "backordered", "invoiced"),
    [
        ("IM::SHIPPED", "Shipped", [3, 3], [0, 0], False),
        ("IM::PARTIALLY_SHIPPED", "Backordered", [2, 0], [1, 3], False),
        ("IM::HOLD", "On Hold", [0, 0], [0, 0], False),
        ("IM::INVOICED", "Shipped", [3, 3], [0, 0], True),
    ],
)
def test_simulated_status(
    caller: Any,
    sandbox: Sandbox,
    status: str,
    order_status: str,
    shipped_quantities: list[int],
    backordered: list[int],
    invoiced: bool,
) -> None:
    lines = [{"ingramPartNumber": part, "quantity": 3} for part in ("8RB884", "8RB881")]
    number = caller.place("PO-1", lines=lines)
    answer = caller.details(number, simulateStatus=status).json
    assert answer["orderStatus"] == order_status
    parcels = [line["shipmentDetails"] or [] for line in answer["lines"]]
    assert [sum(parcel["quantity"] for parcel in line) for line in parcels] == shipped_quantities
    assert [line["quantityBackOrdered"] for line in answer["lines"]] == backordered
    assert all(("invoiceNumber" in parcel) is invoiced for line in parcels for parcel in line)
    # The order itself is as it was.
    assert caller.details(number).json["orderStatus"] == "Processing"
    assert not sandbox.ledger.orders[0].lines[0].shipments


@pytest.mark.parametrize(
    ("number", "query", "status"),
    [
        ("20-ZZZZZ", {}, 404),
        ("{number}-99", {}, 404),
        ("{number}", {"vendorNumber": "Nobody"}, 404),
        ("{number}", {"vendorNumber": "Apple"}, 200),
        ("{number}", {"ingramOrderDate": "2001-01-01"}, 404),
        ("{number}", {"ingramOrderDate": "today"}, 400),
        ("{number}", {"simulateStatus": "IM::LOST"}, 200),
        ("{number}", {"isIml": "true"}, 200),
        ("{number}", {"isIml": "maybe"}, 400),
        ("{number}", {"regionCode": "CS"}, 200),
        ("1234567890123", {}, 400),
    ],
)
def test_details_of_what_is_asked_for(caller: Any, number: str, query: dict[str, str], status: int) -> None:
    placed = caller.place("PO-1", "8RB884")
    reply = caller.details(number.format(number=placed), **query)
    assert reply.status == status, reply.body
    if status == 400:
        # Details document the error itself, not a list of errors.
        assert {"traceid", "type", "message", "fields"} == reply.json.keys()
