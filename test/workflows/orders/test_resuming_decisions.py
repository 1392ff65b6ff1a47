"""How an order that may have been placed before decides, as tables: refused as a duplicate, resumed, sent before."""

from __future__ import annotations

import pytest

from test.support.placing import (
    ANOTHERS,
    CANCELLED,
    DUPLICATE,
    LOOK,
    NOT_LISTED,
    NOTHING,
    OURS,
    PLACED,
    REPEATED,
    Case,
    Placed,
    check,
    found,
    full,
    refused_oddly,
    row,
    taken,
)
from test.support.plans import Raises, down, lost, status
from xi_sdk_resellers import Outcome
from xi_sdk_resellers.orders import DuplicateOrderException

AT_FIRST = {
    "the same": Case([DUPLICATE], "create search 20-1", taken(REPEATED), [OURS]),
    "a conflict with the same": Case([status(409)], "create search 20-1", taken(REPEATED, 409), [OURS]),
    "an invalid one, the same": Case([status(422, "order exists")], "create search 20-1", taken(REPEATED, 422), [OURS]),
    "refused with status 200": Case([refused_oddly], "create search 20-1", taken(REPEATED, 200), [OURS]),
    "the same, listed late": Case([DUPLICATE], f"create {LOOK} 20-1", taken(REPEATED), [NOTHING, NOTHING, OURS]),
    "the same, months old": Case([DUPLICATE], "create search 20-1", taken(REPEATED), [found(row(hours_ago=2000))]),
    "never listed": Case([DUPLICATE], f"create {LOOK}", taken(NOT_LISTED)),
    "every search fails": Case([DUPLICATE], f"create {LOOK}", taken(NOT_LISTED), [down]),
    "another part": Case([DUPLICATE], "create search 20-1", ANOTHERS, [OURS], {"20-1": [full(C=1)]}),
    "a smaller quantity": Case(
        [DUPLICATE],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        ANOTHERS,
        [OURS],
        {"20-1": [full(A=1, B=1)]},
    ),
    "a line less": Case(
        [DUPLICATE],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        taken("20-1 holds a part of what was asked for"),
        [OURS],
        {"20-1": [full(A=2)]},
    ),
    "cannot be read": Case(
        [DUPLICATE],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        taken("its lines could not be read"),
        [OURS],
        {"20-1": [down]},
    ),
    "cancelled": Case(
        [DUPLICATE],
        f"create {LOOK}",
        Raises(DuplicateOrderException, Outcome.REJECTED, CANCELLED, 400),
        [found(row(orderStatus="CANCELLED"))],
    ),
    "cancelled, and another": Case(
        [DUPLICATE], "create search 20-1", taken(REPEATED), [found(row("20-9", orderStatus="CANCELLED"), row())]
    ),
}
RESUMED = {
    "placed": Case([PLACED], "create", Placed("20-1", None)),
    "the same": Case([DUPLICATE], "create search 20-1", Placed("20-1"), [OURS]),
    "the same, months old": Case([DUPLICATE], "create search 20-1", Placed("20-1"), [found(row(hours_ago=2000))]),
    "the same, listed late": Case([DUPLICATE], f"create {LOOK} 20-1", Placed("20-1"), [NOTHING, NOTHING, OURS]),
    "the same, months old, after a lost answer": Case(
        [lost], "create search 20-1", Placed("20-1"), [found(row(hours_ago=2000))]
    ),
    **{name: case for name, case in AT_FIRST.items() if "the same" not in name and "status 200" not in name
       and name != "cancelled, and another"},
}  # fmt: skip
SENT_BEFORE = {
    "there": Case([], "search 20-1", Placed("20-1"), [OURS]),
    "there in part": Case([], "search 20-1", Placed("20-1", partial=True), [OURS], {"20-1": [full(A=2)]}),
    "not there, placed": Case([PLACED], "search create", Placed("20-1", None)),
    "not there, a duplicate": Case([DUPLICATE], "search create search 20-1", Placed("20-1"), [NOTHING, OURS]),
    "not there, a duplicate in part": Case(
        [DUPLICATE],
        "search create search 20-1 0.5s search 20-1 1s search 20-1",
        Placed("20-1", partial=True),
        [NOTHING, OURS],
        {"20-1": [full(A=2)]},
    ),
    "the search fails, a duplicate": Case([DUPLICATE], "search create search 20-1", Placed("20-1"), [down, OURS]),
    "another's": Case([DUPLICATE], "search 20-1 create search 20-1", ANOTHERS, [OURS], {"20-1": [full(C=1)]}),
    "cannot be read": Case(
        [DUPLICATE],
        "search 20-1 create search 20-1 0.5s search 20-1 1s search 20-1",
        taken("its lines could not be read"),
        [OURS],
        {"20-1": [down]},
    ),
}


@pytest.mark.parametrize("case", AT_FIRST.values(), ids=AT_FIRST)
def test_a_duplicate_at_the_first_attempt_is_looked_for_and_compared(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", RESUMED.values(), ids=RESUMED)
def test_a_resumed_order_is_returned_when_it_is_the_same(case: Case) -> None:
    check(case, resume=True)


@pytest.mark.parametrize("case", SENT_BEFORE.values(), ids=SENT_BEFORE)
def test_what_an_earlier_run_may_have_sent_is_looked_for_first(case: Case) -> None:
    check(case, sent_before=True)
