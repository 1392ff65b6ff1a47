"""Orders that are placed without a client: requests, what the vendor says to them, and how it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from test.support.plans import Answer, Raises, Vendor, status
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    Outcome,
    RejectedException,
)
from xi_sdk_resellers._operations.orders import GET_RESELLERS_V6_ORDERSEARCH, POST_CREATEORDER_V6, POST_CREATEORDER_V7
from xi_sdk_resellers._workflows.orders.placing import place_plan
from xi_sdk_resellers._workflows.plan import Call
from xi_sdk_resellers.models import OrderCreateRequest, OrderCreateResponse, OrderDetailB2B, OrderSearchResponse
from xi_sdk_resellers.orders import DuplicateOrderException

ALLOWS_DUPLICATES = [{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}]
HEADERS = {"im_customer_number": "20-222222", "im_country_code": "US", "im_correlation_id": "c" * 32}
A2_B1 = (("A", 2), ("B", 1))
TWICE_A = (("A", 1), ("A", 1), ("B", 1))


def request(lines: Sequence[tuple[str, int]] = A2_B1, **more: Any) -> OrderCreateRequest:
    listed = [{"ingramPartNumber": part, "quantity": quantity} for part, quantity in lines]
    return OrderCreateRequest.from_dict({"customerOrderNumber": "PO-1", "lines": listed, **more})


def created(number: str) -> OrderCreateResponse:
    return OrderCreateResponse.from_dict({"orders": [{"ingramOrderNumber": number}]})


def found(*rows: Mapping[str, Any]) -> OrderSearchResponse:
    return OrderSearchResponse.from_dict({"orders": list(rows)})


def row(number: str = "20-1", *, hours_ago: float = 0, **more: Any) -> dict[str, Any]:
    """An order as the search shows it."""
    placed = datetime.now(timezone.utc) - timedelta(hours=hours_ago)
    fields = {"ingramOrderNumber": number, "customerOrderNumber": "PO-1", "ingramOrderDate": placed.isoformat()}
    return {**fields, "orderStatus": "PROCESSING", **more}


def full(number: str = "20-1", **quantities: int) -> OrderDetailB2B:
    """An order in full; by default with every line of the request."""
    wanted = quantities or dict(A2_B1)
    lines = [{"ingramPartNumber": part, "quantityOrdered": quantity} for part, quantity in wanted.items()]
    return OrderDetailB2B.from_dict({"ingramOrderNumber": number, "lines": lines})


PLACED = created("20-1")
NOTHING = found()
OURS = found(row())
DUPLICATE = status(400, "Customer order number already exists")
DUPLICATE_AFTER_A_REPETITION = status(400, "duplicate order", attempts=2)
BAD = status(400, "quantity is too large")
LOOK = "search 0.5s search 1s search"
"""The steps of a whole look that finds nothing."""

REPEATED = "20-1 is what was asked for"
NOT_LISTED = "and no search shows customer order number 'PO-1' yet"
HAS_IT = "20-1 has this number, and could not be read"
ODD = "nothing is sent again after an answer with status 2xx"
THEIRS = "the vendor says that it has the order, and no search shows it yet"
REFUSED = "a repeated request was rejected, and no search shows an order"
BLIND = "every search failed"
OTHERS = "with other parts or quantities; choose another number"
CANCELLED = "which is cancelled; choose another number"
ANOTHER = "its parts or quantities differ"


def refused_oddly() -> ApiException:
    """A refusal of a duplicate with status 200."""
    return RejectedException(200, message="duplicate order number", outcome=Outcome.REJECTED, attempts=1)


@dataclass(frozen=True)
class Placed:
    """The orders that are returned."""

    numbers: str
    partial: bool | None = False


@dataclass(frozen=True)
class Case:
    """One order and what the vendor does with it."""

    creations: Sequence[Answer]
    steps: str
    ends: Placed | Raises
    searches: Sequence[Answer] = (NOTHING,)
    details: Mapping[str, Sequence[Answer]] = field(default_factory=lambda: {"20-1": [full()]})
    request: OrderCreateRequest = field(default_factory=request)
    patience: Mapping[str, Any] = field(default_factory=dict)
    takes: Mapping[str, float] = field(default_factory=dict)


def unknown(hint: str, kind: type[Any] = ApiConnectionException, status: int | None = None) -> Raises:
    return Raises(kind, Outcome.UNKNOWN, hint, status)


def unclear() -> ApiException:
    """A success that does not say what was placed."""
    return ApiResponseException(200, outcome=Outcome.UNKNOWN, attempts=1)


def rejected(kind: type[Any], status: int, hint: str = "") -> Raises:
    return Raises(kind, Outcome.REJECTED, hint, status)


def taken(hint: str, status: int = 400) -> Raises:
    """Refused as a duplicate of what may be the order."""
    return unknown(hint, DuplicateOrderException, status)


def after(attempts: int) -> str:
    return f"no search shows it after {attempts} attempts"


ANOTHERS = Raises(DuplicateOrderException, Outcome.REJECTED, OTHERS, 400)
"""How the order of somebody else ends a request that was refused as its duplicate."""
WORDS = {
    POST_CREATEORDER_V6.name: "create",
    POST_CREATEORDER_V7.name: "create",
    GET_RESELLERS_V6_ORDERSEARCH.name: "search",
}


def word(call: Call) -> str:
    """Name a call; the reading of an order by its number."""
    return WORDS.get(call.operation.name) or str(call.arguments["ordernumber"])


def place(vendor: Vendor, case: Case, **options: bool) -> Any:
    return vendor.run(place_plan(case.request, HEADERS, vendor.patience(**case.patience), **options))


def check(case: Case, *, once: bool = False, **options: bool) -> None:
    """Place the order of a case, and check how it ends and what was called.

    Args:
        case: the case.
        once: the client must not repeat the creation either.
        options: further options of the plan.
    """
    vendor = Vendor({"create": case.creations, "search": case.searches, **case.details}, word, case.takes)
    if isinstance(case.ends, Placed):
        answer = place(vendor, case, **options)
        numbers = " ".join(str(order.ingram_order_number) for order in answer.orders or ())
        assert (numbers, answer.processed_partially) == (case.ends.numbers, case.ends.partial)
    else:
        case.ends.check(lambda: place(vendor, case, **options))
    assert vendor.steps == case.steps
    limits = {"_retries": False} if once else {}
    for call in vendor.calls:
        if word(call) == "create":
            assert call.arguments == {**HEADERS, "order_create_request": case.request, **limits}
        else:
            assert {**call.arguments, **HEADERS} == call.arguments  # each look has the correlation ID of the creation
