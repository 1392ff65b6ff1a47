"""What a 2xx answer means: done, refused, or nothing that can be relied on."""

from __future__ import annotations

import json
import logging
import pickle
from typing import Any

import pytest

from xi_sdk_resellers import ApiException, ApiResponse, ApiResponseException, Outcome, RejectedException
from xi_sdk_resellers._calls.decode import response_of
from xi_sdk_resellers._calls.messages import Answer, Fault, Request
from xi_sdk_resellers._operations.orders import (
    DELETE_ORDERCANCEL,
    GET_ORDERDETAILS_V6_1,
    GET_RESELLERS_V6_ORDERSEARCH,
    POST_CREATEORDER_V6,
    POST_CREATEORDER_V7,
    PUT_ORDERMODIFY,
)
from xi_sdk_resellers._settings.retries import Retries
from xi_sdk_resellers.api_response import Headers
from xi_sdk_resellers.operation import Operation

CREATE, QUEUE, MODIFY, CANCEL = POST_CREATEORDER_V6, POST_CREATEORDER_V7, PUT_ORDERMODIFY, DELETE_ORDERCANCEL
CUT = Fault("truncated", "cut short after some bytes")


def read(
    operation: Operation, body: object, *, status: int = 200, query: str = "", fault: Fault | None = None
) -> ApiResponse[Any]:
    """Decode an answer to an operation; the body is bytes or what is written as JSON."""
    request = Request(operation, headers={}, connect_timeout=1, read_timeout=1, total_timeout=None, retries=Retries())
    request.target = f"/resellers{query}"
    request.correlation_id = "c" * 32
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return response_of(request, Answer(status, "Fine", Headers(), data, fault), pause_gc=False)


LINE = {"customerLinenumber": "1", "ingramPartNumber": "AB1", "rejectCode": "EN", "rejectReason": "SKU-NOTFOUND   AB1"}
OTHER = {"customerLineNumber": "2", "ingramPartNumber": "AB2", "rejectCode": "EW", "rejectReason": "BR-CANT-SHIP"}

DONE: dict[str, tuple[Operation, Any]] = {
    "an order": (CREATE, {"orders": [{"ingramOrderNumber": "20-1"}]}),
    "a number of ten digits": (CREATE, {"orders": [{"ingramOrderNumber": 7059827143}]}),
    "one of two": (CREATE, {"orders": [{"ingramOrderNumber": None}, {"ingramOrderNumber": "20-1"}]}),
    "a number at the top": (CREATE, {"ingramOrderNumber": "20-1"}),
    "in other letter case": (CREATE, {"Orders": [{"IngramOrderNumber": "20-1"}]}),
    "one object for the list": (CREATE, {"orders": {"ingramOrderNumber": "20-1"}}),
    "a list of one": (CREATE, [{"orders": [{"ingramOrderNumber": "20-1"}]}]),
    "an error beside it": (CREATE, {"orders": [{"ingramOrderNumber": "20-1"}], "errors": [{"message": "no mail"}]}),
    "text behind it": (CREATE, b'{"ingramOrderNumber": "20-1"} <html>'),
    "a confirmation": (QUEUE, {"confirmationNumber": "US-1"}),
    "a confirmation that is a number": (QUEUE, {"confirmationNumber": 1669783293}),
    "a changed order": (MODIFY, {"ingramOrderNumber": "20-1"}),
    "a changed order by another name": (MODIFY, {"orderNumber": "20-1"}),
    "changed lines": (MODIFY, {"lines": [{"ingramLineNumber": "001"}]}),
}


def test_nothing_in_answer_to_a_read_is_no_result() -> None:
    with pytest.raises(ApiResponseException, match="the answer is empty") as caught:
        read(GET_ORDERDETAILS_V6_1, b"")
    assert caught.value.status == 200


@pytest.mark.parametrize("status", [200, 201, 202, 207, 299])
@pytest.mark.parametrize(("operation", "body"), DONE.values(), ids=DONE)
def test_with_its_sign_a_change_is_done_whatever_else_is_odd(operation: Operation, body: Any, status: int) -> None:
    assert read(operation, body, status=status).status_code == status


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        (CREATE, b'{"orders": [{"ingramOrderNumber": "20-1", "lines": [{"unitPr'),
        (QUEUE, b'{"confirmationNumber": "US-1", "message": "Tha'),
        (MODIFY, b'{"ingramOrderNumber": "20-1", "lines": [{'),
    ],
)
def test_half_an_answer_with_the_sign_is_a_success(operation: Operation, body: bytes) -> None:
    found = read(operation, body, fault=CUT)
    assert found.data is not None
    assert found.raw_data == body
    assert found.drift[0].path == ""


EMPTY = [b"", b"null", b" \r\n"]


@pytest.mark.parametrize("body", EMPTY)
@pytest.mark.parametrize("status", [200, 204])
def test_cancel_and_release_are_answered_without_content(body: bytes, status: int) -> None:
    read(CANCEL, body, status=status)
    for query in ("?actionCode=release", "?regionCode=CS&actionCode=Release"):
        read(MODIFY, body, status=status, query=query)


UNKNOWN: dict[str, Any] = {
    "a page": b"<html><title>Log in</title></html>",
    "a text": b"OK",
    "JSON text": "accepted",
    "a number": 0,
    "true": True,
    "accepted": {"accepted": True},
    "an empty object": {},
    "an empty list": [],
    "a message": {"message": "Thank you"},
    "blank numbers": {"orders": [{"ingramOrderNumber": " "}], "confirmationNumber": "", "ingramOrderNumber": None},
    "a number that is none": {"orders": [{"ingramOrderNumber": {"a": []}}], "confirmationNumber": [1], "lines": [7]},
    "a flag for a number": {"orders": [{"ingramOrderNumber": True}], "confirmationNumber": False},
    "a fault of the gateway": {"fault": {"faultstring": "Service Unavailable"}},
    "an error about the service": {"errors": [{"message": "Down for maintenance until 4 am"}]},
    "deep": b'{"lines":' * 100_000,
    "no error at all": {"errors": [], "error": None, "errorCode": "0", "success": False},
}


@pytest.mark.parametrize("operation", [CREATE, QUEUE, MODIFY, CANCEL], ids=lambda operation: operation.name)
@pytest.mark.parametrize("body", [*UNKNOWN.values()], ids=UNKNOWN)
def test_with_neither_sign_nor_refusal_the_outcome_is_unknown(operation: Operation, body: Any) -> None:
    with pytest.raises(ApiResponseException) as caught:
        read(operation, body)
    error = caught.value
    assert error.outcome is Outcome.UNKNOWN
    assert error.raw_body == (body if isinstance(body, bytes) else json.dumps(body).encode())
    assert operation.in_doubt in str(error)
    assert (error.status, error.correlation_id) == (200, "c" * 32)


@pytest.mark.parametrize("body", EMPTY)
@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_an_empty_answer_that_nobody_documented_is_unknown(body: bytes, status: int) -> None:
    for operation in (CREATE, QUEUE, MODIFY):
        with pytest.raises(ApiResponseException) as caught:
            read(operation, body, status=status, query="?regionCode=release")
        assert caught.value.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("operation", [CREATE, QUEUE, MODIFY, CANCEL], ids=lambda operation: operation.name)
def test_half_an_answer_without_the_sign_is_unknown(operation: Operation) -> None:
    for body in (b"", b'{"orders": [{"rejectedLineItems": [{"rejectCode": "EN"}]', b'{"errors": [{"message": "no"}]}'):
        with pytest.raises(ApiResponseException) as caught:
            read(operation, body, fault=CUT, query="?actionCode=release")
        assert caught.value.outcome is Outcome.UNKNOWN
        assert "cut short" in str(caught.value)


def test_a_number_that_may_be_cut_is_not_read() -> None:
    found = read(QUEUE, b'{"confirmationNumber": "US-1", "quoteNumber": 16697', fault=CUT)
    assert found.data.quote_number is None
    with pytest.raises(ApiResponseException):
        read(QUEUE, b'{"confirmationNumber": 16697', fault=CUT)


FAILED = {"serviceresponse": {"responsepreamble": {"responsestatus": "FAILED", "responsemessage": "SKU-NOTFOUND   9Y"}}}
REFUSALS: dict[str, tuple[Any, str]] = {
    "the older platform": (FAILED, "SKU-NOTFOUND 9Y"),
    "errors": ({"errors": [{"message": "no such address", "fields": [{"field": "a", "message": "b"}]}]}, "no such"),
    "errors in capitals": ({"Errors": [{"Message": "no"}]}, "but the answer refuses the request"),
    "a fault": ({"fault": {"faultstring": "Invalid customer number"}}, "Invalid customer number"),
    "a fault code": ({"faultcode": "Server", "faultstring": "Invalid customer number"}, "Invalid customer number"),
    "a list of errors": ([{"traceid": "1", "type": "Errors", "message": "Record not found"}], "Record not found"),
    "a flat error": ({"traceid": "1", "type": "t", "message": "no such part", "fields": []}, "no such part"),
    "a code": ({"ErrorCode": "12", "Error": "No credit"}, "No credit"),
    "an error message": ({"errorMessage": "No credit"}, "No credit"),
}


@pytest.mark.parametrize("operation", [CREATE, QUEUE, MODIFY, CANCEL], ids=lambda operation: operation.name)
@pytest.mark.parametrize(("body", "said"), REFUSALS.values(), ids=REFUSALS)
def test_a_refusal_is_rejected_with_the_vendors_words(operation: Operation, body: Any, said: str) -> None:
    with pytest.raises(RejectedException) as caught:
        read(operation, body, query="?actionCode=release")
    error = caught.value
    assert error.outcome is Outcome.REJECTED
    assert said in str(error)
    assert str(error).splitlines()[0] == f"{operation.name}: 200 OK, but the answer refuses the request"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


REJECTED = {
    "in the order": {"orders": [{"ingramOrderNumber": "", "lines": [], "rejectedLineItems": [LINE, OTHER]}]},
    "without a number": {"orders": [{"numberOfLinesWithSuccess": 0, "rejectedLineItems": [LINE, OTHER]}]},
    "at the top": {"rejectedLineItems": [LINE, OTHER]},
    "in several orders": {"orders": [{"rejectedLineItems": [LINE]}, {"rejectedLineItems": [OTHER]}]},
}


@pytest.mark.parametrize("status", [200, 201, 207])
@pytest.mark.parametrize("body", REJECTED.values(), ids=REJECTED)
def test_an_order_of_which_every_line_was_rejected_is_rejected(body: Any, status: int) -> None:
    with pytest.raises(RejectedException) as caught:
        read(CREATE, body, status=status)
    error = caught.value
    assert (error.status, error.outcome) == (status, Outcome.REJECTED)
    assert error.message == "every line was rejected: EN SKU-NOTFOUND AB1; EW BR-CANT-SHIP"
    assert [tuple(problem) for problem in error.fields] == [
        ("line 1", "EN SKU-NOTFOUND AB1", "AB1"),
        ("line 2", "EW BR-CANT-SHIP", "AB2"),
    ]
    assert "The order was NOT placed" in str(error)


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        (CREATE, {"orders": [{"ingramOrderNumber": "20-1", "rejectedLineItems": [LINE]}]}),
        (MODIFY, {"ingramOrderNumber": "20-1", "rejectedLineItems": [LINE]}),
    ],
)
def test_a_change_done_in_part_is_returned_and_logged(
    caplog: pytest.LogCaptureFixture, operation: Operation, body: Any
) -> None:
    with caplog.at_level(logging.WARNING, "xi_sdk_resellers"):
        assert read(operation, body, status=207).data is not None
    (said,) = [record.getMessage() for record in caplog.records if "rejected" in record.getMessage()]
    assert "done in part, rejected line 1: EN SKU-NOTFOUND AB1" in said


@pytest.mark.parametrize(("count", "rest"), [(5, ""), (6, " and 1 more"), (9, " and 4 more")])
def test_of_many_rejected_lines_five_are_told_and_the_rest_counted(
    caplog: pytest.LogCaptureFixture, count: int, rest: str
) -> None:
    with caplog.at_level(logging.WARNING, "xi_sdk_resellers"):
        read(CREATE, {"orders": [{"ingramOrderNumber": "20-1", "rejectedLineItems": [LINE] * count}]}, status=207)
    said = ", ".join(["line 1: EN SKU-NOTFOUND AB1"] * 5)
    assert f"done in part, rejected {said}{rest} (" in caplog.text


def test_a_change_of_which_nothing_is_known_is_believed() -> None:
    unknown = CREATE._replace(success=(), rejected=(), empty_success=None)
    for body in (b"", b"<html>", b'{"errors": [{"message": "no"}]}'):
        assert read(unknown, body).status_code == 200


# Reads.

SEARCH, DETAILS = GET_RESELLERS_V6_ORDERSEARCH, GET_ORDERDETAILS_V6_1
NO_RESULT: dict[str, Any] = {
    "a text": b"503 Service Unavailable",
    "JSON text": "maintenance",
    "zero": 0,
    "true": True,
    "nearly null": b"nullified",
    "a list and more": b"[1] x",
    "an object and a page": b"{} <html>gateway</html>",
    "a page": b"<html></html>",
    "nothing": b"",
    "a fault": {"fault": {"faultstring": "Service Unavailable"}},
    "errors": {"errors": [{"message": "no"}]},
    "the older platform": FAILED,
    "a number behind a mark": b"\xef\xbb\xbf 5",
}


@pytest.mark.parametrize("operation", [SEARCH, DETAILS], ids=lambda operation: operation.name)
@pytest.mark.parametrize("body", NO_RESULT.values(), ids=NO_RESULT)
def test_a_read_that_is_answered_with_something_else_raises(operation: Operation, body: Any) -> None:
    with pytest.raises(ApiResponseException) as caught:
        read(operation, body)
    assert caught.value.raw_body == (body if isinstance(body, bytes) else json.dumps(body).encode())


RESULTS: dict[str, Any] = {
    "an empty object": {},
    "an object": {"orders": []},
    "a list of one": [{"orders": []}],
    "unknown keys": {"errors": [{"message": "one order is missing"}], "orders": [{"ingramOrderNumber": "20-1"}]},
    "keys in capitals": {"Orders": [], "RecordsFound": 0},
    "a mark before it": b'\xef\xbb\xbf{"orders": []}',
    "blanks around it": b' \r\n{"orders": []}\n ',
    "another encoding": '{"orders": []}'.encode("utf-16-be"),
}


@pytest.mark.parametrize("body", RESULTS.values(), ids=RESULTS)
def test_what_is_a_result_is_returned(body: Any) -> None:
    assert read(SEARCH, body).data is not None


def test_null_is_nothing_only_where_nothing_may_be_found() -> None:
    assert read(SEARCH, b"null").data.orders == []
    with pytest.raises(ApiResponseException):
        read(DETAILS, b"null")


def test_a_read_never_raises_what_a_change_does() -> None:
    with pytest.raises(ApiException) as caught:
        read(DETAILS, {"fault": {"faultstring": "no"}})
    assert not isinstance(caught.value, RejectedException)
