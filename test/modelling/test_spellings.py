"""Keys in other spellings than the contract's."""

import copy
import json
import pickle
from datetime import date

from xi_sdk_resellers import OrderCreateRequest, OrderCreateRequestLineSerialInfo, OrderDetailB2B
from xi_sdk_resellers._modelling.decode import decode
from xi_sdk_resellers._modelling.encode import encode


def made(**values):
    return OrderCreateRequest(**{"customer_order_number": "PO-1", **values})


def test_a_key_in_another_spelling_is_read_and_given_back_as_it_came():
    model, drift = decode(OrderDetailB2B, b'{"endcustomerOrderNumber": 16, "lines": [{}]}', pause_gc=False)
    assert (model.end_customer_order_number, drift) == ("16", ())
    assert model.to_dict() == {"endcustomerOrderNumber": "16", "lines": [{}]}
    for other in (copy.deepcopy(model), pickle.loads(pickle.dumps(model))):
        assert other.end_customer_order_number == "16"
        assert other == model


def test_a_request_sends_the_spelling_that_it_was_given():
    body = {"customerOrderNumber": "PO-1", "endcustomerOrderNumber": "EU-1"}
    request = OrderCreateRequest.from_dict(body)
    assert request.end_customer_order_number == "EU-1"
    assert json.loads(encode(request)) == request.to_dict() == body
    request.end_customer_order_number = "EU-2"
    assert json.loads(encode(request)) == {"customerOrderNumber": "PO-1", "endCustomerOrderNumber": "EU-2"}


def test_the_contracts_own_spelling_wins():
    both = b'{"endcustomerOrderNumber": "b", "endCustomerOrderNumber": "a"}'
    assert decode(OrderDetailB2B, both, pause_gc=False)[0].end_customer_order_number == "a"


def test_other_spellings_are_found_in_parts_of_parts():
    serial = {"dateOfPurchase": "May 5, 2024"}
    request = made(lines=[{"warrantyInfo": [{"serialInfo": [serial]}]}])
    assert request.lines[0].warranty_info[0].serial_info[0].dateof_purchase == date(2024, 5, 5)
    assert OrderCreateRequestLineSerialInfo(**serial).dateof_purchase == date(2024, 5, 5)
