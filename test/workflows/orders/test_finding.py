"""Recognizing an order that was placed before: its phase, its number, its age, its lines, and how it is shown."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from xi_sdk_resellers._workflows.orders.finding import (
    Match,
    Phase,
    acceptable,
    compare,
    creation_answer,
    fresh,
    phase,
    with_number,
)
from xi_sdk_resellers.models import OrderCreateRequest, OrderDetailB2B, OrderSearchResponse
from xi_sdk_resellers.models.enums import OrderSearchStatus, OrderStatus
from xi_sdk_resellers.models.order_search_response import OrderSearchResponseOrder

PHASES = {
    Phase.ON_HOLD: ["ON HOLD", "On Hold", "im::hold", "IM::ON_HOLD", "Customer hold", OrderStatus.ON_HOLD],
    Phase.CANCELLED: ["CANCELLED", "Canceled", "im::cancelled", "VOIDED", "Void", OrderSearchStatus.CANCELLED],
    Phase.PROCESSING: ["PROCESSING", "Shipped", "BACKORDERED", "Teleported", OrderStatus.SHIPPED, "-"],
    Phase.UNKNOWN: ["", " ", None, 5, ["ON HOLD"], {}, True],
}
SPELLINGS = [(status, found) for found, statuses in PHASES.items() for status in statuses]


@pytest.mark.parametrize(("status", "found"), SPELLINGS)
def test_a_status_tells_the_phase_in_any_spelling(status: object, found: Phase) -> None:
    assert phase(status) is found


def page(*numbers: tuple[object, object]) -> OrderSearchResponse:
    orders = [{"ingramOrderNumber": ours, "customerOrderNumber": number} for ours, number in numbers]
    return OrderSearchResponse.from_dict({"orders": orders})


NUMBERS: dict[str, tuple[OrderSearchResponse, list[str]]] = {
    "one": (page(("20-1", "PO-1")), ["20-1"]),
    "a split order": (page(("20-1", "PO-1"), ("20-2", "PO-1")), ["20-1", "20-2"]),
    "one that goes on": (page(("20-1", "PO-10"), ("20-2", "PO-1")), ["20-2"]),
    "one that starts before": (page(("20-1", "XPO-1")), []),
    "blanks around it": (page(("20-1", " PO-1 ")), ["20-1"]),
    "other letters": (page(("20-1", "po-1")), ["20-1"]),
    "other letters beside the same": (page(("20-1", "po-1"), ("20-2", "PO-1")), ["20-2"]),
    "other letters twice": (page(("20-1", "po-1"), ("20-2", "Po-1")), ["20-1", "20-2"]),
    "without a number of the vendor's": (page((None, "PO-1"), (" ", "PO-1")), []),
    "a number of the vendor's that is no text": (page((20555, "PO-1")), ["20555"]),
    "without a number of one's own": (page(("20-1", None)), []),
    "odd ones": (page(("20-1", {"number": "PO-1"}), (["20-2"], "PO-1")), []),
    "none": (page(), []),
}


@pytest.mark.parametrize(("shown", "chosen"), NUMBERS.values(), ids=NUMBERS)
def test_orders_with_exactly_the_number_are_chosen(shown: OrderSearchResponse, chosen: list[str]) -> None:
    assert [str(order.ingram_order_number) for order in with_number(shown, "PO-1")] == chosen


SINCE = datetime(2026, 5, 10, 12, tzinfo=timezone.utc)
AGES: list[tuple[object, object, bool]] = [
    ((SINCE + timedelta(hours=1)).isoformat(), "PROCESSING", True),
    (SINCE.isoformat(), "PROCESSING", True),
    ((SINCE - timedelta(hours=47, minutes=59)).isoformat(), "PROCESSING", True),
    ((SINCE - timedelta(hours=48)).isoformat(), "PROCESSING", False),
    ((SINCE - timedelta(hours=49)).isoformat(), "PROCESSING", False),
    # Without a time of day, and in another time zone: the clocks may be a day and more apart.
    ("2026-05-10", "PROCESSING", True),
    ("2026-05-09", "PROCESSING", True),
    ("2026-05-08", "PROCESSING", False),
    ("2026-05-08T12:00:01Z", "PROCESSING", True),
    ("2026-05-08T12:00:01+02:00", "PROCESSING", False),
    ("2026-05-08T10:00:01-02:00", "PROCESSING", True),
    # What cannot be read says nothing against it.
    ("soon", "PROCESSING", True),
    ("", "PROCESSING", True),
    (None, "PROCESSING", True),
    (20260510, "PROCESSING", True),
    (SINCE.isoformat(), "ON HOLD", True),
    (SINCE.isoformat(), None, True),
    (SINCE.isoformat(), "CANCELLED", False),
    (None, "VOIDED", False),
]


@pytest.mark.parametrize(("placed", "status", "young"), AGES)
def test_an_order_is_young_enough_when_it_is_neither_older_nor_cancelled(
    placed: object, status: object, young: bool
) -> None:
    order = OrderSearchResponseOrder.from_dict({"ingramOrderDate": placed, "orderStatus": status})
    assert fresh(order, SINCE) is young


Lines = list[tuple[Any, Any]]


def asked(*lines: tuple[Any, Any], **more: Any) -> OrderCreateRequest:
    listed = [{"ingramPartNumber": part, "quantity": quantity} for part, quantity in lines]
    return OrderCreateRequest.from_dict({"customerOrderNumber": "PO-1", "lines": listed, **more})


def there(number: str, *lines: tuple[Any, Any], **more: Any) -> OrderDetailB2B:
    listed = [{"ingramPartNumber": part, "quantityOrdered": quantity} for part, quantity in lines]
    return OrderDetailB2B.from_dict({"ingramOrderNumber": number, "lines": listed, **more})


A2_B1: Lines = [("A", 2), ("B", 1)]
TWICE_A: Lines = [("A", 1), ("A", 4)]
MATCHES: dict[str, tuple[Lines, list[Lines], Match, bool]] = {
    # what was asked for, the orders that are there, how they relate, and whether they can be all there ever is
    "the same": (A2_B1, [[("A", 2), ("B", 1)]], Match.SAME, True),
    "in another order": (A2_B1, [[("B", 1), ("A", 2)]], Match.SAME, True),
    "in other letters": (A2_B1, [[(" a ", 2), ("b", 1)]], Match.SAME, True),
    "split by part": (A2_B1, [[("A", 2)], [("B", 1)]], Match.SAME, True),
    "split within a part": (A2_B1, [[("A", 1)], [("A", 1), ("B", 1)]], Match.SAME, True),
    "lines of one part together": (TWICE_A, [[("A", 5)]], Match.SAME, True),
    "a part is missing": (A2_B1, [[("A", 2)]], Match.PART, True),
    "the other part is missing": (A2_B1, [[("B", 1)]], Match.PART, True),
    "less of a part": (A2_B1, [[("A", 1), ("B", 1)]], Match.PART, False),
    "less of a part in two lines": (TWICE_A, [[("A", 4)]], Match.PART, True),
    "less than a line of a part in two lines": (TWICE_A, [[("A", 3)]], Match.PART, False),
    "nothing": (A2_B1, [[]], Match.UNREAD, False),
    "no order that could be read": (A2_B1, [], Match.UNREAD, False),
    "nothing but comments": (A2_B1, [[(None, None)]], Match.UNREAD, False),
    "none of a part": (A2_B1, [[("A", 0), ("B", 1)]], Match.PART, False),
    "more of a part": (A2_B1, [[("A", 3), ("B", 1)]], Match.OTHER, False),
    "more of a part in two lines": (TWICE_A, [[("A", 6)]], Match.OTHER, True),
    "more of a part by both orders": (A2_B1, [[("A", 2)], [("A", 1), ("B", 1)]], Match.OTHER, False),
    "another part": (A2_B1, [[("A", 2), ("C", 1)]], Match.OTHER, False),
    "one part more": (A2_B1, [[("A", 2), ("B", 1), ("C", 1)]], Match.OTHER, False),
    # Lines that name no part of the vendor's cannot be told from other parts.
    "a part number of one's own": ([(None, 2)], [[("C", 2)]], Match.SAME, False),
    "one of one's own beside ours": ([("A", 2), (None, 1)], [[("A", 2), ("C", 1)]], Match.SAME, False),
    "more than one of one's own": ([(None, 2)], [[("C", 3)]], Match.OTHER, False),
    "less than one of one's own": ([(None, 2)], [[("C", 1)]], Match.PART, False),
    "one of two of one's own": ([(None, 2), (None, 3)], [[("C", 3)]], Match.PART, True),
    "one of one's own is missing": ([("A", 2), (None, 1)], [[("A", 2)]], Match.PART, True),
    "one of one's own, more of ours": ([("A", 2), (None, 1)], [[("A", 3), ("C", 1)]], Match.OTHER, False),
    "one of one's own, less of ours": ([("A", 2), (None, 1)], [[("A", 1), ("C", 1)]], Match.PART, False),
    # Odd lines of an order say nothing.
    "odd lines": (A2_B1, [[("A", 2), ("B", 1), (None, 7), ("C", "?")]], Match.SAME, True),
}


@pytest.mark.parametrize(("wanted", "orders", "match", "whole"), MATCHES.values(), ids=MATCHES)
def test_orders_are_compared_by_parts_and_quantities(
    wanted: Lines, orders: list[Lines], match: Match, whole: bool
) -> None:
    details = [there(f"20-{count}", *lines) for count, lines in enumerate(orders)]
    assert compare(asked(*wanted), details) is match
    if match is Match.PART:
        assert acceptable(asked(*wanted), details) is whole


def shown(number: str, **more: Any) -> OrderSearchResponseOrder:
    return OrderSearchResponseOrder.from_dict({"ingramOrderNumber": number, **more})


def test_a_found_order_reads_like_the_answer_to_its_creation() -> None:
    detail = OrderDetailB2B.from_dict(
        {
            "ingramOrderNumber": "20-1",
            "endCustomerOrderNumber": "EU-1",
            "orderTotal": 10.50,
            "shipToInfo": {"city": "Bern"},
            "lines": [
                {
                    "ingramOrderLineNumber": "001",
                    "ingramPartNumber": "A",
                    "quantityOrdered": 2,
                    "extendedPrice": 10.50,
                    "lineNotes": "x",
                }
            ],
        }
    )
    answer = creation_answer(asked(("A", 2), billToAddressId="000"), [shown("20-1")], [detail], partial=False)
    assert (answer.customer_order_number, answer.end_customer_order_number) == ("PO-1", "EU-1")
    assert (answer.order_split, answer.processed_partially, answer.bill_to_address_id) == (False, False, "000")
    assert answer.purchase_order_total == Decimal("10.50")
    assert answer.ship_to_info is not None
    assert answer.ship_to_info.city == "Bern"
    (order,) = answer.orders or ()
    (line,) = order.lines or ()
    assert (order.ingram_order_number, order.order_total) == ("20-1", Decimal("10.50"))
    assert (line.ingram_line_number, line.ingram_part_number, line.quantity_ordered) == ("001", "A", 2)
    assert (line.extended_unit_price, line.notes) == (Decimal("10.50"), "x")


ANSWERS: dict[str, tuple[list[OrderSearchResponseOrder], list[OrderDetailB2B], str, bool, object]] = {
    # as the search shows them, in full, and then: the numbers, whether it is split, the total
    "one": ([shown("20-1")], [there("20-1", orderTotal=5)], "20-1", False, 5),
    "split": (
        [shown("20-1"), shown("20-2")],
        [there("20-1", orderTotal=5), there("20-2", orderTotal=7)],
        "20-1 20-2",
        True,
        12,
    ),
    "one could not be read": (
        [shown("20-1", orderTotal=5), shown("20-2", orderTotal=7)],
        [there("20-2", orderTotal=7)],
        "20-2 20-1",
        True,
        12,
    ),
    "none could be read": ([shown("20-1", orderTotal=5)], [], "20-1", False, 5),
    "a total as text": ([shown("20-1")], [there("20-1", orderTotal="5.50")], "20-1", False, Decimal("5.50")),
    "a total that is no number": ([shown("20-1")], [there("20-1", orderTotal="n/a")], "20-1", False, None),
    "one total is missing": (
        [shown("20-1"), shown("20-2")],
        [there("20-1", orderTotal=5), there("20-2")],
        "20-1 20-2",
        True,
        None,
    ),
}


@pytest.mark.parametrize(("rows", "details", "numbers", "split", "total"), ANSWERS.values(), ids=ANSWERS)
@pytest.mark.parametrize("partial", [True, False])
def test_every_found_order_is_in_the_answer(
    rows: list[OrderSearchResponseOrder],
    details: list[OrderDetailB2B],
    numbers: str,
    split: bool,
    total: object,
    partial: bool,
) -> None:
    answer = creation_answer(asked(*A2_B1), rows, details, partial=partial)
    assert " ".join(str(order.ingram_order_number) for order in answer.orders or ()) == numbers
    assert (answer.order_split, answer.purchase_order_total) == (split, total)
    assert answer.processed_partially is partial
