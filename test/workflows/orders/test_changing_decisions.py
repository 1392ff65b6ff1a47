"""How cancelling, releasing and modifying decide, as tables: what each call comes back with, and how it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from test.support.plans import Answer, Raises, Vendor, closed, down, lost, not_sent, status
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    BadRequestException,
    ClientClosedError,
    ConflictException,
    ForbiddenException,
    MethodNotAllowedException,
    NotFoundException,
    Outcome,
    RejectedException,
    ServiceException,
    TooManyRequestsException,
    UnauthorizedException,
)
from xi_sdk_resellers._workflows.orders.changing import cancel_plan, release_plan
from xi_sdk_resellers._workflows.plan import Call
from xi_sdk_resellers.models import OrderDetailB2B, OrderSearchResponse

HEADERS = {"im_customer_number": "20-222222", "im_country_code": "US", "im_correlation_id": "c" * 32}
OPTIONS = {"region_code": "x"}
WORDS = {
    "delete_ordercancel": "change",
    "put_ordermodify": "change",
    "get_orderdetails_v6_1": "details",
    "get_resellers_v6_ordersearch": "search",
}


def word(call: Call) -> str:
    return WORDS[call.operation.name]


def detail(order_status: object) -> OrderDetailB2B:
    return OrderDetailB2B.from_dict({"ingramOrderNumber": "20-1", "orderStatus": order_status})


def listed(order_status: str | None, number: str = "20-1") -> OrderSearchResponse:
    return OrderSearchResponse.from_dict({"orders": [{"ingramOrderNumber": number, "orderStatus": order_status}]})


HELD, CANCELLED, PROCESSING, ODD = detail("ON HOLD"), detail("CANCELLED"), detail("PROCESSING"), detail(None)
GONE = status(404)
NOTHING = OrderSearchResponse.from_dict({"orders": []})
DONE = None
"""The workflow returns: the order is as it was wanted."""


def unknown(hint: str, kind: type[Any] = ApiConnectionException, status: int | None = None) -> Raises:
    return Raises(kind, Outcome.UNKNOWN, hint, status)


def rejected(kind: type[Any], status: int | None, hint: str = "") -> Raises:
    return Raises(kind, Outcome.REJECTED, hint, status)


def not_held(kind: type[Any], status: int | None, phase: str) -> Raises:
    return rejected(kind, status, f"the order is {phase} and no longer on hold")


def still_held(attempts: int) -> str:
    return f"sent {attempts} times; the order is still on hold"


def odd() -> ApiException:
    """A success that shows nothing."""
    return ApiResponseException(200, outcome=Outcome.UNKNOWN, attempts=1)


def refused() -> ApiException:
    """A refusal with status 200."""
    return RejectedException(200, outcome=Outcome.REJECTED, attempts=1)


UNREAD = "the state of the order could not be read"
ODD_AGAIN = "the order is still on hold, and nothing is sent again after an answer with status 2xx"
CONTRADICTION = "the vendor contradicts itself about the order's hold"
LATE = not_held(ApiConnectionException, None, "processing")
AWAY = not_held(ApiConnectionException, None, "cancelled")


@dataclass(frozen=True)
class Case:
    """A cancellation or a release: the calls are the same for both, only the end may differ."""

    changes: Sequence[Answer]
    steps: str
    cancel: Raises | None
    release: Raises | None
    details: Sequence[Answer] = ()
    searches: Sequence[Answer] = (NOTHING,)
    patience: Mapping[str, Any] = field(default_factory=dict)
    takes: Mapping[str, float] = field(default_factory=dict)


def both(changes: Sequence[Answer], steps: str, end: Raises | None, *more: Any, **options: Any) -> Case:
    return Case(changes, steps, end, end, *more, **options)


READ = "details 0.5s details 1s details"
"""The steps of reading an order that cannot be read, after an unknown outcome."""

AT_ONCE = {
    "done": both([DONE], "change", DONE),
    "could not be sent": both([not_sent], "change", Raises(ApiConnectionException, Outcome.NOT_SENT)),
    "client closed": both([closed], "change", Raises(ClientClosedError, Outcome.NOT_SENT)),
    "rejected": both([status(400)], "change", rejected(BadRequestException, 400)),
    "forbidden": both([status(403)], "change", rejected(ForbiddenException, 403)),
}

LOST = {
    "on hold, sent again": both([lost, DONE], "change details change", DONE, [HELD]),
    "cancelled": Case([lost], "change details", DONE, AWAY, [CANCELLED]),
    "processing": Case([lost], "change details", LATE, DONE, [PROCESSING]),
    "cancelled, after a 503": Case(
        [down], "change details", DONE, not_held(ServiceException, 503, "cancelled"), [CANCELLED]
    ),
    "without a status": both([lost], f"change {READ}", unknown(UNREAD), [ODD]),
    "cannot be read": both([lost], f"change {READ}", unknown(UNREAD), [down]),
    "cannot be read at first": Case([lost], f"change {READ}", DONE, AWAY, [down, ODD, CANCELLED]),
    "the client is closed on the way": both([lost], f"change {READ}", unknown(UNREAD), [closed]),
}

# An answer with status 200 that does not say that it was done: the order is read, nothing is sent again.
ODD_SUCCESS = {
    "cancelled": Case([odd], "change details", DONE, not_held(ApiResponseException, 200, "cancelled"), [CANCELLED]),
    "processing": Case([odd], "change details", not_held(ApiResponseException, 200, "processing"), DONE, [PROCESSING]),
    "cancelled after a while": Case(
        [odd], "change details 0.5s details", DONE, not_held(ApiResponseException, 200, "cancelled"), [HELD, CANCELLED]
    ),
    "still on hold": both([odd], f"change {READ}", unknown(ODD_AGAIN, ApiResponseException, 200), [HELD]),
    "cannot be read": both([odd], f"change {READ}", unknown(UNREAD, ApiResponseException, 200), [down]),
    "lost, then odd, still on hold": both([lost, odd], f"change details change {READ}", unknown(ODD_AGAIN), [HELD]),
    "refused, cancelled": Case(
        [refused], "change details", DONE, not_held(RejectedException, 200, "cancelled"), [CANCELLED]
    ),
    "refused, on hold": both([refused], "change details", rejected(RejectedException, 200), [HELD]),
}

# An order without details: the search is asked, because cancelled orders stay listed longer.
NO_DETAILS = {
    "listed as cancelled": Case([lost], "change details search", DONE, AWAY, [GONE], [listed("CANCELLED")]),
    "listed as processing": Case([lost], "change details search", LATE, DONE, [GONE], [listed("PROCESSING")]),
    "listed on hold": both([lost, DONE], "change details search change", DONE, [GONE], [listed("ON HOLD")]),
    "listed without a status": both(
        [lost],
        "change details search 0.5s details search 1s details search",
        unknown(UNREAD),
        [GONE],
        [listed(None)],
    ),
    "not listed": Case([lost], "change details search", DONE, AWAY, [GONE], [NOTHING]),
    "another one listed": Case([lost], "change details search", DONE, AWAY, [GONE], [listed("ON HOLD", "20-10")]),
    "the search fails": both(
        [lost], "change details search 0.5s details search 1s details search", unknown(UNREAD), [GONE], [down]
    ),
    "the search fails at first": Case(
        [lost],
        "change details search 0.5s details search",
        DONE,
        AWAY,
        [GONE],
        [down, listed("CANCELLED")],
    ),
}

REFUSED_AT_FIRST = {
    "405, on hold": both([status(405)], "change details", rejected(MethodNotAllowedException, 405), [HELD]),
    "405, cancelled": Case(
        [status(405)], "change details", DONE, not_held(MethodNotAllowedException, 405, "cancelled"), [CANCELLED]
    ),
    "405, processing": Case(
        [status(405)], "change details", not_held(MethodNotAllowedException, 405, "processing"), DONE, [PROCESSING]
    ),
    "405, cannot be read": both([status(405)], "change details", rejected(MethodNotAllowedException, 405), [down]),
    "409, on hold": both([status(409)], "change details", rejected(ConflictException, 409), [HELD]),
    "409, cancelled": Case(
        [status(409)], "change details", DONE, not_held(ConflictException, 409, "cancelled"), [CANCELLED]
    ),
    "404, not listed": both([GONE], "change details search", rejected(NotFoundException, 404), [GONE]),
    "404, listed as cancelled": Case(
        [GONE],
        "change details search",
        DONE,
        not_held(NotFoundException, 404, "cancelled"),
        [GONE],
        [listed("CANCELLED")],
    ),
    "404, the search fails": both([GONE], "change details search", rejected(NotFoundException, 404), [GONE], [down]),
}

# The client itself had sent it before, or a gateway may have let it through.
DOUBTFUL_REFUSALS = {
    "405 after a repetition, cancelled": Case(
        [status(405, attempts=2)],
        "change details",
        DONE,
        not_held(MethodNotAllowedException, 405, "cancelled"),
        [CANCELLED],
    ),
    "405 after a repetition, on hold": both(
        [status(405, attempts=2)], "change details", unknown(CONTRADICTION, MethodNotAllowedException, 405), [HELD]
    ),
    "405 after a repetition, cannot be read": both(
        [status(405, attempts=2)], f"change {READ}", unknown(UNREAD, MethodNotAllowedException, 405), [down]
    ),
    "400 after a repetition, on hold": both([status(400, attempts=2), DONE], "change details change", DONE, [HELD]),
    "401, on hold": both([status(401), DONE], "change details change", DONE, [HELD]),
    "401, cannot be read": both(
        [status(401)], f"change {READ}", unknown(UNREAD, UnauthorizedException, 401), [status(401)]
    ),
    "429, cancelled": Case(
        [status(429)], "change details", DONE, not_held(TooManyRequestsException, 429, "cancelled"), [CANCELLED]
    ),
}

TWO_FAULTS = {
    "lost twice, cancelled": Case([lost, lost], "change details change details", DONE, AWAY, [HELD, CANCELLED]),
    "lost twice, done": both([lost, lost, DONE], "change details change details change", DONE, [HELD]),
    "lost each time": both([lost], " ".join(["change details"] * 3), unknown(still_held(3)), [HELD]),
    "lost, then a 503": both([lost, down], " ".join(["change details"] * 3), unknown(still_held(3)), [HELD]),
    "a 503, then lost": both(
        [down, lost], " ".join(["change details"] * 3), unknown(still_held(3), ServiceException, 503), [HELD]
    ),
    "lost, then 405, cancelled": Case(
        [lost, status(405)], "change details change details", DONE, AWAY, [HELD, CANCELLED]
    ),
    "lost, then 405, processing": Case(
        [lost, status(405)], "change details change details", LATE, DONE, [HELD, PROCESSING]
    ),
    "lost, then 405, on hold": both(
        [lost, status(405)], "change details change details", unknown(CONTRADICTION), [HELD]
    ),
    "lost, then 405, cannot be read": both(
        [lost, status(405)], f"change details change {READ}", unknown(UNREAD), [HELD, down]
    ),
    "lost, then 404, not listed": Case([lost, GONE], "change details change details search", DONE, AWAY, [HELD, GONE]),
    "lost, then rejected, on hold": both(
        [lost, status(400)], " ".join(["change details"] * 3), unknown(still_held(3)), [HELD]
    ),
    "lost, then not sent, on hold": both(
        [lost, not_sent], " ".join(["change details"] * 3), unknown(still_held(3)), [HELD]
    ),
    "lost, then closed, on hold": both(
        [lost, closed], " ".join(["change details"] * 3), unknown(still_held(3)), [HELD]
    ),
}

USED_UP = {
    "one attempt": both([lost], "change details", unknown(still_held(1)), [HELD], patience={"attempts": 1}),
    "one attempt, cancelled": Case([lost], "change details", DONE, AWAY, [CANCELLED], patience={"attempts": 1}),
    "done by the last attempt": both([lost, DONE], "change details change", DONE, [HELD], patience={"attempts": 2}),
    "no time at all": both([lost], "change details", unknown(still_held(1)), [HELD], patience={"timeout": 0}),
    "time is just up": both(
        [lost], "change details", unknown(still_held(1)), [HELD], patience={"timeout": 3}, takes={"details": 3}
    ),
    "time is not quite up": both(
        [lost, DONE], "change details change", DONE, [HELD], patience={"timeout": 3.1}, takes={"details": 3}
    ),
    "time is up during the look": both(
        [lost], "change details 0.5s details", unknown(UNREAD), [down], patience={"timeout": 0.5}
    ),
    "no time to look": both([lost], "change details", unknown(UNREAD), [down], patience={"lookup_wait": 0}),
}

TABLES = {
    "at once": AT_ONCE,
    "lost": LOST,
    "no details": NO_DETAILS,
    "odd success": ODD_SUCCESS,
    "refused at first": REFUSED_AT_FIRST,
    "doubtful refusal": DOUBTFUL_REFUSALS,
    "two faults": TWO_FAULTS,
    "used up": USED_UP,
}
CASES = {f"{table}: {name}": case for table, cases in TABLES.items() for name, case in cases.items()}
PLANS = {"cancel": cancel_plan, "release": release_plan}
CALLS: dict[str, dict[str, Any]] = {
    "cancel": {},
    "release": {"order_modify_request": {}, "action_code": "release"},
}


@pytest.mark.parametrize("change", PLANS)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_order_is_cancelled_or_released_or_said_not_to_be(case: Case, change: str) -> None:
    vendor = Vendor({"change": case.changes, "details": case.details, "search": case.searches}, word, case.takes)
    plan = PLANS[change]("20-1", HEADERS, OPTIONS, vendor.patience(**case.patience))
    end: Raises | None = getattr(case, change)
    if end is None:
        assert vendor.run(plan) is None
    else:
        end.check(lambda: vendor.run(plan))
    assert vendor.steps == case.steps
    for call in vendor.calls:
        if word(call) == "change":
            assert call.arguments == {**HEADERS, **OPTIONS, "order_number": "20-1", **CALLS[change]}
        else:
            assert {**call.arguments, **HEADERS} == call.arguments  # each look has the correlation ID of the change
            assert "20-1" in call.arguments.values()
