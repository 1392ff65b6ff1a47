"""Carries out the plans of workflows without a client: calls are answered from a script, waits move a clock.

What happened is kept as a line of words, such as ``create search 0.5s search 20-1``: each call and each wait in
its order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from test.support.workflow_twins import Clock
from xi_sdk_resellers import ApiConnectionException, ApiException, ClientClosedError, OpenApiException, Outcome
from xi_sdk_resellers._calls.errors import outcome_of_status
from xi_sdk_resellers._values.drift import Drift
from xi_sdk_resellers._workflows.plan import GRACE, Call, Do, Patience, Plan, Step, Wait, run
from xi_sdk_resellers.api_response import ApiResponse
from xi_sdk_resellers.exceptions import exception_class

Answer = Any
"""What a call comes back with: the answer's model, a :class:`Cut` one, or the :data:`Failure` that it ends with."""
Failure = Callable[[], OpenApiException]
"""Makes an exception anew each time, because workflows write into the one that they raise."""
PATIENCE: dict[str, Any] = {"attempts": 3, "lookup_wait": 1.5, "timeout": 300.0}
"""Looks three times: at once, after half a second, and after one more."""


@dataclass(frozen=True)
class Cut:
    """A success whose body was cut short: what could be read of it."""

    model: Any


def status(code: int, message: str | None = None, *, attempts: int = 1) -> Failure:
    """An answer that is no success; ``attempts`` is how often the client had sent the request by then."""
    kind, outcome = exception_class(code), outcome_of_status(code)
    return lambda: kind(code, outcome=outcome, message=message, attempts=attempts)


def lost() -> ApiException:
    """No answer came."""
    return ApiConnectionException(outcome=Outcome.UNKNOWN, attempts=1)


def not_sent() -> ApiException:
    """No connection could be made."""
    return ApiConnectionException(outcome=Outcome.NOT_SENT, attempts=1)


def closed() -> OpenApiException:
    """Somebody has closed the client on the way."""
    return ClientClosedError("closed")


def down() -> ApiException:
    """The vendor's side fails."""
    return exception_class(503)(503, outcome=Outcome.UNKNOWN, attempts=1)


class Vendor:
    """Answers calls from a script, and keeps what happened.

    Args:
        answers: the answers under the word of their call, in order; the last of each serves all that follow.
        word: names a call.
        takes: seconds that calls of a word take.
    """

    def __init__(
        self, answers: Mapping[str, Sequence[Answer]], word: Callable[[Call], str], takes: Mapping[str, float] = {}
    ) -> None:
        self.clock = Clock()
        self.calls: list[Call] = []
        self.said: list[str] = []
        self._answers = {name: list(listed) for name, listed in answers.items()}
        self._word = word
        self._takes = takes
        self._end = 0.0

    @property
    def steps(self) -> str:
        return " ".join(self.said)

    def patience(self, **options: Any) -> Patience:
        made = Patience(**{**PATIENCE, **options}, clock=self.clock)
        self._end = self.clock.now + made.timeout
        return made

    def run(self, plan: Plan[Any]) -> Any:
        """Carry out a plan to its end, whatever that is."""
        return run(plan, self._perform)

    def _perform(self, step: Step) -> object:
        if isinstance(step, Wait):
            self.clock.sleep(step.seconds)
            self.said.append(f"{step.seconds:g}s")
            return None
        if isinstance(step, Do):
            return step.function()
        # Whatever a call does, the whole workflow ends in time.
        assert step.within is not None
        assert self.clock.now + step.within <= self._end + GRACE + 1e-6
        word = self._word(step)
        self.calls.append(step)
        self.said.append(word)
        self.clock.now += self._takes.get(word, 0.0)
        if not self._answers.get(word):
            raise AssertionError(f"nothing is planned for: {self.steps}")
        listed = self._answers[word]
        answer = listed[0] if len(listed) == 1 else listed.pop(0)
        if callable(answer):
            raise answer()
        drift = (Drift("", "it was cut short", b""),) if isinstance(answer, Cut) else ()
        data = answer.model if isinstance(answer, Cut) else answer
        return ApiResponse(status_code=200, headers={}, data=data, raw_data=b"", drift=drift)


@dataclass(frozen=True)
class Raises:
    """How a workflow ends with an exception: its class, what is known, and what its hint says (none if empty)."""

    kind: type[OpenApiException]
    outcome: Outcome
    hint: str = ""
    status: int | None = None

    def check(self, work: Callable[[], object]) -> Any:
        """Do the work and check how it ends; return the exception."""
        with pytest.raises(self.kind) as caught:
            work()
        error: Any = caught.value
        assert type(error) is self.kind
        hint = getattr(error, "hint", None) or ""
        assert (error.outcome, getattr(error, "status", None), bool(hint)) == (
            self.outcome,
            self.status,
            bool(self.hint),
        )
        assert self.hint in hint
        return error
