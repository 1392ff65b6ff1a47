"""How an order on hold is cancelled, released and modified when answers get lost: the decisions, without I/O."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from xi_sdk_resellers import models
from xi_sdk_resellers._operations.orders import (
    DELETE_ORDERCANCEL,
    GET_ORDERDETAILS_V6_1,
    GET_RESELLERS_V6_ORDERSEARCH,
    PUT_ORDERMODIFY,
)
from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._workflows.orders.finding import Phase, phase
from xi_sdk_resellers._workflows.plan import Call, Patience, Plan, Wait, delays, in_doubt, unresolved
from xi_sdk_resellers.exceptions import ApiException, OpenApiException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B, OrderDetailB2BLine
    from xi_sdk_resellers.models.order_modify_request import OrderModifyRequest, OrderModifyRequestLine
    from xi_sdk_resellers.models.order_modify_response import OrderModifyResponse
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponse

_GONE = 404
_NOT_ON_HOLD = frozenset({404, 405, 409})


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
    deadline = patience.clock() + patience.timeout
    doubt: ApiException | None = None
    attempt = 0
    while True:
        attempt += 1
        try:
            yield change
            return
        except OpenApiException as error:
            failure = error
        if doubt is None and not in_doubt(failure) and _status(failure) not in _NOT_ON_HOLD:
            raise failure
        if isinstance(failure, ApiException) and in_doubt(failure):
            doubt = doubt or failure
        found = yield from _phase_of(order_number, headers, doubt is not None, patience)
        if found is wanted:
            return
        doubt = _judge(failure, doubt, found)
        if attempt >= patience.attempts or patience.clock() >= deadline:
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


def _phase_of(order_number: str, headers: Mapping[str, Any], doubtful: bool, patience: Patience) -> Plan[Phase]:
    """Read where the order is; try for a while when the answer to a change was lost."""
    pauses = delays(patience.lookup_wait if doubtful else 0.0)
    headers = {**headers, "im_correlation_id": None}
    while True:
        try:
            detail: OrderDetailB2B = (yield Call(GET_ORDERDETAILS_V6_1, {**headers, "ordernumber": order_number})).data
            found = phase(detail.order_status)
        except OpenApiException as error:
            found = Phase.UNKNOWN
            if _status(error) == _GONE:
                found = yield from _phase_when_gone(order_number, headers, doubtful)
        pause = next(pauses, None)
        if found is not Phase.UNKNOWN or pause is None:
            return found
        yield Wait(pause)


def _phase_when_gone(order_number: str, headers: Mapping[str, Any], doubtful: bool) -> Plan[Phase]:
    """Ask the search about an order without details: cancelled orders stay listed longer."""
    try:
        arguments = {**headers, "ingram_order_number": order_number}
        page: OrderSearchResponse = (yield Call(GET_RESELLERS_V6_ORDERSEARCH, arguments)).data
    except OpenApiException:
        return Phase.UNKNOWN
    for order in parts(page.orders):
        if text(order.ingram_order_number) == order_number:
            return phase(order.order_status)
    return Phase.CANCELLED if doubtful else Phase.UNKNOWN


def modify_plan(
    order_number: str,
    request: OrderModifyRequest,
    headers: Mapping[str, Any],
    options: Mapping[str, Any],
    patience: Patience,
) -> Plan[OrderModifyResponse]:
    """Change an order on hold.

    After an unknown outcome the order is read. When it shows every change, that is the answer. When
    it does not, and sending the request twice does no harm, the request is sent again.
    """
    arguments: dict[str, Any] = {**headers, **options, "order_number": order_number, "order_modify_request": request}
    safe = harmless_twice(request)
    deadline = patience.clock() + patience.timeout
    doubt: ApiException | None = None
    attempt = 0
    while True:
        attempt += 1
        try:
            changed: OrderModifyResponse = (yield Call(PUT_ORDERMODIFY, arguments)).data
            return changed
        except OpenApiException as error:
            failure = error
        if doubt is None and failure.outcome is not Outcome.UNKNOWN:
            raise failure
        doubt = doubt or cast("ApiException", failure)
        detail = yield from _read(order_number, headers, patience)
        if detail is not None and shows(request, detail):
            return modification_answer(detail)
        if detail is None:
            raise unresolved(doubt, "the order could not be read; compare it with the request before you send it again")
        if not safe:
            tried = "the order does not show every change, and sending it again could add lines or notes twice"
            raise unresolved(doubt, f"{tried}; compare the order with the request")
        refused = failure.outcome is Outcome.REJECTED
        if refused or attempt >= patience.attempts or patience.clock() >= deadline:
            raise unresolved(doubt, f"sent {attempt} times; the order does not show every change")


def _read(order_number: str, headers: Mapping[str, Any], patience: Patience) -> Plan[OrderDetailB2B | None]:
    pauses = delays(patience.lookup_wait)
    reading = {**headers, "im_correlation_id": None, "ordernumber": order_number}
    while True:
        try:
            detail: OrderDetailB2B = (yield Call(GET_ORDERDETAILS_V6_1, reading)).data
            return detail
        except OpenApiException:
            pause = next(pauses, None)
        if pause is None:
            return None
        yield Wait(pause)


def harmless_twice(request: OrderModifyRequest) -> bool:
    """Tell whether a modification has the same result when the vendor carries it out twice.

    Quantities and deletions of given lines have. New lines and notes are added each time.
    """
    if request.notes or request.additional_attributes:
        return False
    return all(
        _action(line) in ("UPDATE", "DELETE") and bool(_line_number(line.ingram_line_number)) and not line.notes
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
    action = _action(change)
    number = _line_number(change.ingram_line_number)
    if action == "ADD":
        own = _line_number(change.customer_line_number)
        same = (line for line in lines if own and _line_number(line.customer_line_number) == own)
        return any(_part(line) == _part(change) and line.quantity_ordered == change.quantity for line in same)
    if not number:
        return False
    found = [line for line in lines if _line_number(line.ingram_order_line_number) == number]
    if action == "DELETE":
        return not any(line.quantity_ordered != 0 for line in found)
    return change.quantity is not None and any(line.quantity_ordered == change.quantity for line in found)


def _action(line: OrderModifyRequestLine) -> str:
    action: object = line.add_update_delete_line
    return str(getattr(action, "value", action) or "").upper()


def _line_number(value: object) -> str:
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
