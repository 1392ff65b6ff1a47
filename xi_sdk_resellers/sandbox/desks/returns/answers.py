"""How cases are written.

As on the wire, a status is in capitals in searches and not in details, a case that has no number of a return yet has an
empty one, what nobody has said is null, and `credit` is null before the decision.
"""

from __future__ import annotations

from typing import Any

from xi_sdk_resellers.sandbox.desks.returns.cases import OPEN, Case, moment
from xi_sdk_resellers.sandbox.desks.values import money

_WAREHOUSE = "Sandbox Returns (ref RMA#)\n82 Example Drive\nJonestown, PA 17038\n"


def render_created(case: Case, now: float) -> dict[str, Any]:
    """Return a case as the answer to its creation."""
    line = case.charged.line
    return {
        **_head(case, now, "rmaClaimId"),
        "ingramPartNumber": line.part_number,
        "vendorPartNumber": line.vendor_part_number,
        "quantity": case.quantity,
        "notes": case.notes,
        "status": case.status(now),
    }


def render_found(case: Case, now: float) -> dict[str, Any]:
    """Return a case as a search result."""
    return {
        **_head(case, now, "returnClaimId"),
        "modifiedOn": moment(case.changed_at(now)),
        "status": case.status(now).upper(),
    }


def render_details(case: Case, now: float) -> dict[str, Any]:
    """Return a case in full."""
    line, order = case.charged.line, case.invoice.order
    status = case.status(now)
    return {
        "typeOfDetails": case.type,
        "rmaClaimId": _claim_number(case, now),
        "caseRequestNumber": case.number,
        "createdOn": moment(case.opened_at),
        "returnReason": case.reason,
        "referenceNumber": case.reference,
        "status": status,
        "returnWarehouseAddress": _WAREHOUSE,
        "products": [
            {
                "ingramLineNumber": line.line_number,
                "description": line.description,
                "ingramPartNumber": line.part_number,
                "vendorPartNumber": line.vendor_part_number,
                "upc": None,
                "invoiceDate": f"{case.invoice.day.isoformat()}T00:00:00Z",
                "invoiceNumber": case.invoice.number,
                "customerOrderNumber": order.customer_order_number,
                "quantity": case.quantity,
                "unitPrice": money(line.unit_price),
                "extendedPrice": money(case.value),
                "status": status,
                "returnBranch": "96",
                "shipFromBranch": line.warehouse_id,
                "requestDetails": case.notes or None,
                "additionalDetails": None,
            }
        ],
        "subTotal": money(case.value),
        "tax": money(case.tax),
        "additionalFees": 0,
        "estimatedTotal": money(case.total),
    }


def _claim_number(case: Case, now: float) -> str:
    return "" if case.status(now) == OPEN else case.claim_number


def _head(case: Case, now: float, claim_key: str) -> dict[str, Any]:
    credit = case.credit(now)
    return {
        claim_key: _claim_number(case, now),
        "caseRequestNumber": case.number,
        "createdOn": moment(case.opened_at),
        "type": case.type,
        "returnReason": case.reason,
        "referenceNumber": case.reference,
        "estimatedTotalValue": money(case.total),
        "credit": None if credit is None else money(credit),
        "links": [{"topic": "returnsClaimsDetails", "href": f"/resellers/v6/returns/{case.number}", "type": "get"}],
    }
