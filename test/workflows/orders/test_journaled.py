"""Changes with a journal: a run that dies at any write is taken over, and every change is made exactly once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from test.support.journaled import (
    ADDRESS,
    CHANGE,
    DONE,
    ORDER,
    PLACE,
    UPDATE,
    Crash,
    Dying,
    add,
    held,
    numbers,
    request,
    sent,
)
from xi_sdk_resellers import ApiException, Outcome
from xi_sdk_resellers.journal import (
    JournalConflictException,
)
from xi_sdk_resellers.orders import DuplicateOrderException
from xi_sdk_resellers.sandbox import Fault


@pytest.fixture
def orders(recorded):
    return recorded


@pytest.mark.parametrize("written", [False, True], ids=["before it is made", "after it is made"])
@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize(("work", "count"), DONE.values(), ids=DONE)
def test_a_run_that_dies_at_a_write_is_taken_over(with_journal, journal, sandbox, orders, work, count, at, written):
    number = held(orders, sandbox)
    with pytest.raises(Crash):
        work(with_journal(Dying(journal, at, written)), number)
    sandbox.drain()
    assert count(sandbox, number) == (at == 2)
    told = work(orders, number)
    sandbox.drain()
    assert count(sandbox, number) == 1
    assert journal.unresolved() == []
    assert work(orders, number) == told
    sandbox.drain()
    assert count(sandbox, number) == 1


@pytest.mark.parametrize("first", [1, 2])
@pytest.mark.parametrize("second", [1, 2])
@pytest.mark.parametrize(("work", "count"), DONE.values(), ids=DONE)
def test_a_run_that_takes_over_may_die_as_well(with_journal, journal, sandbox, orders, work, count, first, second):
    number = held(orders, sandbox)
    for at in (first, second):
        with pytest.raises(Crash):
            work(with_journal(Dying(journal, at, True)), number)
        sandbox.drain()
        if not journal.unresolved():
            break
    work(orders, number)
    sandbox.drain()
    assert count(sandbox, number) == 1
    assert journal.unresolved() == []


@pytest.mark.parametrize("fault", [Fault("lost_answer"), Fault("status", status=500), Fault("cut_request", at_byte=30)])
def test_a_new_line_whose_answer_was_lost_is_added_once(orders, sandbox, clock, fault):
    number = held(orders, sandbox)
    sandbox.faults.add(replace(fault, operation=CHANGE))
    assert add(orders, number) == "DF4128"
    assert DONE["modify, a new line"][1](sandbox, number) == 1
    # What does not show may be under way: only after a while it is sent again.
    assert clock.now == (0 if fault.kind == "lost_answer" else 20)


def test_what_stands_in_the_journal_says_nothing_of_people(orders, journal, sandbox):
    sandbox.faults.add(Fault("status", status=500, operation=PLACE, times=None))
    with pytest.raises(ApiException):
        orders.place(request(shipToInfo=ADDRESS, notes="planted notes"), attempts=1, lookup_wait=0)
    (entry,) = journal.unresolved()
    assert (entry.operation, entry.number, entry.account, entry.country) == ("place", "PO-1", "20-222222", "US")
    assert (entry.lines, entry.pieces, entry.host) == (1, 2, sandbox.url)
    assert entry.correlation_id == sandbox.ledger.requests[-1].correlation_id or len(entry.correlation_id) == 32
    written = entry.to_json().lower()
    for secret in ("planted", "bern", "sandbox-secret", "8rb884"):
        assert secret not in written
    assert len(entry.digest) == 32


def test_other_content_under_a_number_is_refused_before_it_is_sent(orders, sandbox):
    orders.place(request(), im_correlation_id="first")
    before = len(sandbox.ledger.requests)
    more = [*ORDER["lines"], {"ingramPartNumber": "DF4128", "quantity": 3}]
    with pytest.raises(JournalConflictException) as caught:
        orders.place(request(lines=more))
    assert caught.value.outcome is Outcome.NOT_SENT
    said = str(caught.value)
    assert "1 lines, 2 pieces" in said
    assert "2 lines, 5 pieces" in said
    assert "correlation ID first" in said
    assert "8RB884" not in said
    with pytest.raises(JournalConflictException):
        orders.place_async(request(lines=more))
    assert len(sandbox.ledger.requests) == before


@pytest.mark.parametrize(
    "other",
    [
        {**ORDER, "lines": [{**ORDER["lines"][0], "quantity": 2}], "notes": None, "specialBidNumber": ""},
        {"lines": ORDER["lines"], "customerOrderNumber": " po-1 "},
    ],
    ids=["empty values", "another spelling of the number"],
)
def test_the_same_content_may_be_written_otherwise(orders, sandbox, other):
    first = orders.place(request())
    if other["customerOrderNumber"] != "PO-1":
        with pytest.raises(JournalConflictException):  # the content has another number
            orders.place(other)
    else:
        assert numbers(orders.place(other)) == numbers(first)
    assert len(sandbox.ledger.orders) == 1


def test_content_that_was_rejected_may_be_corrected(orders, journal, sandbox):
    with pytest.raises(ApiException) as caught:
        orders.place(request(lines=[{"ingramPartNumber": "GONEMW", "quantity": 1}]))
    assert caught.value.outcome is Outcome.REJECTED
    assert journal.unresolved() == []
    orders.place(request())
    assert len(sandbox.ledger.orders) == 1


def test_what_was_not_sent_may_be_changed(orders, journal, sandbox):
    with sandbox.refusing(), pytest.raises(ApiException):
        orders.place(request(lines=[{"ingramPartNumber": "DF4128", "quantity": 1}]))
    assert journal.unresolved() == []
    orders.place(request())
    assert len(sandbox.ledger.orders) == 1


def test_another_account_or_country_has_numbers_of_its_own(orders, sandbox):
    orders.place(request())
    with pytest.raises(DuplicateOrderException):  # asked, and refused by the vendor, not by the journal
        orders.place(request(lines=[{"ingramPartNumber": "DF4128", "quantity": 1}]), im_country_code="CA")
    assert sent(sandbox) == [PLACE, PLACE]


def test_a_duplicate_that_the_journal_does_not_know_is_told(orders, journal, sandbox):
    held_number = held(orders, sandbox)
    for _ in range(2):
        with pytest.raises(DuplicateOrderException) as caught:
            orders.place(request("PO-0", hold=True))
        assert caught.value.order_numbers == (held_number,)
    assert journal.unresolved() == []
    assert numbers(orders.place(request("PO-0", hold=True), resume=True)) == [held_number]


def test_what_the_vendor_takes_twice_is_not_written_down(orders, journal, sandbox):
    twice = request(
        additionalAttributes=[{"attributeName": "allowDuplicateCustomerOrderNumber", "attributeValue": "true"}]
    )
    assert numbers(orders.place(twice)) != numbers(orders.place(twice))
    orders.place_async({**twice, "customerOrderNumber": "PO-2"})
    sandbox.drain()
    assert journal.unresolved() == []


def test_new_quantities_are_made_each_time(orders, sandbox):
    number = held(orders, sandbox)
    for quantity in (5, 3, 5):
        orders.modify(number, {"lines": [{**UPDATE["lines"][0], "quantity": quantity}]})
        assert sandbox.ledger.find(number).products[0].quantity_ordered == quantity
