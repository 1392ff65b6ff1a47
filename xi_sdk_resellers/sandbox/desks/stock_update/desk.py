"""The desk that sends stock events of somebody's choice, to try a receiver out."""

from __future__ import annotations

from xi_sdk_resellers.sandbox.desks.desk import Desk
from xi_sdk_resellers.sandbox.desks.values import is_web_address
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.events import STOCK_UPDATE


class StockUpdateDesk(Desk):
    """Posts a given event to a given URL, with a given signature."""

    def resellers_v1_webhooks_availabilityupdate_post(self, request: Request) -> Answer:
        """Send the event: 200 without a body as soon as it is on its way, 400 for what is no URL."""
        url = str(request.headers["targeturl"])
        if not is_web_address(url):
            raise InvalidRequest(FieldError("targeturl", "must be an http or https URL", url))
        self._world.courier.forward(dict(request.content), STOCK_UPDATE, url, str(request.headers["x-hub-signature"]))
        return Answer(200)
