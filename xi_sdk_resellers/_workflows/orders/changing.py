"""How an order on hold is cancelled, released and modified when answers get lost: the decisions, without I/O."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import xi_sdk_resellers.models as models
from xi_sdk_resellers._calls.success import every_line_rejected, rejected_parts
from xi_sdk_resellers._journal.errors import RunUnresolvedException
from xi_sdk_resellers._operations.orders import (
    DELETE_ORDERCANCEL,
    GET_ORDERDETAILS_V6_1,
    GET_RESELLERS_V6_ORDERSEARCH,
    PUT_ORDERMODIFY,
)
from xi_sdk_resellers._values.answers import is_model, items_of, parts, text
from xi_sdk_resellers._workflows.orders.duplicates import answered
from xi_sdk_resellers._workflows.orders.finding import Phase, phase
from xi_sdk_resellers._workflows.plan import Call, Patience, Plan, Wait, delays, do_nothing, in_doubt, unresolved
from xi_sdk_resellers.exceptions import ApiException, ApiValueError, OpenApiException, Outcome, RejectedException

if TYPE_CHECKING:
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B, OrderDetailB2BLine
    from xi_sdk_resellers.models.order_modify_request import OrderModifyRequest, OrderModifyRequestLine
    from xi_sdk_resellers.models.order_modify_response import OrderModifyResponse
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse

_GONE = 404
_NOT_ON_HOLD = frozenset({404, 405, 409})
_NEVER_AGAIN = "nothing is sent again after an answer with status 2xx"


def cancel_plan(
    order_number: str, headers: Mapping[str, Any], options: Mapping[str, Any], patience: Patience
) -> Plan[None]:
    """Cancel an order; one that turns out to be cancelled already counts as done."""
    change = Call(DELETE_ORDERCANCEL, {**headers, **options, "order_number": order_number})
    yield from _until(change, Phase.CANCELLED, order_number, headers, patience)


def release_plan(
    order_number: str, headers: Mapping[str, Any], options: Mapping[str, Any], patience: Patience
) -> Plan[None]:
    """Release an order from customer hold; one that turns out to be released already counts as done."""
    nothing: dict[str, Any] = {}
    arguments = {**headers, **options, "order_number": order_number, "order_modify_request": nothing}
    change = Call(PUT_ORDERMODIFY, {**arguments, "action_code": "release"})
    yield from _until(change, Phase.PROCESSING, order_number, headers, patience)


def _until(
    change: Call, wanted: Phase, order_number: str, headers: Mapping[str, Any], patience: Patience
) -> Plan[None]:
    """Repeat a change until the order is in the wanted phase; both changes may safely be repeated."""
    doubt: ApiException | None = None
    attempt = 0
    while True:
        attempt += 1
        try:
            yield patience.change(change.operation, change.arguments)
            return
        except OpenApiException as error:
            failure = error
        odd = answered(failure)
        if doubt is None and not in_doubt(failure) and _status(failure) not in _NOT_ON_HOLD and not odd:
            raise failure
        if isinstance(failure, ApiException) and in_doubt(failure):
            doubt = doubt or failure
        found = yield from phase_of(order_number, headers, doubt is not None, patience, wanted if odd else None)
        if found is wanted:
            return
        doubt = _judge(failure, doubt, found)
        if odd:
            raise unresolved(doubt, f"the order is still {found.value}, and {_NEVER_AGAIN}")
        if attempt >= patience.attempts or not patience.left:
            raise unresolved(doubt, f"sent {attempt} times; the order is still {found.value}")


def _status(error: OpenApiException) -> int | None:
    return error.status if isinstance(error, ApiException) else None


def _judge(failure: OpenApiException, doubt: ApiException | None, found: Phase) -> ApiException:
    """Return the doubt to go on with when the change can and may be sent again, else raise."""
    error = doubt or failure
    if found in (Phase.CANCELLED, Phase.PROCESSING) and isinstance(error, ApiException):
        # Only an order on hold can still change, so a request that is under way will be refused too.
        error.outcome = Outcome.REJECTED
        error.hint = f"the order is {found.value} and no longer on hold"
        raise error
    if doubt is None:
        raise failure
    if found is Phase.UNKNOWN:
        raise unresolved(doubt, "the state of the order could not be read; look again later") from failure
    if _status(failure) in _NOT_ON_HOLD:
        raise unresolved(doubt, "the vendor contradicts itself about the order's hold; look again later") from failure
    return doubt


def phase_of(
    order_number: str, headers: Mapping[str, Any], doubtful: bool, patience: Patience, wanted: Phase | None
) -> Plan[Phase]:
    """Read where the order is; try for a while when the answer to a change was lost.

    Args:
        order_number: the order.
        headers: the IM-* arguments of the change.
        doubtful: whether the change may have been made.
        patience: how long to try.
        wanted: the phase to wait for, when the change cannot be sent again; None to take whatever is read.
    """
    pauses = delays(patience.lookup_wait if doubtful else 0.0)
    found = Phase.UNKNOWN
    while True:
        read = patience.read(GET_ORDERDETAILS_V6_1, {**headers, "ordernumber": order_number})
        if read is None:
            return found
        try:
            detail: OrderDetailB2B = (yield read).data
            found = phase(detail.order_status)
        except OpenApiException as error:
            found = Phase.UNKNOWN
            if _status(error) == _GONE:
                found = yield from _phase_when_gone(order_number, headers, doubtful, patience)
        settled = found is not Phase.UNKNOWN if wanted is None else found not in (Phase.UNKNOWN, Phase.ON_HOLD)
        pause = next(pauses, None)
        if settled or pause is None or not patience.left:
            return found
        yield Wait(min(pause, patience.left))


def _phase_when_gone(order_number: str, headers: Mapping[str, Any], doubtful: bool, patience: Patience) -> Plan[Phase]:
    """Ask the search about an order without details: cancelled orders stay listed longer."""
    read = patience.read(GET_RESELLERS_V6_ORDERSEARCH, {**headers, "ingram_order_number": order_number})
    if read is None:
        return Phase.UNKNOWN
    try:
        page: OrderSearchResponse = (yield read).data
    except OpenApiException:
        return Phase.UNKNOWN
    for order in parts(page.orders):
        if text(order.ingram_order_number) == order_number:
            return phase(order.order_status)
    return Phase.CANCELLED if doubtful else Phase.UNKNOWN


def check_modify_resume(request: OrderModifyRequest, resume: object) -> None:
    """Refuse to resume a change that an order does not show.

    Raises:
        ApiValueError: it has notes or attributes, or a new line without a number of one's own.
    """
    if not resume or harmless_twice(request):
        return
    lines = request.lines or ()
    numbered = all(line_action(line) != "ADD" or line_number(line.customer_line_number) for line in lines)
    if request.notes or request.additional_attributes or any(line.notes for line in lines) or not numbered:
        raise ApiValueError(
            "resume=True needs a customerLineNumber on every new line, and no notes or attributes: the order would not "
            "show whether they were added before. Use a journal"
        )


def modify_plan(
    order_number: str,
    request: OrderModifyRequest,
    headers: Mapping[str, Any],
    options: Mapping[str, Any],
    patience: Patience,
    *,
    resume: bool = False,
    happened: Callable[[OrderDetailB2B], bool | None] | None = None,
    sent_ago: float | None = None,
    about_to_send: Callable[[], Plan[None]] = do_nothing,
) -> Plan[OrderModifyResponse]:
    """Change an order on hold.

    After an unknown outcome the order is read. When it shows every change, that is the answer. When
    it does not, and sending the request twice does no harm, the request is sent again.

    Args:
        order_number: the order.
        request: the checked request.
        headers: the IM-* arguments of the change.
        options: its other arguments.
        patience: how long to try.
        resume: whether to read the order first, and to be content when it shows every change; what would be added twice
            is looked for as long as the request of an earlier run may be under way.
        happened: tells of an order whether the changes have been made, None when it cannot be told; by default what
            the order shows is compared with the request.
        sent_ago: how many seconds ago an earlier run may have sent the same request; None when none has.
        about_to_send: what to do before it is sent again.
    """
    modifying = _Modifying(order_number, request, headers, options, patience, happened, sent_ago)
    return modifying.plan(resume=resume, about_to_send=about_to_send)


class _Modifying:
    """One change on its way."""

    def __init__(
        self,
        order_number: str,
        request: OrderModifyRequest,
        headers: Mapping[str, Any],
        options: Mapping[str, Any],
        patience: Patience,
        happened: Callable[[OrderDetailB2B], bool | None] | None,
        sent_ago: float | None,
    ) -> None:
        self.order_number = order_number
        self.request = request
        self.headers = headers
        self.arguments = {**headers, **options, "order_number": order_number, "order_modify_request": request}
        self.patience = patience
        self.happened = happened or self._shown
        self.sent_ago = sent_ago
        # What was sent may be on its way: as long as it would be added twice, it is waited for.
        self.waits = happened is not None and not harmless_twice(request)
        self.doubt: ApiException | None = None

    def plan(self, *, resume: bool, about_to_send: Callable[[], Plan[None]]) -> Plan[OrderModifyResponse]:
        self.waits = self.waits or (resume and not harmless_twice(self.request))
        if resume or self.sent_ago is not None:
            detail, done = yield from self._look(max(0.0, self.patience.lookup_wait - (self.sent_ago or 0.0)))
            if detail is not None and done:
                return modification_answer(detail)
            if done is None and (self.sent_ago is not None or (self.waits and detail is None)):
                raise self._unknown_before(detail)
        attempt = 0
        while True:
            attempt += 1
            if attempt > 1 or self.sent_ago is not None:
                yield from about_to_send()
            try:
                changed: ApiResponse[OrderModifyResponse] = yield self.patience.change(PUT_ORDERMODIFY, self.arguments)
                _check_lines(self.request, changed)
            except OpenApiException as error:
                failure = error
            else:
                return changed.data
            if self.doubt is None and failure.outcome is not Outcome.UNKNOWN:
                raise failure
            self.doubt = self.doubt or cast("ApiException", failure)
            detail, done = yield from self._look(self.patience.lookup_wait)
            if detail is not None and done:
                return modification_answer(detail)
            self._give_up_or_go_on(failure, self.doubt, detail, done, attempt)

    def _look(self, seconds: float) -> Plan[tuple[OrderDetailB2B | None, bool | None]]:
        """Read the order, and tell whether the change has been made."""
        pauses = delays(seconds)
        detail = yield from read_order(self.order_number, self.headers, self.patience, seconds)
        while True:
            done = None if detail is None else self.happened(detail)
            pause = next(pauses, None)
            if done or not self.waits or pause is None or not self.patience.left:
                return detail, done
            yield Wait(min(pause, self.patience.left))
            detail = (yield from read_order(self.order_number, self.headers, self.patience, 0.0)) or detail

    def _unknown_before(self, detail: OrderDetailB2B | None) -> ApiException:
        """Make the exception for an earlier run of which the order does not tell what has become."""
        tried = "the order could not be read" if detail is None else "the order does not tell whether it was changed"
        return RunUnresolvedException(
            reason="it is not known what became of an earlier run",
            correlation_id=self.headers.get("im_correlation_id"),
            outcome=Outcome.UNKNOWN,
            operation=PUT_ORDERMODIFY.name,
            method=PUT_ORDERMODIFY.method,
            path=PUT_ORDERMODIFY.path,
            effect=PUT_ORDERMODIFY.done,
            hint=f"{tried}; compare it with the request",
        )

    def _shown(self, detail: OrderDetailB2B) -> bool | None:
        """Compare an order with the request; that it does not show an addition says nothing."""
        return shows(self.request, detail) or (False if harmless_twice(self.request) else None)

    def _give_up_or_go_on(
        self,
        failure: OpenApiException,
        doubt: ApiException,
        detail: OrderDetailB2B | None,
        done: bool | None,
        attempt: int,
    ) -> None:
        """Raise unless the request can and may be sent again."""
        if detail is None:
            raise unresolved(doubt, "the order could not be read; compare it with the request before you send it again")
        if done is None:
            tried = "the order does not show every change, and sending it again could add lines or notes twice"
            raise unresolved(doubt, f"{tried}; compare the order with the request")
        if answered(failure):
            raise unresolved(doubt, f"the order does not show every change, and {_NEVER_AGAIN}")
        refused = failure.outcome is Outcome.REJECTED
        if refused or attempt >= self.patience.attempts or not self.patience.left:
            raise unresolved(doubt, f"sent {attempt} times; the order does not show every change")


def _check_lines(request: OrderModifyRequest, changed: ApiResponse[OrderModifyResponse]) -> None:
    """Raise when nothing is left of a request for lines: the vendor answers that by 200, too."""
    refused = rejected_parts(PUT_ORDERMODIFY, changed.data)
    if not refused or items_of(changed.data.lines) or request.notes or request.ship_to_info:
        return
    message, fields = every_line_rejected(refused)
    raise RejectedException(
        changed.status_code,
        data=changed.data,
        headers=changed.headers,
        raw_body=changed.raw_data,
        message=message,
        fields=fields,
        correlation_id=changed.correlation_id or None,
        outcome=Outcome.REJECTED,
        operation=PUT_ORDERMODIFY.name,
        method=PUT_ORDERMODIFY.method,
        path=PUT_ORDERMODIFY.path,
        attempts=changed.attempts,
        effect=PUT_ORDERMODIFY.done,
    )


def read_order(
    order_number: str, headers: Mapping[str, Any], patience: Patience, seconds: float
) -> Plan[OrderDetailB2B | None]:
    """Read an order, again and again for some seconds; None when it cannot be read."""
    pauses = delays(seconds)
    while True:
        arguments = {**headers, "ordernumber": order_number}
        read = patience.read(GET_ORDERDETAILS_V6_1, arguments)
        if read is None:
            return None
        detail: OrderDetailB2B | None = None
        with contextlib.suppress(OpenApiException):
            detail = (yield read).data
        if detail is not None and _readable(detail):
            return detail
        pause = next(pauses, None)
        if pause is None or not patience.left:
            return None
        yield Wait(min(pause, patience.left))


def _readable(detail: OrderDetailB2B) -> bool:
    """Tell whether an order has lines that can be compared."""
    return isinstance(detail.lines, list) and all(is_model(line) for line in detail.lines)


def harmless_twice(request: OrderModifyRequest) -> bool:
    """Tell whether a modification has the same result when the vendor carries it out twice.

    Quantities and deletions of given lines have. New lines and notes are added each time.
    """
    if request.notes or request.additional_attributes:
        return False
    return all(
        line_action(line) in ("UPDATE", "DELETE") and bool(line_number(line.ingram_line_number)) and not line.notes
        for line in request.lines or ()
    )


def shows(request: OrderModifyRequest, detail: OrderDetailB2B) -> bool:
    """Tell whether an order shows every change of a request; a change that cannot be checked does not show."""
    if request.notes or request.ship_to_info or not request.lines:
        return False
    lines = parts(detail.lines)
    return all(_line_shows(line, lines) for line in request.lines)


def _line_shows(change: OrderModifyRequestLine, lines: list[OrderDetailB2BLine]) -> bool:
    if change.notes:
        return False
    action = line_action(change)
    number = line_number(change.ingram_line_number)
    if action == "ADD":
        own = line_number(change.customer_line_number)
        same = (line for line in lines if own and line_number(line.customer_line_number) == own)
        return any(_part(line) == _part(change) and line.quantity_ordered == change.quantity for line in same)
    if not number:
        return False
    found = [line for line in lines if line_number(line.ingram_order_line_number) == number]
    if action == "DELETE":
        return not any(line.quantity_ordered != 0 for line in found)
    return change.quantity is not None and any(line.quantity_ordered == change.quantity for line in found)


def line_action(line: OrderModifyRequestLine) -> str:
    """Return what is done with a line: ADD, UPDATE or DELETE."""
    action: object = line.add_update_delete_line
    return str(getattr(action, "value", action) or "").upper()


def line_number(value: object) -> str:
    """Compare line numbers as the vendor writes them: 4, "4", "004"."""
    return "" if value is None else str(value).strip().lstrip("0")


def _part(line: OrderModifyRequestLine | OrderDetailB2BLine) -> str:
    return str(line.ingram_part_number or "").strip().upper()


def modification_answer(detail: OrderDetailB2B) -> OrderModifyResponse:
    """Present an order as the answer to the modification that it shows."""
    order: dict[str, Any] = json.loads(detail.to_json(), parse_float=Decimal)
    lines = [
        {**line, "ingramLineNumber": line.get("ingramOrderLineNumber"), "notes": line.get("lineNotes")}
        for line in (json.loads(line.to_json(), parse_float=Decimal) for line in parts(detail.lines))
    ]
    names = ("ingramOrderNumber", "customerOrderNumber", "endCustomerOrderNumber", "orderTotal", "orderSubTotal",
             "freightCharges", "totalTax", "orderStatus", "notes", "shipToInfo")  # fmt: skip
    kept = ("subOrderNumber", "ingramLineNumber", "customerLineNumber", "ingramPartNumber", "vendorPartNumber",
            "quantityOrdered", "quantityConfirmed", "quantityBackOrdered", "notes")  # fmt: skip
    answer: dict[str, Any] = {name: order[name] for name in names if order.get(name) is not None}
    answer["lines"] = [{name: line[name] for name in kept if line.get(name) is not None} for line in lines]
    changed = models.OrderModifyResponse.from_dict(answer)
    assert changed is not None
    return changed
