"""Odd fields in good answers end in no exception of Python's own."""

from __future__ import annotations

import json

from xi_sdk_resellers import ApiClient, Orders
from xi_sdk_resellers.sandbox import Fault, Sandbox

ORDER = {
    "customerOrderNumber": "PO-1",
    "lines": [{"customerLineNumber": "1", "ingramPartNumber": "2GZ200", "quantity": 1}],
}


def test_an_order_number_that_is_a_list_leaves_the_order_placed_and_known() -> None:
    details = {"ingramOrderNumber": ["20-R0001"], "lines": [{"ingramPartNumber": "2GZ200", "quantityOrdered": 1}]}
    with Sandbox() as sandbox, ApiClient(sandbox.configuration()) as client:
        sandbox.faults.add(
            Fault("lost_answer", operation="post_createorder_v6"),
            Fault("status", operation="get_orderdetails_v6_1", status=200, body=json.dumps(details), times=None),
        )
        placed = Orders(client).place(ORDER, lookup_wait=0.1)
        assert [order.ingram_order_number for order in placed.orders or ()] == ["20-R0001"]
        assert len(sandbox.ledger.placed("PO-1")) == 1


def test_a_count_beyond_all_measure_is_no_count() -> None:
    page = {"recordsFound": 2**63, "orders": [{"ingramOrderNumber": "20-R0001"}]}
    with Sandbox() as sandbox, ApiClient(sandbox.configuration()) as client:
        sandbox.faults.add(
            Fault("status", operation="get_resellers_v6_ordersearch", status=200, body=json.dumps(page), times=None)
        )
        assert [order.ingram_order_number for order in Orders(client).search()] == ["20-R0001"]
        assert list(Orders(client).search())
