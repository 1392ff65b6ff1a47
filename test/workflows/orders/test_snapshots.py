"""Whether a change has been made since an order was written down, as tables of near misses."""

from __future__ import annotations

from typing import Any

import pytest

from xi_sdk_resellers._workflows.orders.snapshot import happened, snapshot
from xi_sdk_resellers.models import OrderDetailB2B, OrderModifyRequest


def line(number: str, part: str | None, quantity: int | None, own: str = "0", notes: str = "") -> dict[str, Any]:
    values = {"ingramOrderLineNumber": number, "ingramPartNumber": part, "quantityOrdered": quantity}
    return {**values, "customerLineNumber": own, "lineNotes": notes}


def order(*lines: dict[str, Any], **more: Any) -> OrderDetailB2B:
    return OrderDetailB2B.from_dict({"ingramOrderNumber": "20-1", "lines": list(lines), **more})


def asked(*lines: dict[str, Any], **more: Any) -> OrderModifyRequest:
    return OrderModifyRequest.from_dict({"lines": list(lines), **more})


ADD = {"addUpdateDeleteLine": "ADD", "ingramPartNumber": "B", "quantity": 3, "customerLineNumber": "002"}
UNNUMBERED = {"addUpdateDeleteLine": "ADD", "ingramPartNumber": "B", "quantity": 3}
UPDATE = {"addUpdateDeleteLine": "UPDATE", "ingramLineNumber": "001", "quantity": 5}
DELETE = {"addUpdateDeleteLine": "DELETE", "ingramLineNumber": "001"}
A, B = line("001", "A", 2, "1"), line("002", "B", 3, "2")
NOTED = order(A, notes="RING TWICE")
ROWS: dict[str, tuple[OrderModifyRequest, OrderDetailB2B | None, OrderDetailB2B, bool | None]] = {
    "a new line": (asked(ADD), order(A), order(A, B), True),
    "a new line, in other letters": (asked(ADD), order(A), order(A, line("002", " b ", 3, "2")), True),
    "no new line": (asked(ADD), order(A), order(A), False),
    "the same line, there before": (asked(ADD), order(A, B), order(A, B), False),
    "the same line, there before and again": (asked(ADD), order(A, B), order(A, B, {**B}), True),
    "with another number of one's own": (asked(ADD), order(A), order(A, line("002", "B", 3, "9")), None),
    "with another quantity": (asked(ADD), order(A), order(A, line("002", "B", 2, "2")), None),
    "another part": (asked(ADD), order(A), order(A, line("002", "C", 3, "2")), False),
    "added to another line": (asked(ADD), order(A, B), order(A, line("002", "B", 6, "2")), None),
    "one of two new lines": (asked(ADD, {**ADD, "ingramPartNumber": "C"}), order(A), order(A, B), True),
    "without a number of one's own": (asked(UNNUMBERED), order(A), order(A, line("7", "B", 3, "9")), True),
    "without a number, not there": (asked(UNNUMBERED), order(A, B), order(A, B), False),
    "not known before": (asked(ADD), None, order(A, B), None),
    "a new quantity": (asked(UPDATE), None, order(line("1", "A", 5)), True),
    "the old quantity": (asked(UPDATE), order(A), order(A), False),
    "a line less": (asked(DELETE), None, order(), True),
    "a line less, still there": (asked(DELETE), None, order(A), False),
    "a line less, there with nothing": (asked(DELETE), None, order(line("001", "A", 0)), True),
    "a quantity and a line less, one of them": (
        asked(UPDATE, {**DELETE, "ingramLineNumber": "2"}),
        None,
        order(line("001", "A", 5), B),
        False,
    ),
    "notes": (asked(notes="ring"), order(A), order(A, notes="RING"), True),
    "notes as a line": (asked(notes="ring"), order(A), order(A, line("002", None, None, notes="RING")), True),
    "no notes": (asked(notes="ring"), order(A), order(A), False),
    "notes that were there before": (
        asked(notes="ring"),
        order(A, notes="RING TWICE"),
        order(A, notes="RING TWICE"),
        None,
    ),
    "notes of a line": (asked({**UPDATE, "notes": "x"}), order(A), order(line("001", "A", 2, "1", "X")), True),
    "no notes of a line": (asked({**UPDATE, "notes": "x"}), order(A), order(A), False),
    "notes, not known before": (asked(notes="ring"), None, order(A, notes="RING"), None),
    "an address": (asked(shipToInfo={"city": "Bern"}), order(A), order(A), None),
    "a quantity and an address": (asked(UPDATE, shipToInfo={"city": "Bern"}), None, order(line("1", "A", 5)), None),
}


@pytest.mark.parametrize(("request_", "before", "now", "made"), ROWS.values(), ids=ROWS)
def test_a_change_is_told_by_what_the_order_was_before(
    request_: OrderModifyRequest, before: OrderDetailB2B | None, now: OrderDetailB2B, made: bool | None
) -> None:
    assert happened(snapshot(request_, before), now) is made


def test_nothing_is_told_without_a_snapshot() -> None:
    assert happened("", order(A)) is None


def test_a_snapshot_holds_no_notes_and_no_address() -> None:
    written = snapshot(
        asked(ADD, notes="planted", shipToInfo={"city": "planted"}),
        order(A, notes="planted", shipToInfo={"city": "planted"}),
    )
    assert "planted" not in written
