"""What a workflow has done, told twice: by the receipt of its result, and by one line of the log. No I/O."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from xi_sdk_resellers._calls.success import rejected_parts
from xi_sdk_resellers._process.log import facts
from xi_sdk_resellers._values.answers import text
from xi_sdk_resellers._values.receipt import Receipt
from xi_sdk_resellers._workflows.doubt import Doubt
from xi_sdk_resellers._workflows.plan import Call, account_of
from xi_sdk_resellers.exceptions import ApiException, OpenApiException, Outcome

if TYPE_CHECKING:
    from xi_sdk_resellers._values.drift import Drift
    from xi_sdk_resellers._workflows.plan import Step
    from xi_sdk_resellers.api_response import ApiResponse
    from xi_sdk_resellers.operation import Operation


def _no_numbers(result: Any) -> Iterable[object]:
    return ()


def _whole(result: Any) -> bool:
    return False


class Deed(NamedTuple):
    """What a workflow does, in the words of its log lines. Each area has a constant for each of its workflows.

    Attributes:
        operation: the change.
        area: the last part of the logger's name: ``orders`` logs to ``xi_sdk_resellers.orders``.
        noun: what it is done to, such as ``order``.
        done: what has become of it then, such as ``placed``; the name of the event as well.
        numbers: reads the vendor's numbers out of a result.
        partial: tells of a result that parts of it were refused, besides those that the contract knows.
    """

    operation: Operation
    area: str
    noun: str
    done: str
    numbers: Callable[[Any], Iterable[object]] = _no_numbers
    partial: Callable[[Any], bool] = _whole


_ENDS = {Outcome.REJECTED: "refused", Outcome.UNKNOWN: "unknown", Outcome.NOT_SENT: "not_sent"}
"""Events of failures, by their outcome."""
_WORDS = {"unknown": "outcome unknown", "not_sent": "not sent"}
"""How an event reads when it is called otherwise."""


class Story(Doubt):
    """Watches the steps of one workflow, and tells what has become of it.

    Args:
        deed: what it does.
        client: the client that makes the calls.
        headers: the IM-* arguments of its calls.
        clock: seconds on a clock that never goes back.
        customer_order_number: the caller's own number, if there is one.
        number: the vendor's number of what is changed, if it is known before.
    """

    def __init__(
        self,
        deed: Deed,
        client: Any,
        headers: Mapping[str, Any],
        clock: Callable[[], float],
        *,
        customer_order_number: str | None = None,
        number: str | None = None,
    ) -> None:
        super().__init__()
        self._deed = deed
        self._account, self._country = account_of(client, headers)
        self._host = str(client.configuration.host).rstrip("/")
        self._correlation_id: str = headers.get("im_correlation_id") or ""
        self._own = text(customer_order_number) or None
        self._number = text(number)
        self._clock = clock
        self._began = clock()
        self._calls = 0
        self._attempts = 0
        self._sent: str | None = None
        self._status: int | None = None
        self._done = False
        self._drift: tuple[Drift, ...] = ()
        self._receipt: Receipt | None = None

    def begins(self, step: Step) -> None:
        """Note a step that is about to be made."""
        if not isinstance(step, Call):
            return
        self._calls += 1
        if not step.operation.changes:
            return
        if self._sent == step.operation.name:
            values = self._facts("sent_again", numbers=self._numbers(None), attempts=self._attempts)
            self._logger.warning(
                "%s is sent again: %s (%s) [%s]",
                self._sent, self._said(values), self._host, self._correlation_id, extra=values,
            )  # fmt: skip
        self._sent = step.operation.name

    def done(self, step: Step, result: Any) -> None:
        """Note a step that succeeded."""
        super().done(step, result)
        if isinstance(step, Call) and step.operation.changes:
            answer: ApiResponse[Any] = result
            self._done, self._status, self._drift = True, answer.status_code, answer.drift
            self._attempts += answer.attempts

    def failed(self, step: Step, error: OpenApiException) -> None:
        """Note a step that failed."""
        super().failed(step, error)
        if isinstance(step, Call) and step.operation.changes and isinstance(error, ApiException):
            self._status = error.status
            self._attempts += error.attempts

    def told(self, result: Any) -> None:
        """Tell of a workflow that has come to its end: its result gets a receipt, and the log a line."""
        deed = self._deed
        partial = bool(rejected_parts(deed.operation, result)) or deed.partial(result)
        receipt = self._receipt = Receipt(
            operation=deed.operation.name,
            correlation_id=self._correlation_id,
            account=self._account,
            country=self._country,
            customer_order_number=self._own,
            numbers=self._numbers(result),
            status=self._status,
            attempts=self._attempts,
            calls=self._calls,
            elapsed=self._clock() - self._began,
            found=not self._done,
            partial=partial,
            drift=self._drift,
        )
        if hasattr(cast("object", type(result)), "receipt"):
            object.__setattr__(result, "receipt", receipt)
        event = "found" if receipt.found else f"{deed.done}_in_part" if partial else deed.done
        words = f"found {deed.done}" if receipt.found else event.replace("_", " ")
        self._tell(event, words, receipt._asdict(), outcome="done")

    def ended(self, error: BaseException) -> None:
        """Tell of a workflow that has failed, or that was cut off."""
        super().ended(error)
        outcome: object = getattr(error, "outcome", None)
        event = getattr(error, "event", None) or _ENDS.get(outcome if isinstance(outcome, Outcome) else Outcome.UNKNOWN)
        values = {
            "numbers": tuple(getattr(error, "order_numbers", ())) or self._numbers(None),
            "status": self._status,
            "attempts": self._attempts,
            "calls": self._calls,
            "elapsed": self._clock() - self._began,
            "outcome": str(outcome) if outcome else None,
            "error": type(error).__name__,
        }
        self._tell(str(event), _WORDS.get(str(event), str(event)), values)

    @property
    def receipt(self) -> Receipt:
        """The receipt, when it has come to its end."""
        assert self._receipt is not None
        return self._receipt

    @property
    def _logger(self) -> logging.Logger:
        return logging.getLogger(f"xi_sdk_resellers.{self._deed.area}")

    def _numbers(self, result: Any) -> tuple[str, ...]:
        found = () if result is None else filter(None, map(text, self._deed.numbers(result)))
        return tuple(dict.fromkeys(found)) or ((self._number,) if self._number else ())

    def _tell(self, event: str, words: str, values: Mapping[str, Any], **more: Any) -> None:
        """Write the one line of a workflow."""
        logger = self._logger
        if logger.isEnabledFor(logging.INFO):
            extra = self._facts(event, **{**values, **more})
            noun = self._deed.noun
            said = self._said(extra)
            logger.info("%s %s: %s (%s) [%s]", noun, words, said, self._host, self._correlation_id, extra=extra)

    def _facts(self, event: str, **values: Any) -> dict[str, Any]:
        """Give what a line says as the attributes of its record."""
        known = {
            "operation": self._deed.operation.name,
            "correlation_id": self._correlation_id,
            "account": self._account,
            "country": self._country,
            "customer_order_number": self._own,
            "host": self._host,
        }
        return facts(event, **{**known, **values})

    def _said(self, extra: Mapping[str, Any]) -> str:
        """Write the facts of a line for people."""
        account = " ".join(filter(None, (self._account, self._country)))
        attempts, elapsed = extra.get("xi_attempts"), extra.get("xi_elapsed")
        said = (
            ("customer order number ", self._own),
            ("number ", ", ".join(extra.get("xi_numbers", ()))),
            ("account ", account),
            ("", extra.get("xi_error")),
            ("status ", extra.get("xi_status")),
            ("attempts ", attempts),
            ("", None if elapsed is None else f"{elapsed:.2f} s"),
        )
        return ", ".join(f"{word}{value}" for word, value in said if value)
