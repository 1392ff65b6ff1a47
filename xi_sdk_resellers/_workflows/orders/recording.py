"""Write down what is about to be sent and what became of it, and find out what earlier runs have begun. Without I/O."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from xi_sdk_resellers._journal.entry import Journal, JournalEntry, JournalState
from xi_sdk_resellers._journal.errors import (
    JournalConflictException,
    JournalException,
    RunInProgressException,
    RunUnresolvedException,
)
from xi_sdk_resellers._journal.runs import alive, begin_run, end_run, where
from xi_sdk_resellers._process.log import facts
from xi_sdk_resellers._values.dates import utc
from xi_sdk_resellers._workflows.orders.content import Content, short_hash
from xi_sdk_resellers._workflows.orders.duplicates import DuplicateOrderException
from xi_sdk_resellers._workflows.plan import GRACE, Do, Patience, Plan, Wait, account_of
from xi_sdk_resellers.exceptions import ApiException, OpenApiException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers.operation import Operation

R = TypeVar("R")
T = TypeVar("T")
logger = logging.getLogger("xi_sdk_resellers.orders")

_LONGER = 5.0
"""Seconds that a lease lasts beyond the time of its run."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 1.0
_UNUSABLE = "the journal cannot be used"
_WITHOUT_IT = "See that the disk has room and the database answers. Nothing is sent without a journal that takes it."


class Scope(NamedTuple):
    """Where a number means something: one account at one service."""

    host: str
    account: str
    country: str

    @classmethod
    def of(cls, client: Any, headers: Mapping[str, Any]) -> Scope:
        """Find it for the calls of a client, as they find their headers."""
        account, country = account_of(client, headers)
        return cls(str(client.configuration.host).rstrip("/"), account or "", country or "")

    def key(self, *parts: str) -> str:
        """Make the key of an entry."""
        return f"{parts[0]}-{short_hash('|'.join((*self, *parts)))}"


@dataclass(frozen=True)
class Claim:
    """An entry that this run may go on with."""

    entry: JournalEntry
    before: JournalEntry | None = None
    """What an earlier run that died, or ended in doubt, has left."""

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return self.entry.state is JournalState.DONE


class Known(NamedTuple):
    """The result of a change that was made before."""

    answer: Any


class Recorder:
    """Keeps the entry of one change.

    Args:
        journal: where it stands.
        blank: the entry as it is when nobody has begun it: key, numbers, content.
        operation: what is called.
        patience: how long the run may take.
    """

    def __init__(self, journal: Journal, blank: JournalEntry, operation: Operation, patience: Patience) -> None:
        self.blank = blank
        self._journal = journal
        self._operation = operation
        self._patience = patience
        self._run = begin_run()
        self._entry: JournalEntry | None = None
        self._taken_over = False

    def leave(self) -> None:
        """Note that this run is over, however it ended."""
        end_run(self._run)

    def claim(self, *, anew: bool = False, wait: bool = True) -> Plan[Claim]:
        """Write the intent down, or find out what others have done. Waits for a run that is alive.

        Args:
            anew: whether a change that was made is made once more.
            wait: whether to wait for a run that is alive.

        Raises:
            JournalException: the journal cannot be used, other content was begun, or another run is at it.
        """
        pause = _FIRST_PAUSE
        while True:
            found, now = yield Do(self._look)
            if found is None or not self._is_at_it(found, now):
                claim = self._claim(found, now, anew)
                if claim.over:
                    return claim
                if (yield Do(partial(self._write, claim.entry, None if found is None else found.revision))):
                    self._entry = claim.entry
                    self._taken_over = claim.before is not None
                    return claim
            else:
                self._check(found)
            left = self._patience.left if wait else 0.0
            if not left:
                raise self._busy(found)
            yield Wait(min(pause, left))
            pause = min(pause * 2, _LONGEST_PAUSE)

    def _busy(self, found: JournalEntry | None) -> JournalException:
        """Make the exception for another run that is not over in time."""
        hint = "Others write the same entry again and again: call again later."
        if found is not None and found.owner:
            hint = f"{where(found.owner)} has been at it since {found.began_at.isoformat()}: wait for it"
        retry_at = found.lease if found is not None and found.owner else None
        return self.error(RunInProgressException, "another run is at it", Outcome.UNKNOWN, hint, retry_at=retry_at)

    def _look(self) -> tuple[JournalEntry | None, float]:
        return self._guarded(lambda: (self._journal.read(self.blank.key), self._journal.now()))

    def _is_at_it(self, entry: JournalEntry, now: float) -> bool:
        if entry.state is not JournalState.OPEN or not entry.owner:
            return False
        found = alive(entry.owner)
        return entry.lease > now if found is None else found

    def _claim(self, found: JournalEntry | None, now: float, anew: bool) -> Claim:
        """Decide what this run may do with what stands in the journal."""
        lease = now + self._patience.left + GRACE + _LONGER
        mine = replace(self.blank, began=now, sent=now, runs=1, owner=self._run, lease=lease, revision=1)
        if found is None:
            return Claim(mine)
        mine = replace(mine, revision=found.revision + 1)
        if found.state in (JournalState.OPEN, JournalState.DONE):
            self._check(found)
            if found.state is JournalState.DONE:
                return Claim(mine if anew else found)
            # When it is sent again is written down just before: until then the time of the earlier run counts.
            entry = replace(found, runs=found.runs + 1, owner=self._run, lease=lease, revision=found.revision + 1)
            return Claim(entry, found)
        return Claim(mine)

    def _check(self, found: JournalEntry) -> None:
        """Refuse content that is not what was begun under this number."""
        if found.digest == self.blank.digest:
            return
        then, now = _facts(found), _facts(self.blank)
        raise self.error(
            JournalConflictException,
            "other content was begun under this number",
            Outcome.NOT_SENT,
            f"begun {found.began_at.isoformat()} by {found.operation}: {then}, correlation ID {found.correlation_id}; "
            f"now: {now}. Choose another number, or send what was begun",
        )

    def about_to_send(self) -> Plan[None]:
        """Write down that it is sent again, now; it is not when that fails."""
        yield Do(self._note_sending)

    def _note_sending(self) -> None:
        entry = self._entry
        if entry is None:
            return
        if self._taken_over:
            self._taken_over = False
            logger.warning(
                "%s is sent again, as an earlier run may have done: %s, account %s %s (%s) [%s]",
                self._operation.name, self.blank.number, self.blank.account, self.blank.country, self.blank.host,
                self.blank.correlation_id, extra=self._facts("sent_again"),
            )  # fmt: skip
        now = self._guarded(self._journal.now)
        noted = replace(entry, sent=now, operation=self.blank.operation, revision=entry.revision + 1)
        if not self._write(noted, entry.revision):
            raise self.error(
                RunInProgressException, "another run has taken over", Outcome.UNKNOWN, "wait for it, and look"
            )
        self._entry = noted

    @property
    def _is_named(self) -> bool:
        """Whether the number of the entry is the caller's own for an order."""
        return self.blank.operation in ("place", "place_async")

    def _facts(self, event: str) -> dict[str, Any]:
        blank = self.blank
        own = self._is_named
        return facts(
            event,
            operation=self._operation.name,
            correlation_id=blank.correlation_id,
            account=blank.account,
            country=blank.country,
            host=blank.host,
            customer_order_number=blank.number if own else None,
            numbers=() if own else (blank.number,),
        )

    def finish(self, state: JournalState, **result: Any) -> Plan[None]:
        """Write the result down. What has happened has happened, so that a failure is only logged."""
        yield Do(lambda: self._finish(state, result))

    def _finish(self, state: JournalState, result: Mapping[str, Any]) -> None:
        entry = self._entry
        try:
            while entry is not None:
                over = replace(entry, state=state, owner="", lease=0.0, **result, revision=entry.revision + 1)
                if self._journal.write(over, entry.revision):
                    return
                # Somebody has taken over: what was made was made, everything else is theirs to say.
                entry = self._journal.read(over.key) if state is JournalState.DONE else None
        except Exception:
            logger.exception(
                "the journal did not take that %s is %s (%s) [%s]",
                self.blank.number, state, self.blank.host, self.blank.correlation_id, extra=self._facts("journal"),
            )  # fmt: skip

    def now(self) -> Plan[float]:
        """Ask for the journal's time."""
        now: float = yield Do(partial(self._guarded, self._journal.now))
        return now

    def _write(self, entry: JournalEntry, revision: int | None) -> bool:
        return self._guarded(lambda: self._journal.write(entry, revision))

    def _guarded(self, work: Callable[[], T]) -> T:
        """Let whatever a journal raises be one kind of exception."""
        try:
            return work()
        except Exception as error:
            raise self.error(JournalException, _UNUSABLE, Outcome.NOT_SENT, _WITHOUT_IT, detail=_said(error)) from error

    def unresolved(self, hint: str, retry_at: float | None = None) -> ApiException:
        """Make the exception for an earlier run of which nobody knows what has become."""
        reason = "it is not known what became of an earlier run"
        return self.error(RunUnresolvedException, reason, Outcome.UNKNOWN, hint, retry_at=retry_at)

    def error(
        self,
        kind: type[JournalException],
        reason: str,
        outcome: Outcome,
        hint: str,
        *,
        retry_at: float | None = None,
        detail: str | None = None,
    ) -> JournalException:
        """Make an exception about this change."""
        return kind(
            reason=reason,
            correlation_id=self.blank.correlation_id or None,
            customer_order_number=self.blank.number if self._is_named else None,
            outcome=outcome,
            operation=self._operation.name,
            method=self._operation.method,
            path=self._operation.path,
            effect=self._operation.done,
            hint=hint,
            retry_at=utc(retry_at),
            detail=detail,
        )


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def open_entries(journal: Journal) -> list[JournalEntry]:
    """List what is open in a journal.

    Raises:
        JournalException: it cannot be read.
    """
    try:
        return journal.unresolved()
    except Exception as error:
        raise JournalException(
            reason=_UNUSABLE, outcome=Outcome.NOT_SENT, hint=_WITHOUT_IT, detail=_said(error)
        ) from error


def _facts(entry: JournalEntry) -> str:
    return f"{entry.lines} lines, {entry.pieces} pieces, digest {entry.digest}"


def recorded(
    recorder: Recorder,
    work: Callable[[Claim], Plan[R]],
    known: Callable[[JournalEntry], Plan[Known | None]],
    result: Callable[[R], Mapping[str, Any]],
) -> Plan[R]:
    """Make a change between two entries in a journal.

    Args:
        recorder: keeps the entry.
        work: makes the change, or goes on where an earlier run died.
        known: gives the result of a change that was made; None when it has to be made once more.
        result: what to write down of a result.
    """
    try:
        claim = yield from recorder.claim()
        if claim.over:
            found = yield from known(claim.entry)
            if found is not None:
                return cast("R", found.answer)
            claim = yield from recorder.claim(anew=True)
        try:
            answer = yield from work(claim)
        except OpenApiException as error:
            yield from recorder.finish(_state_after(error, claim))
            raise
        yield from recorder.finish(JournalState.DONE, **result(answer))
        return answer
    finally:
        recorder.leave()


def _state_after(error: OpenApiException, claim: Claim) -> JournalState:
    """Say what is known after a failure. What an earlier run may have made stays open whatever became of this one."""
    if claim.before is not None:
        return JournalState.OPEN
    if error.outcome is Outcome.REJECTED or isinstance(error, DuplicateOrderException):
        return JournalState.REJECTED  # what is there under the number is not of this run
    return JournalState.NOT_SENT if error.outcome is Outcome.NOT_SENT else JournalState.OPEN


def blank_entry(
    scope: Scope, operation: str, number: str, headers: Mapping[str, Any], content: Content | None, *key: str
) -> JournalEntry:
    """Make the entry of a change that nobody has begun."""
    digest, lines, pieces, parts = content or Content("", 0, 0, "")
    return JournalEntry(
        key=scope.key(*key),
        operation=operation,
        host=scope.host,
        account=scope.account,
        country=scope.country,
        number=number,
        digest=digest,
        lines=lines,
        pieces=pieces,
        parts=parts,
        correlation_id=headers.get("im_correlation_id") or "",
    )
