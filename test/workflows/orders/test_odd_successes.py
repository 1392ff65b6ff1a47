"""Answers with status 2xx that do not say that an order was placed: looked for, never sent again, never made up."""

import json
from dataclasses import replace

import pytest

from xi_sdk_resellers import ApiResponseException, Outcome, RejectedException
from xi_sdk_resellers.sandbox import Fault

PLACE = "post_createorder_v6"
SEARCH = "get_resellers_v6_ordersearch"


def request(number="PO-1", lines=(("DF4128", 2),), **more):
    return {
        "customerOrderNumber": number,
        "lines": [{"ingramPartNumber": part, "quantity": quantity} for part, quantity in lines],
        **more,
    }


def sent(sandbox, operation=PLACE):
    return [record for record in sandbox.ledger.requests if record.operation == operation]


NOT_THE_VENDOR = [
    Fault("empty", status=200),
    Fault("deep_json"),
    Fault("html", status=200),
    Fault("status", status=200, body="503 Service Unavailable"),
    Fault("status", status=202, body='{"accepted": true}'),
    Fault("status", status=200, body='{"fault": {"faultstring": "Service Unavailable"}}'),
]


@pytest.mark.parametrize("fault", NOT_THE_VENDOR, ids=lambda fault: fault.kind)
def test_nothing_is_sent_again_after_a_2xx_and_no_order_is_made_up(orders, sandbox, fault):
    sandbox.faults.add(replace(fault, operation=PLACE, times=None))
    with pytest.raises(ApiResponseException) as caught:
        orders.place(request(), lookup_wait=6)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "nothing is sent again after an answer with status 2xx" in str(caught.value)
    assert len(sent(sandbox)) == 1


@pytest.mark.parametrize("fault", NOT_THE_VENDOR, ids=lambda fault: fault.kind)
def test_an_order_behind_an_odd_2xx_is_found(orders, sandbox, fault):
    sandbox.faults.add(replace(fault, operation=PLACE, effect=True))
    placed = orders.place(request())
    assert placed.orders[0].ingram_order_number == sandbox.ledger.orders[0].ingram_order_number


def test_an_answer_that_names_the_order_at_its_top_is_the_order(orders, sandbox):
    body = json.dumps({"customerOrderNumber": "PO-1", "ingramOrderNumber": 7059827143})
    sandbox.faults.add(Fault("status", status=200, body=body, operation=PLACE))
    placed = orders.place(request())
    assert [order.ingram_order_number for order in placed.orders] == ["7059827143"]
    assert len(sandbox.ledger.requests) == 2  # with the token


def test_an_order_of_which_every_line_was_rejected_is_rejected_with_the_reasons(orders, sandbox):
    line = {"customerLinenumber": "1", "ingramPartNumber": "DF4128", "rejectCode": "EW", "rejectReason": "BR-CANT-SHIP"}
    body = json.dumps({"orders": [{"ingramOrderNumber": "", "lines": [], "rejectedLineItems": [line]}]})
    sandbox.faults.add(Fault("status", status=207, body=body, operation=PLACE))
    with pytest.raises(RejectedException, match="every line was rejected: EW BR-CANT-SHIP") as caught:
        orders.place(request())
    assert caught.value.outcome is Outcome.REJECTED
    assert len(sent(sandbox)) == 1
    assert sent(sandbox, SEARCH) == []
