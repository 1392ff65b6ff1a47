"""``xi-resellers get ORDER``: one order in full."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from typing import TYPE_CHECKING

from xi_sdk_resellers._commands.asking import NO, add_account, ask, fail
from xi_sdk_resellers._commands.printing import write, write_table
from xi_sdk_resellers.exceptions import NotFoundException

if TYPE_CHECKING:
    from xi_sdk_resellers.orders import Orders


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("number", metavar="ORDER", help="the vendor's number of the order")
    parser.add_argument("--json", action="store_true", help="write all that the vendor sends, as JSON")
    add_account(parser)


def run(options: Namespace) -> int:
    """Read the order; 0 when it is there, 1 when it is not."""
    return ask(options, partial(_read, options=options))


def _read(orders: Orders, options: Namespace) -> int:
    try:
        order = orders.get(options.number)
    except NotFoundException as error:
        return fail(str(error), NO)
    if options.json:
        write(order.to_str())
        return 0
    write(str(order))
    shipments = order.shipments()
    if shipments:
        write()
        rows = [
            (
                each.carrier,
                ", ".join(each.tracking_numbers),
                each.shipped,
                each.delivered or each.estimated_delivery,
                "delivered" if each.delivered else "expected" if each.estimated_delivery else "",
                each.quantity,
                ", ".join(line.line_number for line in each.lines),
            )
            for each in shipments
        ]
        write_table(("Carrier", "Tracking numbers", "Shipped", "Arrives", "", "Pieces", "Lines"), rows)
    return 0
