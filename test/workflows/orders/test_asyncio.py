"""What only the asyncio workflows can do: cancellation, asynchronous queues and streams, many at once."""

import asyncio
import inspect

import pytest

from xi_sdk_resellers import Outcome, Retries, aio, orders, webhooks
from xi_sdk_resellers.aio.orders import AsyncOrderSearch
from xi_sdk_resellers.orders import OrderPendingException, OrderSearch
from xi_sdk_resellers.sandbox import Fault

PLACE = "post_createorder_v6"
SEARCH = "get_resellers_v6_ordersearch"
SECRET = "sandbox-webhook-secret"


@pytest.fixture
async def workflows(sandbox):
    async with aio.ApiClient(sandbox.configuration(retries=Retries(backoff=0))) as client:
        yield aio.Orders(client)


def request(number):
    return {"customerOrderNumber": number, "lines": [{"ingramPartNumber": "8RB884", "quantity": 2}]}


def events_of(sandbox):
    sandbox.drain()
    return [
        webhooks.parse(delivery.body, delivery.headers, secret=SECRET, seen=None) for delivery in sandbox.deliveries
    ]


WALKS = ["search", "watch"]
METHODS = [*WALKS, "place", "place_async", "wait_for_order", "get", "cancel", "release", "modify", "resolve"]
DIFFERENT = {"events", "return"}


@pytest.mark.parametrize("name", METHODS)
def test_the_twins_take_the_same_arguments(name):
    blocking, asynchronous = getattr(orders.Orders, name), getattr(aio.Orders, name)
    one, two = inspect.signature(blocking), inspect.signature(asynchronous)
    assert list(one.parameters) == list(two.parameters)
    for parameter in one.parameters.values():
        twin = two.parameters[parameter.name]
        assert (parameter.kind, parameter.default) == (twin.kind, twin.default)
        assert parameter.name in DIFFERENT or parameter.annotation == twin.annotation
    assert inspect.iscoroutinefunction(asynchronous) is (name not in WALKS)
    documented = blocking.__doc__.partition("Returns:")[0] if name in (*WALKS, "wait_for_order") else blocking.__doc__
    assert name == "wait_for_order" or asynchronous.__doc__.startswith(documented)


def test_the_twins_have_the_same_methods():
    def public(kind):
        return {name for name in dir(kind) if not name.startswith("_") and callable(getattr(kind, name))}

    assert public(orders.Orders) == public(aio.Orders) == set(METHODS)
    walks = [{name for name in dir(kind) if not name.startswith("_")} for kind in (OrderSearch, AsyncOrderSearch)]
    assert walks[1] - walks[0] == {"start"}


async def test_many_orders_are_placed_at_once(workflows, sandbox):
    sandbox.faults.add(*(Fault("lost_answer", operation=PLACE, nth=nth) for nth in range(1, 40, 7)))
    numbers = [f"PO-{count}" for count in range(40)]
    placed = await asyncio.gather(*(workflows.place(request(number)) for number in numbers))
    assert [answer.customer_order_number for answer in placed] == numbers
    assert len(sandbox.ledger.orders) == 40


async def test_a_search_is_an_asynchronous_iterator(workflows, sandbox):
    sandbox.seed_orders(23, seed=1)
    search = workflows.search(page_size=10)
    assert search.total is None
    assert search
    with pytest.raises(TypeError, match=r"start\(\)"):
        len(search)
    assert await search.start() is search
    assert (search.total, len(search)) == (23, 23)
    assert len([order async for order in search]) == 23
    assert [len(page.orders) async for page in workflows.search(page_size=10).pages()] == [10, 10, 3]
    assert len([record for record in sandbox.ledger.requests if record.operation == SEARCH]) == 8  # two empty ones


async def test_cancelling_while_the_order_is_on_its_way_leaves_it_unknown(workflows, sandbox):
    sandbox.faults.add(Fault("stall", effect=True, operation=PLACE))
    task = asyncio.ensure_future(workflows.place(request("PO-1")))
    await placed_in(sandbox, "PO-1")
    task.cancel()
    with pytest.raises(asyncio.CancelledError) as caught:
        await task
    call = aio.cancelled_call(caught.value)
    assert (call.outcome, call.operation, call.customer_order_number) == (Outcome.UNKNOWN, PLACE, "PO-1")


async def placed_in(sandbox, number):
    """Let the loop run until the sandbox has written an order."""
    while not sandbox.ledger.placed(number):
        await asyncio.sleep(0.001)


async def test_cancelling_while_the_order_is_looked_for_leaves_it_unknown(workflows, sandbox):
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    waiting = asyncio.Event()

    async def sleep(seconds):
        waiting.set()
        await asyncio.Event().wait()

    sandbox.faults.add(Fault("empty", status=204, operation=SEARCH))
    workflows._sleep = sleep
    task = asyncio.ensure_future(workflows.place(request("PO-1"), im_correlation_id="mine"))
    await waiting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError) as caught:
        await task
    assert aio.cancelled_call(caught.value) == (Outcome.UNKNOWN, PLACE, "mine", "PO-1")


async def test_an_asynchronous_queue_is_waited_for(workflows, sandbox):
    confirmation = await workflows.place_async(request("PO-7"))
    events = asyncio.Queue()
    waiting = asyncio.ensure_future(workflows.wait_for_order(confirmation, events, timeout=30))
    await asyncio.sleep(0)
    for event in events_of(sandbox):
        events.put_nowait(event)
    assert (await waiting).customer_order_number == "PO-7"


async def test_what_is_in_the_queue_already_is_taken_without_time(workflows, sandbox):
    confirmation = await workflows.place_async(request("PO-7"))
    events = asyncio.Queue()
    events.put_nowait(events_of(sandbox)[0])
    assert await workflows.wait_for_order(confirmation, events, timeout=0)
    with pytest.raises(OrderPendingException):
        await workflows.wait_for_order(confirmation, events, timeout=0)


async def test_an_asynchronous_stream_is_waited_for_no_longer_than_the_timeout(workflows, sandbox):
    confirmation = await workflows.place_async(request("PO-7"))

    async def stream(*events):
        for event in events:
            yield event
        await asyncio.Event().wait()

    assert await workflows.wait_for_order(confirmation, stream(*events_of(sandbox)), timeout=30)
    with pytest.raises(OrderPendingException):
        await workflows.wait_for_order(confirmation, stream(), timeout=0.01)
