"""Plans: how they are carried out, how long they wait and try, and which failures leave doubt."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest

from test.support.plans import Failure, closed, down, lost, not_sent, status
from xi_sdk_resellers import ApiException, ApiTypeError, ApiValueError, OpenApiException, Outcome
from xi_sdk_resellers._workflows.plan import Patience, Step, Wait, correlated, delays, in_doubt, run, unresolved


def test_a_plan_is_sent_results_and_has_exceptions_thrown_into_it() -> None:
    def plan() -> Generator[Step, Any, list[object]]:
        seen: list[object] = [(yield Wait(1))]
        try:
            yield Wait(2)
        except OpenApiException as error:
            seen.append(error)
        return seen

    failure = not_sent()

    def perform(step: Step) -> object:
        if step == Wait(2):
            raise failure
        return step

    assert run(plan(), perform) == [Wait(1), failure]


def test_what_a_plan_does_not_catch_is_raised() -> None:
    def plan() -> Generator[Step, Any, None]:
        yield Wait(1)

    def perform(step: Step) -> object:
        raise failure

    failure = lost()
    with pytest.raises(ApiException) as caught:
        run(plan(), perform)
    assert caught.value is failure


@pytest.mark.parametrize(
    ("total", "waits"),
    [
        (0, []),
        (0.3, [0.3]),
        (0.5, [0.5]),
        (2, [0.5, 1, 0.5]),
        (20, [0.5, 1, 2, 4, 8, 4.5]),
        (30, [0.5, 1, 2, 4, 8, 8, 6.5]),
    ],
)
def test_waits_double_up_to_eight_seconds_and_add_up(total: float, waits: list[float]) -> None:
    assert list(delays(total)) == waits


DOUBTS: list[tuple[Failure, bool]] = [
    (lost, True),
    (down, True),
    (status(408), True),
    (status(400), False),
    (status(400, attempts=2), True),
    (status(401), True),
    (status(403), False),
    (status(429), True),
    (not_sent, False),
    (closed, False),
]


@pytest.mark.parametrize(("failure", "doubt"), DOUBTS)
def test_some_failures_leave_doubt(failure: Failure, doubt: bool) -> None:
    assert in_doubt(failure()) is doubt


def test_an_unresolved_exception_says_so_and_what_was_tried() -> None:
    error = status(400)()
    assert isinstance(error, ApiException)
    assert unresolved(error, "look again") is error
    assert (error.outcome, error.hint) == (Outcome.UNKNOWN, "look again")


def test_the_calls_of_a_workflow_have_one_correlation_id() -> None:
    assert correlated({"im_correlation_id": "mine", "x": 1}) == {"im_correlation_id": "mine", "x": 1}
    made = correlated({"im_correlation_id": None})["im_correlation_id"]
    assert len(made) == 32
    assert set(made) <= set("0123456789abcdef")
    assert made != correlated({"im_correlation_id": None})["im_correlation_id"]


LEAST: dict[str, Any] = {"attempts": 1, "lookup_wait": 0, "timeout": 0}


@pytest.mark.parametrize(
    ("wrong", "kind", "words"),
    [
        ({"attempts": 0}, ApiValueError, "attempts must be at least 1, not 0"),
        ({"lookup_wait": -0.1}, ApiValueError, "lookup_wait must be at least 0, not -0.1"),
        ({"timeout": float("nan")}, ApiValueError, "timeout must be at least 0, not nan"),
        ({"attempts": "3"}, ApiTypeError, "attempts must be a number, not str"),
        ({"timeout": True}, ApiTypeError, "timeout must be a number, not bool"),
        ({"lookup_wait": None}, ApiTypeError, "lookup_wait must be a number, not NoneType"),
    ],
)
def test_limits_that_make_no_sense_are_refused(wrong: dict[str, Any], kind: type[ApiValueError], words: str) -> None:
    assert Patience(**LEAST, clock=lambda: 0.0)
    with pytest.raises(ApiValueError, match=words) as caught:
        Patience(**{**LEAST, **wrong}, clock=lambda: 0.0)
    assert type(caught.value) is kind
