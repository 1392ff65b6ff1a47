"""The life of an order in the sandbox: hold, modify, release, cancel, void, ship."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from xi_sdk_resellers.sandbox import Sandbox

DAY = 24 * 60 * 60


class Clock:
    """A clock that moves only when it is told to."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sandbox(start: Callable[..., Sandbox], clock: Clock) -> Sandbox:
    return start(clock=clock, token_lifetime=10 * DAY)


def reach(state: str, caller: Any, sandbox: Sandbox, clock: Clock) -> str:
    """Bring a new order to a state and return its number."""
    number = str(caller.place("PO-1", "8RB884", hold=state not in ("placed", "shipped")))
    if state == "released":
        assert caller.release(number).status == 200
    elif state == "cancelled":
        assert caller.cancel(number).status == 200
    elif state == "voided":
        clock.now += DAY + 1
    elif state == "shipped":
        sandbox.ship(number)
    return number


NOTES = {"notes": "a new comment"}
STATES = {
    # state: (status in search, modify, release, cancel)
    "held": ("ON HOLD", 201, 200, 200),
    "placed": ("PROCESSING", 405, 405, 405),
    "released": ("PROCESSING", 405, 405, 405),
    "cancelled": ("CANCELLED", 405, 405, 405),
    "voided": ("CANCELLED", 405, 405, 405),
    "shipped": ("SHIPPED", 405, 405, 405),
}


@pytest.mark.parametrize("state", STATES)
def test_only_an_order_on_hold_can_be_changed(caller: Any, sandbox: Sandbox, clock: Clock, state: str) -> None:
    status, modified, released, cancelled = STATES[state]
    number = reach(state, caller, sandbox, clock)
    assert caller.search(customerOrderNumber="PO-1").json["orders"][0]["orderStatus"] == status
    assert caller.modify(number, NOTES).status == modified
    if state == "held":
        # Each change ends the hold, so every one gets an order of its own.
        assert caller.release(caller.place("PO-2", hold=True)).status == released
        assert caller.cancel(caller.place("PO-3", hold=True)).status == cancelled
    else:
        before = sandbox.ledger.find(number)
        assert caller.release(number).status == released
        assert caller.cancel(number).status == cancelled
        assert before is not None
        assert before.status == status


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_an_order_that_never_was_is_not_found(caller: Any, method: str) -> None:
    body = NOTES if method == "PUT" else None
    reply = caller(method, "/resellers/v6/orders/20-ZZZZZ", body)
    assert reply.status == 404
    assert "message" in reply.json["errors"][0]


def test_a_malformed_number_is_told_apart(caller: Any) -> None:
    reply = caller.modify("20-123", NOTES)
    assert reply.status == 400
    assert reply.fields == {"OrderNumber"}


def test_release_answers_with_nothing_or_with_null(caller: Any, sandbox: Sandbox) -> None:
    bodies = [caller.release(caller.place(f"PO-{n}", hold=True)).body for n in range(4)]
    assert bodies == [b"", b"null", b"", b"null"]
    assert {order.status for order in sandbox.ledger.orders} == {"PROCESSING"}


def test_release_takes_no_body_at_all(caller: Any) -> None:
    number = caller.place(hold=True)
    assert caller("PUT", f"/resellers/v6/orders/{number}", query={"actionCode": "release"}).status == 200


def test_another_action_is_refused(caller: Any) -> None:
    number = caller.place(hold=True)
    reply = caller("PUT", f"/resellers/v6/orders/{number}", {}, query={"actionCode": "explode"})
    assert (reply.status, reply.fields) == (400, {"actionCode"})


def test_cancel_has_no_body_and_keeps_the_order_visible(caller: Any) -> None:
    number = caller.place(hold=True)
    assert caller.cancel(number).body == b""
    details = caller.details(number).json
    assert details["orderStatus"] == "Canceled"
    assert {line["lineStatus"] for line in details["lines"]} == {"Canceled"}


def test_a_hold_is_void_after_a_day(caller: Any, sandbox: Sandbox, clock: Clock) -> None:
    number = caller.place(hold=True)
    clock.now += DAY - 1
    assert caller.found(orderStatus="ON HOLD") == ["PO-1"]
    clock.now += 2
    assert caller.found(orderStatus="CANCELLED") == ["PO-1"]
    order = sandbox.ledger.find(number)
    assert order is not None
    assert order.voided
    sandbox.drain()
    assert [delivery.event_type for delivery in sandbox.deliveries] == ["im::order_voided"]


def line(action: str, **values: Any) -> dict[str, Any]:
    return {"addUpdateDeleteLine": action, **values}


REJECTED_LINE = ("EL", "ERROR-LINE-NOT-FOUND")
CHANGES: dict[str, tuple[list[dict[str, Any]], int, dict[int, int], tuple[str, str] | None]] = {
    # name: (lines sent, status, line numbers and quantities afterwards, why a line was rejected)
    "add": ([line("ADD", ingramPartNumber="2GZ200", quantity=3)], 201, {1: 2, 2: 2, 3: 3}, None),
    "add with a blank number": (
        [line("ADD", customerLineNumber="", ingramPartNumber="1C6094", quantity=1)],
        201,
        {1: 2, 2: 2, 3: 1},
        None,
    ),
    "update": ([line("UPDATE", ingramLineNumber="002", quantity=9)], 201, {1: 2, 2: 9}, None),
    "update by unpadded number": ([line("UPDATE", ingramLineNumber="2", quantity=9)], 201, {1: 2, 2: 9}, None),
    "delete": ([line("DELETE", ingramLineNumber="001", ingramPartNumber="8RB884", quantity=2)], 200, {2: 2}, None),
    "update of a missing line": (
        [line("UPDATE", ingramLineNumber="009", quantity=1)],
        200,
        {1: 2, 2: 2},
        REJECTED_LINE,
    ),
    "delete of a missing line": (
        [line("DELETE", ingramLineNumber="004", quantity=2)],
        200,
        {1: 2, 2: 2},
        REJECTED_LINE,
    ),
    "update of another part's line": (
        [line("UPDATE", ingramLineNumber="001", ingramPartNumber="OTHER", quantity=1)],
        200,
        {1: 2, 2: 2},
        REJECTED_LINE,
    ),
    "add without quantity": (
        [line("ADD", ingramPartNumber="DF4128")],
        200,
        {1: 2, 2: 2},
        ("EQ", "ERROR-INVALID-QTY"),
    ),
    "add of an unknown part": (
        [line("ADD", ingramPartNumber="ABCMW", quantity=1)],
        200,
        {1: 2, 2: 2},
        ("EN", "SKU-NOTFOUND    ABCMW"),
    ),
    "good and bad together": (
        [line("UPDATE", ingramLineNumber="001", quantity=4), line("DELETE", ingramLineNumber="077")],
        207,
        {1: 4, 2: 2},
        REJECTED_LINE,
    ),
    "add, update and delete": (
        [
            line("ADD", ingramPartNumber="2GZ200", quantity=5),
            line("UPDATE", ingramLineNumber="001", quantity=1),
            line("DELETE", ingramLineNumber="002"),
        ],
        201,
        {1: 1, 3: 5},
        None,
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_lines_are_changed(caller: Any, sandbox: Sandbox, name: str) -> None:
    lines, status, expected, rejected = CHANGES[name]
    number = caller.place("PO-1", "8RB884", "8RB881", hold=True)
    reply = caller.modify(number, {"lines": lines})
    assert reply.status == status, reply.body
    (order,) = sandbox.ledger.orders
    assert {line.line_number: line.quantity_ordered for line in order.lines} == expected
    answer = reply.json
    assert answer["orderStatus"] == "ON HOLD"
    assert answer["orderSubTotal"] == float(order.sub_total)
    reasons = [(line["rejectCode"], line["rejectReason"]) for line in answer.get("rejectedLineItems", [])]
    assert reasons == ([rejected] if rejected else [])
    shown = caller.details(number).json["lines"]
    assert {int(line["ingramOrderLineNumber"]): line["quantityOrdered"] for line in shown} == expected


SAMPLE_CHANGES = {
    # sample: (status, does a line come back)
    "add-header-comments-35-characters-with-additionalattributes": (201, True),
    "add-header-comments-35-characters-without-additionalattributes": (201, True),
    "delete-header-comments": (200, False),
    "delete-line-notes": (200, False),
    "delete-single-line": (200, False),
    "modify-header-comments": (200, False),
    "modify-line-notes": (200, False),
    "modify-quantity-with-integer-value": (200, False),
    "singleline": (201, True),
    "valid-sku-and-blank-line-number": (201, True),
}


@pytest.mark.parametrize("name", SAMPLE_CHANGES)
def test_every_sample_of_a_change_is_understood(caller: Any, sample: Any, name: str) -> None:
    status, changed = SAMPLE_CHANGES[name]
    number = caller.place(hold=True)
    reply = caller.modify(number, sample(f"put-ordermodify-request-{name}"))
    assert reply.status == status, reply.body
    assert ("lines" in reply.json) is changed
    assert ("rejectedLineItems" in reply.json) is not changed


def test_comment_lines_can_be_added_changed_and_deleted(caller: Any, sandbox: Sandbox) -> None:
    number = caller.place(hold=True)
    attribute = [{"attributeName": "enableCommentsAsLines", "attributeValue": "true"}]
    text = "a comment that does not fit into a single line of its kind"
    added = caller.modify(number, {"notes": text, "additionalAttributes": attribute}).json
    # Only the first number is text, as in the vendor's sample.
    assert [line["ingramLineNumber"] for line in added["lines"]] == ["002", 3]
    changed = caller.modify(number, {"lines": [line("UPDATE", ingramLineNumber="003", notes="new")]}).json
    assert changed["lines"][0]["notes"] == "NEW"
    deleted = caller.modify(number, {"lines": [line("DELETE", ingramLineNumber="002")]})
    assert deleted.json["lines"] == [{"ingramLineNumber": "002", "customerLineNumber": "000"}]
    (order,) = sandbox.ledger.orders
    assert [(line.line_number, line.notes) for line in order.lines if line.is_comment] == [(3, "NEW")]


def test_line_notes_come_and_go(caller: Any, sandbox: Sandbox) -> None:
    number = caller.place(hold=True)
    comments = [{"attributeName": "enableCommentsAsLines", "attributeValue": "true"}]
    (order,) = sandbox.ledger.orders
    for notes, expected in (("handle with care", "HANDLE WITH CARE"), (None, "")):
        change = line("UPDATE", ingramLineNumber="001", quantity=1) | ({"notes": notes} if notes else {})
        assert caller.modify(number, {"lines": [change], "additionalAttributes": comments}).status == 201
        assert order.lines[0].notes == expected


GOOD_ADDRESS = {
    "addressLine1": "2 Other Way",
    "city": "Salem",
    "state": "OR",
    "postalCode": "97301",
    "countryCode": "US",
}


def test_the_address_is_changed(caller: Any) -> None:
    number = caller.place(hold=True)
    reply = caller.modify(number, {"shipToInfo": GOOD_ADDRESS})
    assert reply.status == 201
    assert reply.json["shipToInfo"]["city"] == "Salem"
    assert caller.details(number).json["shipToInfo"]["addressLine1"] == "2 Other Way"


@pytest.mark.parametrize("wrong", [{"countryCode": "USA"}, {"city": " "}, {"postalCode": ""}])
def test_a_wrong_address_alone_is_refused_and_with_good_lines_left_out(caller: Any, wrong: dict[str, str]) -> None:
    number = caller.place(hold=True)
    address = GOOD_ADDRESS | wrong
    refused = caller.modify(number, {"shipToInfo": address})
    assert refused.status == 400
    assert all(field.startswith("shipToInfo.") for field in refused.fields)
    partly = caller.modify(
        number, {"shipToInfo": address, "lines": [line("UPDATE", ingramLineNumber="001", quantity=5)]}
    )
    assert partly.status == 207
    assert "changeDescription" in partly.json
    details = caller.details(number).json
    assert details["shipToInfo"]["city"] == "SPRINGFIELD"
    assert details["lines"][0]["quantityOrdered"] == 5


@pytest.mark.parametrize("body", [{}, {"lines": []}, {"notes": ""}])
def test_a_change_of_nothing_is_refused(caller: Any, body: dict[str, Any]) -> None:
    assert caller.modify(caller.place(hold=True), body).status == 400


@pytest.mark.parametrize("action", ["PUT", "update", None])
def test_a_line_must_say_what_to_do(caller: Any, action: str | None) -> None:
    change = {"ingramLineNumber": "001", "quantity": 1} | ({"addUpdateDeleteLine": action} if action else {})
    reply = caller.modify(caller.place(hold=True), {"lines": [change]})
    assert (reply.status, reply.fields) == (400, {"lines[0].addUpdateDeleteLine"})


def test_a_sub_order_number_names_its_order(caller: Any) -> None:
    number = caller.place(hold=True)
    assert caller.modify(f"{number}-11", NOTES).status == 201
    assert caller.cancel(f"{number}-11").status == 200
    assert caller.details(number).json["orderStatus"] == "Canceled"


def test_a_released_order_that_waits_for_stock_is_reported(caller: Any, sandbox: Sandbox) -> None:
    caller.release(caller.place("PO-1", "DF4128", hold=True))
    sandbox.drain()
    assert [delivery.event_type for delivery in sandbox.deliveries] == ["im::order_backordered"]
    assert caller.found(orderStatus="BACKORDERED") == ["PO-1"]


def test_ship_in_parts(caller: Any, sandbox: Sandbox) -> None:
    number = caller.place("PO-1", "8RB884", "DF4128")
    sandbox.ship(number, lines=[1])
    assert caller.found(orderStatus="BACKORDERED") == ["PO-1"]
    sandbox.ship(number, quantity=1, invoice=False)
    order = sandbox.ship(number)
    assert order.status == "SHIPPED"
    assert [len(line.shipments) for line in order.lines] == [1, 2]
    with pytest.raises(ValueError, match="nothing of order"):
        sandbox.ship(number)


def test_what_is_not_released_cannot_be_shipped(caller: Any, sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="ON HOLD"):
        sandbox.ship(caller.place(hold=True))
    with pytest.raises(KeyError, match="20-NONE0"):
        sandbox.ship("20-NONE0")
