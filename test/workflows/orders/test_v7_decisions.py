"""How handing over a v7 order decides: once, whatever comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

import pytest

from test.support.placing import (
    ALLOWS_DUPLICATES,
    ANOTHERS,
    BAD,
    DUPLICATE,
    DUPLICATE_AFTER_A_REPETITION,
    HEADERS,
    LOOK,
    NOT_LISTED,
    NOTHING,
    OURS,
    REPEATED,
    found,
    full,
    rejected,
    row,
    taken,
    unclear,
    unknown,
    word,
)
from test.support.plans import PATIENCE, Answer, Raises, Vendor, closed, down, lost, not_sent, status
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiResponseException,
    BadRequestException,
    ClientClosedError,
    Outcome,
    ServiceException,
)
from xi_sdk_resellers._operations.orders import POST_CREATEORDER_V7
from xi_sdk_resellers._workflows.orders.handing import SentBefore, place_async_plan
from xi_sdk_resellers.journal import RunUnresolvedException
from xi_sdk_resellers.models import AsyncOrderCreateDTO, AsyncOrderCreateResponse
from xi_sdk_resellers.orders import DifferentOrderException

ACCEPTED = AsyncOrderCreateResponse.from_dict({"confirmationNumber": "C-1"})
PERHAPS = "it may have been accepted; wait for its event"
V7: dict[str, tuple[Answer, Raises | None]] = {
    "accepted": (ACCEPTED, None),
    "lost": (lost, unknown(PERHAPS)),
    "a 503": (down, unknown(PERHAPS, ServiceException, 503)),
    "could not be sent": (not_sent, Raises(ApiConnectionException, Outcome.NOT_SENT)),
    "client closed": (closed, Raises(ClientClosedError, Outcome.NOT_SENT)),
    "rejected": (BAD, rejected(BadRequestException, 400)),
    "rejected after a repetition": (status(400, "bad", attempts=2), rejected(BadRequestException, 400)),
    "an answer that confirms nothing": (unclear, unknown(PERHAPS, ApiResponseException, 200)),
    "a duplicate after a repetition": (DUPLICATE_AFTER_A_REPETITION, unknown(PERHAPS, BadRequestException, 400)),
}


@pytest.mark.parametrize("attributes", [[], ALLOWS_DUPLICATES], ids=["protected", "duplicates allowed"])
@pytest.mark.parametrize(("answer", "ends"), V7.values(), ids=V7)
def test_a_v7_order_is_handed_over_once(answer: Answer, ends: Raises | None, attributes: list[Any]) -> None:
    handed_over = AsyncOrderCreateDTO.from_dict({"customerOrderNumber": "PO-1", "additionalAttributes": attributes})
    vendor = Vendor({"create": [answer]}, word)
    plan = place_async_plan(handed_over, HEADERS, vendor.patience())
    if ends is None:
        confirmation = vendor.run(plan)
        assert (confirmation.confirmation_number, confirmation.customer_order_number) == ("C-1", "PO-1")
    else:
        ends.check(lambda: vendor.run(plan))
    (call,) = vendor.calls
    assert call.arguments.get("_retries", True) is not bool(attributes)
    assert call.within == PATIENCE["timeout"]  # nothing is left for a look: there is none


def test_a_duplicate_of_what_the_vendor_would_take_twice_is_a_plain_rejection() -> None:
    handed_over = AsyncOrderCreateDTO.from_dict(
        {"customerOrderNumber": "PO-1", "additionalAttributes": ALLOWS_DUPLICATES}
    )
    vendor = Vendor({"create": [DUPLICATE]}, word)
    ends = rejected(BadRequestException, 400)
    ends.check(lambda: vendor.run(place_async_plan(handed_over, HEADERS, vendor.patience())))


# Orders that may have been handed over, or placed, before.

QUEUED = "may be in the vendor's queue"
HOUR = 3600.0
YOUNG = SentBefore(at=0.0, listed_at=24 * HOUR, now=HOUR)
OLD = SentBefore(at=0.0, listed_at=24 * HOUR, now=24 * HOUR)


@dataclass(frozen=True)
class Case:
    """One order that is handed over and what the vendor does with it."""

    answers: Sequence[Answer]
    steps: str
    ends: str | Raises
    """The order numbers of the confirmation, or its confirmation number."""
    searches: Sequence[Answer] = (NOTHING,)
    details: Sequence[Answer] = field(default_factory=lambda: [full()])
    resume: bool = False
    sent_before: SentBefore | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


ANOTHER_ONE = "compare 20-1 with the request"
BEFORE = {
    "a duplicate, the same": Case([DUPLICATE], "create search 20-1", taken(REPEATED), [OURS]),
    "a duplicate, months old": Case([DUPLICATE], "create search 20-1", taken(REPEATED), [found(row(hours_ago=2000))]),
    "a duplicate, listed late": Case([DUPLICATE], f"create {LOOK} 20-1", taken(REPEATED), [NOTHING, NOTHING, OURS]),
    "a duplicate, not listed": Case([DUPLICATE], f"create {LOOK}", taken(NOT_LISTED)),
    "a duplicate, another's": Case([DUPLICATE], "create search 20-1", ANOTHERS, [OURS], [full(C=1)]),
    "a duplicate of a quote": Case(
        [DUPLICATE],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        taken("its lines could not be read"),
        [OURS],
        more={"quoteNumber": "QUO-1"},
    ),
    "resumed, there": Case([], "search 20-1", "20-1", [OURS], resume=True),
    "resumed, there, months old": Case([], "search 20-1", "20-1", [found(row(hours_ago=2000))], resume=True),
    "resumed, not there": Case([ACCEPTED], f"{LOOK} create", "C-1", resume=True),
    "resumed, not listed, a duplicate": Case([DUPLICATE], f"{LOOK} create {LOOK}", taken(NOT_LISTED), resume=True),
    "resumed, listed at last": Case(
        [DUPLICATE], f"{LOOK} create search 20-1", "20-1", [NOTHING, NOTHING, NOTHING, OURS], resume=True
    ),
    "resumed, another's": Case(
        [],
        "search 20-1",
        Raises(DifferentOrderException, Outcome.NOT_SENT, ANOTHER_ONE),
        [OURS],
        [full(C=1)],
        resume=True,
    ),
    "resumed, a part": Case(
        [DUPLICATE],
        "search 20-1 0.5s search 20-1 1s search 20-1 create search 20-1 0.5s search 20-1 1s search 20-1",
        taken("holds a part"),
        [OURS],
        [full(A=2)],
        resume=True,
    ),
    "sent before, there": Case([], "search 20-1", "20-1", [OURS], sent_before=YOUNG),
    "sent before, there in part": Case(
        [], "search 20-1 0.5s search 20-1 1s search 20-1", "20-1", [OURS], [full(A=2)], sent_before=YOUNG
    ),
    "sent an hour before, not there": Case(
        [], LOOK, Raises(RunUnresolvedException, Outcome.UNKNOWN, QUEUED), sent_before=YOUNG
    ),
    "sent a day before, not there": Case([ACCEPTED], f"{LOOK} create", "C-1", sent_before=OLD),
    "sent a day before, every search fails": Case(
        [], LOOK, Raises(RunUnresolvedException, Outcome.UNKNOWN, QUEUED), [down], sent_before=OLD
    ),
    "sent a day before, cannot be read": Case(
        [],
        "search 20-1 0.5s search 20-1 1s search 20-1",
        Raises(RunUnresolvedException, Outcome.UNKNOWN, QUEUED),
        [OURS],
        [down],
        sent_before=OLD,
    ),
    "sent before, another's": Case(
        [],
        "search 20-1",
        Raises(DifferentOrderException, Outcome.UNKNOWN, ANOTHER_ONE),
        [OURS],
        [full(C=1)],
        sent_before=OLD,
    ),
}


@pytest.mark.parametrize("case", BEFORE.values(), ids=BEFORE)
def test_an_order_that_may_have_been_handed_over_before_is_looked_for(case: Case) -> None:
    lines = [{"ingramPartNumber": "A", "quantity": "2"}, {"ingramPartNumber": "B", "quantity": 1}]
    handed_over = AsyncOrderCreateDTO.from_dict({"customerOrderNumber": "PO-1", "lines": lines, **case.more})
    vendor = Vendor({"create": case.answers, "search": case.searches, "20-1": case.details}, word)
    plan = place_async_plan(handed_over, HEADERS, vendor.patience(), resume=case.resume, sent_before=case.sent_before)
    if isinstance(case.ends, str):
        confirmation = vendor.run(plan)
        numbers = confirmation.order_numbers
        assert (numbers or [confirmation.confirmation_number]) == [case.ends]
        assert confirmation.customer_order_number == "PO-1"
    else:
        error = case.ends.check(lambda: vendor.run(plan))
        if QUEUED in case.ends.hint:
            assert error.retry_at == datetime.fromtimestamp(24 * HOUR, timezone.utc)
            assert (error.customer_order_number, error.correlation_id) == ("PO-1", "c" * 32)
            assert (error.operation, error.method, error.path) == (
                "post_createorder_v7",
                "POST",
                POST_CREATEORDER_V7.path,
            )
            assert error.effect == POST_CREATEORDER_V7.done
    assert vendor.steps == case.steps
