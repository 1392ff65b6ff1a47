"""The desk of the orders."""

from __future__ import annotations

from xi_sdk_resellers.sandbox.desks.desk import Desk, quirks
from xi_sdk_resellers.sandbox.desks.orders import details, search
from xi_sdk_resellers.sandbox.desks.orders.changes import Changes
from xi_sdk_resellers.sandbox.desks.orders.creation import Creation
from xi_sdk_resellers.sandbox.desks.orders.queued import Queue
from xi_sdk_resellers.sandbox.errors import ErrorShape
from xi_sdk_resellers.sandbox.wire import Answer, Request
from xi_sdk_resellers.sandbox.world.world import World


def _is_release(request: Request) -> bool:
    return "actionCode" in request.query


class OrdersDesk(Desk):
    """Places, changes, releases, cancels, finds and shows orders."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._creation = Creation(world)
        self._queue = Queue(world, self._creation)
        self._changes = Changes(world)

    @quirks(errors=ErrorShape(message_key="messaage"), fails_in_maintenance=True)
    def post_createorder_v6(self, request: Request) -> Answer:
        """Place an order at once: 201, 207 with rejected lines, or 400."""
        return self._creation.create(request)

    @quirks(errors=ErrorShape(trace_key="traceid"))
    def post_createorder_v7(self, request: Request) -> Answer:
        """Confirm an order and place it later."""
        return self._queue.confirm(request)

    @quirks(may_lack_body=_is_release)
    def put_ordermodify(self, request: Request) -> Answer:
        """Change or release an order on hold; a release may come without a body."""
        return self._changes.modify(request)

    @quirks(errors=ErrorShape(type_key="1ype"))
    def delete_ordercancel(self, request: Request) -> Answer:
        """Cancel an order on hold: 200 without a body, 404, or 405."""
        return self._changes.cancel(request)

    @quirks(errors=ErrorShape(trace_key="traceid", listed=False))
    def get_orderdetails_v6_1(self, request: Request) -> Answer:
        """Return an order, by its number or by one of its sub-order numbers."""
        return details.show(self._world.ledger, request)

    @quirks(errors=ErrorShape(type_key="1ype"))
    def get_resellers_v6_ordersearch(self, request: Request) -> Answer:
        """Find orders: 200 with one page, 204 when there is none, 400 for filters that make no sense."""
        return search.find(self._world.ledger, request)
