"""The shapes and spellings in which webhook events have been seen. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeAlias, cast


class HeaderItems(Protocol):
    """Headers that list their pairs without being a mapping, such as those of ``http.server``."""

    def items(self) -> Iterable[tuple[str, Any]]:
        """List the pairs of name and value."""
        ...


WebhookHeaders: TypeAlias = "Mapping[str, Any] | HeaderItems | Iterable[tuple[str | bytes, str | bytes]] | None"

ORDER_CREATED = "im::async_order_create"
ORDER_TYPES = "im::order_"
_STOCK_TYPES = "im::stock"
_CATALOG_TOPIC = "resellers/catalog"
_ORDERS_TOPIC = "resellers/orders"
_RENEWAL_TYPES = "im::renewal"
_RENEWALS_TOPIC = "resellers/renewals"
_QUOTE_TYPES = "im::quote"
_QUOTES_TOPIC = "resellers/quotes"
_PART_NUMBERS = ("ingramPartNumber", "vendorPartNumber", "sku")


def header(headers: WebhookHeaders, name: str) -> str | None:
    """Find a header in whatever the web framework calls headers.

    Args:
        headers: a mapping or anything with ``items()``, a WSGI environment, or pairs as ASGI has them; a value
            may be a list of values, and there may be none at all, as some gateways write it.
        name: the header's name in lower case, with dashes.

    Returns:
        The first value, stripped; None when there is none.
    """
    pairs = cast("HeaderItems", headers).items() if hasattr(headers, "items") else headers
    for key, value in cast("Iterable[tuple[object, object]]", pairs or ()):
        if _text(key).lower().replace("_", "-").removeprefix("http-") == name:
            first = next(iter(cast("Sequence[object]", value)), None) if isinstance(value, (list, tuple)) else value
            if first is not None:
                return _text(first).strip()
    return None


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def single_object(payload: object) -> dict[str, Any] | None:
    """Take the event out of a body that is an object or a list of one object."""
    if isinstance(payload, list):
        items = cast("list[object]", payload)
        payload = items[0] if len(items) == 1 else None
    return cast("dict[str, Any]", payload) if isinstance(payload, dict) else None


def value_of(event: Mapping[str, Any], name: str) -> object:
    """Return the value under a key, whatever the key's letter case; None when it is missing."""
    if name in event:
        return event[name]
    lower = name.lower()
    return next((value for key, value in event.items() if key.lower() == lower), None)


def text_of(event: Mapping[str, Any], name: str) -> str:
    """Return a text, or a whole number as text, under a key of any letter case; empty when missing."""
    value = value_of(event, name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def resources(event: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the event's resources, sent as one object or as a list of them."""
    found = value_of(event, "resource")
    items = cast("list[object]", found) if isinstance(found, list) else [found]
    return [cast("dict[str, Any]", item) for item in items if isinstance(item, dict)]


def event_types(event: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the distinct event types in lower case: the event's own and those of its resources."""
    found = (text_of(part, "eventType").strip().lower() for part in (event, *resources(event)))
    return tuple(dict.fromkeys(code for code in found if code))


def is_created(event: Mapping[str, Any]) -> bool:
    """Tell whether the event is the result of a v7 order creation."""
    types = event_types(event)
    if types:
        return ORDER_CREATED in types
    code = text_of(event, "event").strip().lower()
    return code in ("im::created", "im::create") and _topic(event) == _ORDERS_TOPIC


def is_status(event: Mapping[str, Any]) -> bool:
    """Tell whether the event reports a change of orders; types not known today count too."""
    if any(code.startswith(ORDER_TYPES) for code in event_types(event)):
        return True
    return text_of(event, "event").strip().lower() == "im::updated" and _topic(event) == _ORDERS_TOPIC


def is_quote(event: Mapping[str, Any]) -> bool:
    """Tell whether the event is about a quote; types not known today count too."""
    types = event_types(event)
    return any(code.startswith(_QUOTE_TYPES) for code in types) or (not types and _topic(event) == _QUOTES_TOPIC)


def is_stock(event: Mapping[str, Any]) -> bool:
    """Tell whether the event reports changes of stock; types not known today count too."""
    types = event_types(event)
    return any(code.startswith(_STOCK_TYPES) for code in types) or (not types and _topic(event) == _CATALOG_TOPIC)


def is_renewal(event: Mapping[str, Any]) -> bool:
    """Tell whether the event is about renewals."""
    return _topic(event) == _RENEWALS_TOPIC or any(code.startswith(_RENEWAL_TYPES) for code in event_types(event))


def part_numbers(event: Mapping[str, Any], name: str) -> list[str]:
    """Return the part numbers in a list of texts or of objects."""
    found = value_of(event, name)
    items = cast("list[object]", found) if isinstance(found, list) else [found]
    texts = [_part_number(item) for item in items]
    return [text for text in texts if text]


def _part_number(item: object) -> str:
    if not isinstance(item, dict):
        return text_of({"sku": item}, "sku").strip()
    part = cast("dict[str, Any]", item)
    return next((text for name in _PART_NUMBERS if (text := text_of(part, name).strip())), "")


def _topic(event: Mapping[str, Any]) -> str:
    return text_of(event, "topic").strip().lower()


def timestamp(event: Mapping[str, Any]) -> datetime | None:
    """Read the time at which the event was sent; None when it is missing or not a time."""
    text = text_of(event, "eventTimeStamp").strip()
    if not text:
        return None
    from dateutil.parser import isoparse

    try:
        return isoparse(text)
    except (ValueError, OverflowError):
        return None


def numbers(event: Mapping[str, Any], name: str) -> set[str]:
    """Collect the values of an identifying key from the event and its resources."""
    found = (text_of(part, name).strip() for part in (event, *resources(event)))
    return {value for value in found if value}


def whole_number(value: object) -> int | None:
    """Read a whole number that may come as text; None when it is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = value.strip() if isinstance(value, str) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None
