"""Bodies of errors: every shape that the vendor uses, and what a status says about the outcome."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xi_sdk_resellers import Outcome
from xi_sdk_resellers._calls.error_body import read_error
from xi_sdk_resellers._calls.errors import outcome_of_status
from xi_sdk_resellers._calls.messages import Answer
from xi_sdk_resellers.api_response import Headers
from xi_sdk_resellers.exceptions import FieldProblem

FIELD = {"field": "quantity", "message": "too many", "value": 5}

SHAPES = {
    "errors": ({"errors": [{"id": "1", "type": "t", "message": "no", "fields": [FIELD]}]}, "no", 1),
    "several errors": ({"errors": [{"message": "no"}, {"message": "never"}, {"message": "no"}]}, "no; never", 0),
    "one error object": ({"errors": {"message": "no", "fields": FIELD}}, "no", 1),
    "flat": ({"traceid": "1", "type": "t", "message": "no", "fields": [FIELD, FIELD]}, "no", 2),
    "the vendor's misspelling": ({"messaage": "no"}, "no", 0),
    "message": ({"message": "no"}, "no", 0),
    "fault": ({"fault": {"faultstring": "no", "detail": {"errorcode": "x"}}}, "no", 0),
    "faultcode": ({"faultcode": "Server", "faultstring": "no"}, "no", 0),
    "OAuth": ({"error": "invalid_client", "error_description": "no"}, "no", 0),
    "OAuth without words": ({"error": "invalid_client"}, "invalid_client", 0),
    "a list": ([{"message": "no"}], "no", 0),
    "nothing useful": ({"message": None, "fields": "x"}, None, 0),
    "a text": ("no", None, 0),
    "null": (None, None, 0),
}


@pytest.mark.parametrize(("body", "message", "fields"), SHAPES.values(), ids=SHAPES)
def test_every_shape_of_error_is_understood(body: object, message: str | None, fields: int) -> None:
    found = read_error(Answer(400, "", Headers(), json.dumps(body).encode()))[:2]
    assert found == (message, (FieldProblem("quantity", "too many", 5),) * fields)


WRAPPERS = (
    "errors", "error", "fault", "faults", "serviceresponse", "responsePreamble", "detail", "details", "message",
    "messages", "exception", "Response", "result",
)  # fmt: skip


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize("several", [False, True])
def test_an_error_is_found_in_whatever_it_is_wrapped(wrapper: str, several: bool) -> None:
    error = {"description": "no stock", "fields": [FIELD]}
    body = {"status": "failed", wrapper: [error] if several else error}
    found = read_error(Answer(400, "", Headers(), json.dumps(body).encode()))[:2]
    assert found == ("no stock", (FieldProblem("quantity", "too many", 5),))


@pytest.mark.parametrize("body", [b"", b"<html>", b"[" * 100_000, b"\xff\xfe\x00", b"{"])
def test_an_error_that_is_no_json_has_no_details(body: bytes) -> None:
    assert read_error(Answer(400, "", Headers(), body))[:2] == (None, ())


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["errors", "error", "fault", "fields", "message"]), inner)
    ),
)


@given(json_values)
def test_no_error_body_breaks_the_reader(body: object) -> None:
    read_error(Answer(400, "", Headers(), json.dumps(body).encode()))


def test_outcomes_of_statuses() -> None:
    rejected = {status for status in range(300, 600) if outcome_of_status(status) is Outcome.REJECTED}
    assert rejected == set(range(400, 500)) - {408}
