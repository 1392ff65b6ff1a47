"""What stands in a journal: one entry for each change, from before it is sent until its result is known."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timezone
from enum import Enum
from typing import Any, Protocol

from xi_sdk_resellers._values.narrow import is_object


class JournalState(str, Enum):
    """What is known about a change."""

    OPEN = "open"
    """It was begun, and nobody has written down how it ended."""
    DONE = "done"
    """The vendor has made it."""
    REJECTED = "rejected"
    """The vendor has answered that it did not make it."""
    NOT_SENT = "not_sent"
    """It did not reach the vendor."""
    ABSENT = "absent"
    """It was looked for when it had to be there, and was not."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class JournalEntry:
    """One change. It holds no addresses and no secrets; of the content hashes and counts, and changed lines' parts.

    Attributes:
        key: what tells it from every other change.
        operation: the method of ``Orders`` that makes it, such as ``place``; ``create_return`` for ``Returns.create``.
        host: the base URL of the vendor's service.
        account: the customer number of the account.
        country: its country.
        number: the customer order number; of a change to an order, the vendor's order number.
        digest: a hash of the content.
        lines: how many lines the content has.
        pieces: how many pieces they ask for.
        parts: a hash of part numbers and quantities, to recognize the order by; empty when it cannot be.
        correlation_id: the IM-CorrelationID of the change.
        state: what is known about it.
        began: when its first run began, in seconds since 1970.
        sent: when it was sent for the last time, or about to be.
        runs: how many runs there were.
        owner: the run that is at it; empty when none is.
        lease: until when that run may be at it.
        order_numbers: the vendor's order numbers, when they are known; of returns, the numbers of their cases.
        confirmation: the vendor's confirmation of a v7 order, when there is one.
        before: what an order was like before a change to it, as JSON; empty for other changes.
        revision: how often the entry was written.
    """

    key: str
    operation: str
    host: str
    account: str
    country: str
    number: str
    digest: str = ""
    lines: int = 0
    pieces: int = 0
    parts: str = ""
    correlation_id: str = ""
    state: JournalState = JournalState.OPEN
    began: float = 0.0
    sent: float = 0.0
    runs: int = 0
    owner: str = ""
    lease: float = 0.0
    order_numbers: tuple[str, ...] = ()
    confirmation: str = ""
    before: str = ""
    revision: int = 0

    @property
    def began_at(self) -> datetime:
        """When its first run began."""
        return datetime.fromtimestamp(self.began, timezone.utc)

    def to_json(self) -> str:
        """Write it as JSON."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str | bytes) -> JournalEntry:
        """Read what :meth:`to_json` wrote; what a later version has added is left out.

        Raises:
            ValueError: it is something else.
        """
        found: Any = json.loads(text)
        if not is_object(found):
            raise ValueError("a journal entry must be a JSON object")
        known = {field.name: found[field.name] for field in fields(cls) if field.name in found}
        known["state"] = JournalState(known.get("state", JournalState.OPEN))
        known["order_numbers"] = tuple(known.get("order_numbers", ()))
        return cls(**known)


class Journal(Protocol):
    """Keeps entries so that no crash loses them. Whatever is raised stops the change before it is sent."""

    def now(self) -> float:
        """Return the time in seconds since 1970, by a clock that all users of this journal share."""
        ...

    def read(self, key: str) -> JournalEntry | None:
        """Return the entry under a key, or None."""
        ...

    def write(self, entry: JournalEntry, revision: int | None) -> bool:
        """Write an entry, unless somebody else has written it meanwhile.

        It must be safe from any crash when this returns.

        Args:
            entry: the entry.
            revision: the revision of the entry that it replaces; None when there is none.

        Returns:
            Whether it was written: False when the stored revision is another one.
        """
        ...

    def unresolved(self) -> list[JournalEntry]:
        """List the entries that are open, the oldest first."""
        ...

    def prune(self, before: datetime) -> int:
        """Delete entries that are not open and were written last before this time; return how many."""
        ...
