"""``xi-resellers journal``: what was begun and not finished, and what became of it."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from xi_sdk_resellers._commands.asking import NO, NOT_ASKED, WRONG, add_account, ask, fail
from xi_sdk_resellers._commands.printing import write, write_json, write_table
from xi_sdk_resellers.exceptions import ApiValueError
from xi_sdk_resellers.journal import JournalEntry, JournalState, SqliteJournal, SqlJournal
from xi_sdk_resellers.orders import Orders

if TYPE_CHECKING:
    Kept = SqliteJournal | SqlJournal


def add_arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument("journal", metavar="FILE|URL", help="the file of a SqliteJournal, or a database's URL")
    parser.add_argument("--number", metavar="NUMBER", help="only changes of this order, by your number or the vendor's")
    parser.add_argument("--resolve", action="store_true", help="ask the vendor what became of them, and write it down")
    parser.add_argument("--json", action="store_true", help="write the entries as JSON")
    add_account(parser)


def run(options: Namespace) -> int:
    """List what is open; 0 when nothing is, 1 when something is."""
    where: str = options.journal
    is_file = "://" not in where
    if is_file and not Path(where).expanduser().is_file():
        return fail(f"there is no journal {where}", WRONG)
    try:
        with SqliteJournal(where) if is_file else nullcontext(SqlJournal(where)) as kept:
            if options.resolve:
                return ask(options, partial(_resolve, kept=kept, options=options))
            return _told(kept.unresolved(), options)
    except ApiValueError as error:
        return fail(str(error).replace(where, "the URL"), WRONG)
    except Exception as error:
        # A database's own error may show its URL with the password, so only its kind is told.
        return fail(f"the journal cannot be read: {type(error).__name__}", NOT_ASKED)


def _resolve(orders: Orders, kept: Kept, options: Namespace) -> int:
    return _told(Orders(orders.api_client, journal=kept).resolve(), options)


def _told(entries: Sequence[JournalEntry], options: Namespace) -> int:
    entries = [each for each in entries if not options.number or options.number in (each.number, *each.order_numbers)]
    still_open = [each for each in entries if each.state is JournalState.OPEN]
    if options.json:
        write_json([json.loads(each.to_json()) for each in entries])
    elif entries:
        rows = [
            (
                each.began_at,
                each.operation,
                each.number,
                f"{each.account} {each.country}",
                each.state,
                ", ".join(each.order_numbers),
                each.runs,
                each.correlation_id,
            )
            for each in entries
        ]
        write_table(("Begun (UTC)", "What", "Number", "Account", "State", "Orders", "Runs", "Correlation ID"), rows)
    else:
        write("nothing is open")
    return NO if still_open else 0
