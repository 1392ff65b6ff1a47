"""Verify and read the events that the vendor posts to your URL.

::

    with webhooks.receive(request.body, request.headers, secret=SECRET) as event:
        if isinstance(event, webhooks.OrderStatusEvent):
            print(event.order_number, event.event_type)      # 20-RD128 im::order_shipped

The vendor signs the event ID and nothing else. Whoever has seen one signed event can therefore make
up another body for it: every event ID is taken only once, and a careful receiver treats an event as
the news that something happened and reads the order itself before money or goods move.

An event counts as taken when it has been handled. :func:`parse` alone verifies and reads.

::

    WebhookError (OpenApiException, ValueError)   http_status is what to answer
    ├── MissingSignature    401
    ├── WrongSignature      401
    ├── MalformedEvent      400
    ├── OversizedEvent      413
    ├── ReplayedEvent       200   taken before: say yes and do nothing
    ├── EventInProgress     503   being handled: come later (http_headers has Retry-After)
    └── EventStoreError     503   the store that remembers events failed
"""

from __future__ import annotations

from xi_sdk_resellers.webhooks.errors import (
    EventInProgress,
    EventStoreError,
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
    QuoteCreatedEvent,
    RenewalEvent,
    StockUpdateEvent,
    UnknownEvent,
    parse,
)
from xi_sdk_resellers.webhooks.receiving import Receiving, receive
from xi_sdk_resellers.webhooks.redis_store import RedisEventStore
from xi_sdk_resellers.webhooks.replay import ReplayGuard, replay_guard
from xi_sdk_resellers.webhooks.signature import sign, verify
from xi_sdk_resellers.webhooks.sql_store import SqlEventStore
from xi_sdk_resellers.webhooks.stores import Claim, EventStore, MemoryEventStore, event_store

__all__ = [
    "DEFAULT_MAX_BYTES",
    "Claim",
    "Event",
    "EventInProgress",
    "EventStore",
    "EventStoreError",
    "MalformedEvent",
    "MemoryEventStore",
    "MissingSignature",
    "OrderCreatedEvent",
    "OrderStatusEvent",
    "OversizedEvent",
    "QuoteCreatedEvent",
    "Receiving",
    "RedisEventStore",
    "RenewalEvent",
    "ReplayGuard",
    "ReplayedEvent",
    "SqlEventStore",
    "StockUpdateEvent",
    "UnknownEvent",
    "WebhookError",
    "WrongSignature",
    "event_store",
    "parse",
    "receive",
    "replay_guard",
    "sign",
    "verify",
]

# Where they are imported from stands in tracebacks and pickles.
for _name in __all__:
    if callable(_public := globals()[_name]) and hasattr(_public, "__qualname__"):
        _public.__module__ = __name__
