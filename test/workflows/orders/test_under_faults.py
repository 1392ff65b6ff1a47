"""Long runs of orders while requests and answers break: none is lost, none is placed twice."""

import logging
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from test.support.workflow_twins import TWINS, workflows
from xi_sdk_resellers import ApiClient, ApiException, OrdersApi, Outcome, Retries
from xi_sdk_resellers.sandbox import Fault, FaultPlan, Sandbox
from xi_sdk_resellers.sandbox.faults import QUICK_KINDS

PLACE = "post_createorder_v6"
KINDS = (*QUICK_KINDS, "stall", "drip", "informational", "redirect")
CALLS = 1000


def patient(twin, sandbox):
    """Workflows of one twin that do not sleep between their attempts."""
    options = {"retries": Retries(backoff=0), "read_timeout": 0.1}
    return workflows(twin, sandbox, time.monotonic, lambda seconds: None, **options)


STOCKED = {"ingramPartNumber": "8RB884", "quantity": 1}
DIRECT = {"ingramPartNumber": "RQ6000", "quantity": 2}


def place(orders, number, *lines, **options):
    """Place an order; return the numbers that it got, or the outcome that was raised.

    By default it has goods from stock and a direct shipment, so that it is two orders in the vendor's books.
    """
    request = {"customerOrderNumber": number, "lines": lines or (STOCKED, DIRECT)}
    try:
        return sorted(order.ingram_order_number for order in orders.place(request, **options).orders or ())
    except ApiException as error:
        failure = error
    assert isinstance(failure.outcome, Outcome)
    assert failure.customer_order_number == number
    return failure.outcome


def in_ledger(sandbox, number):
    return sorted(order.ingram_order_number for order in sandbox.ledger.placed(number))


def check(sandbox, results):
    """Every result is true: what was returned is there, what was not placed is not, nothing is there twice."""
    for number, result in results.items():
        there = in_ledger(sandbox, number)
        assert len(there) in (0, 2), number
        if result in (Outcome.NOT_SENT, Outcome.REJECTED):
            assert there == [], number
        elif result is not Outcome.UNKNOWN:
            # A success that was cut short and that no search shows is returned as far as it could be read.
            assert there, number
            assert set(result) <= set(there), number


@pytest.fixture(autouse=True)
def quiet(caplog):
    """Thousands of warnings about retries are the point here, and slow to keep."""
    caplog.set_level(logging.ERROR, "xi_sdk_resellers")


@pytest.mark.parametrize(("twin", "threads"), [("blocking", 1), ("blocking", 8), ("asyncio", 8)])
def test_a_thousand_orders_under_faults_are_placed_once_each(twin, threads):
    plan = FaultPlan.random(2026, 0.3, kinds=KINDS)
    with Sandbox(faults=plan, index_delay=1) as sandbox:
        numbers = [f"PO-{count}" for count in range(CALLS)]
        with patient(twin, sandbox) as orders, ThreadPoolExecutor(threads) as workers:
            results = dict(
                zip(
                    numbers,
                    workers.map(lambda number: place(orders, number, STOCKED, attempts=12), numbers),
                    strict=True,
                )
            )
        assert results == {number: in_ledger(sandbox, number) for number in numbers}
        assert len(sandbox.ledger.orders) == CALLS
        met = Counter(fault.kind for fault in plan.injected)
        assert set(met) == set(KINDS)
        assert met.total() > CALLS / 2


@settings(derandomize=True, deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    seed=st.integers(0, 2**32),
    rate=st.floats(0.05, 1.0),
    kinds=st.lists(st.sampled_from(QUICK_KINDS), min_size=1, unique=True),
    operations=st.sampled_from([None, (PLACE,), ("get_resellers_v6_ordersearch",), ("get_orderdetails_v6_1",)]),
    consecutive=st.integers(1, 40),
    index_delay=st.integers(0, 9),
    attempts=st.integers(1, 4),
    lookup_wait=st.sampled_from([0, 1, 20]),
    threads=st.sampled_from([1, 8]),
    twin=st.sampled_from(TWINS),
)
def test_every_outcome_under_any_plan_is_true(
    seed, rate, kinds, operations, consecutive, index_delay, attempts, lookup_wait, threads, twin
):
    plan = FaultPlan.random(seed, rate, kinds=kinds, max_consecutive=consecutive, operations=operations)
    with Sandbox(faults=plan, index_delay=index_delay) as sandbox:
        numbers = [f"PO-{count}" for count in range(8)]
        with patient(twin, sandbox) as orders, ThreadPoolExecutor(threads) as workers:
            answers = workers.map(
                lambda number: place(orders, number, attempts=attempts, lookup_wait=lookup_wait), numbers
            )
            check(sandbox, dict(zip(numbers, answers, strict=True)))


def exchange_sizes():
    """The bytes of one creation: of its request, and of its answer."""
    with Sandbox() as sandbox:
        with ApiClient(sandbox.configuration()) as client:
            request = {"customerOrderNumber": "PO-0000-0000", "lines": [STOCKED]}
            answer = OrdersApi(client).post_createorder_v6_with_http_info(order_create_request=request)
        (record,) = [record for record in sandbox.ledger.requests if record.operation == PLACE]
    request_head = [f"POST {record.path} HTTP/1.1", *(": ".join(pair) for pair in record.headers.items())]
    answer_head = ["HTTP/1.1 201 Created", *(": ".join(pair) for pair in answer.headers.items())]
    return len("\r\n".join([*request_head, "", ""])) + len(record.body), len("\r\n".join([*answer_head, "", ""])) + len(
        answer.raw_data
    )


@pytest.mark.parametrize("kind", ["cut_request", "cut_answer"])
def test_the_connection_may_be_cut_at_every_byte_of_an_exchange(twin, kind):
    size = exchange_sizes()[kind == "cut_answer"]
    with Sandbox() as sandbox:
        with patient(twin, sandbox) as orders:
            for at in range(size):
                number = f"PO-{at:09d}"
                sandbox.faults.add(Fault(kind, at_byte=at, operation=PLACE))
                assert place(orders, number, STOCKED, lookup_wait=0.5) == in_ledger(sandbox, number)
        assert len(sandbox.ledger.orders) == size > 400
        assert sandbox.faults.waiting == []
        assert len(sandbox.faults.injected) == size
