"""An order is placed exactly once, whatever happens to the requests and answers."""

import json
import logging
import pickle
import threading
from datetime import datetime, timezone

import pytest

from xi_sdk_resellers import (
    ApiException,
    ApiValueError,
    BadRequestException,
    Outcome,
    ServiceException,
)
from xi_sdk_resellers.models.order_create_request import OrderCreateRequest
from xi_sdk_resellers.orders import DifferentOrderException, DuplicateOrderException
from xi_sdk_resellers.sandbox import Fault

PLACE = "post_createorder_v6"
SEARCH = "get_resellers_v6_ordersearch"
DETAILS = "get_orderdetails_v6_1"
DUPLICATES = [{"attributeName": "AllowDuplicateCustomerOrderNumber", "attributeValue": "True"}]


def request(number="PO-1", lines=(("DF4128", 2),), **more):
    return {
        "customerOrderNumber": number,
        "lines": [{"ingramPartNumber": part, "quantity": quantity} for part, quantity in lines],
        **more,
    }


def sent(sandbox, operation=PLACE):
    return [record for record in sandbox.ledger.requests if record.operation == operation]


@pytest.mark.parametrize("make", [dict, OrderCreateRequest.from_dict])
def test_an_order_is_placed_and_answered(orders, sandbox, make):
    placed = orders.place(make(request()))
    (order,) = sandbox.ledger.orders
    assert placed.orders[0].ingram_order_number == order.ingram_order_number
    assert placed.customer_order_number == "PO-1"
    assert [record.method for record in sandbox.ledger.requests if record.operation != "get_accesstoken"] == ["POST"]


WITH_EFFECT = [
    Fault("lost_answer"),
    Fault("reset", effect=True),
    Fault("cut_answer"),
    Fault("cut_answer", at_byte=0),
    Fault("wrong_length"),
    Fault("bad_chunk"),
    Fault("stall", effect=True),
    Fault("garbage", effect=True),
    Fault("html", effect=True),
    Fault("empty", effect=True),
    Fault("empty", effect=True, status=201),
    Fault("deep_json", effect=True),
    Fault("redirect", effect=True),
    Fault("status", effect=True, status=429),
    Fault("status", effect=True, status=401),
    *(Fault("status", effect=True, status=status) for status in (408, 500, 502, 503, 504)),
]
WITHOUT_EFFECT = [
    Fault("reset"),
    Fault("cut_request", at_byte=40),
    Fault("stall"),
    Fault("garbage"),
    Fault("html"),
    Fault("empty"),
    Fault("status", status=500),
    Fault("status", status=503),
]


def name_of(fault):
    return f"{fault.kind}-{fault.status or ''}-{fault.at_byte}"


@pytest.mark.parametrize("fault", WITH_EFFECT, ids=name_of)
def test_an_order_whose_answer_was_lost_is_found(orders, sandbox, fault):
    sandbox.faults.add(Fault(**{**vars_of(fault), "operation": PLACE}))
    placed = orders.place(request())
    (order,) = sandbox.ledger.orders
    assert [found.ingram_order_number for found in placed.orders] == [order.ingram_order_number]


def vars_of(fault):
    names = ("kind", "at_byte", "status", "headers", "body", "effect", "delay", "times")
    return {name: getattr(fault, name) for name in names}


@pytest.mark.parametrize("fault", WITHOUT_EFFECT, ids=name_of)
def test_an_order_that_never_arrived_is_sent_again(orders, sandbox, clock, fault):
    sandbox.faults.add(Fault(**{**vars_of(fault), "operation": PLACE}))
    placed = orders.place(request(), lookup_wait=6)
    (order,) = sandbox.ledger.orders
    assert placed.orders[0].ingram_order_number == order.ingram_order_number
    assert clock.sleeps == [0.5, 1.0, 2.0, 2.5]


def test_a_found_order_reads_like_the_answer_to_its_creation(orders, sandbox, caplog):
    wanted = request(lines=(("8RB884", 2), ("RQ6000", 1)), endCustomerOrderNumber="EU-9")
    plain = orders.place({**wanted, "customerOrderNumber": "PO-0"})
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    with caplog.at_level(logging.INFO, "xi_sdk_resellers.orders"):
        found = orders.place(wanted)
    assert "order found placed: customer order number PO-1" in caplog.text
    assert found.order_split is plain.order_split is True
    assert found.processed_partially is False
    assert found.end_customer_order_number == "EU-9"
    assert found.purchase_order_total == plain.purchase_order_total

    def figures(answer):
        return sorted(
            (
                [(line.ingram_part_number, line.quantity_ordered, line.unit_price) for line in order.lines],
                order.order_total,
                order.currency_code,
            )
            for order in answer.orders
        )

    assert figures(found) == figures(plain)
    assert {order.ingram_order_number for order in found.orders} == {
        order.ingram_order_number for order in sandbox.ledger.placed("PO-1")
    }
    json.dumps(found.to_dict())


def test_an_order_with_rejected_lines_is_found_in_part(orders, sandbox):
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    found = orders.place(request(lines=(("DF4128", 2), ("GONEMW", 1))))
    assert found.processed_partially is True
    assert [line.ingram_part_number for line in found.orders[0].lines] == ["DF4128"]
    assert len(sent(sandbox)) == 1


@pytest.mark.parametrize("searches", [1, 3, 5])
def test_the_vendor_gets_time_to_index_the_order(start, orders_on, clock, searches):
    sandbox = start(index_delay=searches)
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    found = orders_on(sandbox, clock).place(request())
    assert found.orders[0].ingram_order_number == sandbox.ledger.orders[0].ingram_order_number
    assert len(sent(sandbox)) == 1
    assert len(clock.sleeps) == searches


def test_an_order_that_is_indexed_too_late_is_found_with_the_help_of_the_duplicate_check(start, orders_on, clock):
    sandbox = start(index_delay=4)
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    found = orders_on(sandbox, clock).place(request(), lookup_wait=1)
    assert found.orders[0].ingram_order_number == sandbox.ledger.orders[0].ingram_order_number
    assert [record.status for record in sent(sandbox)][-1] == 400
    assert len(sandbox.ledger.orders) == 1


def test_an_order_that_is_never_indexed_stays_unknown(start, orders_on, clock):
    sandbox = start(index_delay=1000)
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    with pytest.raises(ApiException) as caught:
        orders_on(sandbox, clock).place(request(), lookup_wait=5)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert caught.value.customer_order_number == "PO-1"
    assert "the vendor says that it has the order" in str(caught.value)
    assert len(sandbox.ledger.orders) == 1


def test_a_rejection_of_a_request_that_never_was_uncertain_costs_no_search(orders, sandbox):
    with pytest.raises(BadRequestException) as caught:
        orders.place(request(lines=(("GONEMW", 1),)))
    assert caught.value.outcome is Outcome.REJECTED
    assert sent(sandbox, SEARCH) == []


@pytest.mark.parametrize(
    "fault", [Fault("lost_answer"), Fault("status", status=503), Fault("stall", effect=True)], ids=name_of
)
def test_a_request_that_allows_duplicates_is_never_repeated(orders, sandbox, fault):
    sandbox.faults.add(Fault(**{**vars_of(fault), "operation": PLACE}))
    with pytest.raises(ApiException) as caught:
        orders.place(request(additionalAttributes=DUPLICATES))
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "not sent again" in str(caught.value)
    assert len(sent(sandbox)) == 1


def test_a_blank_customer_order_number_is_never_repeated(orders, sandbox):
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    with pytest.raises(ApiException) as caught:
        orders.place(request(number=" "))
    assert caught.value.outcome is Outcome.UNKNOWN
    assert len(sent(sandbox)) == 1


@pytest.mark.parametrize("wrong", [{}, {"lines": []}, request(number=None), request(number="x" * 36), 7, None, "text"])
def test_bad_input_is_refused_before_anything_is_sent(orders, sandbox, wrong):
    with pytest.raises(ApiValueError):
        orders.place(wrong)
    assert sandbox.ledger.requests == []


def test_when_every_search_fails_the_first_error_is_raised(orders, sandbox):
    sandbox.faults.add(Fault("status", status=504, effect=True, operation=PLACE))
    sandbox.faults.add(Fault("status", status=500, operation=SEARCH, times=None))
    with pytest.raises(ServiceException) as caught:
        orders.place(request())
    assert (caught.value.status, caught.value.outcome) == (504, Outcome.UNKNOWN)
    assert "every search failed" in str(caught.value)
    assert len(sent(sandbox)) == 1


def test_an_order_whose_details_cannot_be_read_is_named_and_neither_taken_nor_sent_again(orders, sandbox):
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    sandbox.faults.add(Fault("status", status=500, operation=DETAILS, times=None))
    with pytest.raises(ApiException) as caught:
        orders.place(request())
    (order,) = sandbox.ledger.orders
    assert caught.value.outcome is Outcome.UNKNOWN
    assert f"{order.ingram_order_number} has this number, and could not be read" in str(caught.value)
    assert len(sent(sandbox)) == 1


def test_a_vendor_that_is_down_leaves_the_outcome_unknown(orders, sandbox):
    sandbox.faults.add(Fault("status", status=500, operation=PLACE, times=None))
    with pytest.raises(ServiceException) as caught:
        orders.place(request(), attempts=3)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert "after 3 attempts" in str(caught.value)
    assert len(sent(sandbox)) == 3
    assert len({record.correlation_id for record in sent(sandbox)}) == 1
    assert caught.value.correlation_id == sent(sandbox)[0].correlation_id


def test_nothing_new_is_begun_when_time_is_up(orders, sandbox, clock):
    sandbox.faults.add(Fault("status", status=500, operation=PLACE, times=None))
    with pytest.raises(ServiceException):
        orders.place(request(), attempts=100, lookup_wait=10, timeout=25)
    assert clock.now == 25
    assert len(sent(sandbox)) == 3


def test_an_order_that_could_not_be_sent_is_not_looked_for(orders, sandbox):
    with sandbox.refusing():
        with pytest.raises(ApiException) as caught:
            orders.place(request())
    assert caught.value.outcome is Outcome.NOT_SENT
    assert sandbox.ledger.requests == []


def test_a_fresh_order_with_other_lines_is_not_taken_for_ours(orders, sandbox):
    orders.place(request(lines=(("4U0212", 5),)))
    sandbox.faults.add(Fault("cut_request", at_byte=10, operation=PLACE))
    with pytest.raises(DifferentOrderException) as caught:
        orders.place(request())
    assert caught.value.outcome is Outcome.UNKNOWN
    assert caught.value.order_numbers == (sandbox.ledger.orders[0].ingram_order_number,)
    assert len(sandbox.ledger.orders) == 1


def test_an_old_order_with_the_same_number_is_not_taken_for_ours(start, orders_on, clock):
    time = [datetime.now(timezone.utc).timestamp() - 90 * 86400]
    sandbox = start(clock=lambda: time[0])
    orders = orders_on(sandbox, clock)
    old = orders.place(request()).orders[0].ingram_order_number
    time[0] += 90 * 86400
    sandbox.faults.add(Fault("cut_request", at_byte=10, operation=PLACE))
    with pytest.raises(DuplicateOrderException) as caught:
        orders.place(request())
    assert (caught.value.order_numbers, caught.value.same, caught.value.outcome) == ((old,), True, Outcome.UNKNOWN)
    assert len(sandbox.ledger.orders) == 1


def test_a_cancelled_order_with_the_same_number_is_not_taken_for_ours(orders, sandbox):
    hold = [{"attributeName": "allowOrderOnCustomerHold", "attributeValue": "true"}]
    old = orders.place(request(additionalAttributes=hold)).orders[0].ingram_order_number
    orders.cancel(old)
    sandbox.faults.add(Fault("cut_request", at_byte=10, operation=PLACE))
    with pytest.raises(DuplicateOrderException) as caught:
        orders.place(request())
    assert (caught.value.order_numbers, caught.value.same) == ((old,), False)
    assert caught.value.outcome is Outcome.REJECTED
    assert old in str(caught.value)


@pytest.mark.parametrize("resume", [False, True])
def test_two_workers_with_the_same_order_place_it_once(orders, sandbox, resume):
    placed, refused = [], []

    def work():
        try:
            placed.append(orders.place(request(), resume=resume).orders[0].ingram_order_number)
        except DuplicateOrderException as error:
            refused.append((error.same, *error.order_numbers))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (order,) = sandbox.ledger.orders
    number = order.ingram_order_number
    assert placed == [number] * (8 if resume else 1)
    assert refused == [(True, number)] * (0 if resume else 7)


def test_keyword_arguments_win_over_the_configuration(orders, sandbox):
    orders.place(request(), im_correlation_id="my-own-id", im_sender_id="me", im_country_code="CA")
    (record,) = sent(sandbox)
    assert record.correlation_id == "my-own-id"
    assert record.headers["IM-SenderID"] == "me"
    assert record.headers["IM-CountryCode"] == "CA"


@pytest.mark.parametrize(
    "lines",
    [
        [{"ingramPartNumber": " 8rb884 ", "quantity": 2}],
        [{"customerPartNumber": "my-own-name", "quantity": 2}],
        [{"ingramPartNumber": "8RB884", "quantity": 1}, {"ingramPartNumber": "8RB884", "quantity": 4}],
    ],
    ids=["letter case", "a part number of one's own", "one part in two lines"],
)
def test_a_found_order_is_recognized_by_its_lines(orders, sandbox, lines):
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    found = orders.place({"customerOrderNumber": "PO-1", "lines": lines})
    assert [order.ingram_order_number for order in found.orders] == [
        order.ingram_order_number for order in sandbox.ledger.orders
    ]


@pytest.mark.parametrize("number", ["po-1", "PO-1"])
def test_letter_case_tells_orders_apart_only_when_there_are_several(orders, sandbox, number):
    listed = [{"ingramOrderNumber": f"20-{name}", "customerOrderNumber": name} for name in ("PO-1", "po-1", "PO-10")]
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    body = json.dumps({"orders": listed})
    sandbox.faults.add(Fault("status", status=200, body=body, operation=SEARCH, times=None))
    lines = json.dumps({"lines": [{"ingramPartNumber": "DF4128", "quantityOrdered": 2}]})
    sandbox.faults.add(Fault("status", status=200, body=lines, operation=DETAILS, times=None))
    orders.place(request(number), lookup_wait=0)
    read = [record.path.rpartition("/")[2] for record in sent(sandbox, DETAILS)]
    assert read == [f"20-{number}"]


def test_an_order_found_in_part_waits_for_the_rest(start, orders_on, clock):
    sandbox = start(index_delay=0)
    orders = orders_on(sandbox, clock)
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    sandbox.faults.add(Fault("status", status=500, operation=DETAILS, times=4))
    found = orders.place(request(lines=(("8RB884", 2), ("RQ6000", 1))))
    assert len(found.orders) == 2
    assert all(order.lines for order in found.orders)
    assert clock.sleeps == [0.5]


def test_errors_of_a_workflow_travel_between_processes(orders, sandbox):
    orders.place(request(lines=(("4U0212", 5),)))
    sandbox.faults.add(Fault("cut_request", at_byte=10, operation=PLACE))
    with pytest.raises(DifferentOrderException) as caught:
        orders.place(request())
    twin = pickle.loads(pickle.dumps(caught.value))
    assert (str(twin), twin.order_numbers, twin.outcome) == (
        str(caught.value),
        caught.value.order_numbers,
        Outcome.UNKNOWN,
    )
    assert str(twin).splitlines()[0] == "post_createorder_v6: another order has this customer order number"


ODD_ORDERS = [
    "null",
    '"text"',
    "[]",
    '{"orders": "none"}',
    '{"orders": {"ingramOrderNumber": ["20-X"], "customerOrderNumber": "PO-1"}}',
    '{"orders": [1, null, "x", {"ingramOrderNumber": {}, "customerOrderNumber": "PO-1"}]}',
    '{"orders": [{"ingramOrderNumber": "20-X", "customerOrderNumber": {"number": "PO-1"}}]}',
]


@pytest.mark.parametrize("body", ODD_ORDERS)
def test_odd_search_results_are_no_order(orders, sandbox, body):
    sandbox.faults.add(Fault("status", status=500, operation=PLACE, times=None))
    sandbox.faults.add(Fault("status", status=200, body=body, operation=SEARCH, times=None))
    with pytest.raises(ServiceException) as caught:
        orders.place(request(), lookup_wait=1, attempts=2)
    assert caught.value.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("number", ["20-X", 20555, "a number that is far too long", "../up"])
@pytest.mark.parametrize("lines", ["null", '"x"', '[1, {"ingramPartNumber": 5, "quantityOrdered": "x"}]', "{}"])
def test_an_order_with_odd_details_is_named_and_not_taken(orders, sandbox, number, lines):
    found = {"orders": [{"ingramOrderNumber": number, "customerOrderNumber": "PO-1", "orderTotal": "not a number"}]}
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    sandbox.faults.add(Fault("status", status=200, body=json.dumps(found), operation=SEARCH, times=None))
    body = f'{{"ingramOrderNumber": {json.dumps(number)}, "lines": {lines}, "orderTotal": "no number"}}'
    sandbox.faults.add(Fault("status", status=200, body=body, operation=DETAILS, times=None))
    with pytest.raises(ApiException) as caught:
        orders.place(request(), lookup_wait=1)
    assert caught.value.outcome is Outcome.UNKNOWN
    assert str(number) in str(caught.value)
    assert len(sent(sandbox)) == 1


@pytest.mark.parametrize("twin", ["blocking"])
def test_a_client_that_is_closed_on_the_way_leaves_the_outcome_unknown(orders, sandbox):
    sandbox.faults.add(Fault("lost_answer", operation=PLACE))
    orders._sleep = lambda seconds: orders.api_client.close()
    sandbox.faults.add(Fault("empty", status=204, operation=SEARCH))
    with pytest.raises(ApiException) as caught:
        orders.place(request())
    assert caught.value.outcome is Outcome.UNKNOWN
    assert caught.value.customer_order_number == "PO-1"
