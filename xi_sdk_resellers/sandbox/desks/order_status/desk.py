"""The desk that sends test events."""

from __future__ import annotations

from typing import Any

from xi_sdk_resellers.sandbox.desks.desk import Desk
from xi_sdk_resellers.sandbox.desks.values import is_web_address
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.events import type_of


class OrderStatusDesk(Desk):
    """Posts an order status event to a URL, to try out what receives events."""

    def resellers_v1_webhooks_orderstatusevent_post(self, request: Request) -> Answer:
        """Send the event of the body as it is, with the signature of the request; `Sandbox.deliveries` lists it."""
        url, signature = (str(request.headers[name]) for name in ("targeturl", "x-hub-signature"))
        if not is_web_address(url):
            raise InvalidRequest(FieldError("targeturl", "must be a URL that starts with http:// or https://", url))
        event: dict[str, Any] = dict(request.content)
        self._world.courier.forward(event, type_of(event), url, signature)
        return Answer(200)
