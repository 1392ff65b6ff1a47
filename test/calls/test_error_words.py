"""What the vendor says in its errors: the same message, fields and IDs whichever form they came in."""

from __future__ import annotations

import json
import pickle
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from test.support.answers import TWINS, AnswerServer, Reply, call, settings
from xi_sdk_resellers import AccesstokenApi, ApiClient, ApiException, BadRequestException, FieldProblem
from xi_sdk_resellers._calls.error_body import read_error
from xi_sdk_resellers._calls.messages import Answer
from xi_sdk_resellers.api_response import Headers

QUANTITY = FieldProblem("quantity", "too many", 5)
ITEM = {"field": "quantity", "message": "too many", "value": 5}
HTML = "text/html; charset=utf-8"
PREAMBLE = {"responsestatus": "FAILED", "statuscode": "400", "responsemessage": "Wrong number"}

FORMS: dict[str, tuple[object, str | None, tuple[FieldProblem, ...]]] = {
    "errors": ({"errors": [{"traceid": "1", "message": "no", "fields": [ITEM]}]}, "no", (QUANTITY,)),
    "Errors": ({"Errors": [{"Message": "no", "Fields": [{"Field": "quantity", "MESSAGE": "too many", "Value": 5}]}]},
               "no", (QUANTITY,)),
    "a bare list": ([{"traceid": "1", "type": "t", "message": "no", "fields": [ITEM]}], "no", (QUANTITY,)),
    "one error": ({"traceid": "1", "type": "t", "message": "no", "fields": ITEM}, "no", (QUANTITY,)),
    "a list of one": ({"Errors": [{"Error": [{"Message": "no"}]}]}, "no", ()),
    "texts": ({"errors": ["no", "never"]}, "no; never", ()),
    "the older platform": ({"serviceresponse": {"responsepreamble": PREAMBLE}}, "Wrong number", ()),
    "the same with capitals": ({"ServiceResponse": {"ResponsePreamble": {"ResponseMessage": "no"}}}, "no", ()),
    "ErrorCode": ({"ErrorCode": "invalid_client", "Error": "ClientId is Invalid"}, "ClientId is Invalid", ()),
    "only a code": ({"ErrorCode": "invalid_client"}, "invalid_client", ()),
    "OAuth": ({"error": "invalid_client", "error_description": "no"}, "no", ()),
    "errorMessage": ({"errorMessage": "no"}, "no", ()),
    "description": ({"code": 17, "description": "no"}, "no", ()),
    "fault": ({"fault": {"faultstring": "no", "detail": {"errorcode": "x.Y"}}}, "no", ()),
    "Fault in a list": ([{"Fault": [{"FaultString": "no"}]}], "no", ()),
    "faultcode": ({"faultcode": "Server", "faultstring": "no"}, "no", ()),
    "a problem of RFC 9457": ({"title": "Bad", "status": 400, "detail": "no"}, "no", ()),
    "an empty message beside another": ({"message": " ", "error": "no"}, "no", ()),
    "deep in something unknown": ({"outer": {"inner": [{"Message": "no"}]}}, "no", ()),
    "one field": ({"errors": [{"field": "quantity", "message": "too many", "value": 5}]}, "too many", (QUANTITY,)),
    "names of fields": ({"message": "no", "fields": ["quantity"]}, "no", (FieldProblem("quantity", None),)),
    "no name of a field": ({"message": "no", "fields": [{"message": "never"}]}, "no", (FieldProblem(None, "never"),)),
    "no words for a field": ({"message": "no", "fields": [{"field": "x"}]}, "no", (FieldProblem("x", None),)),
    "21 errors": ({"errors": [str(at) for at in range(21)]}, "; ".join(str(at) for at in range(20)), ()),
    "51 fields": ({"message": "no", "fields": ["x"] * 51}, "no", (FieldProblem("x", None),) * 50),
    "nothing of use": ({"message": None, "fields": 7}, None, ()),
}  # fmt: skip
WRAPPERS = [
    "errors",
    "error",
    "fault",
    "Faults",
    "service-response",
    "responsePreamble",
    "detail",
    "details",
    "messages",
]
WRAPPERS += ["exception", "response", "result"]
PAGES = {
    "a title": (
        b"<!DOCTYPE html><html><head><title> Request\n Rejected &amp; logged </title>",
        "Request Rejected & logged",
    ),
    "a heading": (b"<html><body><h1>Forbidden</h1>", "Forbidden"),
    "SOAP": (b"<s:Envelope><s:Fault><faultcode>a</faultcode><faultstring>no</faultstring></s:Fault>", "no"),
    "no words": (b"<html></html>", None),
}


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize(("body", "message", "fields"), FORMS.values(), ids=FORMS)
def test_every_form_of_error_gives_its_words(
    twin: str, body: object, message: str | None, fields: tuple[FieldProblem, ...]
) -> None:
    with AnswerServer(lambda asked: Reply(400, body)) as server:
        with pytest.raises(BadRequestException) as caught:
            call(twin, settings(server.url), lambda api: api.get_orderdetails_v6_1("20-1"))
    error = caught.value
    assert (error.message, error.fields) == (message, fields)
    assert len(error.correlation_id or "") == 32
    assert error.body == json.dumps(body)


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_words_are_found_in_every_wrapper_beside_those_around_it(wrapper: str) -> None:
    for inner in ({"message": "never"}, [{"message": "never"}]):
        body = json.dumps({"message": "no", wrapper: inner, "else": {"message": "not this"}}).encode()
        assert read_error(Answer(400, "", Headers(), body)).message == "no; never"


@pytest.mark.parametrize(("status", "kind"), [(599, "ServiceException"), (600, "ApiResponseException")])
def test_a_status_that_no_error_has_is_no_answer(status: int, kind: str) -> None:
    with AnswerServer(lambda asked: Reply(status)) as server, pytest.raises(ApiException) as caught:
        call("blocking", settings(server.url, retries=0), lambda api: api.get_orderdetails_v6_1("20-1"))
    assert (type(caught.value).__name__, caught.value.status) == (kind, status)


def test_a_401_says_whether_a_token_was_sent() -> None:
    said = {"t": "The token was not accepted", None: "No credentials were sent"}
    for token, hint in said.items():
        with AnswerServer(lambda asked: Reply(401)) as server:
            configuration = settings(server.url, access_token=token, client_id=None, client_secret=None)
            with pytest.raises(ApiException) as caught:
                call("blocking", configuration, lambda api: api.get_orderdetails_v6_1("20-1"))
        assert hint in (caught.value.hint or "")


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize(("body", "message"), PAGES.values(), ids=PAGES)
def test_a_page_gives_its_title(twin: str, body: bytes, message: str | None) -> None:
    with AnswerServer(lambda asked: Reply(403, body, kind=HTML)) as server:
        with pytest.raises(ApiException) as caught:
            call(twin, settings(server.url), lambda api: api.get_orderdetails_v6_1("20-1"))
    assert (caught.value.status, caught.value.message, caught.value.data) == (403, message, None)


def test_a_text_is_a_message_only_when_it_says_to_be_one() -> None:
    for kind, message in (("text/plain", "upstream is gone"), ("application/json", None)):
        said = read_error(Answer(502, "", Headers([("Content-Type", kind)]), b" upstream\n is gone "))
        assert said.message == message


def test_a_bare_list_is_read_as_the_contracts_list_of_errors() -> None:
    with AnswerServer(lambda asked: Reply(400, [{"traceid": "77", "message": "no"}])) as server:
        with pytest.raises(BadRequestException) as caught:
            call("blocking", settings(server.url), lambda api: api.get_orderdetails_v6_1("20-1"))
    assert [(item.traceid, item.message) for item in caught.value.data.errors] == [("77", "no")]


@pytest.mark.parametrize(
    ("headers", "body", "found"),
    [
        ([("IM-CorrelationID", "theirs")], {"message": "no", "traceid": "77"}, "theirs"),
        ([], {"errors": [{"message": "no", "traceid": "77"}]}, "77"),
        ([], [{"message": "no", "Correlation-ID": "88"}], "88"),
        ([], {"message": "no"}, None),
    ],
)
def test_a_call_without_an_id_has_the_vendors(headers: list[tuple[str, str]], body: object, found: str | None) -> None:
    with AnswerServer(lambda asked: Reply(), token=lambda asked: Reply(400, body, headers)) as server:
        with ApiClient(settings(server.url)) as client, pytest.raises(BadRequestException) as caught:
            AccesstokenApi(client).get_accesstoken("client_credentials", "app", "s3cret-of-the-app")
    assert caught.value.correlation_id == found
    assert "client_secret" in (caught.value.hint or "")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(
            st.sampled_from(["Errors", "error", "fault", "Fields", "message", "detail", "id", "x"]), inner
        )
    ),
)


@given(json_values)
def test_no_body_breaks_the_reader(body: object) -> None:
    said = read_error(Answer(400, "", Headers(), json.dumps(body).encode()))
    assert said.message is None or said.message.strip()


@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"a":' * 50_000, b"<title" * 50_000, b"<title>" + b" " * 500_000, b"\xff\xfe\x00"]
)
def test_hostile_bodies_are_read_in_no_time(body: bytes) -> None:
    began = time.process_time()
    read_error(Answer(400, "", Headers(), body))
    assert time.process_time() - began < 1


# Where it happened.


@pytest.mark.parametrize("twin", TWINS)
def test_every_error_and_log_line_names_the_host_and_never_the_query(
    twin: str, caplog: pytest.LogCaptureFixture
) -> None:
    def answer(asked: Any) -> Reply:
        return Reply(503) if asked.number == 0 else Reply(400, {"message": "no"})

    with AnswerServer(answer) as server, caplog.at_level("DEBUG", "xi_sdk_resellers"):
        host = f"{server.url}/base"
        with pytest.raises(BadRequestException) as caught:
            call(twin, settings(host), lambda api: api.get_orderdetails_v6_1("20-1", vendor_number="private"))
    error = pickle.loads(pickle.dumps(caught.value))
    assert (error.host, error.path) == (host, "/resellers/v6.1/orders/20-1")
    assert f"  host: {host}" in str(error).splitlines()
    assert host not in str(error).splitlines()[0]
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 3  # the token, the attempt that is made again, the call
    assert all(f" {host}/" in line for line in lines)
    assert not [line for line in (*lines, str(error)) if "private" in line]


@pytest.mark.parametrize("twin", TWINS)
def test_a_failure_names_the_host_too(twin: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("WARNING", "xi_sdk_resellers"), pytest.raises(ApiException) as caught:
        call(twin, settings("http://127.0.0.1:1", access_token="t"), lambda api: api.get_orderdetails_v6_1("20-1"))
    assert caught.value.host == "http://127.0.0.1:1"
    assert [record.getMessage().count("http://127.0.0.1:1/") for record in caplog.records] == [1, 1, 1]


def test_exceptions_without_a_host_are_as_before() -> None:
    assert ApiException(404).host is None
    assert "host" not in str(ApiException(404, method="GET", path="/x"))
