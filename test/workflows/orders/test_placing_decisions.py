"""How placing an order decides, as tables: what each call comes back with, which calls are made, how it ends."""

from __future__ import annotations

from typing import Any

import pytest

from test.support.placing import (
    ALLOWS_DUPLICATES,
    ANOTHER,
    ANOTHERS,
    BAD,
    BLIND,
    CANCELLED,
    DUPLICATE,
    DUPLICATE_AFTER_A_REPETITION,
    HAS_IT,
    HEADERS,
    LOOK,
    NOTHING,
    ODD,
    OURS,
    PLACED,
    REFUSED,
    REPEATED,
    THEIRS,
    Case,
    Placed,
    after,
    check,
    found,
    full,
    rejected,
    request,
    row,
    taken,
    unclear,
    unknown,
    word,
)
from test.support.plans import Cut, Failure, Raises, Vendor, closed, down, lost, not_sent, status
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    BadRequestException,
    ClientClosedError,
    ForbiddenException,
    Outcome,
    RejectedException,
    ServiceException,
    TooManyRequestsException,
    UnauthorizedException,
)
from xi_sdk_resellers._operations.orders import POST_CREATEORDER_V6
from xi_sdk_resellers._workflows.orders.duplicates import looks_duplicate, repeatable
from xi_sdk_resellers._workflows.orders.placing import place_plan
from xi_sdk_resellers.orders import DifferentOrderException, DuplicateOrderException


def rejected_lines() -> ApiException:
    """A success of which every line was rejected."""
    return RejectedException(200, message="every line was rejected: EN", outcome=Outcome.REJECTED, attempts=1)


AT_ONCE = {
    "placed": Case([PLACED], "create", Placed("20-1", None)),
    "could not be sent": Case([not_sent], "create", Raises(ApiConnectionException, Outcome.NOT_SENT)),
    "client closed": Case([closed], "create", Raises(ClientClosedError, Outcome.NOT_SENT)),
    "rejected": Case([BAD], "create", rejected(BadRequestException, 400)),
    "forbidden": Case([status(403)], "create", rejected(ForbiddenException, 403)),
}


LOST = {
    "found": Case([lost], "create search 20-1", Placed("20-1"), [OURS]),
    "found after a 503": Case([down], "create search 20-1", Placed("20-1"), [OURS]),
    "found after a 408": Case([status(408)], "create search 20-1", Placed("20-1"), [OURS]),
    "found later": Case([lost], f"create {LOOK} 20-1", Placed("20-1"), [NOTHING, NOTHING, OURS]),
    "found by the second look": Case(
        [lost, lost], f"create {LOOK} create search 20-1", Placed("20-1"), [NOTHING, NOTHING, NOTHING, OURS]
    ),
    "never found, sent again": Case([lost, PLACED], f"create {LOOK} create", Placed("20-1", None)),
    "never found, lost each time": Case([lost], " ".join([f"create {LOOK}"] * 3), unknown(after(3))),
    "never found, then a 503": Case([lost, down], " ".join([f"create {LOOK}"] * 3), unknown(after(3))),
    "a 503, then lost": Case([down, lost], " ".join([f"create {LOOK}"] * 3), unknown(after(3), ServiceException, 503)),
    "sent again, could not be sent": Case([lost, not_sent], " ".join([f"create {LOOK}"] * 3), unknown(after(3))),
    "sent again, could not be sent, placed": Case(
        [lost, not_sent, PLACED], f"create {LOOK} create {LOOK} create", Placed("20-1", None)
    ),
    "every search fails": Case([lost], f"create {LOOK}", unknown(BLIND), [down]),
    "every search is refused": Case([lost], f"create {LOOK}", unknown(BLIND), [status(401)]),
    "one search is answered": Case(
        [lost, PLACED], f"create {LOOK} create", Placed("20-1", None), [down, NOTHING, down]
    ),
    "a search fails, the next one finds": Case([lost], "create search 0.5s search 20-1", Placed("20-1"), [down, OURS]),
    "the client is closed on the way": Case([lost, closed], f"create {LOOK}", unknown(BLIND), [closed]),
}

REFUSED_LATER = {
    "a duplicate, then found": Case(
        [lost, DUPLICATE], f"create {LOOK} create search 20-1", Placed("20-1"), [NOTHING] * 3 + [OURS]
    ),
    "a duplicate, found late": Case(
        [lost, DUPLICATE], f"create {LOOK} create {LOOK} 20-1", Placed("20-1"), [NOTHING] * 5 + [OURS]
    ),
    "a duplicate, never found": Case([lost, DUPLICATE], f"create {LOOK} create {LOOK}", unknown(THEIRS)),
    "a duplicate, every search fails": Case(
        [lost, DUPLICATE], f"create {LOOK} create {LOOK}", unknown(THEIRS), [NOTHING] * 3 + [down]
    ),
    "a duplicate of an older order": Case(
        [lost, DUPLICATE],
        f"create {LOOK} create {LOOK} search 20-1",
        taken(REPEATED),
        [found(row(hours_ago=49))],
    ),
    "a duplicate of another's older order": Case(
        [lost, DUPLICATE],
        f"create {LOOK} create {LOOK} search 20-1",
        ANOTHERS,
        [found(row(hours_ago=49))],
        {"20-1": [full(C=1)]},
    ),
    "a duplicate of a cancelled order": Case(
        [lost, DUPLICATE],
        f"create {LOOK} create {LOOK} search",
        Raises(DuplicateOrderException, Outcome.REJECTED, CANCELLED, 400),
        [found(row(orderStatus="CANCELLED"))],
    ),
    "another rejection beside an older order": Case(
        [lost, BAD], f"create {LOOK} create {LOOK}", unknown(REFUSED), [found(row("20-9", hours_ago=49))]
    ),
    "another rejection": Case([lost, BAD], f"create {LOOK} create {LOOK}", unknown(REFUSED)),
    "another rejection, then found": Case(
        [lost, BAD], f"create {LOOK} create search 20-1", Placed("20-1"), [NOTHING] * 3 + [OURS]
    ),
    "an invalid one": Case([lost, status(422)], f"create {LOOK} create {LOOK}", unknown(REFUSED)),
    "forbidden, then placed": Case(
        [lost, status(403), PLACED], f"create {LOOK} create {LOOK} create", Placed("20-1", None)
    ),
    "forbidden each time": Case([lost, status(403)], " ".join([f"create {LOOK}"] * 3), unknown(after(3))),
}

DOUBTFUL_REFUSALS = {
    # The client itself had sent the request before, or a gateway may have let it through: one look.
    "rejected after a repetition": Case(
        [status(400, "bad", attempts=2)], "create search", rejected(BadRequestException, 400)
    ),
    "rejected after a repetition, found": Case(
        [status(400, "bad", attempts=2)], "create search 20-1", Placed("20-1"), [OURS]
    ),
    "rejected after a repetition, the search fails": Case(
        [status(400, "bad", attempts=2)], "create search", rejected(BadRequestException, 400), [down]
    ),
    "401": Case([status(401)], "create search", rejected(UnauthorizedException, 401)),
    "401, found": Case([status(401)], "create search 20-1", Placed("20-1"), [OURS]),
    "429": Case([status(429)], "create search", rejected(TooManyRequestsException, 429)),
    "a duplicate after a repetition, found": Case(
        [DUPLICATE_AFTER_A_REPETITION], "create search 20-1", Placed("20-1"), [OURS]
    ),
    "a duplicate after a repetition, never found": Case(
        [DUPLICATE_AFTER_A_REPETITION], f"create {LOOK}", unknown(THEIRS, BadRequestException, 400)
    ),
    "a duplicate after a repetition, of an older order": Case(
        [DUPLICATE_AFTER_A_REPETITION], f"create {LOOK} search 20-1", taken(REPEATED), [found(row(hours_ago=49))]
    ),
}

UNCLEAR_SUCCESS = {
    "cut short, found": Case([Cut(PLACED)], "create search 20-1", Placed("20-1"), [OURS]),
    "cut short, every search fails": Case([Cut(PLACED)], f"create {LOOK}", Placed("20-1", None), [down]),
    "cut short, an order with other parts": Case(
        [Cut(PLACED)], "create search 20-1", Placed("20-1"), [OURS], {"20-1": [full(C=1)]}
    ),
    "cut short, a smaller quantity": Case(
        [Cut(PLACED)],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        Placed("20-1", partial=True),
        [OURS],
        {"20-1": [full(A=1, B=1)]},
    ),
    "cut short, cannot be read": Case(
        [Cut(PLACED)],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        Placed("20-1"),
        [OURS],
        {"20-1": [down]},
    ),
    "cut short, never found": Case([Cut(PLACED)], f"create {LOOK}", Placed("20-1", None)),
    "lost, then cut short, never found": Case(
        [lost, Cut(PLACED)], f"create {LOOK} create {LOOK}", Placed("20-1", None)
    ),
    # Without an order in it, nothing is sent again either.
    "without orders, found": Case([unclear], "create search 20-1", Placed("20-1"), [OURS]),
    "without orders, found late": Case([unclear], f"create {LOOK} 20-1", Placed("20-1"), [NOTHING, NOTHING, OURS]),
    "without orders, never found": Case([unclear], f"create {LOOK}", unknown(ODD, ApiResponseException, 200)),
    "without orders, every search fails": Case(
        [unclear], f"create {LOOK}", unknown(ODD, ApiResponseException, 200), [down]
    ),
    "without orders, cannot be read": Case(
        [unclear],
        "create search 20-1 0.5s search 20-1 1s search 20-1",
        unknown(HAS_IT, ApiResponseException, 200),
        [OURS],
        {"20-1": [down]},
    ),
    "without orders, another's": Case(
        [unclear], "create search 20-1", unknown(ANOTHER, DifferentOrderException), [OURS], {"20-1": [full(C=1)]}
    ),
    "lost, then without orders, never found": Case([lost, unclear], f"create {LOOK} create {LOOK}", unknown(ODD)),
    "refused": Case([rejected_lines], "create", rejected(RejectedException, 200)),
    "lost, then refused, never found": Case([lost, rejected_lines], f"create {LOOK} create {LOOK}", unknown(REFUSED)),
}


def test_an_order_of_somebody_else_is_told_with_the_call_in_whose_place_it_was_found() -> None:
    vendor = Vendor({"create": [unclear], "search": [OURS], "20-1": [full(C=1)]}, word, {})
    with pytest.raises(DifferentOrderException) as caught:
        vendor.run(place_plan(request(), HEADERS, vendor.patience()))
    error, operation = caught.value, POST_CREATEORDER_V6
    assert (error.operation, error.method, error.path) == (operation.name, "POST", operation.path)
    assert (error.customer_order_number, error.order_numbers) == ("PO-1", ("20-1",))
    assert error.correlation_id == HEADERS["im_correlation_id"]


ALLOWED = request(additionalAttributes=ALLOWS_DUPLICATES)
ONCE = "it was not sent again, because the vendor would accept it twice"
UNPROTECTED = {
    "placed": Case([PLACED], "create", Placed("20-1", None), request=ALLOWED),
    "lost": Case([lost], "create", unknown(ONCE), [OURS], request=ALLOWED),
    "lost, blank number": Case([lost], "create", unknown(ONCE), [OURS], request=request(customerOrderNumber=" ")),
    "a 503": Case([down], "create", unknown(ONCE, ServiceException, 503), request=ALLOWED),
    "rejected": Case([BAD], "create", rejected(BadRequestException, 400), request=ALLOWED),
    "401": Case([status(401)], "create", rejected(UnauthorizedException, 401), request=ALLOWED),
    "could not be sent": Case([not_sent], "create", Raises(ApiConnectionException, Outcome.NOT_SENT), request=ALLOWED),
    "unclear": Case([unclear], "create", unknown(ONCE, ApiResponseException, 200), request=ALLOWED),
}

USED_UP = {
    "one attempt": Case([lost], f"create {LOOK}", unknown(after(1)), patience={"attempts": 1}),
    "two attempts": Case([lost], f"create {LOOK} create {LOOK}", unknown(after(2)), patience={"attempts": 2}),
    "placed by the last attempt": Case(
        [lost, PLACED], f"create {LOOK} create", Placed("20-1", None), patience={"attempts": 2}
    ),
    "no time to look": Case(
        [lost], "create search create search", unknown(after(2)), patience={"attempts": 2, "lookup_wait": 0}
    ),
    "no time to look, found at once": Case(
        [lost], "create search 20-1", Placed("20-1"), [OURS], patience={"lookup_wait": 0}
    ),
    "no time to look, found in part": Case(
        [lost],
        "create search 20-1",
        Placed("20-1", partial=True),
        [OURS],
        {"20-1": [full(A=2)]},
        patience={"lookup_wait": 0},
    ),
    "the last wait is what is left": Case(
        [lost],
        "create search 0.5s search 1s search 0.5s search",
        unknown(after(1)),
        patience={"attempts": 1, "lookup_wait": 2},
    ),
    "no time at all": Case([lost], "create search", unknown(after(1)), patience={"timeout": 0}),
    "time is up just after the look": Case([lost], f"create {LOOK}", unknown(after(1)), patience={"timeout": 1.5}),
    "time is up just after the next attempt": Case(
        [lost], f"create {LOOK} create search", unknown(after(2)), patience={"timeout": 1.7}, takes={"create": 0.1}
    ),
    "time is up during the look": Case(
        [lost], "create search 0.5s search", unknown(after(1)), patience={"timeout": 0.5}
    ),
    "time is up during the creation": Case(
        [lost], "create search", unknown(after(1)), patience={"timeout": 10}, takes={"create": 10}
    ),
    "one look just after the time is up finds it": Case(
        [lost], "create search 20-1", Placed("20-1"), [OURS], patience={"timeout": 10}, takes={"create": 10.4}
    ),
    "nothing is begun when the time is long over": Case(
        [lost], "create", unknown(BLIND), [OURS], patience={"timeout": 10}, takes={"create": 10.6}
    ),
    "the order is not read when the time is long over": Case(
        [lost],
        "create search",
        unknown(HAS_IT),
        [OURS],
        patience={"timeout": 10},
        takes={"create": 10.4, "search": 0.2},
    ),
}

TABLES = {
    "at once": AT_ONCE,
    "lost": LOST,
    "refused later": REFUSED_LATER,
    "doubtful refusal": DOUBTFUL_REFUSALS,
    "unclear success": UNCLEAR_SUCCESS,
    "used up": USED_UP,
}
CASES = {f"{table}: {name}": case for table, cases in TABLES.items() for name, case in cases.items()}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_order_is_placed_or_said_not_to_be(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", UNPROTECTED.values(), ids=UNPROTECTED)
def test_a_request_that_nothing_protects_from_being_placed_twice_is_sent_once(case: Case) -> None:
    check(case, once=True)


def test_the_first_doubt_is_raised_and_what_ended_it_is_its_cause() -> None:
    vendor = Vendor({"create": [lost, DUPLICATE], "search": [NOTHING]}, word)
    error = unknown(THEIRS).check(lambda: vendor.run(place_plan(request(), HEADERS, vendor.patience())))
    assert isinstance(error.__cause__, BadRequestException)


def test_another_order_is_named() -> None:
    vendor = Vendor({"create": [lost], "search": [OURS], "20-1": [full(C=1)]}, word)
    ends = unknown("compare 20-1 with the request", DifferentOrderException)
    error = ends.check(lambda: vendor.run(place_plan(request(), HEADERS, vendor.patience())))
    assert error.order_numbers == ("20-1",)
    assert (error.customer_order_number, error.correlation_id) == ("PO-1", "c" * 32)


# What protects a request from being placed twice.

PROTECTED = {
    "a number": ({}, True),
    "a blank number": ({"customerOrderNumber": "  "}, False),
    "duplicates allowed": ({"additionalAttributes": ALLOWS_DUPLICATES}, False),
    "in other letters": (
        {"additionalAttributes": [{"attributeName": " AllowDuplicatecustomerordernumber", "attributeValue": "TRUE "}]},
        False,
    ),
    "not allowed": (
        {"additionalAttributes": [{**ALLOWS_DUPLICATES[0], "attributeValue": "false"}]},
        True,
    ),
    "another attribute": (
        {"additionalAttributes": [{**ALLOWS_DUPLICATES[0], "attributeName": "allowPartialOrder"}]},
        True,
    ),
    "allowed by the second attribute": ({"additionalAttributes": [{}, *ALLOWS_DUPLICATES]}, False),
    "an attribute without a value": ({"additionalAttributes": [{"attributeName": "allowDuplicate"}]}, True),
}


@pytest.mark.parametrize(("more", "protected"), PROTECTED.values(), ids=PROTECTED)
def test_a_request_is_repeatable_when_the_vendor_refuses_its_duplicates(more: dict[str, Any], protected: bool) -> None:
    assert repeatable(request(**more)) is protected


DUPLICATES: list[tuple[Failure, bool]] = [
    (status(400, "Duplicate customer order number"), True),
    (status(400, "The order number ALREADY exists"), True),
    (status(422, "order exists"), True),
    (status(409), True),
    (status(400, "quantity"), False),
    (status(400), False),
    (status(404, "duplicate"), False),
    (status(500, "duplicate"), False),
    (lost, False),
    (closed, False),
]


@pytest.mark.parametrize(("failure", "duplicate"), DUPLICATES)
def test_a_duplicate_is_recognized_by_status_and_words(failure: Failure, duplicate: bool) -> None:
    assert looks_duplicate(failure()) is duplicate
