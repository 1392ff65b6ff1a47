"""``xi-resellers find PO``: was it placed?"""

from __future__ import annotations

import json
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from xi_sdk_resellers._commands.asking import NO, add_account, ask
from xi_sdk_resellers._commands.printing import write, write_json, write_table
from xi_sdk_resellers._values.answers import text
from xi_sdk_resellers.models.vocabularies import Status

if TYPE_CHECKING:
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponseOrder
    from xi_sdk_resellers.orders import Orders

_BETWEEN = 5.0
"""Seconds between two looks."""

ABSENT = """\
A new order is listed within seconds: --wait 30 looks again. One that was handed over to v7 in a maintenance window is
listed after it. Orders.place with the same number does no harm in either case: it looks first, or is refused a second
one."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "number", metavar="PO", help="your number of the order (customerOrderNumber), as the log has it"
    )
    parser.add_argument("--wait", type=float, default=0.0, metavar="SECONDS", help="look again for so long (0)")
    parser.add_argument("--json", action="store_true", help="write what was found as JSON")
    add_account(parser)


def run(options: Namespace) -> int:
    """Look for the order; 0 when it is there, 1 when it is not."""
    return ask(options, partial(_look, options=options))


def _look(orders: Orders, options: Namespace) -> int:
    found = look_for(orders, options.number, options.wait, time.monotonic, time.sleep)
    if options.json:
        listed = [json.loads(order.to_json()) for order in found]
        write_json({"customerOrderNumber": options.number, "placed": bool(found), "orders": listed})
    elif found:
        many = f"{len(found)} orders" if len(found) > 1 else "1 order"
        over = all(order.status is Status.CANCELLED for order in found)
        write(f"{options.number} was placed{' and cancelled' if over else ''}: {many}\n")
        rows = [
            (order.ingram_order_number, order.status, text(order.ingram_order_date)[:16], order.order_total)
            for order in found
        ]
        write_table(("Order", "Status", "Date", "Total"), rows)
    else:
        write(f"{options.number} was not found: no order with this number is listed\n\n{ABSENT}")
    return 0 if found else NO


def look_for(
    orders: Orders, number: str, wait: float, clock: Callable[[], float], sleep: Callable[[float], None]
) -> list[OrderSearchResponseOrder]:
    """Find the orders that have exactly this number, in any letter case when none has it as it is written.

    Args:
        orders: the workflows.
        number: your number of the order.
        wait: seconds to look again for while there is none.
        clock: seconds that pass.
        sleep: waits.
    """
    until = clock() + wait
    while True:
        listed = list(orders.search(customer_order_number=number))
        exact = [order for order in listed if text(order.customer_order_number) == number]
        same = [order for order in listed if text(order.customer_order_number).casefold() == number.casefold()]
        left = until - clock()
        if same or left <= 0:
            return exact or same
        sleep(min(_BETWEEN, left))
