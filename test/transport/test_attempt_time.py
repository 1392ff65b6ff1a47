"""How long the next step on a connection may take: what is left for connecting, for the call, or for a read."""

from __future__ import annotations

import pytest

from xi_sdk_resellers import Retries
from xi_sdk_resellers._calls.messages import Request
from xi_sdk_resellers._operations.orders import GET_ORDERDETAILS_V6_1
from xi_sdk_resellers._transport.blocking import attempt
from xi_sdk_resellers._transport.blocking.attempt import Attempt

READ, CONNECT = 60.0, 10.0
# Seconds since the call began, the whole of its time, whether a connection is being made, and what is left.
STEPS: dict[str, tuple[float, float | None, bool, float | None]] = {
    "a read without an end": (500, None, False, READ),
    "connecting without an end": (500, None, True, CONNECT),
    "a read, much time left": (0, 300, False, READ),
    "a read, less left than it may take": (280, 300, False, 20),
    "a read, as much left as it may take": (240, 300, False, READ),
    "connecting, much time left": (0, 300, True, CONNECT),
    "connecting, less left": (295, 300, True, 5),
    "nothing left": (300, 300, False, None),
    "nothing left while connecting": (301, 300, True, None),
}


def attempt_at(monkeypatch: pytest.MonkeyPatch, elapsed: float, whole: float | None, connecting: bool) -> Attempt:
    request = Request(
        GET_ORDERDETAILS_V6_1, headers={}, connect_timeout=CONNECT, read_timeout=READ, total_timeout=whole,
        retries=Retries(),
    )  # fmt: skip
    request.began = 1000.0
    monkeypatch.setattr(attempt, "monotonic", lambda: 1000.0 + elapsed)
    made = Attempt(request, 100)
    if connecting:
        made.begin_connecting()
    return made


@pytest.mark.parametrize(("elapsed", "whole", "connecting", "left"), STEPS.values(), ids=STEPS)
def test_a_step_takes_what_is_left_and_no_more(
    monkeypatch: pytest.MonkeyPatch, elapsed: float, whole: float | None, connecting: bool, left: float | None
) -> None:
    made = attempt_at(monkeypatch, elapsed, whole, connecting)
    if left is None:
        with pytest.raises(TimeoutError, match="the time for the whole call is used up"):
            made.timeout()
    else:
        assert made.timeout() == left


@pytest.mark.parametrize(("later", "left"), [(9.5, 0.5), (10.0, None), (11.0, None)])
def test_the_time_for_connecting_ends(monkeypatch: pytest.MonkeyPatch, later: float, left: float | None) -> None:
    made = attempt_at(monkeypatch, 0, None, True)
    monkeypatch.setattr(attempt, "monotonic", lambda: 1000.0 + later)
    if left is None:
        with pytest.raises(TimeoutError, match="the time for making a connection is used up"):
            made.timeout()
    else:
        assert made.timeout() == left
