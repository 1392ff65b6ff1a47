"""A budget of calls: nobody who shares it is refused with 429, and nobody fails because of it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import xi_sdk_resellers as xi
from test.support.answers import AnswerServer, Reply, settings
from test.support.client_twins import TWINS, ApiClient, OrdersApi, using
from test.support.servers import redis_server
from xi_sdk_resellers.rate_budget import Grant, MemoryRateBudget, RedisRateBudget
from xi_sdk_resellers.sandbox import Fault, Sandbox

WINDOW = 0.25
LIMIT = 15


@pytest.fixture(params=TWINS)
def twin(request: pytest.FixtureRequest) -> Iterator[None]:
    with using(request.param):
        yield


@pytest.fixture(scope="module")
def redis() -> Iterator[str]:
    with redis_server() as server:
        yield server.url


@pytest.fixture(params=["memory", "redis"])
def make(request: pytest.FixtureRequest) -> Callable[[float], Any]:
    if request.param == "memory":
        return lambda period: MemoryRateBudget(LIMIT, period)
    url = request.getfixturevalue("redis")
    return lambda period: RedisRateBudget(url, limit=LIMIT, period=period, prefix=f"{request.node.name}:")


@pytest.fixture
def budget(make: Callable[[float], Any]) -> Any:
    return make(WINDOW)


@pytest.mark.usefixtures("twin")
def test_no_call_is_refused(budget: Any) -> None:
    with Sandbox(rate_limit=LIMIT, rate_window=WINDOW) as sandbox:
        with ApiClient(sandbox.configuration(rate_budget=budget, retries=0)) as client:
            for _ in range(2 * LIMIT + 2):
                OrdersApi(client).get_resellers_v6_ordersearch(page_size=1)


def test_the_limit_is_learned_from_the_first_answer(budget: Any) -> None:
    with Sandbox(rate_limit=LIMIT // 3, rate_window=WINDOW) as sandbox:
        with xi.ApiClient(sandbox.configuration(rate_budget=budget, retries=0)) as client:
            for _ in range(LIMIT + 1):
                xi.OrdersApi(client).get_resellers_v6_ordersearch(page_size=1)


def test_what_others_have_used_is_learned_too(budget: Any) -> None:
    with Sandbox(rate_limit=LIMIT, rate_window=WINDOW) as sandbox:
        others = xi.ApiClient(sandbox.configuration(retries=0))
        mine = xi.ApiClient(sandbox.configuration(rate_budget=budget, retries=0))
        with others, mine:
            for _ in range(LIMIT - 3):
                xi.OrdersApi(others).get_resellers_v6_ordersearch(page_size=1)
            for _ in range(8):
                xi.OrdersApi(mine).get_resellers_v6_ordersearch(page_size=1)


def test_threads_share_what_is_left(budget: Any) -> None:
    failed: list[Exception] = []

    def work(client: xi.ApiClient) -> None:
        try:
            for _ in range(8):
                xi.OrdersApi(client).get_resellers_v6_ordersearch(page_size=1)
        except Exception as error:
            failed.append(error)

    with Sandbox(rate_limit=LIMIT, rate_window=WINDOW) as sandbox:
        with xi.ApiClient(sandbox.configuration(rate_budget=budget, retries=0)) as client:
            threads = [threading.Thread(target=work, args=(client,)) for _ in range(6)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
    assert failed == []


def test_each_endpoint_has_its_own_count(make: Callable[[float], Any]) -> None:
    budget = make(60)
    for _ in range(LIMIT):
        assert budget.take("one").wait == 0
    assert 0 < budget.take("one").wait < 60 + 1
    assert budget.take("other").wait == 0


@pytest.mark.parametrize(
    ("limit", "remaining", "free"),
    [(None, 0, 0), (None, 3, 3), (None, None, LIMIT - 1), (5, 4, 4), (5, None, 4), (5, 0, 0), (0, None, LIMIT - 1)],
)
def test_an_answer_tells_how_many_calls_are_free(
    make: Callable[[float], Any], limit: int | None, remaining: int | None, free: int
) -> None:
    budget = make(60)
    grant = budget.take("one")
    budget.settle("one", grant.ticket, limit=limit, remaining=remaining, wait=3600)
    budget.settle("one", "of nobody", limit=1, remaining=0, wait=None)
    assert [budget.take("one").wait > 0 for _ in range(free + 1)] == [False] * free + [True]
    assert budget.take("other").wait == 0


def test_a_call_counts_a_hundredth_of_the_vendors_period_longer_than_its_answer_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 1000.0
    monkeypatch.setattr("xi_sdk_resellers.rate_budget.monotonic", lambda: now)
    budget = MemoryRateBudget(1)
    # The longest wait that was told is the period, as far as it is known.
    for told, longer in ((1, 0.01), (3, 0.03), (1, 0.03), (59, 0.25), (1, 0.25), (3600, 0.25), (None, 0.25)):
        budget.settle("x", budget.take("x").ticket, limit=None, remaining=None, wait=told)
        wait = min(60, told or 60) + longer
        assert budget.take("x").wait == pytest.approx(wait)
        now += wait + 0.001


WORKER = """
import os, signal, sys
import xi_sdk_resellers as xi
url, token, redis, calls, kill = sys.argv[1:]
budget = xi.RedisRateBudget(redis, limit=15, period=0.25, prefix="processes:")
settings = xi.Configuration(url, access_token=token, im_customer_number="20-222222", im_country_code="US",
                            rate_budget=budget, retries=0)
with xi.ApiClient(settings) as client:
    for number in range(int(calls)):
        if kill and number == 5:
            budget.take("get_resellers_v6_ordersearch")
            os.kill(os.getpid(), signal.SIGKILL)
        xi.OrdersApi(client).get_resellers_v6_ordersearch(page_size=1)
"""


def test_processes_share_one_budget_and_a_killed_one_gives_its_share_back(redis: str) -> None:
    with Sandbox(rate_limit=LIMIT, rate_window=WINDOW) as sandbox:
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
        known = [sandbox.url, sandbox.issue_token(), redis]
        workers = [
            subprocess.Popen([sys.executable, "-c", WORKER, *known, "20", kill], env=environment)
            for kill in ("", "", "", "killed")
        ]
        assert [worker.wait(50) for worker in workers] == [0, 0, 0, -signal.SIGKILL]


@pytest.mark.usefixtures("twin")
def test_a_call_that_cannot_go_in_its_time_is_not_sent() -> None:
    budget = MemoryRateBudget(1, 60)
    with Sandbox() as sandbox, ApiClient(sandbox.configuration(rate_budget=budget)) as client:
        client.configuration.access_token = sandbox.issue_token()
        assert budget.take("delete_ordercancel").wait == 0
        with pytest.raises(xi.ApiTimeoutException, match="the rate budget has no call left") as caught:
            OrdersApi(client).delete_ordercancel("20-1", _request_timeout=5)
        assert caught.value.outcome is xi.Outcome.NOT_SENT
        assert re.fullmatch(r"The next call is free in (59|60)\.\d s: make it later, .*", caught.value.hint or "")
        assert sandbox.connection_count == 0


class Broken:
    def take(self, endpoint: str) -> Grant:
        raise OSError(endpoint)

    def settle(self, endpoint: str, ticket: str, **said: Any) -> None:
        raise OSError(endpoint)


class HalfBroken(Broken):
    def take(self, endpoint: str) -> Grant:
        return Grant(0.0, "1")


@pytest.mark.usefixtures("twin")
@pytest.mark.parametrize("broken", [Broken(), HalfBroken()])
def test_a_budget_that_fails_fails_no_call(broken: Any, caplog: pytest.LogCaptureFixture) -> None:
    with Sandbox() as sandbox, ApiClient(sandbox.configuration(rate_budget=broken)) as client:
        OrdersApi(client).get_resellers_v6_ordersearch(page_size=1)
    assert "the rate budget failed" in caplog.text


class Told(Broken):
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.said: list[Any] = []

    def take(self, endpoint: str) -> Grant:
        return Grant(0.0, f"ticket {len(self.said)}")

    def settle(self, endpoint: str, ticket: str, **said: Any) -> None:
        self.said.append((endpoint, ticket, said))


@pytest.mark.usefixtures("twin")
def test_what_a_budget_is_told_of_answers() -> None:
    answers = [
        (200, {"X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "7", "X-RateLimit-Reset": "30"}),
        (200, {}),
        (429, {"Retry-After": "0"}),  # whatever the count is, nothing is left of it
        (429, {"X-RateLimit-Remaining": "2"}),
        (404, {"X-RateLimit-Remaining": "1"}),
    ]
    with AnswerServer(lambda asked: Reply(answers[asked.number][0], {}, answers[asked.number][1].items())) as server:
        with ApiClient(settings(server.url, rate_budget=(budget := Told()), retries=0)) as client:
            for _ in answers:
                with suppress(xi.ApiException):
                    OrdersApi(client).get_resellers_v6_ordersearch()
        wanted = [(60, 7, 30.0), (None, None, None), (None, 0, None), (None, 2, None), (None, 1, None)]
    assert budget.said == [
        ("get_resellers_v6_ordersearch", f"ticket {number}", {"limit": limit, "remaining": remaining, "wait": wait})
        for number, (limit, remaining, wait) in enumerate(wanted)
    ]


@pytest.mark.usefixtures("twin")
def test_an_attempt_without_an_answer_or_a_ticket_tells_a_budget_nothing() -> None:
    class Unlimited(Told):
        def take(self, endpoint: str) -> Grant:
            return Grant(0.0)

    with Sandbox() as sandbox:
        for budget, fault in ((Told(), "reset"), (Unlimited(), None)):
            with ApiClient(sandbox.configuration(rate_budget=budget, retries=0)) as client:
                if fault:
                    sandbox.faults.add(Fault(fault, operation="get_resellers_v6_ordersearch"))
                with suppress(xi.ApiException):
                    OrdersApi(client).get_resellers_v6_ordersearch()
            assert budget.said == []


def test_a_redis_that_hangs_up_leaves_each_process_its_own_count(caplog: pytest.LogCaptureFixture) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def hang_up() -> None:
            with suppress(OSError):
                while True:
                    listener.accept()[0].close()

        threading.Thread(target=hang_up, daemon=True).start()
        budget = RedisRateBudget(f"redis://:hush@127.0.0.1:{listener.getsockname()[1]}/0", limit=2)
        assert [budget.take("x").wait > 0 for _ in range(3)] == [False, False, True]
        listener.shutdown(socket.SHUT_RDWR)
    assert caplog.text.count("this process counts alone") == 1
    assert "hush" not in caplog.text + repr(budget)


@pytest.mark.parametrize("made", [MemoryRateBudget, lambda **given: RedisRateBudget(object(), **given)])
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"limit": 0}, "limit must be 1 or more, not 0"),
        ({"limit": 1.5}, "limit must be a whole number of calls, not float"),
        ({"limit": True}, "limit must be a whole number of calls, not bool"),
        ({"period": 0}, "period must be above 0"),
        ({"period": float("nan")}, "period must be above 0"),
        ({"period": "60"}, "period must be a number of seconds, not str"),
    ],
)
def test_numbers_that_make_no_sense(made: Any, given: Any, said: str) -> None:
    with pytest.raises(xi.OpenApiException, match=said):
        made(**given)


def test_settings_that_are_no_budget() -> None:
    with pytest.raises(xi.ApiTypeError, match="redis must be a URL or a client of the redis package, not object"):
        RedisRateBudget(object())
    with pytest.raises(xi.ApiTypeError, match="rate_budget must be a RateBudget, which has take"):
        xi.Configuration(rate_budget=60)  # type: ignore[arg-type]
    assert isinstance(MemoryRateBudget(), xi.RateBudget)
    assert Grant(5.0) == (5.0, "")
    assert repr(xi.MemoryRateBudget()) == "MemoryRateBudget(limit=60, period=60.0)"
