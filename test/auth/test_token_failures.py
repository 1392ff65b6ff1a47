"""Calls that get no token: exceptions of their own kind, each still a sibling's, with the right hint."""

from __future__ import annotations

import json
import pickle
import threading
from typing import Any

import pytest

from test.support.answers import TWINS, AnswerServer, Asked, Reply, call, give_token, settings
from xi_sdk_resellers import (
    ApiConnectionException,
    ApiException,
    ApiResponseException,
    BadRequestException,
    NotFoundException,
    Outcome,
    ServiceException,
    TlsException,
    TokenException,
    TokenRefusedException,
    TooManyRequestsException,
    UnauthorizedException,
    exceptions,
)

ORDER = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "A1", "quantity": 1}]}
CREDENTIALS = "Check client_id and client_secret"
CLIENT = {"ErrorCode": "invalid_client", "Error": "ClientId is Invalid"}
PRODUCT = {"fault": {"faultstring": "Invalid API call as no apiproduct match found"}}
QUOTA = {"message": "The quota limit exceeds for calls on your API app."}

# What the token endpoint answers; the exception, what it is as well, its message, and a part of its hint.
ANSWERS: dict[str, tuple[Reply, str, type[ApiException], str | None, str]] = {
    "a wrong secret": (
        Reply(400, {"message": "client_id or client_secret is not valid"}),
        "TokenRefusedException", UnauthorizedException, "client_id or client_secret is not valid", CREDENTIALS,
    ),
    "the gateway's form": (
        Reply(401, CLIENT), "TokenRefusedException", UnauthorizedException, "ClientId is Invalid", CREDENTIALS,
    ),
    "forbidden": (Reply(403, {}), "TokenRefusedException", UnauthorizedException, None, CREDENTIALS),
    "no approval": (
        Reply(401, PRODUCT), "TokenRefusedException", UnauthorizedException,
        "Invalid API call as no apiproduct match found", "waits for the vendor's approval",
    ),
    "a wrong base path": (
        Reply(404, b"<title>Not Found</title>", kind="text/html"), "TokenException", TokenException, "Not Found",
        "knows no path /oauth/oauth20/token: check host",
    ),
    "a wrong method": (Reply(405, {}), "TokenException", TokenException, None, "knows no path /oauth/oauth20/token"),
    "too many": (Reply(429, {}, [("Retry-After", "500")]), "TokenLimitException", TooManyRequestsException, None,
                 "wait until retry_at"),
    "a quota": (Reply(403, QUOTA, [("Retry-After", "500")]), "TokenLimitException", TooManyRequestsException,
                "The quota limit exceeds for calls on your API app.", "wait until retry_at"),
    "an outage": (
        Reply(500, {"fault": {"faultstring": "broken"}}), "TokenServiceException", ServiceException, "broken",
        "can be made again",
    ),
    "no token in it": (Reply(200, {"ok": True}), "TokenResponseException", ApiResponseException, None, "Check host"),
    "a page": (Reply(200, b"<html>", kind="text/html"), "TokenResponseException", ApiResponseException, None,
               "Check host"),
    "a redirect": (Reply(302, None, [("Location", "https://elsewhere.invalid/")]), "TokenResponseException",
                   ApiResponseException, None, "redirects"),
}  # fmt: skip


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize(("reply", "name", "also", "message", "hint"), ANSWERS.values(), ids=ANSWERS)
def test_a_call_without_a_token_fails_in_a_kind_of_its_own(
    twin: str, reply: Reply, name: str, also: type[ApiException], message: str | None, hint: str
) -> None:
    with AnswerServer(lambda asked: Reply(), token=lambda asked: reply) as server:
        with pytest.raises(TokenException) as caught:
            call(twin, settings(server.url), lambda api: api.post_createorder_v6(order_create_request=ORDER))
    error = caught.value
    assert (type(error).__name__, isinstance(error, also)) == (name, True)
    assert not isinstance(error, (BadRequestException, NotFoundException))
    assert (error.status, error.message) == (reply.status, message)
    assert (error.operation, error.customer_order_number) == ("post_createorder_v6", "PO-1")
    assert error.outcome is Outcome.NOT_SENT
    assert hint in (error.hint or "")
    assert (error.hint or "").endswith("The call itself was not sent.")
    assert error.host == server.url
    assert (error.retry_at is not None) is isinstance(error, TooManyRequestsException)
    assert str(error).startswith("post_createorder_v6: ")
    assert "while getting an access token" in str(error).splitlines()[0]
    assert server.calls == []
    # What may hold a token is left out; a refusal is not.
    given = json.dumps(reply.body) if isinstance(reply.body, dict) else None
    assert error.body == (given if reply.status >= 400 and given else error.body if reply.status >= 400 else None)
    assert bool(error.raw_body) is (reply.status >= 400 and bool(reply.body or given))
    travelled = pickle.loads(pickle.dumps(error))
    assert (type(travelled), str(travelled)) == (type(error), str(error))


@pytest.mark.parametrize("twin", TWINS)
def test_the_token_endpoint_is_named(twin: str) -> None:
    with AnswerServer(lambda asked: Reply(), token=lambda asked: Reply(404)) as server:
        with pytest.raises(TokenException) as caught:
            call(twin, settings(f"{server.url}/sandbox"), lambda api: api.get_orderdetails_v6_1("20-1"))
    assert f"cause: POST {server.url}/oauth/oauth20/token answered 404" in str(caught.value)


FAILURES: dict[str, tuple[str, str, type[ApiException], str]] = {
    "refused": ("http://127.0.0.1:1", "TokenConnectionException", ApiConnectionException, "check the port in host"),
    "no such name": ("https://api.example.invalid", "TokenConnectionException", ApiConnectionException, "check host"),
}


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize(("host", "name", "also", "hint"), FAILURES.values(), ids=FAILURES)
def test_a_token_that_no_connection_could_bring(
    twin: str, host: str, name: str, also: type[ApiException], hint: str
) -> None:
    with pytest.raises(TokenException) as caught:
        call(twin, settings(host), lambda api: api.get_orderdetails_v6_1("20-1"))
    assert (type(caught.value).__name__, isinstance(caught.value, also)) == (name, True)
    assert hint in (caught.value.hint or "")
    assert caught.value.outcome is Outcome.NOT_SENT


@pytest.mark.parametrize("twin", TWINS)
def test_tls_where_there_is_none_fails_at_once_and_says_so(twin: str) -> None:
    with AnswerServer(lambda asked: Reply()) as server:
        configuration = settings(server.url.replace("http://", "https://"))
        with pytest.raises(TokenException) as caught:
            call(twin, configuration, lambda api: api.get_orderdetails_v6_1("20-1"))
    assert isinstance(caught.value, TlsException)
    assert "does not speak TLS" in (caught.value.hint or "")


@pytest.mark.parametrize("twin", TWINS)
def test_a_token_that_is_late_is_a_timeout(twin: str) -> None:
    over = threading.Event()

    def late(asked: Asked) -> Reply:
        over.wait(10)
        return give_token(asked)

    with AnswerServer(lambda asked: Reply(), token=late) as server:
        configuration = settings(server.url, read_timeout=0.05, retries=0)
        with pytest.raises(TokenException) as caught:
            call(twin, configuration, lambda api: api.get_orderdetails_v6_1("20-1"))
        over.set()
    assert type(caught.value) is exceptions.TokenTimeoutException
    assert isinstance(caught.value, TimeoutError)


@pytest.mark.parametrize("twin", TWINS)
def test_after_a_refused_token_the_call_was_made_and_refused(twin: str) -> None:
    def token(asked: Asked) -> Reply:
        return give_token(asked) if asked.number == 0 else Reply(400, CLIENT)

    with AnswerServer(lambda asked: Reply(401, {"message": "expired"}), token=token) as server:
        with pytest.raises(TokenRefusedException) as caught:
            call(twin, settings(server.url), lambda api: api.post_createorder_v6(order_create_request=ORDER))
    assert (caught.value.outcome, caught.value.attempts) == (Outcome.REJECTED, 1)
    assert "not sent" not in (caught.value.hint or "")
    assert len(server.calls) == 1


@pytest.mark.parametrize("twin", TWINS)
def test_the_token_operation_itself_is_a_call_like_others(twin: str) -> None:
    def work(api: Any) -> Any:
        return api.get_accesstoken("client_credentials", "app", "wrong-secret")

    with AnswerServer(lambda asked: Reply(), token=lambda asked: Reply(400, CLIENT)) as server:
        with pytest.raises(BadRequestException) as caught:
            call(twin, settings(server.url), work, of="AccesstokenApi")
    assert not isinstance(caught.value, TokenException)
    assert CREDENTIALS in (caught.value.hint or "")


@pytest.mark.parametrize("twin", TWINS)
def test_an_answer_without_a_token_tells_of_the_request_that_it_answers(twin: str) -> None:
    with AnswerServer(lambda asked: Reply(), token=lambda asked: Reply(200, {"ok": True})) as server:
        with pytest.raises(TokenException) as caught:
            call(twin, settings(server.url), lambda api: api.get_orderdetails_v6_1("20-1"))
    assert "cause: " in str(caught.value)
    assert "has no access_token" in (caught.value.detail or "")
    assert (caught.value.operation, caught.value.method) == ("get_orderdetails_v6_1", "GET")


def test_every_kind_is_told_apart_from_the_refusal_of_a_call() -> None:
    kinds = [kind for name, kind in vars(exceptions).items() if name.startswith("Token")]
    assert len(kinds) == 8
    assert all(issubclass(kind, TokenException) for kind in kinds)
    assert not issubclass(UnauthorizedException, TokenException)
