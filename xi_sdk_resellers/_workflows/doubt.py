"""Watch the steps of a workflow, and remember what it has changed at the vendor's when an exception cuts it off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._workflows.plan import Call, in_doubt
from xi_sdk_resellers.exceptions import ApiException, OpenApiException

if TYPE_CHECKING:
    from xi_sdk_resellers._workflows.plan import Step


class Doubt:
    """The first change of a workflow that may have taken effect, or surely has.

    The call that is cut off is often another one: a look for the order that the first call may have placed. What the
    exception says must be about the change.
    """

    def __init__(self) -> None:
        self._about: tuple[str | None, str | None, str | None] | None = None

    def begins(self, step: Step) -> None:
        """Note a step that is about to be made."""

    def done(self, step: Step, result: Any) -> None:
        """Note a step that succeeded."""
        if self._about is None and isinstance(step, Call) and step.operation.changes:
            self._about = step.operation.name, result.correlation_id or None, _own_number(step)

    def failed(self, step: Step, error: OpenApiException) -> None:
        """Note a step that failed."""
        if self._about is None and isinstance(error, ApiException) and error.effect and in_doubt(error):
            self._about = error.operation, error.correlation_id, error.customer_order_number

    def told(self, result: Any) -> None:
        """Note the result of the workflow."""

    def ended(self, error: BaseException) -> None:
        """Say on what cuts the workflow off what is known about the change. Exceptions of our own say it themselves."""
        if self._about is not None and not isinstance(error, OpenApiException):
            # Late: loads pydantic; the calls have done so by now.
            from xi_sdk_resellers._calls.marking import mark_doubt

            mark_doubt(error, *self._about)


def _own_number(step: Call) -> str | None:
    """Find the caller's own order number in the request."""
    body: object = step.arguments.get(step.operation.body_argument or "body")
    found: object = getattr(body, "customer_order_number", None)
    if isinstance(body, Mapping):
        given: Mapping[str, object] = body  # pyright: ignore[reportUnknownVariableType]
        found = given.get("customerOrderNumber", given.get("customer_order_number"))
    return found if isinstance(found, str) else None
