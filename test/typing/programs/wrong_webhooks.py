"""What a receiver can get wrong."""

from __future__ import annotations

from xi_sdk_resellers import webhooks

webhooks.receive(b"", {}, "secret")  # wrong
webhooks.receive(b"", {}, secret="secret", store=lambda event_id: False)  # wrong
webhooks.receive(b"", {}, secret="secret", lease="60")  # wrong
webhooks.Claim("mine")  # wrong
with webhooks.receive(b"", {}, secret="secret") as event:
    print(event.order_numbers)  # wrong
