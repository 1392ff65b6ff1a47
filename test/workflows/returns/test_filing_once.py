"""Returns are filed once, whatever becomes of the answer, and in how many runs it is tried."""

import json
from dataclasses import replace

import pytest

from test.support.journaled import Broken, Crash, Dying
from xi_sdk_resellers import ApiException, Outcome
from xi_sdk_resellers._workflows.returns.requests import whole
from xi_sdk_resellers.journal import (
    JournalConflictException,
    JournalException,
    JournalState,
    RunUnresolvedException,
)
from xi_sdk_resellers.sandbox import Fault

CREATE, SEARCH, DETAILS = "post_returnscreate", "get_resellers_v6_returnssearch", "get_resellers_v6_returnsdetails"
HTML = "<html>Sign in</html>"
TAKEN = {
    "the answer is lost": Fault("lost_answer", operation=CREATE),
    "500": Fault("status", status=500, operation=CREATE, effect=True),
    "a page of a firewall": Fault("status", status=200, body=HTML, operation=CREATE, effect=True),
    "no case number": Fault("status", status=200, body='{"returnsClaims": []}', operation=CREATE, effect=True),
    "nothing": Fault("empty", status=204, operation=CREATE, effect=True),
}
NOT_TAKEN = {
    "500": Fault("status", status=500, operation=CREATE),
    "a page of a firewall": Fault("status", status=200, body=HTML, operation=CREATE),
    "an accepted without a number": Fault("status", status=202, body='{"message": "ok"}', operation=CREATE),
}


def sent(sandbox):
    return [record for record in sandbox.ledger.requests if record.operation == CREATE]


def numbers(answer):
    return [case.case_request_number for case in answer.returns_claims]


@pytest.mark.parametrize("fault", TAKEN.values(), ids=TAKEN)
def test_what_was_taken_without_an_answer_is_found_and_never_sent_again(returns, sandbox, item, filed, fault):
    earlier = numbers(returns.create({"list": [item]}))  # the same article, units and reference
    sandbox.faults.add(replace(fault))
    both = [item, {**item, "referenceNumber": "R-2", "quantity": 2}]
    made = returns.create({"list": both})
    assert filed() == ["R-1", "R-1", "R-2"]
    assert len(sent(sandbox)) == 2
    assert not set(numbers(made)) & set(earlier)
    assert [(case.reference_number, int(case.quantity)) for case in made.returns_claims] == [("R-1", 1), ("R-2", 2)]
    assert (made.receipt.found, made.receipt.numbers) == (True, tuple(numbers(made)))
    for claim in made.returns_claims:
        (row,) = returns.search(case_request_number=claim.case_request_number)
        for name in ("created_on", "type", "return_reason", "reference_number", "estimated_total_value"):
            assert getattr(claim, name) == getattr(row, name), name


@pytest.mark.parametrize("fault", NOT_TAKEN.values(), ids=NOT_TAKEN)
def test_what_may_have_been_taken_and_is_not_there_is_told_and_not_sent_again(
    returns, sandbox, item, filed, clock, fault
):
    returns.create({"list": [item]})
    sandbox.faults.add(replace(fault))
    with pytest.raises(ApiException) as caught:
        returns.create({"list": [item]}, lookup_wait=5)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "no search shows a new case" in caught.value.hint
    assert "It is not known whether the return was filed" in str(caught.value)
    assert (filed(), len(sent(sandbox)), sum(clock.sleeps)) == (["R-1"], 2, 5)


def test_a_case_that_is_listed_late_is_waited_for(returns, sandbox, item):
    sandbox.faults.add(
        Fault("lost_answer", operation=CREATE),
        Fault("status", status=200, body='{"returnsClaims": []}', operation=SEARCH, nth=2, times=2),
        Fault("status", status=500, operation=DETAILS, times=4),
    )
    assert len(numbers(returns.create({"list": [item]}))) == 1
    assert len(sent(sandbox)) == 1


def test_what_surely_did_not_arrive_is_sent_again_by_the_client_alone(returns, sandbox, item, filed, caller):
    with sandbox.refusing(), pytest.raises(ApiException) as caught:
        returns.create({"list": [item]})
    assert caught.value.outcome is Outcome.NOT_SENT
    caller.connection.close()
    assert filed() == []


def test_nothing_is_sent_when_the_invoices_cases_cannot_be_read(returns, sandbox, item, filed):
    sandbox.faults.add(Fault("status", status=500, operation=SEARCH, times=10))
    with pytest.raises(ApiException) as caught:
        returns.create({"list": [item]})
    assert caught.value.outcome is Outcome.NOT_SENT
    assert "were not sent" in caught.value.hint
    sandbox.faults.clear()
    assert (filed(), sent(sandbox)) == ([], [])


def test_somebody_elses_case_is_not_taken_for_ones_own(returns, sandbox, item, caller):
    other = {**item, "referenceNumber": "OTHERS"}
    sandbox.faults.add(Fault("status", status=500, operation=CREATE))
    with pytest.raises(ApiException):
        returns.create({"list": [item]}, lookup_wait=0)
    assert caller("POST", "/resellers/v6/returns/create", {"list": [other]}).status == 200
    again = returns.create({"list": [item]}, resume=True)
    assert [case.reference_number for case in again.returns_claims] == ["R-1"]


def test_resume_is_content_with_what_is_there(returns, sandbox, item, filed):
    first = returns.create({"list": [item]})
    again = returns.create({"list": [item]}, resume=True)
    assert (numbers(again), filed(), again.receipt.found) == (numbers(first), ["R-1"], True)
    other = returns.create({"list": [{**item, "quantity": 2}]}, resume=True)
    assert numbers(other) != numbers(first)


# With a journal.


def entries(journal):
    return [journal.read(row["key"]) for row in map(json.loads, [each.to_json() for each in journal.unresolved()])]


def test_a_second_run_gets_what_the_first_has_filed(returns_on, journal, item, filed):
    first = returns_on(journal).create({"list": [item]})
    again = returns_on(journal).create({"list": [{**item, "quantity": "1"}]})
    assert numbers(again) == numbers(first)
    assert filed() == ["R-1"]
    assert again.returns_claims[0].ingram_part_number == "8RB884"


def test_other_content_under_the_same_references_is_refused(returns_on, journal, item, filed):
    returns_on(journal).create({"list": [item]})
    with pytest.raises(JournalConflictException):
        returns_on(journal).create({"list": [{**item, "quantity": 2}]})
    assert filed() == ["R-1"]


@pytest.mark.parametrize("write", [1, 2])
@pytest.mark.parametrize("written", [False, True])
def test_a_run_that_dies_at_a_write_is_taken_up_by_the_next(returns_on, journal, item, filed, write, written):
    with pytest.raises(Crash):
        returns_on(Dying(journal, write, written)).create({"list": [item]})
    assert len(filed()) == (0 if write == 1 else 1)
    made = returns_on(journal).create({"list": [item]}, lookup_wait=0, listed_within=0)
    assert (len(numbers(made)), filed()) == (1, ["R-1"])
    assert entries(journal) == []


@pytest.mark.parametrize(
    ("references", "name"),
    [(("r-1", "R-2"), "R-1, R-2"), (("R-1", "R-1"), "R-1"), (("R-1", ""), "R-1"), (("", ""), None)],
)
def test_an_entry_is_named_by_the_references_or_else_by_the_invoices(returns_on, journal, item, references, name):
    both = [{**item, "referenceNumber": reference, "quantity": at} for at, reference in enumerate(references, 1)]
    with pytest.raises(Crash):
        returns_on(Dying(journal, 1, True)).create({"list": both})
    (entry,) = journal.unresolved()
    assert entry.number == (name or item["invoiceNumber"])


@pytest.mark.parametrize(
    ("said", "number"),
    [("2", 2), (3, 3), (" 4 ", 4), ("two", 0), ("²", 0), ("1.5", 0), ("-1", 0), ("9" * 18, 0), (None, 0), ("", 0)],
)
def test_how_many_units_a_text_tells(said, number):
    assert whole(said) == number


def test_an_earlier_run_in_doubt_is_not_repeated_before_it_is_certain(returns_on, journal, sandbox, item, filed, clock):
    returns = returns_on(journal)
    sandbox.faults.add(Fault("status", status=500, operation=CREATE))
    with pytest.raises(ApiException):
        returns.create({"list": [item]}, lookup_wait=0)
    assert [entry.state for entry in journal.unresolved()] == [JournalState.OPEN]
    with pytest.raises(RunUnresolvedException) as caught:
        returns.create({"list": [item]}, lookup_wait=0)
    assert caught.value.retry_at is not None
    assert filed() == []
    made = returns.create({"list": [item]}, lookup_wait=30, listed_within=0)
    assert (len(numbers(made)), filed()) == (1, ["R-1"])
    assert sum(clock.sleeps) == 0  # what had to be listed by now is not waited for


def test_a_refused_request_may_be_made_again(returns_on, journal, item, filed):
    returns = returns_on(journal)
    with pytest.raises(ApiException):
        returns.create({"list": [{**item, "quantity": 11}]})
    returns.create({"list": [item]})
    assert filed() == ["R-1"]


def test_nothing_is_sent_without_a_journal_that_takes_it(returns_on, journal, item, filed):
    with pytest.raises(JournalException):
        returns_on(Broken(journal, "write")).create({"list": [item]})
    assert filed() == []
