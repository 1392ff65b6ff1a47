"""What was begun and not finished is found out by looking, and written down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from test.support.journaled import ADD, DONE, PLACE, QUEUE, SEARCH, UPDATE, Broken, Crash, Dying, held, request, sent
from xi_sdk_resellers import ApiException, ApiValueError
from xi_sdk_resellers.journal import JournalException, JournalState
from xi_sdk_resellers.sandbox import Fault

DAY = 86_401.0


def older(journal, seconds):
    """Let what is open have been sent some time ago."""
    for entry in journal.unresolved():
        changed = replace(entry, sent=entry.sent - seconds, revision=entry.revision + 1)
        assert journal.write(changed, entry.revision)


def begin(with_journal, journal, work, number, *, sent_as_well):
    """Let a run die before, or after, it has sent what it has written down."""
    with pytest.raises(Crash):
        work(with_journal(Dying(journal, 2 if sent_as_well else 1, not sent_as_well)), number)


@pytest.mark.parametrize(("work", "count"), DONE.values(), ids=DONE)
def test_what_was_made_is_found(with_journal, journal, recorded, sandbox, work, count):
    number = held(recorded, sandbox)
    begin(with_journal, journal, work, number, sent_as_well=True)
    sandbox.drain()
    before, asked = len(sent(sandbox)), len(sandbox.ledger.requests)
    (entry,) = recorded.resolve()
    searches = [one.query for one in sandbox.ledger.requests[asked:] if one.operation == SEARCH]
    assert all(query["customerOrderNumber"] == [entry.number] for query in searches)
    assert (entry.state, entry.owner, entry.lease) == (JournalState.DONE, "", 0.0)
    assert len(entry.order_numbers) == 1
    assert journal.unresolved() == []
    assert recorded.resolve() == []
    work(recorded, number)
    assert len(sent(sandbox)) == before
    assert count(sandbox, number) == 1


@pytest.mark.parametrize(("work", "count"), DONE.values(), ids=DONE)
def test_what_was_not_made_is_absent_when_it_had_to_be_there(with_journal, journal, recorded, sandbox, work, count):
    number = held(recorded, sandbox)
    begin(with_journal, journal, work, number, sent_as_well=False)
    (entry,) = recorded.resolve()
    assert entry.state is JournalState.OPEN
    assert journal.unresolved() == [replace(entry, revision=journal.unresolved()[0].revision)]
    older(journal, DAY)
    (entry,) = recorded.resolve()
    assert entry.state is JournalState.ABSENT
    assert journal.unresolved() == []
    work(recorded, number)
    sandbox.drain()
    assert count(sandbox, number) == 1


@pytest.mark.parametrize(("seconds", "state"), [(58.0, JournalState.OPEN), (62.0, JournalState.ABSENT)])
@pytest.mark.parametrize("name", ["cancel", "release", "modify"])
def test_a_change_may_be_under_way_for_a_minute(with_journal, journal, recorded, sandbox, name, seconds, state):
    number = held(recorded, sandbox)
    more = (UPDATE,) if name == "modify" else ()
    begin(with_journal, journal, lambda orders, one: getattr(orders, name)(one, *more), number, sent_as_well=False)
    older(journal, seconds)
    assert [entry.state for entry in recorded.resolve()] == [state]


def test_looking_does_not_make_it_younger(with_journal, journal, recorded, sandbox):
    begin(with_journal, journal, lambda orders, _: orders.place(request()), None, sent_as_well=False)
    older(journal, DAY / 2)
    for _ in range(3):
        recorded.resolve()
    older(journal, DAY / 2)
    (entry,) = recorded.resolve()
    assert entry.state is JournalState.ABSENT


def test_an_order_with_other_parts_leaves_it_open(with_journal, journal, recorded, sandbox):
    begin(with_journal, journal, lambda orders, _: orders.place(request()), None, sent_as_well=False)
    recorded_journal = getattr(recorded, "_orders", recorded)
    recorded_journal.journal = None
    recorded.place(request(lines=[{"ingramPartNumber": "DF4128", "quantity": 1}]))
    recorded_journal.journal = journal
    older(journal, DAY)
    (entry,) = recorded.resolve()
    assert entry.state is JournalState.OPEN
    assert entry.order_numbers == (sandbox.ledger.orders[0].ingram_order_number,)


@pytest.mark.parametrize("name", ["cancel", "release"])
def test_an_order_that_went_the_other_way_is_rejected(with_journal, journal, recorded, sandbox, name):
    number = held(recorded, sandbox)
    begin(with_journal, journal, lambda orders, one: getattr(orders, name)(one), number, sent_as_well=False)
    {"cancel": recorded.release, "release": recorded.cancel}[name](number)
    (entry,) = recorded.resolve()
    assert entry.state is JournalState.REJECTED


def test_a_new_quantity_is_found(with_journal, journal, recorded, sandbox):
    number = held(recorded, sandbox)
    begin(with_journal, journal, lambda orders, one: orders.modify(one, UPDATE), number, sent_as_well=True)
    (entry,) = recorded.resolve()
    assert entry.state is JournalState.DONE


@pytest.mark.parametrize("operation", ["get_resellers_v6_ordersearch", "get_orderdetails_v6_1"])
def test_what_cannot_be_looked_up_stays_open(with_journal, journal, recorded, sandbox, operation):
    number = held(recorded, sandbox)
    begin(with_journal, journal, lambda orders, _: orders.place(request()), None, sent_as_well=True)
    begin(with_journal, journal, lambda orders, one: orders.modify(one, ADD), number, sent_as_well=True)
    older(journal, DAY)
    sandbox.faults.add(Fault("status", status=500, operation=operation, times=None))
    states = {entry.operation: entry.state for entry in recorded.resolve()}
    assert states["place"] is JournalState.OPEN
    assert (states["modify"] is JournalState.OPEN) is (operation == "get_orderdetails_v6_1")


def test_what_another_run_is_at_is_left_to_it(with_journal, journal, recorded, sandbox):
    begin(with_journal, journal, lambda orders, _: orders.place(request()), None, sent_as_well=True)
    (entry,) = journal.unresolved()
    busy = replace(entry, owner="another-host/1/2/3/4", lease=journal.now() + 100, revision=entry.revision + 1)
    assert journal.write(busy, entry.revision)
    assert recorded.resolve() == [busy]
    assert journal.unresolved() == [busy]


def test_what_belongs_to_another_account_is_left_alone(with_journal, journal, recorded, sandbox):
    begin(with_journal, journal, lambda orders, _: orders.place(request()), None, sent_as_well=True)
    assert recorded.resolve(im_country_code="CA") == []
    assert len(journal.unresolved()) == 1


def test_what_belongs_to_another_account_hides_nothing_behind_it(with_journal, journal, recorded, sandbox):
    begin(with_journal, journal, lambda orders, _: orders.place(request()), None, sent_as_well=True)
    (entry,) = journal.unresolved()
    another = replace(entry, key="another", country="CA", began=entry.began - 100)
    assert journal.write(another, None)
    assert [found.key for found in journal.unresolved()] == ["another", entry.key]
    assert [found.state for found in recorded.resolve()] == [JournalState.DONE]
    assert journal.unresolved() == [another]


def test_an_order_that_waits_for_the_end_of_the_night_stays_open(with_journal, journal, recorded, sandbox):
    sandbox.maintenance = True
    begin(with_journal, journal, lambda orders, _: orders.place_async(request()), None, sent_as_well=True)
    (entry,) = recorded.resolve()
    assert entry.state is JournalState.OPEN
    sandbox.maintenance = False
    sandbox.drain()
    (entry,) = recorded.resolve()
    assert entry.state is JournalState.DONE
    assert sent(sandbox) == [QUEUE]


def test_without_a_journal_there_is_nothing_to_resolve(orders):
    with pytest.raises(ApiValueError, match="there is no journal"):
        orders.resolve()


def test_a_journal_that_fails_is_told(with_journal, journal):
    with pytest.raises(JournalException, match="No space left on device"):
        with_journal(Broken(journal, "unresolved")).resolve()


def test_an_order_in_doubt_is_settled(journal, recorded, sandbox):
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    sandbox.faults.add(Fault("status", status=500, operation="get_resellers_v6_ordersearch", times=None))
    with pytest.raises(ApiException):
        recorded.place(request(), lookup_wait=1)
    sandbox.faults.clear()
    (entry,) = recorded.resolve()
    assert entry.state is JournalState.DONE
    assert sent(sandbox) == [PLACE]
