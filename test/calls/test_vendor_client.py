"""What programs written for the vendor's SDK call on its ApiClient, below the endpoint classes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import xi_sdk_resellers
from test.support.answers import TWINS, AnswerServer, Reply, settings
from xi_sdk_resellers import (
    ApiClient,
    ApiException,
    ApiValueError,
    Configuration,
    NotFoundException,
    OrderSearchResponse,
    aio,
)

CLIENT = ApiClient(Configuration("https://vendor.example/sandbox", access_token="t0ken"))


def called(
    twin: str, configuration: Configuration, method: str, url: str, *given: Any, **more: Any
) -> tuple[int, bytes]:
    """Use call_api of one twin, and return status and body."""
    if twin == "blocking":
        with xi_sdk_resellers.ApiClient(configuration) as client:
            answer = client.call_api(method, url, *given, **more)
            return answer.status, answer.read()

    async def run() -> tuple[int, bytes]:
        async with aio.ApiClient(configuration) as client:
            answer = await client.call_api(method, url, *given, **more)
            return answer.status, await answer.read()

    return asyncio.run(run())


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("status", [200, 404])
def test_call_api_returns_status_and_bytes(twin: str, status: int) -> None:
    with AnswerServer(lambda asked: Reply(status, {"invoiceNumber": "20-RD1AB-11"})) as server:
        url = f"{server.url}/resellers/v6/invoices/20-RD1AB-11?a=1&a=2"
        found = called(twin, settings(server.url), "GET", url, header_params={"IM-CustomerNumber": "20-1", "X": None})
    asked = server.calls[0]
    assert found == (status, b'{"invoiceNumber": "20-RD1AB-11"}')
    assert (asked.path, asked.query) == ("/resellers/v6/invoices/20-RD1AB-11", {"a": ["1", "2"]})
    assert (asked.headers["IM-CustomerNumber"], asked.authorization) == ("20-1", "Bearer t0")
    assert "X" not in asked.headers


@pytest.mark.parametrize("twin", TWINS)
def test_call_api_sends_bodies_and_forms(twin: str) -> None:
    with AnswerServer(lambda asked: Reply(200, {})) as server:
        configuration, url = settings(server.url), f"{server.url}/x"
        called(twin, configuration, "POST", url, {}, {"a": [1]})
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        called(twin, configuration, "POST", url, kind, None, [("a", "1 2"), ("b", "x")])
        files = CLIENT.files_parameters({"scan": ("scan.pdf", b"%PDF")})
        called(twin, configuration, "POST", url, {"Content-Type": "multipart/form-data"}, None, [("a", "1"), *files])
    plain, form, files_sent = server.calls
    assert (plain.body, form.body) == (b'{"a": [1]}', b"a=1+2&b=x")
    assert form.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert files_sent.headers["Content-Type"].startswith("multipart/form-data; boundary=")
    assert b'filename="scan.pdf"' in files_sent.body


@pytest.mark.parametrize("twin", TWINS)
def test_a_change_is_not_sent_twice_and_the_token_stays_with_its_host(twin: str) -> None:
    with AnswerServer(lambda asked: Reply(503)) as server, AnswerServer(lambda asked: Reply(503)) as other:
        configuration = settings(server.url)
        assert called(twin, configuration, "POST", f"{server.url}/x", {}, {})[0] == 503
        assert called(twin, configuration, "POST", f"{other.url}/x", {}, {})[0] == 503
    assert (len(server.calls), len(other.calls), other.calls[0].authorization) == (1, 1, "")


@pytest.mark.parametrize("twin", TWINS)
def test_a_get_of_a_whole_url_is_sent_again(twin: str) -> None:
    with AnswerServer(lambda asked: Reply(200 if asked.number else 503)) as server:
        assert called(twin, settings(server.url), "GET", f"{server.url}/x", {})[0] == 200
    assert len(server.calls) == 2


@pytest.mark.parametrize("twin", TWINS)
def test_a_secret_does_not_go_over_plain_http_to_any_host(twin: str) -> None:
    configuration = settings("https://vendor.example", retries=0)
    with pytest.raises(ApiValueError, match="plain http"):
        called(twin, configuration, "GET", "http://host.invalid/x", {"Authorization": "Bearer s3cret"})
    with pytest.raises(ApiException, match="no connection could be made"):
        called(twin, configuration, "GET", "http://host.invalid/x", {})


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("get", "https://vendor.example/x"), "method must be one of"),
        (("GET", "/x"), "url must be a whole one"),
        (("POST", "https://vendor.example/x", {}, {"a": 1}, [("b", "2")]), "body cannot be given together"),
        (("POST", "https://vendor.example/x", {"Content-Type": "text/plain"}, None, [("b", "2")]), "need a form"),
    ],
)
def test_call_api_refuses_what_makes_no_sense(given: tuple[Any, ...], message: str) -> None:
    with pytest.raises(ApiValueError, match=message):
        CLIENT.call_api(*given)


def test_param_serialize_builds_what_call_api_takes() -> None:
    made = CLIENT.param_serialize(
        method="POST",
        resource_path="/orders/{number}/lines",
        path_params={"number": "20-1/2"},
        query_params=[("days", [date(2025, 6, 15), date(2025, 6, 16)]), ("all", True), ("q", "a b")],
        header_params={"IM-CountryCode": "US"},
        body={"price": Decimal("1.50"), "count": Decimal(2)},
        auth_settings=["application"],
        collection_formats={"days": "multi"},
    )
    method, url, headers, body, fields = made
    assert (method, body, fields) == ("POST", {"price": 1.5, "count": 2}, [])
    assert url == (
        "https://vendor.example/sandbox/orders/20-1%2F2/lines?days=2025-06-15&days=2025-06-16&all=true&q=a%20b"
    )
    assert (headers["IM-CountryCode"], headers["Authorization"]) == ("US", "Bearer t0ken")
    own = CLIENT.param_serialize("GET", "/x", _host="https://other.example/", _request_auth={"key": "K", "value": "v"})
    assert (own[1], own[2]["K"]) == ("https://other.example/x", "v")
    form = CLIENT.param_serialize("POST", "/x", post_params=[("A", "1"), ("B", [2, 3])])
    assert form[4] == [("A", "1"), ("B", [2, 3])]
    mapped = CLIENT.param_serialize("GET", "/x", query_params={"a": 1, "b": "x"})
    assert mapped[1] == "https://vendor.example/sandbox/x?a=1&b=x"
    with pytest.raises(ApiValueError, match="secrets do not belong in URLs") as caught:
        CLIENT.param_serialize("GET", "/x", _request_auth={"in": "query", "key": "k", "value": "s3cret"})
    assert "s3cret" not in str(caught.value)


JOINED = [("csv", "1,2"), ("ssv", "1 2"), ("tsv", "1\t2"), ("pipes", "1|2")]


@pytest.mark.parametrize(("kind", "joined"), JOINED)
def test_lists_are_joined(kind: str, joined: str) -> None:
    assert CLIENT.parameters_to_tuples({"a": [1, 2], "b": 3}, {"a": kind}) == [("a", joined), ("b", 3)]
    assert CLIENT.parameters_to_tuples([("a", [1, 2])], {"a": "multi"}) == [("a", 1), ("a", 2)]
    assert CLIENT.parameters_to_tuples({"a": [1, 2]}, {"a": "of no known kind"}) == [("a", "1,2")]
    assert CLIENT.parameters_to_tuples({"a": [1, 2]}, {}) == [("a", [1, 2])]
    assert CLIENT.parameters_to_url_query({"a": [1, 2]}, {"a": "multi"}) == "a=1&a=2"


def test_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF")
    pair = ("scan.pdf", b"%PDF", "application/pdf")
    assert CLIENT.files_parameters({"a": str(path), "b": [("scan.pdf", b"%PDF")]}) == [("a", pair), ("b", pair)]
    with pytest.raises(ApiValueError, match=r"files\['a'\] cannot be read: No such file"):
        CLIENT.files_parameters({"a": str(tmp_path / "missing")})


TEXTS: dict[str, tuple[str, str, str | None, Any]] = {
    "a model": ('{"recordsFound": 3}', "OrderSearchResponse", None, OrderSearchResponse(records_found=3)),
    "models": ('[{"recordsFound": 3}]', "List[OrderSearchResponse]", None, [OrderSearchResponse(records_found=3)]),
    "numbers by name": ('{"a": 1}', "Dict[str, int]", "application/json; charset=utf-8", {"a": 1}),
    "a date": ('"2025-06-15"', "date", None, date(2025, 6, 15)),
    "an object": ('{"a": [1]}', "object", None, {"a": [1]}),
    "text": ("hello", "str", "text/plain", "hello"),
    "null": ("null", "OrderSearchResponse", None, None),
}


@pytest.mark.parametrize(("text", "kind", "content_type", "value"), TEXTS.values(), ids=TEXTS)
def test_answers_are_read_by_the_name_of_a_type(text: str, kind: str, content_type: str | None, value: Any) -> None:
    assert CLIENT.deserialize(text, kind, content_type) == value
    assert aio.ApiClient(CLIENT.configuration).deserialize(text, kind, content_type) == value


def test_what_cannot_be_read_says_why() -> None:
    with pytest.raises(ApiValueError, match="no JSON"):
        CLIENT.deserialize("{", "object")
    with pytest.raises(ApiValueError, match="there is no model 'Invoice'"):
        CLIENT.deserialize("{}", "Invoice")
    with pytest.raises(ApiException, match="Unsupported content type"):
        CLIENT.deserialize("x", "str", "image/png")


def test_response_deserialize_makes_a_response_or_raises() -> None:
    types: Mapping[str, str] = {"200": "OrderSearchResponse", "4XX": "ErrorResponse"}
    replies = {
        "/many": Reply(300),
        "/good": Reply(200, {"recordsFound": 1}),
        "/bad": Reply(404, {"errors": [{"message": "gone"}]}),
    }
    with AnswerServer(lambda asked: replies[asked.path]) as server:
        with ApiClient(settings(server.url)) as client:
            answer = client.call_api("GET", f"{server.url}/good")
            with pytest.raises(ApiValueError, match=r"call read\(\)"):
                client.response_deserialize(answer, types)
            answer.read()
            response = client.response_deserialize(answer, types)
            assert (response.status_code, response.data.records_found) == (200, 1)
            assert json.loads(response.raw_data) == {"recordsFound": 1}
            bad = client.call_api("GET", f"{server.url}/bad")
            bad.read()
            with pytest.raises(NotFoundException, match="gone"):
                client.response_deserialize(bad, types)
            many = client.call_api("GET", f"{server.url}/many")
            many.read()
            with pytest.raises(ApiException) as caught:
                client.response_deserialize(many, {"3XX": "ErrorResponse"})
            assert caught.value.status == 300
