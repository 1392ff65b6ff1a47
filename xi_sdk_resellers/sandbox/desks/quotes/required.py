"""The question what manufacturers demand, for a quote, for articles and for subscription plans.

A plan is a number of up to 9 digits; all plans are Microsoft's. What does not exist is answered with a message in
its place, and the rest is answered all the same.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from xi_sdk_resellers.sandbox.desks.values import Body
from xi_sdk_resellers.sandbox.errors import VALIDATION_FAILED, FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Request
from xi_sdk_resellers.sandbox.world import catalogue, demands
from xi_sdk_resellers.sandbox.world.quotes import Quote, QuoteBook

_PLAN_VENDOR = "Microsoft"
_MOST_DIGITS = 9


def required_info(book: QuoteBook, request: Request) -> list[dict[str, Any]]:
    """Answer one entry for each article, plan and quote that is asked about.

    Raises:
        InvalidRequest: Nothing is asked about.
    """
    body: Body = request.content if request.body else {}
    number = str(body.get("quoteNumber") or "").strip()
    products: Sequence[dict[str, Any]] = body.get("products") or ()
    if not number and not products:
        raise InvalidRequest(FieldError("products", "A quote number, or products, must be given"))
    found = [_of_product(product) for product in products]
    return [_of_quote(number, book.find(number)), *found] if number else found


def _of_quote(number: str, quote: Quote | None) -> dict[str, Any]:
    if quote is None:
        return _entry(quoteNumber=number) | _refused("This account has no quote with this number")
    return _entry(
        quote.lines[0].product.part_number if quote.subscription and quote.lines else "",
        quoteNumber=quote.number,
        vmf=_groups(quote.vendor, quote.of_order),
        vri=_groups(quote.vendor, quote.of_subscription),
    )


def _of_product(asked: dict[str, Any]) -> dict[str, Any]:
    plan = str(asked.get("planID") or "").strip()
    if plan:
        if not plan.isdecimal() or len(plan) > _MOST_DIGITS:
            return _entry(planId=plan) | _refused("There is no such plan")
        return _entry(planId=plan, planName=f"Plan {plan}", vri=_groups(_PLAN_VENDOR, _subscription()))
    part, other = str(asked.get("ingramPartNumber") or "").strip(), str(asked.get("vendorPartNumber") or "").strip()
    product = catalogue.find_product(part or (catalogue.part_for_other_number(other) if other else ""))
    if product is None:
        return _entry(part, vendorPartNumber=other) | _refused("There is no such article")
    vendor = product.vendor_name
    wanted = (*demands.of_order(vendor), *demands.of_line(vendor))
    return _entry(
        product.part_number, vendorPartNumber=other or product.vendor_part_number, vmf=_groups(vendor, wanted)
    )


def _subscription() -> tuple[demands.Demand, ...]:
    return demands.of_subscription(_PLAN_VENDOR)


def _entry(part: str = "", *, vmf: Sequence[Any] = (), vri: Sequence[Any] = (), **names: str) -> dict[str, Any]:
    empty = dict.fromkeys(("quoteNumber", "ingramPartNumber", "vendorPartNumber", "planId", "planName"), "")
    return {
        **empty,
        "ingramPartNumber": part,
        **names,
        "responseMessages": [],
        "vmfAdditionalAttributes": list(vmf),
        "vriAdditionalAttributes": list(vri),
    }


def _refused(message: str) -> dict[str, Any]:
    identity = str(uuid.uuid4())
    return {"responseMessages": [{"id": identity, "traceId": identity, "type": VALIDATION_FAILED, "message": message}]}


def _groups(vendor: str, wanted: Sequence[demands.Demand]) -> list[dict[str, Any]]:
    if not wanted:
        return []
    attributes = [demands.render(demand) for demand in wanted]
    return [{"vendorName": vendor, "productId": f"PRD-{vendor.upper()}", "additionalAttributes": attributes}]
