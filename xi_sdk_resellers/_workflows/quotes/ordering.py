"""Turn a quote into an order: ask what is demanded, fill it in, hand the order over. Without I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from xi_sdk_resellers._operations.orders import POST_CREATEORDER_V7, VENDOR_REQUIRED_INFO
from xi_sdk_resellers._operations.quotes import GET_RESELLER_V6_VALIDATE_QUOTE
from xi_sdk_resellers._values.answers import is_model, items_of, text
from xi_sdk_resellers._values.narrow import is_mapping
from xi_sdk_resellers._workflows.orders.handing import Fill
from xi_sdk_resellers._workflows.plan import Call, Patience, Plan
from xi_sdk_resellers._workflows.quotes.fields import Given, ValidatedQuote, VendorField, choice_of, lacking
from xi_sdk_resellers._workflows.quotes.reading import infos_of, validated
from xi_sdk_resellers._workflows.story import Deed
from xi_sdk_resellers.exceptions import ApiException, ApiTypeError, ApiValueError, OpenApiException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO

_USUAL_SENDER = "xi_sdk_resellers"
"""Who asks what is demanded when nobody says: that call needs a sender."""


def _numbers(answer: Any) -> Iterable[object]:
    return items_of(answer.order_numbers)


ORDER = Deed(POST_CREATEORDER_V7, "quotes", "quote", "ordered", _numbers)
"""What the workflow does, in the words of its log lines and receipts."""


def sender_of(client: Any, headers: Mapping[str, Any]) -> str:
    """Tell who asks: the sender of the calls, or this package."""
    known = (
        headers.get("im_sender_id") or client.default_headers.get("IM-SenderID") or client.configuration.im_sender_id
    )
    return text(known) or _USUAL_SENDER


def validate_plan(number: str, headers: Mapping[str, Any], sender: str, patience: Patience) -> Plan[ValidatedQuote]:
    """Ask whether a quote may be ordered, and what its manufacturers demand.

    Args:
        number: the number of the quote.
        headers: the IM-* arguments.
        sender: who asks; one of the calls needs it.
        patience: how long it may take.

    Returns:
        The plan; it returns the quote and raises ApiException.
    """
    within = patience.left
    answer = (yield Call(GET_RESELLER_V6_VALIDATE_QUOTE, {**headers, "quote_number": number}, within)).data
    asked = {**headers, "im_sender_id": sender, "vendor_required_info_request": {"quoteNumber": number}}
    infos = (yield Call(VENDOR_REQUIRED_INFO, asked, patience.left)).data
    return validated(number, answer, infos_of(infos))


def filling(
    quote: ValidatedQuote | None,
    values: Mapping[str, object] | None,
    line_values: Mapping[str, Mapping[str, object]] | None,
    headers: Mapping[str, Any],
    sender: str,
    patience: Patience,
) -> Fill:
    """Make what fills in an order just before it is sent.

    Args:
        quote: what is demanded, when it was asked for already.
        values: what is given, by the names of the facts.
        line_values: what is given for single lines.
        headers: the IM-* arguments.
        sender: who asks what is demanded.
        patience: how long it may take.
    """

    def fill(order: AsyncOrderCreateDTO) -> Plan[AsyncOrderCreateDTO]:
        try:
            known = quote or (yield from validate_plan(text(order.quote_number), headers, sender, patience))
            return filled(order, known, values, line_values)
        except OpenApiException as error:
            if isinstance(error, ApiException):
                error.outcome = Outcome.NOT_SENT  # it is the order that counts
            raise

    return fill


def filled(
    order: AsyncOrderCreateDTO,
    quote: ValidatedQuote,
    values: Mapping[str, object] | None,
    line_values: Mapping[str, Mapping[str, object]] | None,
) -> AsyncOrderCreateDTO:
    """Fill in what is demanded.

    Raises:
        MissingVendorFieldsException: something is missing.
        ApiValueError: a value is none of the choices.
    """
    missing = quote.missing(values, line_values)
    if missing:
        raise lacking(quote, missing)
    given = Given(quote, values, line_values)
    body: dict[str, Any] = order.to_dict()
    facts = [fact for each in quote.fields if each.place == "order" for fact in _flat(each, given)]
    groups = _groups([each for each in quote.fields if each.place == "subscription"], given)
    if facts:
        body["vmfAdditionalAttributes"] = [*(body.get("vmfAdditionalAttributes") or ()), *facts]
    if groups:
        body["vriAdditionalAttributes"] = [*(body.get("vriAdditionalAttributes") or ()), *groups]
    if body.get("lines") or any(line.fields for line in quote.lines):
        body["lines"] = _lines(body.get("lines") or (), quote, given)
    made = type(order).from_dict(body)
    assert made is not None
    return made


def _lines(own: Iterable[dict[str, Any]], quote: ValidatedQuote, given: Given) -> list[dict[str, Any]]:
    """Write the lines: those of the request, or all of the quote, with what is demanded about each."""
    asked = list(own) or [
        {"customerLineNumber": line.number, "ingramPartNumber": line.part_number, "quantity": line.quantity}
        for line in quote.lines
    ]
    by_number = {line.number.lstrip("0"): line for line in quote.lines}
    by_part = {line.part_number.upper(): line for line in quote.lines if line.part_number}
    lines: list[dict[str, Any]] = []
    for entry in asked:
        line = by_number.get(text(entry.get("customerLineNumber")).lstrip("0"))
        line = line or by_part.get(text(entry.get("ingramPartNumber")).upper())
        facts = [fact for each in line.fields for fact in _flat(each, given)] if line else []
        known = entry.get("vmfAdditionalAttributesLines") or ()
        more = {"vmfAdditionalAttributesLines": [*known, *facts]} if facts or known else {}
        lines.append({name: value for name, value in entry.items() if value is not None} | more)
    return lines


def _flat(wanted: VendorField, given: Given) -> list[dict[str, Any]]:
    """Write a fact, and behind it what the chosen value demands."""
    value = given.value(wanted)
    if not value:
        return []
    fact = {"attributeName": wanted.name, "attributeValue": value}
    if wanted.description:
        fact["attributeDescription"] = wanted.description
    chosen = choice_of(wanted, value)
    below = chosen.fields if chosen is not None else ()
    return [fact, *(more for each in below for more in _flat(each, given))]


def _groups(wanted: Iterable[VendorField], given: Given) -> list[dict[str, Any]]:
    """Write the facts of subscriptions: by manufacturer and product, each below the value that demands it."""
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for each in wanted:
        fact = _deep(each, given)
        if fact:
            groups.setdefault((each.vendor_name, each.product_id), []).append(fact)
    return [
        {"vendorName": vendor, "productId": product, "additionalAttributes": facts}
        for (vendor, product), facts in groups.items()
    ]


def _deep(wanted: VendorField, given: Given) -> dict[str, Any]:
    value = given.value(wanted)
    if not value:
        return {}
    fact: dict[str, Any] = {"attributeName": wanted.name, "attributeValue": value}
    chosen = choice_of(wanted, value)
    if chosen is not None and chosen.fields:
        below = list(filter(None, (_deep(each, given) for each in chosen.fields)))
        fact["choices"] = [{"attributeValue": chosen.value, "choices": below}]
    return fact


def order_request(quote: object, customer_order_number: object, request: object) -> dict[str, Any]:
    """Write the request for the order of a quote.

    Args:
        quote: a quote in any form, or its number.
        customer_order_number: the caller's number of the order.
        request: what else the order says.

    Raises:
        ApiTypeError: something is nothing of the kind.
        ApiValueError: a number is missing, or the request names another quote or another number.
    """
    number = text(quote if isinstance(quote, str) else getattr(quote, "quote_number", None))
    own = text(customer_order_number)
    if not number:
        raise ApiTypeError(f"quote must be a quote, or the number of one, not {type(quote).__name__}")
    if not own:
        raise ApiValueError("customer_order_number is missing: it ties the order to its event")
    if request is None:
        more: dict[str, Any] = {}
    elif is_mapping(request):
        more = {str(key): value for key, value in request.items()}
    elif is_model(request):
        more = cast("AsyncOrderCreateDTO", request).to_dict()
    else:
        raise ApiTypeError(f"request must be an AsyncOrderCreateDTO or a mapping, not {type(request).__name__}")
    for value, *names in (
        (number, "quoteNumber", "quote_number"),
        (own, "customerOrderNumber", "customer_order_number"),
    ):
        for name in names:
            said = text(more.pop(name, None))
            if said and said.upper() != value.upper():
                raise ApiValueError(f"request: {name} {said!r} is not {value!r}, which is to be ordered")
    return {**more, "quoteNumber": number, "customerOrderNumber": own}
