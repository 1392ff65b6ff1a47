"""How modifying an order decides, as tables: what shows in the order, what may be sent twice, how it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest

from test.support.plans import Answer, Raises, Vendor, closed, down, lost, not_sent, status
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    ApiValueError,
    BadRequestException,
    MethodNotAllowedException,
    NotFoundException,
    Outcome,
    RejectedException,
    ServiceException,
    UnauthorizedException,
)
from xi_sdk_resellers._operations.orders import PUT_ORDERMODIFY
from xi_sdk_resellers._workflows.orders.changing import (
    check_modify_resume,
    harmless_twice,
    modification_answer,
    modify_plan,
    shows,
)
from xi_sdk_resellers._workflows.plan import Call
from xi_sdk_resellers.journal import RunUnresolvedException
from xi_sdk_resellers.models import OrderDetailB2B, OrderModifyRequest, OrderModifyResponse

HEADERS = {"im_customer_number": "20-222222", "im_country_code": "US", "im_correlation_id": "c" * 32}


def change(action: str | None, number: object = None, part: str | None = None, **more: Any) -> dict[str, Any]:
    """A line of a modification."""
    values = {"addUpdateDeleteLine": action, "ingramLineNumber": number, "ingramPartNumber": part, **more}
    return {name: value for name, value in values.items() if value is not None}


def request(*lines: dict[str, Any], **more: Any) -> OrderModifyRequest:
    return OrderModifyRequest.from_dict({"lines": list(lines), **more})


def line(number: object, part: object, quantity: object, own: object = None) -> dict[str, Any]:
    """A line of an order."""
    values = {"ingramOrderLineNumber": number, "ingramPartNumber": part, "quantityOrdered": quantity}
    return {**values, "customerLineNumber": own}


def order(*lines: dict[str, Any]) -> OrderDetailB2B:
    return OrderDetailB2B.from_dict({"ingramOrderNumber": "20-1", "lines": list(lines)})


UPDATE = change("UPDATE", "001", "A", quantity=5)
DELETE = change("DELETE", "2", "B")
ADD = change("ADD", None, "C", quantity=3, customerLineNumber="009")
BEFORE = order(line("001", "A", 2), line("002", "B", 1))
UPDATED = order(line("001", "A", 5), line("002", "B", 1))
ADDED = order(line("001", "A", 2), line("002", "B", 1), line("003", "C", 3, "9"))
ANSWER = OrderModifyResponse.from_dict({"ingramOrderNumber": "20-1"})

# What a modification asks for, and whether an order shows it: each row differs in one point from its neighbour.

SHOWS: dict[str, tuple[OrderModifyRequest, OrderDetailB2B, bool]] = {
    "a quantity": (request(UPDATE), UPDATED, True),
    "a quantity, the old one": (request(UPDATE), BEFORE, False),
    "a quantity, another line has it": (request(UPDATE), order(line("1", "A", 2), line("3", "A", 5)), False),
    "a quantity, the line number written otherwise": (request(UPDATE), order(line(1, "A", 5)), True),
    "a quantity, no such line": (request(UPDATE), order(line("002", "B", 5)), False),
    "a quantity as text": (request(UPDATE), order(line("001", "A", "5")), True),
    "no quantity": (request(change("UPDATE", "001", "A")), UPDATED, False),
    "no quantity, and none there": (request(change("UPDATE", "001", "A")), order(line("001", "A", None)), False),
    "no line number": (request(change("UPDATE", None, "A", quantity=5)), UPDATED, False),
    "a quantity, and notes": (request({**UPDATE, "notes": "x"}), UPDATED, False),
    "a quantity, and notes for the order": (request(UPDATE, notes="x"), UPDATED, False),
    "a quantity, and an address": (request(UPDATE, shipToInfo={"city": "x"}), UPDATED, False),
    "a line less": (request(DELETE), order(line("001", "A", 2)), True),
    "a line less, still there": (request(DELETE), BEFORE, False),
    "a line less, there with nothing": (request(DELETE), order(line("002", "B", 0)), True),
    "a line less, there with an odd quantity": (request(DELETE), order(line("002", "B", "?")), False),
    "a line less, without its number": (request(change("DELETE", None, "B")), order(), False),
    "an addition": (request(ADD), ADDED, True),
    "an addition, not there": (request(ADD), BEFORE, False),
    "an addition, another part": (request(ADD), order(line("003", "D", 3, "9")), False),
    "an addition, another quantity": (request(ADD), order(line("003", "C", 2, "9")), False),
    "an addition, another number of one's own": (request(ADD), order(line("003", "C", 3, "8")), False),
    "an addition, no number of one's own": (request(ADD), order(line("003", "C", 3)), False),
    "an addition without a number of one's own": (
        request(change("ADD", None, "C", quantity=3)),
        order(line("003", "C", 3)),
        False,
    ),
    "an addition, the part in other letters": (request(ADD), order(line("003", " c ", 3, "009")), True),
    "an addition with notes": (request({**ADD, "notes": "x"}), ADDED, False),
    "several, all there": (request(UPDATE, DELETE), order(line("001", "A", 5)), True),
    "several, one missing": (request(UPDATE, DELETE), UPDATED, False),
    "nothing": (request(), BEFORE, False),
    "notes alone": (request(notes="x"), BEFORE, False),
}


@pytest.mark.parametrize(("asked", "there", "shown"), SHOWS.values(), ids=SHOWS)
def test_a_change_shows_only_when_every_part_of_it_can_be_seen(
    asked: OrderModifyRequest, there: OrderDetailB2B, shown: bool
) -> None:
    assert shows(asked, there) is shown


TWICE: dict[str, tuple[OrderModifyRequest, bool]] = {
    "a quantity": (request(UPDATE), True),
    "a quantity, by no line number": (request({**UPDATE, "ingramLineNumber": ""}), False),
    "a quantity, by line number 0": (request({**UPDATE, "ingramLineNumber": "000"}), False),
    "a quantity, and notes": (request({**UPDATE, "notes": "x"}), False),
    "a quantity, and notes for the order": (request(UPDATE, notes="x"), False),
    "a quantity, and attributes": (request(UPDATE, additionalAttributes=[{"attributeName": "x"}]), False),
    "a quantity, and an address": (request(UPDATE, shipToInfo={"city": "x"}), True),
    "a line less": (request(DELETE), True),
    "a line less, by part alone": (request(change("DELETE", None, "B")), False),
    "an addition": (request(ADD), False),
    "an addition with a line number": (request({**ADD, "ingramLineNumber": "003"}), False),
    "an addition among others": (request(UPDATE, ADD, DELETE), False),
    "no action": (request(change(None, "001", "A", quantity=5)), False),
    "an address alone": (request(shipToInfo={"city": "x"}), True),
}


@pytest.mark.parametrize(("asked", "harmless"), TWICE.values(), ids=TWICE)
def test_a_change_is_harmless_twice_unless_it_adds(asked: OrderModifyRequest, harmless: bool) -> None:
    assert harmless_twice(asked) is harmless


# What is done when an answer is lost.


def unknown(hint: str, kind: type[Any] = ApiConnectionException, status: int | None = None) -> Raises:
    return Raises(kind, Outcome.UNKNOWN, hint, status)


def not_shown(attempts: int) -> str:
    return f"sent {attempts} times; the order does not show every change"


UNREAD = "the order could not be read"
ADDS = "sending it again could add lines or notes twice"
SAME = "the vendor's own answer"
READ = "details 0.5s details 1s details"


@dataclass(frozen=True)
class Case:
    """One modification and what the vendor does with it; it ends with an answer or an exception."""

    asked: OrderModifyRequest
    changes: Sequence[Answer]
    steps: str
    ends: OrderModifyResponse | OrderDetailB2B | Raises
    details: Sequence[Answer] = ()
    patience: Mapping[str, Any] = field(default_factory=dict)
    takes: Mapping[str, float] = field(default_factory=dict)


def odd() -> ApiException:
    """A success that shows nothing."""
    return ApiResponseException(200, outcome=Outcome.UNKNOWN, attempts=1)


ODD_AGAIN = "the order does not show every change, and nothing is sent again after an answer with status 2xx"
REFUSED_LINE = {"ingramLineNumber": "001", "rejectCode": "EL", "rejectReason": "ERROR-LINE-NOT-FOUND"}
NO_LINE = OrderModifyResponse.from_dict({"ingramOrderNumber": "20-1", "rejectedLineItems": [REFUSED_LINE]})
ONE_LINE = OrderModifyResponse.from_dict({"lines": [{"ingramLineNumber": "2"}], "rejectedLineItems": [REFUSED_LINE]})
WITHOUT_LINES = OrderDetailB2B.from_dict({"ingramOrderNumber": "20-1"})
ODD_LINES = OrderDetailB2B.model_construct(ingram_order_number="20-1", lines=[None, 3])
SAFE, ADDITION = request(UPDATE), request(ADD)
NOTE, NOTE_FOR_ALL = request({**UPDATE, "notes": "x"}), request(notes="x")

CASES = {
    "done": Case(SAFE, [ANSWER], "change", ANSWER),
    "could not be sent": Case(SAFE, [not_sent], "change", Raises(ApiConnectionException, Outcome.NOT_SENT)),
    "rejected": Case(SAFE, [status(400)], "change", Raises(BadRequestException, Outcome.REJECTED, status=400)),
    "rejected after a repetition": Case(
        SAFE, [status(400, attempts=2)], "change", Raises(BadRequestException, Outcome.REJECTED, status=400)
    ),
    "not on hold": Case(SAFE, [status(405)], "change", Raises(MethodNotAllowedException, Outcome.REJECTED, status=405)),
    "no such order": Case(SAFE, [status(404)], "change", Raises(NotFoundException, Outcome.REJECTED, status=404)),
    "401": Case(SAFE, [status(401)], "change", Raises(UnauthorizedException, Outcome.REJECTED, status=401)),
    "lost, shows": Case(SAFE, [lost], "change details", UPDATED, [UPDATED]),
    "a 503, shows": Case(SAFE, [down], "change details", UPDATED, [UPDATED]),
    "lost, does not show, sent again": Case(SAFE, [lost, ANSWER], "change details change", ANSWER, [BEFORE]),
    "lost, cannot be read": Case(SAFE, [lost], f"change {READ}", unknown(UNREAD), [down]),
    "lost, gone": Case(SAFE, [lost], f"change {READ}", unknown(UNREAD), [status(404)]),
    "lost, cannot be read at first": Case(SAFE, [lost], "change details 0.5s details", UPDATED, [down, UPDATED]),
    "lost, closed on the way": Case(SAFE, [lost], f"change {READ}", unknown(UNREAD), [closed]),
    # What adds is never sent again.
    "an addition, lost, shows": Case(ADDITION, [lost], "change details", ADDED, [ADDED]),
    "an addition, lost, does not show": Case(ADDITION, [lost], "change details", unknown(ADDS), [BEFORE]),
    "an addition, lost, another quantity shows": Case(
        ADDITION, [lost], "change details", unknown(ADDS), [order(line("003", "C", 2, "009"))]
    ),
    "an addition, a 503": Case(ADDITION, [down], "change details", unknown(ADDS, ServiceException, 503), [BEFORE]),
    "an addition, cannot be read": Case(ADDITION, [lost], f"change {READ}", unknown(UNREAD), [down]),
    "an addition, could not be sent": Case(
        ADDITION, [not_sent], "change", Raises(ApiConnectionException, Outcome.NOT_SENT)
    ),
    "notes of a line, the rest shows": Case(NOTE, [lost], "change details", unknown(ADDS), [UPDATED]),
    "notes of the order": Case(NOTE_FOR_ALL, [lost], "change details", unknown(ADDS), [BEFORE]),
    # With status 200, and without a sign that it was done.
    "odd, shows": Case(SAFE, [odd], "change details", UPDATED, [UPDATED]),
    "odd, does not show": Case(SAFE, [odd], "change details", unknown(ODD_AGAIN, ApiResponseException, 200), [BEFORE]),
    "odd, an addition, does not show": Case(
        ADDITION, [odd], "change details", unknown(ADDS, ApiResponseException, 200), [BEFORE]
    ),
    "lost, then odd, does not show": Case(
        SAFE, [lost, odd], "change details change details", unknown(ODD_AGAIN), [BEFORE]
    ),
    "every line rejected": Case(SAFE, [NO_LINE], "change", Raises(RejectedException, Outcome.REJECTED, status=200)),
    "every line rejected, and notes": Case(request(UPDATE, notes="x"), [NO_LINE], "change", NO_LINE),
    "one line rejected": Case(SAFE, [ONE_LINE], "change", ONE_LINE),
    "lost, then every line rejected, shows": Case(
        SAFE, [lost, NO_LINE], "change details change details", UPDATED, [BEFORE, UPDATED]
    ),
    "lost, then every line rejected, does not show": Case(
        SAFE, [lost, NO_LINE], "change details change details", unknown(ODD_AGAIN), [BEFORE]
    ),
    "lost, without lines": Case(SAFE, [lost], f"change {READ}", unknown(UNREAD), [WITHOUT_LINES]),
    "lost, with odd lines": Case(SAFE, [lost], f"change {READ}", unknown(UNREAD), [ODD_LINES]),
    # Two faults in a row.
    "lost twice, shows": Case(SAFE, [lost, lost], "change details change details", UPDATED, [BEFORE, UPDATED]),
    "lost twice, done": Case(SAFE, [lost, lost, ANSWER], "change details change details change", ANSWER, [BEFORE]),
    "lost each time": Case(SAFE, [lost], " ".join(["change details"] * 3), unknown(not_shown(3)), [BEFORE]),
    "a 503, then lost": Case(
        SAFE,
        [down, lost],
        " ".join(["change details"] * 3),
        unknown(not_shown(3), ServiceException, 503),
        [BEFORE],
    ),
    "lost, then not sent, done": Case(
        SAFE, [lost, not_sent, ANSWER], "change details change details change", ANSWER, [BEFORE]
    ),
    "lost, then refused, shows": Case(
        SAFE, [lost, status(405)], "change details change details", UPDATED, [BEFORE, UPDATED]
    ),
    "lost, then refused, does not show": Case(
        SAFE, [lost, status(405)], "change details change details", unknown(not_shown(2)), [BEFORE]
    ),
    "lost, then 429, does not show": Case(
        SAFE, [lost, status(429)], "change details change details", unknown(not_shown(2)), [BEFORE]
    ),
    "lost, then refused, cannot be read": Case(
        SAFE, [lost, status(405)], f"change details change {READ}", unknown(UNREAD), [BEFORE, down]
    ),
    # Attempts and time, just used up.
    "one attempt": Case(SAFE, [lost], "change details", unknown(not_shown(1)), [BEFORE], {"attempts": 1}),
    "one attempt, shows": Case(SAFE, [lost], "change details", UPDATED, [UPDATED], {"attempts": 1}),
    "two attempts": Case(
        SAFE, [lost], "change details change details", unknown(not_shown(2)), [BEFORE], {"attempts": 2}
    ),
    "no time at all": Case(SAFE, [lost], "change details", unknown(not_shown(1)), [BEFORE], {"timeout": 0}),
    "time is just up": Case(
        SAFE, [lost], "change details", unknown(not_shown(1)), [BEFORE], {"timeout": 3}, {"details": 3}
    ),
    "time is not quite up": Case(
        SAFE, [lost, ANSWER], "change details change", ANSWER, [BEFORE], {"timeout": 3.1}, {"details": 3}
    ),
    "no time to look": Case(SAFE, [lost], "change details", unknown(UNREAD), [down], {"lookup_wait": 0}),
    "no time to look, shows": Case(SAFE, [lost], "change details", UPDATED, [UPDATED], {"lookup_wait": 0}),
}
WORDS = {"put_ordermodify": "change", "get_orderdetails_v6_1": "details"}


def word(call: Call) -> str:
    return WORDS[call.operation.name]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_order_is_changed_or_said_not_to_be(case: Case) -> None:
    vendor = Vendor({"change": case.changes, "details": case.details}, word, case.takes)
    plan = modify_plan("20-1", case.asked, HEADERS, {"region_code": "x"}, vendor.patience(**case.patience))
    if isinstance(case.ends, Raises):
        case.ends.check(lambda: vendor.run(plan))
    else:
        expected = modification_answer(case.ends) if isinstance(case.ends, OrderDetailB2B) else case.ends
        assert vendor.run(plan) == expected
    assert vendor.steps == case.steps
    for call in vendor.calls:
        if word(call) == "change":
            values = {"region_code": "x", "order_number": "20-1", "order_modify_request": case.asked}
            assert call.arguments == {**HEADERS, **values}
        else:
            assert call.arguments == {**HEADERS, "ordernumber": "20-1"}


def test_a_refusal_of_every_line_tells_of_the_lines_and_of_the_call() -> None:
    vendor = Vendor({"change": [NO_LINE]}, word)
    ends = Raises(RejectedException, Outcome.REJECTED, status=200)
    error = ends.check(lambda: vendor.run(modify_plan("20-1", SAFE, HEADERS, {}, vendor.patience())))
    assert (error.operation, error.method, error.path) == ("put_ordermodify", "PUT", PUT_ORDERMODIFY.path)
    assert (error.effect, error.attempts, error.data) == (PUT_ORDERMODIFY.done, 1, NO_LINE)
    assert error.message == "every line was rejected: EL ERROR-LINE-NOT-FOUND"
    assert [(problem.field, problem.message) for problem in error.fields] == [("line 001", "EL ERROR-LINE-NOT-FOUND")]


def test_an_order_that_shows_a_change_reads_like_the_answer_to_it() -> None:
    there = OrderDetailB2B.from_dict(
        {
            "ingramOrderNumber": "20-1",
            "customerOrderNumber": "PO-1",
            "orderTotal": 12.50,
            "orderStatus": "ON HOLD",
            "vendorField": "is left out",
            "lines": [{**line("003", "C", 3, "9"), "lineNotes": "Ring twice", "unitPrice": 4.1}],
        }
    )
    answer = modification_answer(there)
    assert (answer.ingram_order_number, answer.customer_order_number, answer.order_status) == (
        "20-1",
        "PO-1",
        "ON HOLD",
    )
    assert answer.order_total == Decimal("12.50")
    (changed,) = answer.lines or ()
    assert (changed.ingram_line_number, changed.customer_line_number, changed.notes) == ("003", "9", "Ring twice")
    assert (changed.ingram_part_number, changed.quantity_ordered) == ("C", 3)
    assert "vendorField" not in answer.to_dict()


RESUMED = {
    "shows": Case(SAFE, [], "details", UPDATED, [UPDATED]),
    "does not show": Case(SAFE, [ANSWER], "details change", ANSWER, [BEFORE]),
    "cannot be read": Case(SAFE, [ANSWER], "details 0.5s details 1s details change", ANSWER, [down]),
    "an addition, shows": Case(ADDITION, [], "details", ADDED, [ADDED]),
    "an addition, shows after a while": Case(ADDITION, [], "details 0.5s details", ADDED, [BEFORE, ADDED]),
    "an addition, does not show": Case(ADDITION, [ANSWER], "details 0.5s details 1s details change", ANSWER, [BEFORE]),
    "an addition, cannot be read": Case(
        ADDITION,
        [],
        "details 0.5s details 1s details 0.5s details 1s details",
        Raises(RunUnresolvedException, Outcome.UNKNOWN, "the order could not be read"),
        [down],
    ),
}


@pytest.mark.parametrize("case", RESUMED.values(), ids=RESUMED)
def test_a_resumed_change_is_looked_for_first(case: Case) -> None:
    vendor = Vendor({"change": case.changes, "details": case.details}, word, case.takes)
    plan = modify_plan("20-1", case.asked, HEADERS, {}, vendor.patience(), resume=True)
    if isinstance(case.ends, Raises):
        case.ends.check(lambda: vendor.run(plan))
    else:
        expected = modification_answer(case.ends) if isinstance(case.ends, OrderDetailB2B) else case.ends
        assert vendor.run(plan) == expected
    assert vendor.steps == case.steps


@pytest.mark.parametrize("asked", [NOTE, NOTE_FOR_ALL, request(change("ADD", None, "C", quantity=3))])
def test_what_an_order_would_not_show_cannot_be_resumed(asked: OrderModifyRequest) -> None:
    check_modify_resume(asked, False)
    with pytest.raises(ApiValueError, match="resume=True needs a customerLineNumber on every new line"):
        check_modify_resume(asked, True)


@pytest.mark.parametrize("asked", [SAFE, ADDITION, request(UPDATE, ADD, DELETE)])
def test_what_an_order_shows_can_be_resumed(asked: OrderModifyRequest) -> None:
    check_modify_resume(asked, True)
