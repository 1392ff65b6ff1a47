"""v7 orders: handed over once, confirmed, and tied to the event that tells their result."""

import json
import pickle
import queue
import threading

import pytest

from xi_sdk_resellers import ApiException, ApiTypeError, ApiValueError, BadRequestException, Outcome, webhooks
from xi_sdk_resellers.models.async_order_create_dto import AsyncOrderCreateDTO
from xi_sdk_resellers.models.async_order_create_response import AsyncOrderCreateResponse
from xi_sdk_resellers.orders import DuplicateOrderException, OrderConfirmation, OrderPendingException
from xi_sdk_resellers.sandbox import Fault

PLACE = "post_createorder_v7"
SECRET = "sandbox-webhook-secret"


def request(number="PO-7", **more):
    return {"customerOrderNumber": number, "lines": [{"ingramPartNumber": "8RB884", "quantity": "2"}], **more}


def sent(sandbox):
    return [record for record in sandbox.ledger.requests if record.operation == PLACE]


def events_of(sandbox):
    """The events that were delivered, read as a receiver reads them."""
    sandbox.drain()
    return [
        webhooks.parse(delivery.body, delivery.headers, secret=SECRET, seen=None) for delivery in sandbox.deliveries
    ]


def created(number="PO-7", **more):
    """An event with other identifying numbers than the sandbox has."""
    event = {"eventId": "1", "eventType": "im::async_order_create", "resource": {"customerOrderNumber": number}, **more}
    headers = {"x-hub-signature": webhooks.sign("1", SECRET)}
    return webhooks.parse(json.dumps(event), headers, secret=SECRET, seen=None)


@pytest.mark.parametrize("make", [dict, AsyncOrderCreateDTO.from_dict])
def test_an_order_is_confirmed_and_its_event_is_found(orders, sandbox, make):
    confirmation = orders.place_async(make(request()))
    assert isinstance(confirmation, AsyncOrderCreateResponse)
    assert confirmation.customer_order_number == "PO-7"
    assert confirmation.confirmation_number
    event = orders.wait_for_order(confirmation, events_of(sandbox))
    assert event.order_numbers == [order.ingram_order_number for order in sandbox.ledger.placed("PO-7")]


def test_both_shapes_of_the_event_are_tied(orders, sandbox):
    for number in ("PO-1", "PO-2", "PO-3"):
        confirmation = orders.place_async(request(number))
        assert orders.wait_for_order(confirmation, events_of(sandbox)).customer_order_number == number


@pytest.mark.parametrize("twin", ["blocking"])
def test_a_queue_is_waited_for(orders, sandbox):
    events = queue.Queue()
    confirmation = orders.place_async(request())
    receiver = threading.Thread(target=lambda: [events.put(event) for event in events_of(sandbox)])
    receiver.start()
    event = orders.wait_for_order(confirmation, events, timeout=30)
    receiver.join()
    assert event.customer_order_number == "PO-7"


def test_other_events_are_ignored_or_handed_on(orders, sandbox):
    placed = orders.place(request("PO-1"))
    sandbox.deliver(placed.orders[0].ingram_order_number, "im::order_shipped")
    orders.place_async(request("PO-2"))
    confirmation = orders.place_async(request("PO-3"))
    others = []
    event = orders.wait_for_order(confirmation, events_of(sandbox), others=others.append)
    assert event.customer_order_number == "PO-3"
    assert [other.customer_order_number for other in others] == ["PO-1", "PO-2"]
    assert orders.wait_for_order("po-2", others).customer_order_number == "PO-2"


@pytest.mark.parametrize(
    ("confirmation", "event", "tied"),
    [
        (OrderConfirmation(customer_order_number="PO-7"), created("PO-7"), True),
        (OrderConfirmation(customer_order_number="PO-7"), created("PO-8"), False),
        (OrderConfirmation(confirmation_number="12"), created("PO-7"), False),
        (OrderConfirmation(confirmation_number="12"), created("PO-7", confirmationNumber=12), True),
        (AsyncOrderCreateResponse(confirmation_number="12"), created("PO-7", confirmationNumber="13"), False),
        (OrderConfirmation(quote_number="QUO-1"), created(None, quoteNumber="quo-1"), True),
        (OrderConfirmation(quote_number="QUO-1"), created(None), False),
        (OrderConfirmation(), created("PO-7"), False),
        ("PO-7", created("po-7"), True),
        ("PO-7", created(7), False),
        ("7", created(7), True),
    ],
)
def test_the_first_number_that_both_carry_ties_them(orders, confirmation, event, tied):
    if tied:
        assert orders.wait_for_order(confirmation, [event]) is event
    else:
        with pytest.raises(OrderPendingException):
            orders.wait_for_order(confirmation, [event])


@pytest.mark.parametrize("events", [[], queue.Queue()], ids=["no events", "an empty queue"])
def test_an_event_that_does_not_come_in_time_leaves_the_order_unknown(orders, events):
    with pytest.raises(OrderPendingException) as caught:
        orders.wait_for_order("PO-7", events, timeout=0)
    error = caught.value
    assert isinstance(error, TimeoutError)
    assert (error.outcome, error.customer_order_number) == (Outcome.UNKNOWN, "PO-7")
    assert "search for the customer order number" in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize(("confirmation", "events", "named"), [(7, [], "int"), ("PO-7", None, "NoneType")])
def test_what_no_event_can_be_found_with_or_in_is_refused(orders, confirmation, events, named):
    with pytest.raises(ApiTypeError, match=named):
        orders.wait_for_order(confirmation, events)


def test_an_endless_stream_of_other_events_ends_with_the_timeout(orders, clock):
    def stream():
        while True:
            clock.now += 1
            yield created("PO-1")

    with pytest.raises(OrderPendingException):
        orders.wait_for_order("PO-7", stream(), timeout=10)
    assert clock.now == 10


@pytest.mark.parametrize(
    "fault",
    [Fault("lost_answer", operation=PLACE), Fault("status", status=500, operation=PLACE),
     Fault("cut_request", at_byte=20, operation=PLACE)],
    ids=lambda fault: fault.kind,
)  # fmt: skip
def test_a_v7_order_of_unknown_outcome_is_never_sent_again(orders, sandbox, fault):
    sandbox.faults.add(fault)
    with pytest.raises(ApiException) as caught:
        orders.place_async(request())
    assert (caught.value.outcome, caught.value.customer_order_number) == (Outcome.UNKNOWN, "PO-7")
    assert "wait for its event" in str(caught.value)
    assert len(sent(sandbox)) == 1


def test_a_v7_order_that_was_accepted_after_all_is_not_called_rejected(orders, sandbox):
    sandbox.faults.add(Fault("status", status=429, effect=True, operation=PLACE))
    with pytest.raises(BadRequestException) as caught:
        orders.place_async(request())
    assert caught.value.outcome is Outcome.UNKNOWN
    assert orders.wait_for_order("PO-7", events_of(sandbox)).order_numbers


def test_a_duplicate_is_told_and_compared(orders, sandbox):
    orders.place_async(request())
    sandbox.drain()
    with pytest.raises(DuplicateOrderException) as caught:
        orders.place_async(request())
    (order,) = sandbox.ledger.orders
    assert isinstance(caught.value, BadRequestException)
    assert (caught.value.same, caught.value.order_numbers) == (True, (order.ingram_order_number,))
    assert caught.value.outcome is Outcome.UNKNOWN


def test_a_duplicate_in_the_queue_is_unknown(orders, sandbox):
    sandbox.maintenance = True
    orders.place_async(request())
    for resume in (False, True):
        with pytest.raises(DuplicateOrderException) as caught:
            orders.place_async(request(), resume=resume)
        assert (caught.value.same, caught.value.outcome) == (None, Outcome.UNKNOWN)
    sandbox.maintenance = False
    sandbox.drain()
    assert len(sandbox.ledger.orders) == 1


def test_a_resumed_v7_order_that_is_placed_is_not_handed_over_again(orders, sandbox):
    orders.place_async(request())
    sandbox.drain()
    again = orders.place_async(request(), resume=True)
    assert again.order_numbers == [order.ingram_order_number for order in sandbox.ledger.orders]
    assert again.customer_order_number == "PO-7"
    assert len(sent(sandbox)) == len(sandbox.ledger.orders) == 1


def test_a_quote_becomes_an_order(orders, sandbox):
    confirmation = orders.place_async({"quoteNumber": "QUO-10985-C4C3F7", "customerOrderNumber": "PO-Q"})
    assert confirmation.quote_number == "QUO-10985-C4C3F7"
    assert orders.wait_for_order(confirmation, events_of(sandbox)).order_numbers


@pytest.mark.parametrize("wrong", [7, None, request(number="x" * 36), {"lines": [{"quantity": "two"}]}])
def test_bad_input_is_refused_before_anything_is_sent(orders, sandbox, wrong):
    with pytest.raises(ApiValueError):
        orders.place_async(wrong)
    assert sandbox.ledger.requests == []


def test_a_confirmation_travels_to_another_process(orders):
    confirmation = orders.place_async(request())
    twin = pickle.loads(pickle.dumps(confirmation))
    assert twin == confirmation
    assert twin.to_dict()["customerOrderNumber"] == "PO-7"
