"""``xi-resellers search``: the orders that fit, as table, CSV or JSON."""

from __future__ import annotations

import csv
import inspect
import json
import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._commands.asking import NO, add_account, ask
from xi_sdk_resellers._commands.printing import cell, write, write_table
from xi_sdk_resellers._display.frames import ORDER_COLUMNS, Row
from xi_sdk_resellers._values.answers import text
from xi_sdk_resellers.orders import Orders

if TYPE_CHECKING:
    from xi_sdk_resellers.models.order_search_response import OrderSearchResponseOrder

_NOT_HERE = re.compile(r"self|im_.*|.*_bt|.*_in|page_size|start_page|start_item|progress")
"""What the search takes besides filters, or as another way to write one."""
_SEVERAL = "Sequence["
_DAYS = "Days"
_RANGE = re.compile(r"(.+)\.\.(.+)")


def _filters() -> dict[str, inspect.Parameter]:
    found = inspect.signature(Orders.search).parameters
    return {name: parameter for name, parameter in found.items() if not _NOT_HERE.fullmatch(name)}


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command: the filters of ``Orders.search``, with their docs."""
    docs = inspect.getdoc(Orders.search) or ""
    for name, parameter in _filters().items():
        kind = str(parameter.annotation)
        flags = [f"--{name.replace('_', '-')}"]
        flags += ["--status"] if name == "order_status" else ["--date"] if name == "ingram_order_date" else []
        found = re.search(rf"^\s+{name}: (.*)$", docs, re.MULTILINE)
        told = found[1].rstrip(".") if found else None
        if _DAYS in kind:
            parser.add_argument(*flags, dest=name, metavar="DAY|FIRST..LAST", type=_days, help=told)
        elif _SEVERAL in kind:
            parser.add_argument(*flags, dest=name, metavar="TEXT", action="append", help=f"{told}; may be repeated")
        else:
            parser.add_argument(*flags, dest=name, metavar="TEXT", help=told)
    parser.add_argument("--limit", type=int, metavar="COUNT", help="no more orders than that")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="write CSV with the columns of to_dataframe()")
    form.add_argument("--json", action="store_true", help="write all that the vendor sends, one JSON object a line")
    add_account(parser)


def run(options: Namespace) -> int:
    """Search; 0 when something was found, 1 when nothing was."""
    return ask(options, partial(_search, options=options))


def _days(said: str) -> str | tuple[str, str]:
    both = _RANGE.fullmatch(said)
    return (both[1], both[2]) if both else said


def _search(orders: Orders, options: Namespace) -> int:
    given: dict[str, Any] = {name: getattr(options, name) for name in _filters()}
    if options.limit is not None:
        given["page_size"] = max(1, min(100, options.limit))
    found = islice(orders.search(**given), options.limit)
    if options.csv:
        count = _write_csv(found)
    elif options.json:
        count = _write_json(found)
    else:
        count = _write_table(found)
    return 0 if count else NO


def _write_json(found: Iterable[OrderSearchResponseOrder]) -> int:
    count = 0
    for order in found:
        write(json.dumps(json.loads(order.to_json()), ensure_ascii=False))
        count += 1
    return count


def _write_csv(found: Iterable[OrderSearchResponseOrder]) -> int:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(column.name for column in ORDER_COLUMNS)
    count = 0
    for order in found:
        writer.writerow(cell(column.value(Row(order, order))) for column in ORDER_COLUMNS)
        count += 1
    return count


def _write_table(found: Iterable[OrderSearchResponseOrder]) -> int:
    rows = [
        (
            order.ingram_order_number,
            order.customer_order_number,
            text(order.ingram_order_date)[:10],
            order.status,
            order.order_total,
            text(order.end_user_company_name),
        )
        for order in found
    ]
    if rows:
        write_table(("Order", "Your number", "Date", "Status", "Total", "End user"), rows)
    else:
        write("no order fits")
    return len(rows)
