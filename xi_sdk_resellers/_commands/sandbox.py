"""``xi-resellers sandbox``: run a sandbox, or steer one that runs."""

from __future__ import annotations

import json
import os
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from http.client import HTTPConnection, HTTPException
from typing import Any, cast
from urllib.parse import urlsplit

from xi_sdk_resellers._commands.asking import NO, NOT_ASKED, fail
from xi_sdk_resellers._commands.printing import write, write_json, write_table
from xi_sdk_resellers.sandbox.__main__ import add_options
from xi_sdk_resellers.sandbox.__main__ import run as run_sandbox
from xi_sdk_resellers.sandbox.contract import operations
from xi_sdk_resellers.sandbox.faults.plan import KINDS
from xi_sdk_resellers.sandbox.server import CONTROL_PATH
from xi_sdk_resellers.sandbox.world.events import STATUS_EVENTS

_URL = "http://127.0.0.1:8080"
_PATIENCE = 10.0
_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}
_NOT_SENT = {"command", "action", "url", "json"}


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command: the options of a sandbox, and what can be done to one that runs."""
    add_options(parser)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", title="what to do to a sandbox that runs")
    add = _adder(actions)
    add("orders", "list its orders")
    ship = add("ship", "let an order leave, with its events", "number")
    ship.add_argument("--line", dest="lines", type=int, action="append", metavar="N", help="only this line; repeatable")
    ship.add_argument("--quantity", type=int, metavar="N", help="at most so many pieces of each line")
    ship.add_argument("--no-invoice", dest="invoice", action="store_false", help="write no invoice")
    add("void", "void an order, as if nobody had released it in time", "number")
    deliver = add("deliver", "deliver an event without changing the order", "number")
    deliver.add_argument("event_type", metavar="EVENT", choices=STATUS_EVENTS, help=", ".join(STATUS_EVENTS))
    restock = add("restock", "let a delivery of a product come in")
    restock.add_argument("part", metavar="PART", help="the vendor's part number")
    restock.add_argument("quantity", metavar="N", type=int, help="how many pieces; a negative number takes them away")
    restock.add_argument("--warehouse", metavar="ID", help="such as 20; else the usual one of the product")
    add("report", "deliver what has changed of the stock, as events")
    _add_fault(add("fail", "let requests go wrong"))
    add("heal", "forget all faults, and end a maintenance")
    add("maintenance", "begin a maintenance: v6 creation fails, v7 orders wait")
    advance = add("advance", "move its time on: tokens end, held orders are voided")
    advance.add_argument("seconds", metavar="TIME", type=_seconds, help="such as 90, 30m, 25h, 2d")


def _adder(actions: Any) -> Any:
    def add(name: str, told: str, *arguments: str) -> ArgumentParser:
        parser = cast("ArgumentParser", actions.add_parser(name, help=told, description=f"{told.capitalize()}."))
        for each in arguments:
            parser.add_argument(each, metavar="ORDER", help="the vendor's number of the order")
        parser.add_argument("--url", help=f"where the sandbox listens; else XI_HOST, else {_URL}")
        parser.add_argument("--json", action="store_true", help="write the answer as JSON")
        return parser

    return add


def _add_fault(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("kind", metavar="KIND", choices=KINDS, help=", ".join(KINDS))
    add("--operation", choices=sorted(operations()), metavar="NAME", help="only this one, such as post_createorder_v6")
    add("--status", type=int, help="the HTTP status to answer with")
    add("--times", type=int, default=1, help="how many requests (1)")
    add("--nth", type=int, default=1, help="the first of them, counted from now (1)")
    add("--effect", action="store_true", help="the request is carried out before it goes wrong")
    add("--delay", type=float, metavar="SECONDS", help="wait before")
    add("--at-byte", type=int, metavar="N", help="where on the wire, or how much")
    add("--body", help="what is sent instead")


def _seconds(text: str) -> float:
    found = re.fullmatch(r"\+?(\d+(?:\.\d+)?)([smhd]?)", text)
    if not found:
        raise ArgumentTypeError(f"must be a time such as 90, 30m, 25h or 2d, not {text!r}")
    return float(found[1]) * _UNITS[found[2]]


def run(options: Namespace) -> int:
    """Run a sandbox until Ctrl-C, or do something to one that runs."""
    if options.action is None:
        return run_sandbox(options)
    started_with = vars(_options_of_a_start())
    given = {
        name: value
        for name, value in vars(options).items()
        if name not in _NOT_SENT and name not in started_with and value is not None
    }
    url = options.url or _sandbox_of_the_environment() or _URL
    try:
        status, answer = _send(url, options.action, given)
    except (OSError, HTTPException) as error:
        return fail(f"no sandbox listens on {url}: {error}", NOT_ASKED)
    if status != 200:
        said = cast("dict[str, Any]", answer).get("message") if isinstance(answer, dict) else None
        return fail(str(said or f"what listens on {url} is no sandbox that takes commands"), NO if said else NOT_ASKED)
    _tell(answer, as_json=options.json)
    return 0


def _options_of_a_start() -> Namespace:
    parser = ArgumentParser()
    add_options(parser)
    return parser.parse_args([])


def _sandbox_of_the_environment() -> str | None:
    """Take XI_HOST where it names this machine: nothing is ever sent to the vendor from here."""
    url = os.environ.get("XI_HOST", "")
    parts = urlsplit(url)
    return url if parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1") else None


def _send(url: str, command: str, given: dict[str, Any]) -> tuple[int, object]:
    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname or "", parts.port or 80, timeout=_PATIENCE)
    try:
        connection.request("POST", f"{CONTROL_PATH}{command}", json.dumps(given), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    try:
        return answer.status, json.loads(body)
    except ValueError:
        return answer.status, None


def _tell(answer: object, *, as_json: bool) -> None:
    if as_json:
        write_json(answer)
        return
    rows = cast("list[dict[str, object]]", answer if isinstance(answer, list) else [answer])
    if rows:
        write_table([name.replace("_", " ") for name in rows[0]], [[*row.values()] for row in rows])
    else:
        write("no orders")
