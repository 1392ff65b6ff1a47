"""Rate limits in every form in which headers tell them: one reader for waits, retry_at, rate_limit and walks."""

from __future__ import annotations

import pickle
import time
from typing import Any

import pytest

from test.support.answers import TWINS, AnswerServer, Reply, call, settings
from xi_sdk_resellers import ApiException, ApiResponse, RateLimit, Retries, TooManyRequestsException
from xi_sdk_resellers._calls.retry import Situation, decide
from xi_sdk_resellers._values.limits import read_limits
from xi_sdk_resellers.api_response import Headers

NOW = 1_800_000_000.0  # Fri, 15 Jan 2027 08:00:00 GMT
IN_A_MINUTE = "Fri, 15 Jan 2027 08:01:00 GMT"
AHEAD = ("Date", "Fri, 15 Jan 2027 09:00:00 GMT")

RESETS: dict[str, tuple[list[tuple[str, str]], float | None]] = {
    "seconds since 1970": ([("X-RateLimit-Reset", "1800000060")], 60),
    "milliseconds since 1970": ([("X-RateLimit-Reset", "1800000060000")], 60),
    "microseconds since 1970": ([("X-RateLimit-Reset", "1800000060000000")], 60),
    "with a fraction": ([("X-RateLimit-Reset", "1800000060.5")], 60.5),
    "seconds to wait": ([("X-RateLimit-Reset", "60")], 60),
    "no wait": ([("X-RateLimit-Reset", "0")], 0),
    "an ISO date": ([("X-RateLimit-Reset", "2027-01-15T08:01:00Z")], 60),
    "an ISO date of another zone": ([("X-RateLimit-Reset", "2027-01-15T10:01:00.000+02:00")], 60),
    "an ISO date without a zone": ([("X-RateLimit-Reset", "2027-01-15 08:01:00")], 60),
    "an HTTP date": ([("X-RateLimit-Reset", IN_A_MINUTE)], 60),
    "over already": ([("X-RateLimit-Reset", "1799999000")], 0),
    "sent twice": ([("X-RateLimit-Reset", "1800000050"), ("x-ratelimit-reset", "1800000060")], 60),
    "a list": ([("X-RateLimit-Reset", "60, 60")], 60),
    "a list of dates": ([("X-RateLimit-Reset", f"Fri, 15 Jan 2027 08:00:30 GMT, {IN_A_MINUTE}")], 60),
    "a list half of nonsense": ([("X-RateLimit-Reset", "soon, 60")], 60),
    "quoted": ([("X-RateLimit-Reset", '"60"')], 60),
    "the IETF's name": ([("RateLimit-Reset", "60")], 60),
    "another name": ([("X-Rate-Limit-Reset", "1800000060")], 60),
    "structured": ([("RateLimit", "limit=100, remaining=0, reset=60")], 60),
    "structured, newer": ([("RateLimit", '"default";r=0;t=60'), ("RateLimit-Policy", '"default";q=100;w=60')], 60),
    "two names": ([("RateLimit-Reset", "7"), ("X-RateLimit-Reset", "60")], 60),
    "two names, one of nonsense": ([("RateLimit-Reset", "60"), ("X-RateLimit-Reset", "soon")], 60),
    "by the vendor's clock": ([("X-RateLimit-Reset", "1800003660"), AHEAD], 60),
    "milliseconds by the vendor's clock": ([("X-RateLimit-Reset", "1800003660000"), AHEAD], 60),
    "a wait and the vendor's clock": ([("X-RateLimit-Reset", "60"), AHEAD], 60),
    "the vendor's clock twice": ([("X-RateLimit-Reset", "1800003660"), AHEAD, AHEAD], 60),
    "words": ([("X-RateLimit-Reset", "soon")], None),
    "not a number": ([("X-RateLimit-Reset", "nan")], None),
    "endless": ([("X-RateLimit-Reset", "inf")], None),
    "negative": ([("X-RateLimit-Reset", "-5")], None),
    "beyond all calendars": ([("X-RateLimit-Reset", "1e300")], None),
    "empty": ([("X-RateLimit-Reset", "")], None),
    "none": ([], None),
}


@pytest.mark.parametrize(("items", "seconds"), RESETS.values(), ids=RESETS)
def test_a_reset_is_read_in_every_form(items: list[tuple[str, str]], seconds: float | None) -> None:
    headers = Headers(items)
    said = read_limits(headers, NOW)
    assert said.wait == seconds
    clock = NOW + 3600 if AHEAD in items else NOW
    assert (said.reset is None) is (seconds is None)
    assert seconds in (None, 0) or said.reset == clock + (seconds or 0)
    situation = Situation(True, 1, 0.0, 120.0, status=429, headers=headers)
    wait = decide(situation, Retries(backoff=0), now=NOW, chance=0.5).wait
    assert wait == (0 if seconds is None else seconds)
    too_late = situation._replace(budget=1.0)
    gives_up = seconds is not None and seconds >= 1
    assert decide(too_late, Retries(backoff=0), now=NOW, chance=0.5).retry_at == (NOW + seconds if gives_up else None)


WAITS: dict[str, tuple[list[tuple[str, str]], float | None]] = {
    "seconds": ([("Retry-After", "60")], 60),
    "a list": ([("Retry-After", "60, 60")], 60),
    "twice, and different": ([("Retry-After", "2"), ("retry-after", "60")], 60),
    "a date": ([("Retry-After", IN_A_MINUTE)], 60),
    "a date by the vendor's clock": ([("Retry-After", "Fri, 15 Jan 2027 09:01:00 GMT"), AHEAD], 60),
    "a date twice": ([("Retry-After", IN_A_MINUTE), ("Retry-After", IN_A_MINUTE)], 60),
    "an ISO date": ([("Retry-After", "2027-01-15T08:01:00Z")], 60),
    "a time since 1970": ([("Retry-After", "1800000060")], 60),
    "over already": ([("Retry-After", "-3")], 0),
    "it counts more than a reset": ([("Retry-After", "60"), ("X-RateLimit-Reset", "7")], 60),
    "nonsense beside a reset": ([("Retry-After", "soon"), ("X-RateLimit-Reset", "60")], 60),
}


@pytest.mark.parametrize(("items", "seconds"), WAITS.values(), ids=WAITS)
def test_retry_after_is_read_in_every_form(items: list[tuple[str, str]], seconds: float) -> None:
    situation = Situation(True, 1, 0.0, None, status=429, headers=Headers(items))
    assert decide(situation, Retries(backoff=0), now=NOW, chance=0.5).wait == seconds


@pytest.mark.parametrize(
    ("items", "limit", "remaining"),
    [
        ([("X-RateLimit-Limit", "60"), ("X-RateLimit-Remaining", "7")], 60, 7),
        ([("X-RateLimit-Limit", "60, 100"), ("X-RateLimit-Remaining", "9, 7")], 60, 7),
        ([("RateLimit-Limit", "10, 10;w=1, 50;w=60"), ("RateLimit-Remaining", "0")], 10, 0),
        ([("RateLimit", "limit=100, remaining=50, reset=60")], 100, 50),
        ([("RateLimit", '"default";r=50;t=60'), ("RateLimit-Policy", '"default";q=100;w=60')], 100, 50),
        ([("X-RateLimit-Limit", "many"), ("X-RateLimit-Remaining", "-1")], None, None),
    ],
)
def test_counts_are_read_in_every_form(items: list[tuple[str, str]], limit: int | None, remaining: int | None) -> None:
    said = read_limits(Headers(items), NOW)
    assert (said.limit, said.remaining) == (limit, remaining)


def test_the_reset_of_an_answer_is_always_a_time_and_stays_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [NOW]
    monkeypatch.setattr("xi_sdk_resellers.api_response.time", lambda: clock[0])
    headers = Headers([("X-RateLimit-Limit", "60"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "60")])
    response = ApiResponse(status_code=200, headers=headers, data=None, raw_data=b"")
    clock[0] += 1000  # when somebody looks does not count
    found = response.rate_limit
    assert found == RateLimit(60, 0, NOW + 60)
    assert pickle.loads(pickle.dumps(response)).rate_limit == found
    dated = ApiResponse(status_code=200, headers=Headers([*headers.items(), AHEAD]), data=None, raw_data=b"")
    assert dated.rate_limit == RateLimit(60, 0, NOW + 3600 + 60)


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("form", ["seconds", "milliseconds", "wait"])
def test_a_wait_beyond_the_budget_is_said_at_once(twin: str, form: str) -> None:
    reset = time.time() + 300
    text = {"seconds": f"{reset:.0f}", "milliseconds": f"{reset * 1000:.0f}", "wait": "300"}[form]
    with AnswerServer(lambda asked: Reply(429, {"message": "slow down"}, [("X-RateLimit-Reset", text)])) as server:
        with pytest.raises(TooManyRequestsException) as caught:
            call(twin, settings(server.url, total_timeout=20), lambda api: api.get_resellers_v6_ordersearch())
    assert len(server.calls) == 1
    assert caught.value.retry_at is not None
    assert abs(caught.value.retry_at.timestamp() - reset) < 5


# Quotas.

QUOTAS: dict[str, object] = {
    "the vendor's words": {"errors": [{"message": "The quota limit exceeds for calls on your API app."}]},
    "a fault": {"fault": {"faultstring": "Rate limit quota violation. Quota limit  exceeded. Identifier : app",
                          "detail": {"errorcode": "policies.ratelimit.QuotaViolation"}}},
    "a spike": {"fault": {"faultstring": "Spike arrest violation. Allowed rate : 1ps"}},
    "too many": [{"Message": "Too many requests"}],
}  # fmt: skip


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("status", [400, 401, 403, 429])
@pytest.mark.parametrize("body", QUOTAS.values(), ids=QUOTAS)
def test_a_quota_in_any_4xx_is_a_used_up_rate_limit(twin: str, status: int, body: object) -> None:
    def answer(asked: Any) -> Reply:
        if asked.method == "POST" and asked.number == 1:
            return Reply(201, {"orders": [{"ingramOrderNumber": "20-1"}]})
        return Reply(status, body, [("Retry-After", "0" if asked.method == "POST" else "500")])

    order = {"customerOrderNumber": "PO-1", "lines": [{"ingramPartNumber": "A1", "quantity": 1}]}
    with AnswerServer(answer) as server:
        placed = call(twin, settings(server.url), lambda api: api.post_createorder_v6(order_create_request=order))
        with pytest.raises(TooManyRequestsException) as caught:
            call(twin, settings(server.url), lambda api: api.get_orderdetails_v6_1("20-1"))
    assert placed.orders[0].ingram_order_number == "20-1"
    assert [asked.method for asked in server.calls] == ["POST", "POST", "GET"]
    assert len(server.tokens) == 2  # one for each client: none was renewed
    assert (caught.value.status, str(caught.value.outcome)) == (status, "rejected")
    assert caught.value.retry_at is not None
    assert "retry_at" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (400, "The quantity exceeds what is in stock"),
        (400, "Quota for this article is used up"),
        (400, "Credit limit exceeded"),
        (403, "Forbidden"),
        (408, "Too many requests"),
        (500, "The quota limit exceeds for calls on your API app."),
    ],
)
def test_other_words_are_no_rate_limit(status: int, message: str) -> None:
    with AnswerServer(lambda asked: Reply(status, {"message": message})) as server:
        with pytest.raises(ApiException) as caught:
            call("blocking", settings(server.url, retries=0), lambda api: api.get_orderdetails_v6_1("20-1"))
    assert not isinstance(caught.value, TooManyRequestsException)
