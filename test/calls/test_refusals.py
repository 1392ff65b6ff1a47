"""What the words of a 4xx decide: nothing found, an application without approval, a gateway that knows no such path."""

from __future__ import annotations

from typing import Any

import pytest

from test.support.answers import TWINS, AnswerServer, Reply, call, settings, walk
from xi_sdk_resellers import ApiException, NotFoundException, UnauthorizedException

RECORD = [{"traceid": "0f3c1d", "type": "Errors", "message": "Record not found", "fields": []}]
NOTHING: dict[str, object] = {
    "a bare list": RECORD,
    "errors": {"errors": RECORD},
    "one error": RECORD[0],
    "a bare message": {"message": "Record not found"},
    "capitals": {"Errors": [{"Message": "RECORDS NOT FOUND"}]},
    "the older platform": {"serviceresponse": {"responsepreamble": {"responsemessage": "No orders were found"}}},
    "no data": {"description": "No data available"},
    "no match": {"errorMessage": "There is no order that matches"},
    "nothing": {"message": "Nothing found"},
    "the service says not found": {"errors": [{"id": "7", "type": "/errors/not-found", "message": "Not Found"}]},
    "an empty list": [],
    "an empty page": {"recordsFound": "0", "orders": []},
}
HTML = b"<html><head><title>404 Not Found</title></head></html>"
UNKNOWN = {"fault": {"faultstring": "Unable to identify proxy for host: x and url: /orders/search",
                     "detail": {"errorcode": "messaging.adaptors.http.flow.ApplicationNotFound"}}}  # fmt: skip
GATEWAYS: dict[str, object] = {
    "a page": HTML,
    "nothing": b"",
    "Apigee": UNKNOWN,
    "in a list": [UNKNOWN],
    "Kong": {"message": "no Route matched with those values"},
    "AWS": {"message": "Not Found"},
    "Azure": {"statusCode": 404, "message": "Resource not found"},
    "Express": {"error": "Cannot GET /resellers/v6/orders/search"},
    "Spring": {"status": 404, "error": "Not Found", "message": "", "path": "/resellers/v6/orders/search"},
    "a path": {"message": "The requested URL /resellers/v6/orders/search was not found"},
}


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("body", NOTHING.values(), ids=NOTHING)
def test_a_search_that_finds_nothing_is_empty_however_it_is_said(twin: str, body: object) -> None:
    with AnswerServer(lambda asked: Reply(404, body)) as server:
        configuration = settings(server.url)
        answer = call(twin, configuration, lambda api: api.get_resellers_v6_ordersearch_with_http_info(page_size=5))
        plain = call(twin, configuration, lambda api: api.get_resellers_v6_ordersearch(customer_order_number="PO-1"))
        assert walk(twin, configuration, customer_order_number="PO-1") == []
    assert (answer.status_code, answer.data, answer.drift) == (404, plain, ())
    assert (plain.orders, plain.records_found) == ([], None)
    assert answer.raw_data == Reply(404, body).content
    assert len(server.calls) == 3


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("body", GATEWAYS.values(), ids=GATEWAYS)
def test_a_gateways_404_stays_an_error_and_points_to_the_base_path(twin: str, body: object) -> None:
    kind = "text/html" if isinstance(body, bytes) else "application/json"
    with AnswerServer(lambda asked: Reply(404, body, kind=kind)) as server:
        with pytest.raises(NotFoundException) as caught:
            walk(twin, settings(f"{server.url}/wrong"))
    assert len(server.calls) == 1
    assert f"{server.url}/wrong knows no path /resellers/v6/orders/search" in (caught.value.hint or "")


CALLS: dict[str, Any] = {
    "details": lambda api: api.get_orderdetails_v6_1("20-1"),
    "cancel": lambda api: api.delete_ordercancel("20-1"),
    "modify": lambda api: api.put_ordermodify("20-1", order_modify_request={"notes": "x"}),
}


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("work", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize("name", ["a bare list", "an empty list", "errors"])
def test_a_404_to_one_order_stays_an_error(twin: str, work: Any, name: str) -> None:
    with AnswerServer(lambda asked: Reply(404, NOTHING[name])) as server:
        with pytest.raises(NotFoundException) as caught:
            call(twin, settings(server.url), work)
    assert caught.value.message == (None if name == "an empty list" else "Record not found")
    assert "path" not in (caught.value.hint or "")


@pytest.mark.parametrize("twin", TWINS)
def test_a_raw_search_gives_the_404_as_it_is(twin: str) -> None:
    def raw(api: Any) -> Any:
        return api.get_resellers_v6_ordersearch_without_preload_content()

    async def raw_later(api: Any) -> Any:
        response = await raw(api)
        return response.status, await response.read()

    def raw_now(api: Any) -> Any:
        response = raw(api)
        return response.status, response.read()

    with AnswerServer(lambda asked: Reply(404, RECORD)) as server:
        found = call(twin, settings(server.url), raw_now if twin == "blocking" else raw_later)
    assert found == (404, Reply(404, RECORD).content)


@pytest.mark.parametrize("twin", TWINS)
def test_an_order_that_a_search_answers_by_404_is_not_there(twin: str) -> None:
    placed = {"customerOrderNumber": "PO-1", "orders": [{"ingramOrderNumber": "20-1", "lines": []}]}
    posts: list[int] = []

    def answer(asked: Any) -> Reply:
        if asked.method != "POST":
            return Reply(404, RECORD)
        posts.append(asked.number)
        return Reply(500, {"errors": [{"message": "broken"}]}) if len(posts) == 1 else Reply(201, placed)

    order = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "A1", "quantity": 1}]}
    with AnswerServer(answer) as server:
        done = call(twin, settings(server.url), lambda orders: orders.place(order, lookup_wait=0), of="Orders")
    assert done.orders[0].ingram_order_number == "20-1"
    assert len(posts) == 2


# Approval.

NOT_APPROVED: dict[str, object] = {
    "a fault": {"fault": {"faultstring": "Invalid API call as no apiproduct match found", "detail": {
        "errorcode": "keymanagement.service.InvalidAPICallAsNoApiProductMatchFound"}}},
    "only the code": {"Fault": [{"Detail": {"ErrorCode": "x.InvalidAPICallAsNoApiProductMatchFound"}}]},
    "a resource": {"fault": {"faultstring": "Invalid ApiKey for given resource"}},
    "other words": {"message": "The application is not approved"},
}  # fmt: skip


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("status", [401, 403])
@pytest.mark.parametrize("body", NOT_APPROVED.values(), ids=NOT_APPROVED)
def test_an_application_without_approval_renews_no_token_and_says_why(twin: str, status: int, body: object) -> None:
    with AnswerServer(lambda asked: Reply(status, body)) as server:
        with pytest.raises(ApiException) as caught:
            call(twin, settings(server.url), lambda api: api.get_resellers_v6_ordersearch())
    assert "waits for the vendor's approval" in (caught.value.hint or "")
    assert (caught.value.status, caught.value.attempts) == (status, 1)
    assert (len(server.calls), len(server.tokens)) == (1, 1)


@pytest.mark.parametrize("twin", TWINS)
def test_any_other_401_still_renews_the_token(twin: str) -> None:
    fault = {"fault": {"faultstring": "Access Token expired", "detail": {"errorcode": "x.access_token_expired"}}}
    with AnswerServer(lambda asked: Reply(401, fault)) as server:
        with pytest.raises(UnauthorizedException) as caught:
            call(twin, settings(server.url), lambda api: api.get_resellers_v6_ordersearch())
    assert [asked.authorization for asked in server.calls] == ["Bearer t0", "Bearer t1"]
    assert "credentials" in (caught.value.hint or "")
