"""How handing over a v7 order decides: once, whatever comes back."""

from __future__ import annotations

from typing import Any

import pytest

from test.support.placing import (
    ALLOWS_DUPLICATES,
    BAD,
    DUPLICATE,
    DUPLICATE_AFTER_A_REPETITION,
    HEADERS,
    rejected,
    unknown,
    word,
)
from test.support.plans import Answer, Raises, Vendor, closed, down, lost, not_sent, status
from xi_sdk_resellers import ApiConnectionException, BadRequestException, ClientClosedError, Outcome, ServiceException
from xi_sdk_resellers._workflows.orders.placing import place_async_plan
from xi_sdk_resellers.models import AsyncOrderCreateDTO, AsyncOrderCreateResponse

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
    "a duplicate at first": (DUPLICATE, rejected(BadRequestException, 400)),
    "a duplicate after a repetition": (DUPLICATE_AFTER_A_REPETITION, unknown(PERHAPS, BadRequestException, 400)),
}


@pytest.mark.parametrize("attributes", [[], ALLOWS_DUPLICATES], ids=["protected", "duplicates allowed"])
@pytest.mark.parametrize(("answer", "ends"), V7.values(), ids=V7)
def test_a_v7_order_is_handed_over_once(answer: Answer, ends: Raises | None, attributes: list[Any]) -> None:
    handed_over = AsyncOrderCreateDTO.from_dict({"customerOrderNumber": "PO-1", "additionalAttributes": attributes})
    vendor = Vendor({"create": [answer]}, word)
    plan = place_async_plan(handed_over, HEADERS)
    if ends is None:
        confirmation = vendor.run(plan)
        assert (confirmation.confirmation_number, confirmation.customer_order_number) == ("C-1", "PO-1")
    else:
        ends.check(lambda: vendor.run(plan))
    (call,) = vendor.calls
    assert call.arguments.get("_retries", True) is not bool(attributes)
