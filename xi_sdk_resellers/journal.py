"""A journal of changes: what was begun is known after a crash, and a later run goes on where the earlier one died.

::

    orders = Orders(client, journal=SqliteJournal("~/orders.journal"))
    orders.place(order)

Before anything is sent, the intent is written: account, number, a hash of the content, correlation ID, time. After it,
the result. No addresses, no secrets.
"""

from __future__ import annotations

from xi_sdk_resellers._journal.entry import Journal, JournalEntry, JournalState
from xi_sdk_resellers._journal.errors import (
    JournalConflictException,
    JournalException,
    RunInProgressException,
    RunUnresolvedException,
)
from xi_sdk_resellers._journal.sql import SqlJournal
from xi_sdk_resellers._journal.sqlite import SqliteJournal

__all__ = [
    "Journal",
    "JournalConflictException",
    "JournalEntry",
    "JournalException",
    "JournalState",
    "RunInProgressException",
    "RunUnresolvedException",
    "SqlJournal",
    "SqliteJournal",
]

for _public in (Journal, JournalEntry, JournalState, SqlJournal, SqliteJournal):
    _public.__module__ = "xi_sdk_resellers.journal"
