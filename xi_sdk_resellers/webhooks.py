"""Verify and read the events that the vendor posts to your URL.

::

    event = webhooks.parse(request.body, request.headers, secret=SECRET)
    if isinstance(event, webhooks.OrderStatusEvent):
        print(event.order_number, event.event_type)      # 20-RD128 im::order_shipped

The vendor signs the event ID and nothing else. Whoever has seen one signed event can therefore make
up another body for it: the replay guard takes every event ID only once, and a careful receiver treats
an event as the news that something happened and reads the order itself before money or goods move.

::

    WebhookError (OpenApiException, ValueError)   http_status is what to answer
    ├── MissingSignature    401
    ├── WrongSignature      401
    ├── MalformedEvent      400
    ├── OversizedEvent      413
    └── ReplayedEvent       200   taken before: say yes and do nothing
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from xi_sdk_resellers import _webhook_shapes as shapes
from xi_sdk_resellers._believed import parts, text
from xi_sdk_resellers._webhook_shapes import WebhookHeaders
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError, OpenApiException

if TYPE_CHECKING:
    from xi_sdk_resellers._operation import Drift
    from xi_sdk_resellers.models._base import Model
    from xi_sdk_resellers.models.async_order_create_notification import (
        AsyncOrderCreateNotification,
        AsyncOrderCreateNotificationResource,
    )
    from xi_sdk_resellers.models.order_status_async_notification_request import (
        OrderStatusAsyncNotificationRequest,
        OrderStatusAsyncNotificationResource,
    )

__all__ = [
    "DEFAULT_MAX_BYTES",
    "Event",
    "MalformedEvent",
    "MissingSignature",
    "OrderCreatedEvent",
    "OrderStatusEvent",
    "OversizedEvent",
    "ReplayGuard",
    "ReplayedEvent",
    "UnknownEvent",
    "WebhookError",
    "WrongSignature",
    "parse",
    "replay_guard",
    "sign",
    "verify",
]

Secrets: TypeAlias = "str | bytes | Sequence[str | bytes]"
Body: TypeAlias = "bytes | bytearray | memoryview | str"
M = TypeVar("M", bound="Model")

SIGNATURE_HEADER = "x-hub-signature"
DEFAULT_MAX_BYTES = 4 * 1024 * 1024
"""Bodies above this size are refused: an event of several thousand lines fits."""


class WebhookError(OpenApiException, ValueError):
    """An event that must not be acted on."""

    http_status: int = 400
    """The HTTP status to answer with."""

    def __init__(self, message: str = "", *, event_id: str | None = None) -> None:
        super().__init__(message)
        self.event_id = event_id


class MissingSignature(WebhookError):  # noqa: N818 - reads better where it is caught
    """The request carries no signature."""

    http_status = 401


class WrongSignature(WebhookError):  # noqa: N818
    """The signature was not made for this event ID with any of the secrets."""

    http_status = 401


class MalformedEvent(WebhookError):  # noqa: N818
    """The body is not an event: no JSON, no object, or no event ID."""

    http_status = 400


class OversizedEvent(WebhookError):  # noqa: N818
    """The body is larger than the receiver allows."""

    http_status = 413


class ReplayedEvent(WebhookError):  # noqa: N818
    """The event was taken before. Answer 200, so that the sender stops, and do nothing."""

    http_status = 200


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
class UnknownEvent(Event):
    """A genuine event of a kind that this version does not know; ``raw`` and ``body`` hold all of it."""


class ReplayGuard:
    """Remember event IDs in memory, so that each event is taken once. Safe to share among threads.

    It knows one process and forgets everything at a restart. Several workers need a shared memory;
    any function that tells whether an ID is already known and remembers it does, for example
    ``lambda event_id: not redis.set(f"xi:{event_id}", 1, nx=True, ex=7 * 86400)``.

    Args:
        maxsize: how many event IDs to remember, at least 1; the oldest go first.
    """

    def __init__(self, maxsize: int = 10_000) -> None:
        if maxsize < 1:
            raise ApiValueError(f"maxsize must be at least 1, not {maxsize!r}")
        self.maxsize = maxsize
        self._lock = threading.Lock()
        self._seen: OrderedDict[str, None] = OrderedDict()

    def __call__(self, event_id: str) -> bool:
        """Tell whether the event ID is known, and remember it."""
        with self._lock:
            if event_id in self._seen:
                return True
            self._seen[event_id] = None
            if len(self._seen) > self.maxsize:
                self._seen.popitem(last=False)
            return False

    def forget(self, event_id: str) -> None:
        """Make the event welcome again, after handling it failed and the sender was told so (5xx).

        Args:
            event_id: the ID of the event; one that is not known is fine.
        """
        with self._lock:
            self._seen.pop(event_id, None)

    def __len__(self) -> int:
        return len(self._seen)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"ReplayGuard(maxsize={self.maxsize}, known={len(self)})"


replay_guard: ReplayGuard = ReplayGuard()
"""The guard of this process, used by :func:`parse` unless another is given."""


def sign(event_id: str, secret: str | bytes) -> str:
    """Make the signature that the vendor makes: for tests of your own receiver.

    Args:
        event_id: the event's ID.
        secret: the webhook's secret; not empty.

    Returns:
        The value of the ``x-hub-signature`` header.
    """
    return _digest(event_id, _secret_bytes(secret)).decode("ascii")


def verify(event_id: str, signature: str | bytes | None, secret: Secrets) -> bool:
    """Check an event's signature, in a time that does not depend on where it is wrong.

    Args:
        event_id: the event's ID, as it stands in the body.
        signature: the value of the ``x-hub-signature`` header; None, when it is missing, is never right.
        secret: the webhook's secret; or several, old and new, while it is being changed.

    Returns:
        True when one of the secrets made the signature.

    Raises:
        ApiTypeError: an argument is of the wrong type.
        ApiValueError: a secret is empty, or there is none.
    """
    if not isinstance(event_id, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"an event ID is text, not {type(event_id).__name__}")
    if not isinstance(signature, (str, bytes, type(None))):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"a signature is text, not {type(signature).__name__}")
    given = signature if isinstance(signature, bytes) else (signature or "").encode("utf-8", "replace")
    given = given.strip()
    genuine = False
    for key in _secret_list(secret):
        genuine |= hmac.compare_digest(_digest(event_id, key), given)
    return genuine


def parse(
    body: Body,
    headers: WebhookHeaders,
    *,
    secret: Secrets,
    seen: Callable[[str], bool] | None = replay_guard,
    max_bytes: int = DEFAULT_MAX_BYTES,
) -> OrderStatusEvent | OrderCreatedEvent | UnknownEvent:
    """Verify a request that came to your webhook URL and turn it into an event.

    Keys in other letter case, resources sent as one object or as a list, and bodies that are a list
    of one event are all understood. The event ID counts as seen from here on: when handling the
    event fails, call ``replay_guard.forget(event.event_id)`` and answer 5xx, so that it comes again.

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


def _digest(event_id: str, key: bytes) -> bytes:
    return base64.b64encode(hmac.digest(key, event_id.encode("utf-8", "surrogatepass"), hashlib.sha512))


def _secret_bytes(secret: str | bytes) -> bytes:
    if not isinstance(secret, (str, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"a webhook secret is text or bytes, not {type(secret).__name__}")
    key = secret.encode("utf-8") if isinstance(secret, str) else secret
    if not key:
        raise ApiValueError("the webhook secret is empty; anybody could sign with it")
    return key


def _secret_list(secret: Secrets) -> list[bytes]:
    several = isinstance(secret, Iterable) and not isinstance(secret, (str, bytes))  # pyright: ignore[reportUnnecessaryIsInstance]
    keys = cast("list[str | bytes]", list(secret) if several else [secret])
    if not keys:
        raise ApiValueError("no webhook secret was given")
    return [_secret_bytes(key) for key in keys]


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


def _event(raw: dict[str, Any], event_id: str, body: bytes) -> OrderStatusEvent | OrderCreatedEvent | UnknownEvent:
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
        if shapes.is_created(raw):
            from xi_sdk_resellers.models.async_order_create_notification import AsyncOrderCreateNotification

            created, drift = _typed(AsyncOrderCreateNotification, raw)
            return OrderCreatedEvent(payload=created, drift=drift, **common)
        if shapes.is_status(raw):
            from xi_sdk_resellers.models.order_status_async_notification_request import (
                OrderStatusAsyncNotificationRequest,
            )

            status, drift = _typed(OrderStatusAsyncNotificationRequest, raw)
            return OrderStatusEvent(payload=status, drift=drift, **common)
    except (ValueError, RecursionError):
        # Genuine, and still not to be read: half a character, or nesting without end.
        return UnknownEvent(**common)
    return UnknownEvent(**common)


def _typed(model: type[M], raw: dict[str, Any]) -> tuple[M, tuple[Drift, ...]]:
    """Turn the event into its model; values that do not fit are kept and reported, never raised."""
    from xi_sdk_resellers.models._base import decode

    return decode(model, json.dumps(shapes.respell(raw, model)), pause_gc=False)
