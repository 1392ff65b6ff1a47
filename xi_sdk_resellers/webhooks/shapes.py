"""The shapes and spellings in which webhook events have been seen. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast, get_args

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape


class HeaderItems(Protocol):
    """Headers that list their pairs without being a mapping, such as those of ``http.server``."""

    def items(self) -> Iterable[tuple[str, Any]]:
        """List the pairs of name and value."""
        ...


WebhookHeaders: TypeAlias = "Mapping[str, Any] | HeaderItems | Iterable[tuple[str | bytes, str | bytes]] | None"

ORDER_CREATED = "im::async_order_create"
_ORDER_TYPES = "im::order_"
_ORDERS_TOPIC = "resellers/orders"


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
    if any(code.startswith(_ORDER_TYPES) for code in event_types(event)):
        return True
    return text_of(event, "event").strip().lower() == "im::updated" and _topic(event) == _ORDERS_TOPIC


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


def respell(value: Any, model: type[Shape]) -> Any:
    """Write the keys of a payload as a model knows them, wherever only their letter case differs.

    Args:
        value: the payload; it is not changed.
        model: the model that the payload will become.

    Returns:
        The payload itself when nothing had to change, else a copy with other keys; a list of one
        object where the model has an object is that object.
    """
    if not isinstance(value, dict):
        return value
    spellings = _spellings(model)
    payload = cast("dict[str, Any]", value)
    result: dict[str, Any] = {}
    for key, item in payload.items():
        known, part, many = spellings.get(key) or spellings.get(key.lower(), (key, None, False))
        name = key if known in payload else known
        result[name] = item if part is None else _respell_part(item, part, many=many)
    return payload if result == payload else result


def _respell_part(value: object, part: type[Shape], *, many: bool) -> Any:
    """Write the keys of one part, or of a list of them, as the part's model knows them."""
    if not isinstance(value, list):
        return respell(value, part)
    items = cast("list[object]", value)
    return [respell(item, part) for item in items] if many or len(items) != 1 else respell(items[0], part)


def _spellings(model: type[Shape]) -> dict[str, tuple[str, type[Shape] | None, bool]]:
    """Map every spelling that a model accepts, and its lower case, to a spelling and the part below.

    The last value tells whether the field is a list of parts.
    """
    found: dict[str, tuple[str, type[Shape] | None, bool]] = {}
    for name, info in model.model_fields.items():
        part = next(_parts(info.annotation), None)
        many = "list[" in str(info.annotation).lower()
        others = (other for other, field in model.other_spellings.items() if field == name)
        for spelling in (info.validation_alias, info.alias, *others):
            if isinstance(spelling, str):
                found.setdefault(spelling.lower(), (spelling, part, many))
                found[spelling] = (spelling, part, many)
    return found


def _parts(annotation: Any) -> Iterator[type[Shape]]:
    """Find the model classes inside an annotation such as ``list[X] | None``."""
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        yield annotation
    for argument in get_args(annotation):
        yield from _parts(argument)
