"""The events themselves: what they carry, and how a request becomes one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import xi_sdk_resellers.models as models
from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._values.hidden import hidden
from xi_sdk_resellers.exceptions import ApiTypeError
from xi_sdk_resellers.webhooks import shapes as shapes
from xi_sdk_resellers.webhooks.errors import (
    MalformedEvent,
    MissingSignature,
    OversizedEvent,
    ReplayedEvent,
    WrongSignature,
)
from xi_sdk_resellers.webhooks.replay import replay_guard
from xi_sdk_resellers.webhooks.shapes import WebhookHeaders
from xi_sdk_resellers.webhooks.signature import Secrets, verify

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape
    from xi_sdk_resellers._values.drift import Drift
    from xi_sdk_resellers.models.async_order_create_notification import (
        AsyncOrderCreateNotification,
        AsyncOrderCreateNotificationResource,
    )
    from xi_sdk_resellers.models.availability_async_notification_request import (
        AvailabilityAsyncNotificationRequest,
        AvailabilityAsyncNotificationResource,
    )
    from xi_sdk_resellers.models.order_status_async_notification_request import (
        OrderStatusAsyncNotificationRequest,
        OrderStatusAsyncNotificationResource,
    )
    from xi_sdk_resellers.models.quote_create_notification import (
        QuoteCreateNotification,
        QuoteCreateNotificationResource,
    )
    from xi_sdk_resellers.models.vocabularies import Status

Body: TypeAlias = "bytes | bytearray | memoryview | str"
M = TypeVar("M", bound="Shape")

SIGNATURE_HEADER = "x-hub-signature"
DEFAULT_MAX_BYTES = 4 * 1024 * 1024
"""Bodies above this size are refused: an event of several thousand lines fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What every event carries.

    Attributes:
        event_id: the vendor's identifier of the event, the part that is signed.
        topic: such as ``resellers/orders``; empty when missing.
        event: the event's code in lower case, such as ``im::updated``; empty when missing.
        event_types: the distinct event types in lower case, such as ``im::order_shipped``.
        time: when the vendor sent the event; None when missing or unreadable.
        raw: the JSON object exactly as it came.
        body: the bytes of the request.
    """

    event_id: str
    topic: str
    event: str
    event_types: tuple[str, ...]
    time: datetime | None
    raw: dict[str, Any] = field(repr=False, compare=False)
    body: bytes = field(repr=False)

    @property
    def event_type(self) -> str:
        """The first event type in lower case; empty when there is none."""
        return self.event_types[0] if self.event_types else ""

    @property
    def status(self) -> Status | None:
        """Where the (first) order stands now, by the event type; None when that tells nothing of it."""
        code = next((code for code in self.event_types if code.startswith(shapes.ORDER_TYPES)), None)
        return models.Status.read(code)

    @property
    def customer_order_number(self) -> str | None:
        """Your own number of the (first) order, when the event carries one."""
        return next((found for part in self._parts() if (found := shapes.text_of(part, "customerOrderNumber"))), None)

    def _parts(self) -> list[dict[str, Any]]:
        return [self.raw, *shapes.resources(self.raw)]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderStatusEvent(Event):
    """One or more orders changed: shipped, invoiced, on hold, voided, backordered.

    Attributes:
        payload: the whole event as a model.
        drift: values of the payload that do not fit the contract, kept as they came.
    """

    payload: OrderStatusAsyncNotificationRequest = field(repr=False, compare=False)
    drift: tuple[Drift, ...] = field(default=(), repr=False, compare=False)

    @property
    def orders(self) -> list[OrderStatusAsyncNotificationResource]:
        """The orders that changed, each with its lines."""
        return parts(self.payload.resource)

    @property
    def order_number(self) -> str | None:
        """The vendor's number of the (first) order."""
        return next((found for part in self._parts() if (found := shapes.text_of(part, "orderNumber"))), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCreatedEvent(Event):
    """The result of an order that was created with v7.

    Attributes:
        payload: the whole event as a model.
        drift: values of the payload that do not fit the contract, kept as they came.
    """

    payload: AsyncOrderCreateNotification = field(repr=False, compare=False)
    drift: tuple[Drift, ...] = field(default=(), repr=False, compare=False)

    @property
    def order(self) -> AsyncOrderCreateNotificationResource | None:
        """The placed order or orders; None when the event carries no resource."""
        resource: object = self.payload.resource
        return self.payload.resource if hasattr(resource, "orders") else None

    @property
    def order_numbers(self) -> list[str]:
        """The vendor's numbers of the orders that were placed; empty when none was."""
        orders = parts(self.order.orders) if self.order is not None else []
        return [number for order in orders if (number := text(order.ingram_order_number))]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteCreatedEvent(Event):
    """A quote was made: by you, by the vendor or on its site.

    Attributes:
        payload: the whole event as a model.
        drift: values of the payload that do not fit the contract, kept as they came.
    """

    payload: QuoteCreateNotification = field(repr=False, compare=False)
    drift: tuple[Drift, ...] = field(default=(), repr=False, compare=False)

    @property
    def quote(self) -> QuoteCreateNotificationResource | None:
        """The quote with its lines; None when the event carries none."""
        resource: object = self.payload.resource
        return self.payload.resource if hasattr(resource, "quote_number") else None

    @property
    def quote_number(self) -> str | None:
        """The number of the quote."""
        return next((found for part in self._parts() if (found := shapes.text_of(part, "quoteNumber"))), None)

    @property
    def rejected_skus(self) -> list[str]:
        """The part numbers that were asked for and are not in the quote: the vendor's, or the manufacturer's."""
        return [number for part in self._parts() for number in shapes.part_numbers(part, "rejectedSkus")]


@dataclass(frozen=True, slots=True, kw_only=True)
class StockUpdateEvent(Event):
    """The stock of products has changed.

    Attributes:
        payload: the whole event as a model.
        drift: values of the payload that do not fit the contract, kept as they came.
    """

    payload: AvailabilityAsyncNotificationRequest = field(repr=False, compare=False)
    drift: tuple[Drift, ...] = field(default=(), repr=False, compare=False)

    @property
    def products(self) -> list[AvailabilityAsyncNotificationResource]:
        """The products whose stock has changed."""
        return parts(self.payload.resource)

    @property
    def quantities(self) -> dict[str, int | None]:
        """How many units there are now, by the vendor's part number; None where the event does not tell."""
        found = ((text(product.ingram_part_number), product.total_availability) for product in self.products)
        return {number: shapes.whole_number(total) for number, total in found if number}


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalEvent(Event):
    """Something happened to renewals. The vendor does not say what such an event holds: ``raw`` has all of it."""

    @property
    def renewal_ids(self) -> list[str]:
        """The vendor's numbers of the renewals, as far as the event names them: read them with ``Renewals.get``."""
        found = (shapes.text_of(part, "renewalId").strip() for part in self._parts())
        return [*dict.fromkeys(filter(None, found))]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownEvent(Event):
    """A genuine event of a kind that this version does not know; ``raw`` and ``body`` hold all of it."""


AnyEvent: TypeAlias = (
    "OrderStatusEvent | OrderCreatedEvent | QuoteCreatedEvent | StockUpdateEvent | RenewalEvent | UnknownEvent"
)
"""Every kind of event."""


def parse(
    body: Body,
    headers: WebhookHeaders,
    *,
    secret: Secrets,
    seen: Callable[[str], bool] | None = replay_guard,
    max_bytes: int = DEFAULT_MAX_BYTES,
) -> AnyEvent:
    """Verify a request that came to your webhook URL and turn it into an event.

    Keys in other letter case, resources sent as one object or as a list, and bodies that are a list
    of one event are all understood. The event ID counts as seen from here on, handled or not: a
    receiver that is killed afterwards has lost the event. :func:`receive` remembers it after the
    handling. Here, when handling fails, call ``replay_guard.forget(event.event_id)`` and answer 5xx.

    Args:
        body: the request's body, unchanged.
        headers: the request's headers: any mapping, a WSGI environment, ASGI's list of pairs; None for no headers.
        secret: the webhook's secret; or several while it is being changed.
        seen: tells whether an event ID is known, and remembers it; None turns the guard off.
        max_bytes: the largest body to accept, in bytes.

    Returns:
        The event. One of an unknown kind is an UnknownEvent and keeps everything.

    Raises:
        WebhookError: the request must not be acted on; its ``http_status`` is what to answer.
        ApiTypeError: the body or the headers are nothing of the kind.
        ApiValueError: a secret is empty, or there is none.
    """
    secret = hidden(secret)
    data = _body_bytes(body)
    if len(data) > max_bytes:
        raise OversizedEvent(f"the body is larger than {max_bytes} bytes")
    signature = _signature(headers)
    if not signature:
        raise MissingSignature(f"the request has no {SIGNATURE_HEADER} header")
    raw, event_id = _load(data)
    if not verify(event_id, signature, secret):
        raise WrongSignature("the signature was not made for this event ID with a known secret", event_id=event_id)
    event = _event(raw, event_id, data)
    if seen is not None and seen(event_id):
        raise ReplayedEvent("an event with this ID was taken before", event_id=event_id)
    return event


def _body_bytes(body: Body) -> bytes:
    if isinstance(body, str):
        return body.encode("utf-8", "surrogatepass")
    if isinstance(body, (bytes, bytearray, memoryview)):  # pyright: ignore[reportUnnecessaryIsInstance]
        return bytes(body)
    raise ApiTypeError(f"the body is bytes or text as it came, not {type(body).__name__}")


def _signature(headers: WebhookHeaders) -> str | None:
    try:
        return shapes.header(headers, SIGNATURE_HEADER)
    except (TypeError, ValueError):
        raise ApiTypeError(f"the headers are a mapping or pairs, not {type(headers).__name__}") from None


def _load(data: bytes) -> tuple[dict[str, Any], str]:
    """Read the body's JSON and find the event and its ID."""
    try:
        payload: object = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise MalformedEvent("the body is not JSON") from error
    raw = shapes.single_object(payload)
    if raw is None:
        raise MalformedEvent("the body is neither one event nor a list of one event")
    event_id = shapes.text_of(raw, "eventId")
    if not event_id:
        raise MalformedEvent("the event has no eventId, so that nothing in it can be verified")
    return raw, event_id


def _event(raw: dict[str, Any], event_id: str, body: bytes) -> AnyEvent:
    common: dict[str, Any] = {
        "event_id": event_id,
        "topic": shapes.text_of(raw, "topic"),
        "event": shapes.text_of(raw, "event").strip().lower(),
        "event_types": shapes.event_types(raw),
        "time": shapes.timestamp(raw),
        "raw": raw,
        "body": body,
    }
    try:
        for is_it, kind, model in _KINDS:
            if is_it(raw):
                payload, drift = _typed(getattr(models, model), raw)
                return kind(payload=payload, drift=drift, **common)
    except (ValueError, RecursionError):
        # Genuine, and still not to be read: half a character, or nesting without end.
        return UnknownEvent(**common)
    return RenewalEvent(**common) if shapes.is_renewal(raw) else UnknownEvent(**common)


_KINDS: tuple[tuple[Callable[[dict[str, Any]], bool], Callable[..., AnyEvent], str], ...] = (
    (shapes.is_created, OrderCreatedEvent, "AsyncOrderCreateNotification"),
    (shapes.is_status, OrderStatusEvent, "OrderStatusAsyncNotificationRequest"),
    (shapes.is_quote, QuoteCreatedEvent, "QuoteCreateNotification"),
    (shapes.is_stock, StockUpdateEvent, "AvailabilityAsyncNotificationRequest"),
)
"""How each kind of event is told from the others, its class, and the model of its payload, which is loaded late."""


def _typed(model: type[M], raw: dict[str, Any]) -> tuple[M, tuple[Drift, ...]]:
    """Turn the event into its model; values that do not fit are kept and reported, never raised."""
    # Late: loads pydantic.
    from xi_sdk_resellers._modelling.decode import decode

    return decode(model, json.dumps(raw), pause_gc=False)
