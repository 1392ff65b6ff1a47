"""A receiver's core: verify, parse, tell kinds of events apart."""

from __future__ import annotations

from collections.abc import Mapping

from xi_sdk_resellers import webhooks

known: set[str] = set()


def seen(event_id: str) -> bool:
    again = event_id in known
    known.add(event_id)
    return again


def receive(body: bytes, headers: Mapping[str, str]) -> tuple[int, str]:
    try:
        event = webhooks.parse(body, headers, secret=["new", "old"], seen=seen)
    except webhooks.ReplayedEvent as error:
        return error.http_status, ""
    except webhooks.WebhookError as error:
        return error.http_status, str(error)
    return 200, tell(event)


def in_a_block(body: bytes, headers: Mapping[str, str], store: webhooks.EventStore) -> tuple[int, dict[str, str]]:
    try:
        with webhooks.receive(body, headers, secret="new", store=store, lease=30) as event:
            print(tell(event))
            return 200, {}
    except webhooks.WebhookError as error:
        return error.http_status, error.http_headers


async def in_asyncio(body: bytes, headers: Mapping[str, str]) -> str:
    async with webhooks.receive(
        body, headers, secret="new", store=webhooks.RedisEventStore("redis://localhost")
    ) as event:
        return tell(event)


class OwnStore:
    def begin(self, event_id: str, holder: str, lease: float) -> webhooks.Claim:
        return webhooks.Claim("busy", lease)

    def done(self, event_id: str, holder: str) -> bool:
        return True

    def release(self, event_id: str, holder: str) -> None:
        print(event_id, holder)


in_a_block(b"", {}, OwnStore())
in_a_block(b"", {}, webhooks.MemoryEventStore(maxsize=5))
in_a_block(b"", {}, webhooks.SqlEventStore("sqlite:///events.db"))


def tell(event: webhooks.Event) -> str:
    if isinstance(event, webhooks.OrderStatusEvent):
        lines = sum(len(order.lines or []) for order in event.orders)
        return f"{event.order_number} {event.event_type} {lines}"
    if isinstance(event, webhooks.OrderCreatedEvent):
        return ", ".join(event.order_numbers)
    return f"{event.event} {len(event.raw)}"


def genuine(event_id: str, signature: str) -> bool:
    return webhooks.verify(event_id, signature, b"secret") and webhooks.sign(event_id, "secret") != ""


guard = webhooks.ReplayGuard(maxsize=100)
guard.forget("e-1")
