"""Many quotes asked for and ordered while requests and answers break: none is made twice, no result is false."""

import logging
import time
from collections import Counter

import pytest

from test.support.workflow_twins import TWINS, workflows
from xi_sdk_resellers import ApiException, Outcome, Retries
from xi_sdk_resellers.sandbox import FaultPlan, Sandbox
from xi_sdk_resellers.sandbox.faults import QUICK_KINDS

CALLS = 40


@pytest.fixture(autouse=True)
def quiet(caplog):
    """Hundreds of warnings about retries are the point here, and slow to keep."""
    caplog.set_level(logging.ERROR, "xi_sdk_resellers")


def outcome_of(work):
    """Return the result of a workflow, or the outcome that it raises."""
    try:
        return work()
    except ApiException as error:
        return error.outcome


@pytest.mark.parametrize("twin", TWINS)
def test_quotes_under_faults_are_made_and_ordered_once_each(twin):
    with Sandbox(faults=FaultPlan.random(2026, 0.2, kinds=QUICK_KINDS)) as sandbox:

        def sleep(seconds):
            sandbox.drain()

        options = {"retries": Retries(backoff=0), "read_timeout": 0.1}
        with workflows(twin, sandbox, time.monotonic, sleep, "Quotes", **options) as quotes:
            asked, ordered = {}, {}
            for count in range(CALLS):
                name = f"Offer of {count}"
                line = {"ingramPartNumber": "2GZ200", "quantity": "1"}
                request = {"customercontact": "jo@example.com", "quoteName": name, "products": [line]}
                asked[name] = outcome_of(lambda request=request: quotes.create(request).quote_number)
                sandbox.drain()
                if isinstance(asked[name], str) and asked[name].startswith("QUO-"):
                    number = f"PO-{count}"
                    ordered[number] = outcome_of(
                        lambda name=name, number=number: quotes.order(asked[name], customer_order_number=number)
                    )
        sandbox.drain()
        events = [each.event for each in sandbox.deliveries if each.event["topic"] == "resellers/quotes"]
        made = {event["resource"]["quoteName"]: event["resource"]["quoteNumber"] for event in events}
        assert max(Counter(event["resource"]["quoteName"] for event in events).values()) == 1
        for name, result in asked.items():
            if result in (Outcome.NOT_SENT, Outcome.REJECTED):
                assert name not in made
            elif result is not Outcome.UNKNOWN:
                assert made[name] == result
        for number, result in ordered.items():
            there = sandbox.ledger.placed(number)
            assert len(there) == (0 if result in (Outcome.NOT_SENT, Outcome.REJECTED) else len(there)) <= 1
            assert there or isinstance(result, Outcome)
        assert sum(isinstance(result, str) and name in made for name, result in asked.items()) > CALLS / 2
        assert Outcome.UNKNOWN in {*asked.values(), *(o for o in ordered.values() if isinstance(o, Outcome))}
