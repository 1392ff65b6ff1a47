"""What is said about attempts that brought no answer, as a table."""

from __future__ import annotations

from typing import Any

import pytest

from xi_sdk_resellers import Retries
from xi_sdk_resellers._calls.hints import hint_for_answer, hint_for_failure
from xi_sdk_resellers._calls.messages import Answer, Failure, Request
from xi_sdk_resellers._operations.orders import GET_ORDERDETAILS_V6_1, POST_CREATEORDER_V6
from xi_sdk_resellers._settings.origin import parse_origin
from xi_sdk_resellers.api_response import Headers

NO_NAME = "[Errno -2] Name or service not known"
HINTS: dict[str, tuple[str, str, bool, str]] = {
    "a refused connection": ("connect", "[Errno 111] Connection refused", False, "Nothing takes connections at a:1"),
    "no such name": ("connect", NO_NAME, False, "The name in a:1 was not found"),
    "no route": ("connect", "[Errno 113] No route to host", False, "Check the host and the network"),
    "another number": ("connect", "[Errno 1113] odd", False, "Check the host and the network"),
    "the name of a proxy": ("proxy", NO_NAME, False, "Check proxy, proxy_headers"),
    "a handshake, with words of names": ("tls", NO_NAME, False, "Check the host and the network"),
    "a handshake, refused": ("tls", "refused", False, "Check the host and the network"),
    "no TLS": ("tls", "WRONG_VERSION_NUMBER", False, "a:1 does not speak TLS"),
    "no TLS, elsewhere": ("connect", "WRONG_VERSION_NUMBER", False, "Check the host and the network"),
    "a certificate": ("certificate", "self-signed", False, "Give the server's authority"),
    "no connection free": ("pool", "", False, "Raise connection_pool_maxsize"),
    "lost on its way": ("lost", "reset", True, "If a:1 expects TLS, write https://"),
    "garbage": ("garbage", "x", True, "If a:1 expects TLS, write https://"),
    "an alert": ("garbage", "a TLS alert", True, "a:1 expects TLS: write https:// in host."),
}


def request_of(operation: Any, url: str) -> Request:
    made = Request(
        operation, headers={}, connect_timeout=1, read_timeout=1, total_timeout=None, retries=Retries(max_attempts=1)
    )
    made.origin = parse_origin(url)
    return made


@pytest.mark.parametrize(("kind", "detail", "maybe_sent", "hint"), HINTS.values(), ids=HINTS)
def test_a_failure_says_what_to_do(kind: Any, detail: str, maybe_sent: bool, hint: str) -> None:
    failure = Failure(kind=kind, detail=detail, maybe_sent=maybe_sent, timed_out=False)
    assert (hint_for_failure(request_of(GET_ORDERDETAILS_V6_1, "http://a:1"), failure) or "").startswith(hint)


def test_a_change_on_its_way_says_what_it_may_have_done() -> None:
    failure = Failure(kind="lost", detail="reset", maybe_sent=True, timed_out=False)
    assert hint_for_failure(request_of(POST_CREATEORDER_V6, "http://a:1"), failure) == POST_CREATEORDER_V6.in_doubt
    assert hint_for_failure(request_of(GET_ORDERDETAILS_V6_1, "https://a"), failure) is None


UNSURE: dict[str, tuple[Any, int, bool, bool]] = {
    "a change, a gateway's error": (POST_CREATEORDER_V6, 502, True, True),
    "a change, rejected": (POST_CREATEORDER_V6, 418, False, False),
    "a change, an outcome that is known": (POST_CREATEORDER_V6, 502, False, False),
    "a read, a gateway's error": (GET_ORDERDETAILS_V6_1, 502, True, False),
}


@pytest.mark.parametrize(("operation", "status", "unknown", "told"), UNSURE.values(), ids=UNSURE)
def test_an_answer_says_what_may_have_been_done_only_when_that_is_unknown(
    operation: Any, status: int, unknown: bool, told: bool
) -> None:
    hint = hint_for_answer(request_of(operation, "http://a:1"), Answer(status, "", Headers()), None, unknown=unknown)
    assert hint == (operation.in_doubt if told else None)


@pytest.mark.parametrize(("port", "told"), [(443, True), (8443, True), (80, False), (444, False)])
def test_plain_http_to_a_port_for_https_is_recognized_by_its_number(port: int, told: bool) -> None:
    failure = Failure(kind="lost", detail="reset", maybe_sent=True, timed_out=False)
    hint = hint_for_failure(request_of(POST_CREATEORDER_V6, f"http://a:{port}"), failure)
    assert (hint == f"a:{port} expects TLS: write https:// in host.") is told
