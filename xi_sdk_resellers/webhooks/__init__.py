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

from xi_sdk_resellers.webhooks.errors import (
    MalformedEvent,
    MissingSignature,
    OversizedEvent,
    ReplayedEvent,
    WebhookError,
    WrongSignature,
)
from xi_sdk_resellers.webhooks.events import (
    DEFAULT_MAX_BYTES,
    Event,
    OrderCreatedEvent,
    OrderStatusEvent,
    UnknownEvent,
    parse,
)
from xi_sdk_resellers.webhooks.replay import ReplayGuard, replay_guard
from xi_sdk_resellers.webhooks.signature import sign, verify

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

# Where they are imported from stands in tracebacks and pickles.
for _name in __all__:
    if callable(_public := globals()[_name]) and hasattr(_public, "__qualname__"):
        _public.__module__ = __name__
