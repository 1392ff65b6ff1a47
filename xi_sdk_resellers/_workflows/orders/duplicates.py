"""Orders whose customer order number is taken: how the vendor says so, and what is raised. No I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._calls.taken import REFUSING, says_taken
from xi_sdk_resellers._workflows.orders.finding import CreationRequest, Match
from xi_sdk_resellers.exceptions import (
    ApiException,
    BadRequestException,
    ConflictException,
    OpenApiException,
    Outcome,
    UnprocessableEntityException,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xi_sdk_resellers._workflows.orders.looking import Sighting
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.operation import Operation

_ALLOWS_DUPLICATES = "allowduplicatecustomerordernumber"


class DifferentOrderException(ApiException):
    """An order with this customer order number is there, and it is not the one that was asked for.

    Attributes:
        order_numbers: the vendor's numbers of the orders that were found.
    """

    order_numbers: tuple[str, ...] = ()


class DuplicateOrderException(BadRequestException, ConflictException, UnprocessableEntityException):
    """The vendor has refused an order, because one with this customer order number is there.

    This call has placed nothing; an earlier run, another worker or somebody else has. ``outcome`` is REJECTED only when
    the orders that are there are not the one that was asked for.

    Attributes:
        order_numbers: the vendor's numbers of the orders that were found; none when no search shows one yet.
        orders: the orders in full, as far as they could be read.
        same: whether they are what was asked for; None when that could not be compared, or when they are a part of it.
    """

    event = "refused"
    """What the log calls it: this call has placed nothing."""
    order_numbers: tuple[str, ...] = ()
    orders: tuple[OrderDetailB2B, ...] = ()
    same: bool | None = None

    def _outcome_text(self) -> str | None:
        if not self.same:
            return super()._outcome_text()
        return f"{self.outcome}. This call placed nothing, but the order is there: {', '.join(self.order_numbers)}."


def repeatable(request: CreationRequest) -> bool:
    """Tell whether the vendor's duplicate check protects a request from being placed twice.

    Args:
        request: a v6 or v7 creation request, as a model.
    """
    number: object = request.customer_order_number
    if not isinstance(number, str) or not number.strip():
        return False
    return not any(
        str(attribute.attribute_name or "").strip().lower() == _ALLOWS_DUPLICATES
        and str(attribute.attribute_value or "").strip().lower() == "true"
        for attribute in request.additional_attributes or ()
    )


def looks_duplicate(error: OpenApiException | None) -> bool:
    """Tell whether a rejection says that the customer order number is taken."""
    if not isinstance(error, ApiException):
        return False
    if error.status == 409:
        return True
    said = (error.message, error.body, *(problem.message for problem in error.fields))
    refused = error.status in REFUSING or (answered(error) and error.outcome is Outcome.REJECTED)
    return refused and any(map(says_taken, said))


def answered(error: OpenApiException | None) -> bool:
    """Tell whether the vendor, or who answered for it, has said that a change was done, without showing it."""
    return isinstance(error, ApiException) and error.status is not None and 200 <= error.status < 300


def refuses_request(error: OpenApiException | None) -> bool:
    """Tell whether an answer refuses the request itself."""
    rejected = isinstance(error, ApiException) and answered(error) and error.outcome is Outcome.REJECTED
    return isinstance(error, ApiException) and (error.status in REFUSING or rejected)


def duplicate(refusal: ApiException, request: CreationRequest, sighting: Sighting, *, whole: bool) -> ApiException:
    """Make the exception for a request that was refused as a duplicate when it was first sent.

    Args:
        refusal: what the vendor said.
        request: the request.
        sighting: what a search has shown since.
        whole: whether the orders that were found can be the result of the request.

    Returns:
        The exception, to be raised.
    """
    error = DuplicateOrderException(refusal.status, refusal.reason)
    error.__dict__.update(vars(refusal))
    error.order_numbers, error.orders = sighting.numbers, tuple(sighting.details)
    numbers, number = ", ".join(sighting.numbers), f"customer order number {request.customer_order_number!r}"
    error.outcome = Outcome.UNKNOWN
    if sighting.match is Match.SAME:
        error.same = True
        error.hint = f"{numbers} is what was asked for: use it, or place with resume=True to get it returned"
    elif sighting.match is Match.OTHER or (sighting.match is Match.PART and not whole):
        error.same, error.outcome = False, Outcome.REJECTED
        error.hint = f"{number} belongs to {numbers}, with other parts or quantities; choose another number"
    elif sighting.match is Match.PART:
        error.hint = f"{numbers} holds a part of what was asked for: compare it, the rest may have been rejected"
    elif sighting.orders:
        error.hint = f"compare {numbers} with the request: it carries {number}, and its lines could not be read"
    elif sighting.strangers:
        error.order_numbers = tuple(sighting.strangers)
        error.same, error.outcome = False, Outcome.REJECTED
        error.hint = (
            f"the customer order number belongs to {', '.join(sighting.strangers)}, which is cancelled; "
            "choose another number"
        )
    else:
        error.hint = f"the vendor says that it has the order, and no search shows {number} yet; look again later"
    return error


def different(
    numbers: tuple[str, ...],
    number: str,
    headers: Mapping[str, Any],
    operation: Operation,
    outcome: Outcome = Outcome.UNKNOWN,
) -> ApiException:
    """Make the exception for an order that was found in place of the one that was looked for."""
    error = DifferentOrderException(
        reason="another order has this customer order number",
        customer_order_number=number,
        correlation_id=headers.get("im_correlation_id"),
        operation=operation.name,
        method=operation.method,
        path=operation.path,
        effect=operation.done,
        outcome=outcome,
        hint=f"compare {', '.join(numbers)} with the request: its parts or quantities differ",
    )
    error.order_numbers = numbers
    return error


for _public in (DifferentOrderException, DuplicateOrderException):
    _public.__module__ = "xi_sdk_resellers.orders"
