"""How quotes are shown: in full, when they are to be ordered, and in an event.

As on the wire, `lines[].quantity` of a validated quote is text, dates of an event are days and those of a quote
moments, and texts that must be shown hold HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from xi_sdk_resellers.sandbox.desks.quotes.search import expiry
from xi_sdk_resellers.sandbox.desks.values import money
from xi_sdk_resellers.sandbox.world.account import default_address
from xi_sdk_resellers.sandbox.world.demands import Demand
from xi_sdk_resellers.sandbox.world.events import timestamp
from xi_sdk_resellers.sandbox.world.quotes import Quote, QuoteLine, day_of
from xi_sdk_resellers.sandbox.world.settings import Settings


def details(quote: Quote, settings: Settings) -> dict[str, Any]:
    """Return a quote in full."""
    return {
        **_head(quote, settings),
        "quoteGuid": quote.guid,
        "ingramQuoteDate": _moment(quote.created_at),
        "lastModifiedDate": _moment(quote.modified_at),
        "currencyCode": quote.currency_code,
        "specialBidId": quote.special_bid,
        "isPartialOrderAllowed": quote.in_parts,
        "quoteType": "Subscription" if quote.subscription else "Standard",
        "leaseInfo": "",
        "leasingInstructions": "",
        "shippingInfo": {
            key: value
            for key, value in default_address(settings.country_code).items()
            if key not in ("addressId", "contact", "countryCode")
        },
        "products": [_line(quote, line) for line in quote.lines],
        **_totals(quote),
        "taxTotal": 0,
        "freightAmount": 0,
        "totalQuoteAmount": f"{quote.total:.2f}",
    }


def validated(quote: Quote) -> dict[str, Any]:
    """Return a quote that may be ordered, with what its manufacturer demands."""
    return {
        "quoteNumber": quote.number,
        "vendorName": quote.vendor,
        "vmfAdditionalAttributes": [_fact(demand) for demand in (*quote.of_order, *quote.of_subscription)],
        "lines": [
            {
                "customerLineNumber": line.number,
                "ingramPartNumber": line.product.part_number,
                "quantity": str(line.remaining),
                "vmfAdditionalAttributesLines": [_fact(demand) for demand in quote.of_line(line)],
            }
            for line in quote.lines
            if line.remaining
        ],
        "quoteType": 2 if quote.subscription else 1,
    }


def resource(quote: Quote, settings: Settings, rejected: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what the event of a new quote tells of it."""
    return {
        "eventType": "im::quote_create",
        **_head(quote, settings),
        "ingramQuoteDate": day_of(quote.created_at).isoformat(),
        "lastModifiedDate": day_of(quote.modified_at).isoformat(),
        "products": [
            {
                "quoteProductGuid": f"{quote.guid[:-4]}{int(line.number):04d}",
                "lineNumber": line.number,
                "quantity": str(line.quantity),
                "notes": line.notes,
                "ingramPartNumber": line.product.part_number,
                "vendorPartNumber": line.product.vendor_part_number,
                "description": line.product.description.upper(),
                "weight": str(line.product.weight),
                "isSuggestionProduct": "false",
                "vendorName": line.product.vendor_name.upper(),
                "price": _price(line, _discount(line)),
            }
            for line in quote.lines
        ],
        "rejectedSkus": list(rejected),
        **_totals(quote),
    }


def _head(quote: Quote, settings: Settings) -> dict[str, Any]:
    account = quote.account or settings.customer_number
    return {
        "quoteName": quote.name,
        "quoteNumber": quote.number,
        "revision": str(quote.revision),
        "ingramQuoteExpiryDate": expiry(quote),
        "status": quote.status,
        "customerNeed": quote.need,
        "introPreamble": f"<font>Thank you for asking. This is quote {quote.number}.</font>",
        "purchaseInstructions": "Name the number of the quote when you order.",
        "legalTerms": "Prices hold as long as the quote does.",
        "resellerInfo": {"companyName": "SANDBOX RESELLER", "customerNumber": account},
        "endUserInfo": {key: value for key, value in quote.end_user.items() if key != "countryCode"},
    }


def _totals(quote: Quote) -> dict[str, Any]:
    return {
        "productsCount": len(quote.lines),
        "extendedMsrpTotal": money(quote.list_total),
        "quantityTotal": sum(line.quantity for line in quote.lines),
        "extendedQuotePriceTotal": money(quote.total),
        "additionalAttributes": [{"attributeName": "vendorName", "attributeValue": quote.vendor}],
    }


def _line(quote: Quote, line: QuoteLine) -> dict[str, Any]:
    price = _price(line, f"{_discount(line):.2f}")
    price["remainingQuantityExtendedMsrp"] = money(line.list_price * line.remaining)
    price["remainingQuantityExtendedQuotePrice"] = money(line.unit_price * line.remaining)
    return {
        "quoteProductGuid": f"{quote.guid[:-4]}{int(line.number):04d}",
        "lineNumber": line.number,
        "quantity": line.quantity,
        "remainingQuoteQty": line.remaining,
        "minimumOrderAllowedQty": min(line.minimum, line.remaining),
        "notes": line.notes,
        "ean": "-",
        "coo": " ",
        "ingramPartNumber": line.product.part_number,
        "vendorPartNumber": line.product.vendor_part_number,
        "description": line.product.description.upper(),
        "weight": line.product.weight,
        "isSuggestionProduct": False,
        "vendorName": line.product.vendor_name.upper(),
        "terms": "--",
        "isSubscription": quote.subscription,
        "price": price,
    }


def _price(line: QuoteLine, discount: object) -> dict[str, Any]:
    return {
        "quotePrice": money(line.unit_price),
        "msrp": money(line.list_price),
        "extendedMsrp": money(line.list_price * line.quantity),
        "extendedQuotePrice": money(line.unit_price * line.quantity),
        "discountOffList": discount,
    }


def _discount(line: QuoteLine) -> float:
    return float(((1 - line.unit_price / line.list_price) * 100).quantize(Decimal("0.01")))


def _fact(demand: Demand) -> dict[str, Any]:
    return {
        "attributeName": demand.name,
        "attributeValue": "" if demand.choices else demand.value,
        "attributeDescription": demand.description,
    }


def _moment(moment: float) -> str:
    return f"{timestamp(moment).partition('.')[0]}Z"
