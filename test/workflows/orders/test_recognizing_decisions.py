"""Which of the orders that a search shows is the one whose answer was lost, as tables of near misses."""

from __future__ import annotations

import pytest

from test.support.placing import (
    ANOTHER,
    HAS_IT,
    LOOK,
    NOTHING,
    OURS,
    PLACED,
    TWICE_A,
    Case,
    Placed,
    check,
    found,
    full,
    request,
    row,
    unknown,
)
from test.support.plans import closed, down, lost, status
from xi_sdk_resellers.orders import DifferentOrderException

STRANGERS = {
    # Each differs in one point from an order that is ours.
    "46 hours old": Case([lost], "create search 20-1", Placed("20-1"), [found(row(hours_ago=46))]),
    "49 hours old": Case([lost, PLACED], f"create {LOOK} create", Placed("20-1", None), [found(row(hours_ago=49))]),
    "without a date": Case([lost], "create search 20-1", Placed("20-1"), [found(row(ingramOrderDate=None))]),
    "cancelled": Case(
        [lost, PLACED], f"create {LOOK} create", Placed("20-1", None), [found(row(orderStatus="CANCELLED"))]
    ),
    "on hold": Case([lost], "create search 20-1", Placed("20-1"), [found(row(orderStatus="ON HOLD"))]),
    "another number": Case(
        [lost, PLACED], f"create {LOOK} create", Placed("20-1", None), [found(row(customerOrderNumber="PO-10"))]
    ),
    "another spelling": Case([lost], "create search 20-1", Placed("20-1"), [found(row(customerOrderNumber="po-1"))]),
    "an older one beside ours": Case(
        [lost], "create search 20-1", Placed("20-1"), [found(row("20-9", hours_ago=49), row())]
    ),
    "another part": Case(
        [lost], "create search 20-1", unknown(ANOTHER, DifferentOrderException), [OURS], {"20-1": [full(A=2, C=1)]}
    ),
    "one part more": Case(
        [lost],
        "create search 20-1",
        unknown(ANOTHER, DifferentOrderException),
        [OURS],
        {"20-1": [full(A=2, B=1, C=1)]},
    ),
    "a larger quantity": Case(
        [lost], "create search 20-1", unknown(ANOTHER, DifferentOrderException), [OURS], {"20-1": [full(A=3, B=1)]}
    ),
    "a smaller quantity": Case(
        [lost],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        unknown(ANOTHER, DifferentOrderException),
        [OURS],
        {"20-1": [full(A=1, B=1)]},
    ),
    "a smaller quantity of a part in two lines": Case(
        [lost],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        Placed("20-1", partial=True),
        [OURS],
        {"20-1": [full(A=1, B=1)]},
        request(TWICE_A),
    ),
    "a line less, which comes later": Case(
        [lost],
        "create search 20-1 0.5s search 20-1",
        Placed("20-1"),
        [OURS],
        {"20-1": [full(A=2), full()]},
    ),
    "a line less": Case(
        [lost],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        Placed("20-1", partial=True),
        [OURS],
        {"20-1": [full(A=2)]},
    ),
}

SPLIT = {
    "in two": Case(
        [lost],
        "create search 20-1 20-2",
        Placed("20-1 20-2"),
        [found(row(), row("20-2"))],
        {"20-1": [full(A=2)], "20-2": [full("20-2", B=1)]},
    ),
    "one part is indexed later": Case(
        [lost],
        "create search 20-1 0.5s search 20-1 20-2",
        Placed("20-1 20-2"),
        [OURS, found(row(), row("20-2"))],
        {"20-1": [full(A=2)], "20-2": [full("20-2", B=1)]},
    ),
    "one line in both": Case(
        [lost],
        "create search 20-1 20-2",
        Placed("20-1 20-2"),
        [found(row(), row("20-2"))],
        {"20-1": [full(A=1)], "20-2": [full("20-2", A=1, B=1)]},
    ),
    "too much in both together": Case(
        [lost],
        "create search 20-1 20-2",
        unknown(ANOTHER, DifferentOrderException),
        [found(row(), row("20-2"))],
        {"20-1": [full(A=2)], "20-2": [full("20-2", A=2, B=1)]},
    ),
    "one cannot be read at first": Case(
        [lost],
        "create search 20-1 20-2 0.5s search 20-1 20-2",
        Placed("20-1 20-2"),
        [found(row(), row("20-2"))],
        {"20-1": [full(A=2)], "20-2": [down, full("20-2", B=1)]},
    ),
    "one can never be read": Case(
        [lost],
        "create search 20-1 20-2 0.5s search 20-1 20-2 1s search 20-1 20-2",
        Placed("20-1 20-2"),
        [found(row(), row("20-2"))],
        {"20-1": [full(A=2)], "20-2": [down]},
    ),
    "none can ever be read": Case(
        [lost],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        unknown(HAS_IT),
        [OURS],
        {"20-1": [status(404)]},
    ),
    "the first can never be read": Case(
        [lost],
        "create search 20-1 20-2 0.5s search 20-1 20-2 1s search 20-1 20-2",
        Placed("20-2 20-1"),
        [found(row(), row("20-2"))],
        {"20-1": [down], "20-2": [full("20-2", B=1)]},
    ),
    "read in part, and not any more": Case(
        [lost],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        Placed("20-1", partial=True),
        [OURS],
        {"20-1": [full(A=2), down]},
    ),
    "read in part after a while": Case(
        [lost],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        Placed("20-1", partial=True),
        [OURS],
        {"20-1": [down, full(A=2)]},
    ),
    "the client is closed while it is read": Case(
        [lost], "create search 20-1 0.5s search 20-1 1s search 20-1", unknown(HAS_IT), [OURS], {"20-1": [closed]}
    ),
    "found in part, and not any more": Case(
        [lost],
        "create search 20-1 0.5s search 1s search",
        Placed("20-1", partial=True),
        [OURS, NOTHING],
        {"20-1": [full(A=2)]},
    ),
    "found, never read, and not any more": Case(
        [lost], "create search 20-1 0.5s search 1s search", unknown(HAS_IT), [OURS, NOTHING], {"20-1": [down]}
    ),
}

TABLES = {"same number": STRANGERS, "split": SPLIT}
CASES = {f"{table}: {name}": case for table, cases in TABLES.items() for name, case in cases.items()}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_order_is_ours_or_another_one(case: Case) -> None:
    check(case)
