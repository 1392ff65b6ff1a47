"""Runs beside each other, journals that fail, and orders that go from one way to the other."""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import replace
from datetime import datetime, timezone

import pytest

from test.support.journaled import (
    ADD,
    DETAILS,
    DONE,
    PLACE,
    QUEUE,
    Broken,
    Crash,
    Dying,
    add,
    held,
    numbers,
    request,
    sent,
)
from test.support.workflow_twins import Clock
from xi_sdk_resellers import ApiException, Outcome
from xi_sdk_resellers.journal import (
    JournalException,
    JournalState,
    RunInProgressException,
    RunUnresolvedException,
)
from xi_sdk_resellers.sandbox import Fault


@pytest.fixture
def orders(recorded):
    return recorded


# Runs that are alive.


def elsewhere(journal, operation="place", lease=100.0, age=10.0):
    """Let a run on another host be at PO-1."""
    (entry,) = journal.unresolved()
    now = journal.now()
    owner = "another-host/1/2/3/4" if lease is not None else ""
    changed = replace(
        entry, owner=owner, lease=now + (lease or 0), sent=now - age, operation=operation, revision=entry.revision + 1
    )
    assert journal.write(changed, entry.revision)


@pytest.fixture
def begun(with_journal, journal, sandbox):
    """An order that was written down, and not sent."""
    with pytest.raises(Crash):
        with_journal(Dying(journal, 1, True)).place(request())


def test_a_run_on_another_host_is_waited_for_and_told(orders, journal, sandbox, clock, begun):
    elsewhere(journal)
    with pytest.raises(RunInProgressException) as caught:
        orders.place(request(), timeout=30)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "process 1 on another-host has been at it" in str(caught.value)
    assert caught.value.retry_at > datetime.now(timezone.utc)
    assert clock.now == pytest.approx(30)
    assert sent(sandbox) == []
    (entry,) = journal.unresolved()
    assert entry.owner.startswith("another-host")


@pytest.mark.parametrize("lease", [-1.0, None], ids=["its lease is over", "it has left"])
def test_a_dead_run_on_another_host_is_taken_over(orders, journal, sandbox, clock, begun, lease):
    elsewhere(journal, lease=lease)
    assert numbers(orders.place(request())) == [sandbox.ledger.orders[0].ingram_order_number]
    assert clock.now == 0


def test_two_calls_at_once_place_one_order_and_both_get_it(with_journal, journal, sandbox):
    import time

    class RealClock(Clock):
        def __call__(self):
            return time.monotonic()

        def sleep(self, seconds):
            time.sleep(seconds)

    shared = with_journal(journal, clock=RealClock())
    got = []
    threads = [threading.Thread(target=lambda: got.append(numbers(shared.place(request())))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [[sandbox.ledger.orders[0].ingram_order_number]] * 8
    assert sent(sandbox) == [PLACE]


def test_an_interrupted_run_is_over_at_once(with_journal, journal, orders, sandbox):
    class Interrupted(Clock):
        def sleep(self, seconds):
            raise Crash

    sandbox.faults.add(Fault("status", status=500, operation=PLACE))
    with pytest.raises(Crash):
        with_journal(journal, clock=Interrupted()).place(request())
    assert numbers(orders.place(request())) == [sandbox.ledger.orders[0].ingram_order_number]


class Overtaken:
    """A journal in which somebody else writes just before one of the writes of this run."""

    def __init__(self, journal, at):
        self.journal, self.left = journal, at

    def __getattr__(self, name):
        return getattr(self.journal, name)

    def write(self, entry, revision):
        self.left -= 1
        if not self.left:
            before = self.journal.read(entry.key)
            assert self.journal.write(replace(before, revision=before.revision + 1), before.revision)
        return self.journal.write(entry, revision)


def test_a_run_that_was_overtaken_sends_nothing_again(with_journal, journal, sandbox):
    sandbox.faults.add(Fault("status", status=503, operation=PLACE))
    with pytest.raises(RunInProgressException) as caught:
        with_journal(Overtaken(journal, 2)).place(request())
    assert caught.value.outcome is Outcome.UNKNOWN
    assert caught.value.hint == "wait for it, and look"
    assert "another run has taken over" in str(caught.value)
    assert sent(sandbox) == [PLACE]


def test_the_first_entry_of_a_change_is_written_once(with_journal, journal, orders, sandbox):
    number = held(orders, sandbox)
    with pytest.raises(Crash):
        with_journal(Dying(journal, 1, True)).cancel(number)
    (entry,) = journal.unresolved()
    assert (entry.revision, entry.runs, entry.operation, entry.number) == (1, 1, "cancel", number)
    assert (entry.lines, entry.pieces, entry.digest, entry.parts) == (0, 0, "", "")


# Journals that fail.


@pytest.mark.parametrize("broken", ["read", "write", "now"])
@pytest.mark.parametrize(("work", "count"), DONE.values(), ids=DONE)
def test_a_journal_that_fails_stops_a_change_before_it_is_sent(
    with_journal, journal, orders, sandbox, work, count, broken
):
    number = held(orders, sandbox)
    before = len(sent(sandbox))
    with pytest.raises(JournalException) as caught:
        work(with_journal(Broken(journal, broken)), number)
    assert caught.value.outcome is Outcome.NOT_SENT
    assert "No space left on device" in str(caught.value)
    assert len(sent(sandbox)) == before
    work(orders, number)


def test_a_journal_that_fails_afterwards_takes_nothing_back(with_journal, journal, orders, sandbox, caplog):
    class FullLater(Dying):
        def write(self, entry, revision):
            if entry.state is not JournalState.OPEN:
                raise OSError(28, "No space left on device")
            return self.journal.write(entry, revision)

    with caplog.at_level(logging.ERROR, "xi_sdk_resellers.orders"):
        placed = numbers(with_journal(FullLater(journal, 0, False)).place(request()))
    assert "the journal did not take that PO-1 is done" in caplog.text
    assert placed == [sandbox.ledger.orders[0].ingram_order_number]
    assert numbers(orders.place(request())) == placed
    assert len(sandbox.ledger.orders) == 1


def test_a_result_is_written_over_what_somebody_else_has_begun(with_journal, journal, orders, sandbox):
    """As after a pause of this process that was longer than its lease."""

    class Slow(Dying):
        def write(self, entry, revision):
            if entry.state is not JournalState.OPEN and self.left:
                self.left = 0
                elsewhere(self.journal)
            return self.journal.write(entry, revision)

    placed = numbers(with_journal(Slow(journal, 1, False)).place(request()))
    assert journal.unresolved() == []
    assert numbers(orders.place(request())) == placed


# From one way to the other.


def test_an_order_that_was_handed_over_is_not_placed_as_well(orders, journal, sandbox, clock):
    sandbox.maintenance = True
    orders.place_async(request())
    with pytest.raises(RunUnresolvedException) as caught:
        orders.place(request())
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "handed over to v7 as" in str(caught.value)
    assert sent(sandbox) == [QUEUE]
    sandbox.maintenance = False
    sandbox.drain()
    assert numbers(orders.place(request())) == [sandbox.ledger.orders[0].ingram_order_number]
    assert sent(sandbox) == [QUEUE]


def test_an_order_that_may_be_placed_is_handed_over_only_when_no_search_can_be_late(orders, journal, sandbox, clock):
    sandbox.maintenance = True
    with pytest.raises(ApiException):
        orders.place(request(), attempts=1, lookup_wait=1)
    with pytest.raises(RunUnresolvedException) as caught:
        orders.place_async(request(), lookup_wait=1)
    assert caught.value.retry_at.timestamp() == pytest.approx(journal.now() + 86_400, abs=60)
    assert sent(sandbox) == [PLACE]
    elsewhere(journal, lease=None, age=86_401)
    assert orders.place_async(request(), lookup_wait=1).confirmation_number
    assert sent(sandbox) == [PLACE, QUEUE]


def test_what_may_be_in_the_queue_is_not_handed_over_again(with_journal, journal, orders, sandbox):
    sandbox.maintenance = True
    with pytest.raises(Crash):
        with_journal(Dying(journal, 2, False)).place_async(request())
    for _ in range(2):
        with pytest.raises(RunUnresolvedException) as caught:
            orders.place_async(request(), lookup_wait=1)
        assert caught.value.outcome is Outcome.UNKNOWN
    with pytest.raises(RunUnresolvedException, match="perhaps handed over to v7") as caught:
        orders.place(request(), lookup_wait=1)
    assert (caught.value.operation, caught.value.effect) == (PLACE, "the order was placed")
    assert sent(sandbox) == [QUEUE]
    sandbox.maintenance = False
    sandbox.drain()
    (order,) = sandbox.ledger.orders
    assert numbers(orders.place(request())) == [order.ingram_order_number]
    assert orders.place_async(request()).order_numbers == [order.ingram_order_number]
    assert sent(sandbox) == [QUEUE]


def test_a_confirmation_is_given_again(orders, sandbox):
    first = orders.place_async(request())
    again = orders.place_async(request())
    assert (again.confirmation_number, again.customer_order_number) == (first.confirmation_number, "PO-1")
    assert sent(sandbox) == [QUEUE]


def test_an_order_that_was_changed_otherwise_does_not_tell(with_journal, journal, orders, sandbox):
    """Somebody has added something like it: whether ours was added cannot be told."""
    number = held(orders, sandbox)
    with pytest.raises(Crash):
        with_journal(Dying(journal, 1, True)).modify(number, ADD)
    other = {"lines": [{**ADD["lines"][0], "customerLineNumber": "7", "quantity": 9}]}
    orders.modify(number, other)
    with pytest.raises(RunUnresolvedException, match="does not tell whether it was changed"):
        orders.modify(number, ADD)
    assert DONE["modify, a new line"][1](sandbox, number) == 1


def test_an_order_that_cannot_be_read_does_not_tell(with_journal, journal, orders, sandbox):
    number = held(orders, sandbox)
    with pytest.raises(Crash):
        with_journal(Dying(journal, 1, True)).modify(number, ADD)
    sandbox.faults.add(Fault("status", status=500, operation=DETAILS, times=None))
    with pytest.raises(RunUnresolvedException, match="could not be read"):
        orders.modify(number, ADD)
    sandbox.faults.clear()
    assert add(orders, number) == "DF4128"


def test_an_answer_that_only_the_journal_has_is_whole(orders, sandbox):
    first = orders.place(request(lines=[{"ingramPartNumber": part, "quantity": 1} for part in ("8RB884", "RQ6000")]))
    again = orders.place(request(lines=[{"ingramPartNumber": part, "quantity": 1} for part in ("8RB884", "RQ6000")]))
    assert sorted(numbers(again)) == sorted(numbers(first))
    assert again.purchase_order_total == first.purchase_order_total
    assert json.dumps(again.to_dict())
    sandbox.faults.add(Fault("status", status=500, operation=DETAILS, times=None))
    third = orders.place(request(lines=[{"ingramPartNumber": part, "quantity": 1} for part in ("8RB884", "RQ6000")]))
    assert sorted(numbers(third)) == sorted(numbers(first))


def test_a_journal_that_never_takes_an_entry_ends_in_time(with_journal, journal, sandbox, clock):
    class Stubborn(Dying):
        def write(self, entry, revision):
            return False

    with pytest.raises(RunInProgressException, match="again and again"):
        with_journal(Stubborn(journal, 1, False)).place(request(), timeout=30)
    assert clock.now == pytest.approx(30)
    assert sent(sandbox) == []
