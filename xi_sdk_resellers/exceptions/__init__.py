"""Every exception that this package raises, and what each says about an order.

::

    OpenApiException
    ├── ApiValueError (ValueError)          bad input, found before anything was sent
    │   └── ApiTypeError (TypeError)        a value of the wrong type, or a missing argument
    ├── ApiAttributeError (AttributeError)  kept for programs written for the vendor's SDK
    ├── ApiKeyError (KeyError)              kept for programs written for the vendor's SDK
    ├── ClientClosedError (RuntimeError)    the client was used after close()
    └── ApiException                        the call was started
        ├── BadRequestException             400
        ├── UnauthorizedException           401
        ├── ForbiddenException              403
        ├── NotFoundException               404
        ├── MethodNotAllowedException       405
        ├── ConflictException               409
        ├── UnprocessableEntityException    422
        ├── TooManyRequestsException        429
        ├── RejectedException               2xx, and the answer refuses what was asked
        ├── ServiceException                5xx
        ├── ApiConnectionException          no complete answer came
        │   ├── ApiTimeoutException         (TimeoutError) it took too long
        │   └── TlsException                no trusted encrypted connection could be made
        ├── ApiResponseException            an answer came that cannot be taken
        └── TokenException                  no access token could be had, so that the call was not made
            ├── TokenRefusedException       (UnauthorizedException) the credentials were refused
            ├── TokenLimitException         (TooManyRequestsException)
            ├── TokenServiceException       (ServiceException)
            ├── TokenConnectionException    (ApiConnectionException)
            │   ├── TokenTimeoutException   (ApiTimeoutException)
            │   └── TokenTlsException       (TlsException)
            └── TokenResponseException      (ApiResponseException)

Each one carries :class:`Outcome`, the answer to "was it placed?". All of them can be pickled and
copied. The first line of ``str()`` depends only on the kind of failure and the operation, never on
identifiers, so that error trackers group by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from xi_sdk_resellers.exceptions.facts import field_text, phrase, plain, restored, shorten, shown

if TYPE_CHECKING:
    from datetime import datetime

    from typing_extensions import Self


class Outcome(str, Enum):
    """What is known about the effect of a call that failed."""

    NOT_SENT = "not_sent"
    """The vendor has not seen the request: nothing was placed, changed or cancelled."""

    REJECTED = "rejected"
    """The vendor answered that it did not act."""

    UNKNOWN = "unknown"
    """The vendor may have acted: look before the call is made again."""

    def __str__(self) -> str:
        return self.value


class FieldProblem(NamedTuple):
    """One field of a request that the vendor complains about."""

    field: str | None
    """The name of the field, as the vendor spells it."""
    message: str | None
    """What is wrong with it."""
    value: object = None
    """The value that was refused, when the answer repeats it."""


class OpenApiException(Exception):  # noqa: N818 - the vendor SDK's name
    """The base of everything that this package raises."""

    outcome: Outcome = Outcome.NOT_SENT
    """What is known about the effect of the call."""
    correlation_id: str | None = None
    """The IM-CorrelationID of the call; the vendor's support asks for it first."""
    customer_order_number: str | None = None
    """The caller's own order number, when the request carried one."""

    def __repr__(self) -> str:
        return shown(self, [*map(repr, self.args)])

    def to_dict(self) -> dict[str, Any]:
        """Tell everything that is known in values that fit into JSON, except for the answer's headers and body.

        Returns:
            The attributes that say something by their names, and the class as ``type``.
        """
        return plain(self)

    def portable(self) -> Self:
        """Get ready for a task queue that keeps only the class and the arguments, such as Celery's with JSON.

        An ApiException takes :meth:`to_dict` among its ``args``, and whoever makes it again from them gets
        all of it back. Other exceptions say in their arguments what they know.

        Returns:
            This exception, to be raised.
        """
        return self


def _with_path(message: str, path_to_item: list[str | int] | None) -> str:
    if not path_to_item:
        return message
    path = "".join(f"[{part}]" if isinstance(part, int) else f"['{part}']" for part in path_to_item)
    return f"{message} at {path}"


class ApiValueError(OpenApiException, ValueError):
    """Bad input, found before anything was sent."""

    def __init__(self, msg: str = "", path_to_item: list[str | int] | None = None) -> None:
        self.path_to_item = path_to_item
        super().__init__(_with_path(msg, path_to_item))


class ApiTypeError(ApiValueError, TypeError):
    """A value of the wrong type or a missing argument, found before anything was sent."""

    def __init__(
        self,
        msg: str = "",
        path_to_item: list[str | int] | None = None,
        valid_classes: tuple[type, ...] | None = None,
        key_type: bool | None = None,
    ) -> None:
        self.valid_classes = valid_classes
        self.key_type = key_type
        super().__init__(msg, path_to_item)


class ApiAttributeError(OpenApiException, AttributeError):
    """An attribute that does not exist. Kept for programs written for the vendor's SDK."""

    def __init__(self, msg: str = "", path_to_item: list[str | int] | None = None) -> None:
        self.path_to_item = path_to_item
        super().__init__(_with_path(msg, path_to_item))


class ApiKeyError(OpenApiException, KeyError):
    """A key that does not exist. Kept for programs written for the vendor's SDK."""

    def __init__(self, msg: str = "", path_to_item: list[str | int] | None = None) -> None:
        self.path_to_item = path_to_item
        super().__init__(_with_path(msg, path_to_item))


class ClientClosedError(OpenApiException, RuntimeError):
    """The client was used after ``close()``."""


class ApiException(OpenApiException):
    """A call that was started and did not succeed.

    Args:
        status: HTTP status code, or None when no answer came.
        reason: a short phrase for the failure; the answer's reason phrase when there is one.
        http_resp: a raw response to take status, reason, headers and body from; or what ``to_dict()`` has told.
        body: the answer's body as text.
        data: the answer's body as an error model, when it could be read.
        headers: the answer's headers.
        raw_body: the bytes of the body, as far as they came.
        message: the vendor's own words.
        fields: the fields that the vendor complains about.
        correlation_id: the IM-CorrelationID of the call.
        customer_order_number: the caller's order number in the request.
        outcome: what is known about the effect of the call.
        operation: the name of the method that was called, such as ``post_createorder_v6``.
        method: HTTP method.
        path: path of the request, without the query.
        host: base URL that the request went to, or was to go to.
        attempts: how many times the request was tried.
        retry_at: when the vendor will take the call again, if it said so.
        hint: what to do about it.
        detail: the cause below, such as the operating system's message.
        stage: what the client was doing for the call, when it was not the call itself.
        effect: what the call does when it succeeds, such as ``the order was placed``; None when it only reads.
    """

    outcome: Outcome = Outcome.UNKNOWN
    effect: str | None = None
    """What the call does when it succeeds, such as ``the order was placed``; None when it only reads."""
    host: str | None = None
    """Base URL that the request went to, or was to go to."""

    def __init__(
        self,
        status: int | None = None,
        reason: str | None = None,
        http_resp: Any = None,
        *,
        body: str | None = None,
        data: Any = None,
        headers: Mapping[str, str] | None = None,
        raw_body: bytes = b"",
        message: str | None = None,
        fields: tuple[FieldProblem, ...] = (),
        correlation_id: str | None = None,
        customer_order_number: str | None = None,
        outcome: Outcome | None = None,
        operation: str | None = None,
        method: str | None = None,
        path: str | None = None,
        attempts: int = 0,
        retry_at: datetime | None = None,
        hint: str | None = None,
        detail: str | None = None,
        stage: str | None = None,
        effect: str | None = None,
        host: str | None = None,
    ) -> None:
        self.status = status
        self.reason = reason
        self.body = body
        self.data = data
        self.headers = headers
        self.raw_body: bytes = raw_body
        self.message = message
        self.fields = fields
        self.correlation_id = correlation_id
        self.customer_order_number = customer_order_number
        if outcome is not None:
            self.outcome = outcome
        self.operation = operation
        self.method = method
        self.path = path
        self.attempts = attempts
        self.retry_at = retry_at
        self.hint = hint
        self.detail = detail
        self.stage = stage
        self.effect = effect
        self.host = host
        if isinstance(http_resp, dict):
            vars(self).update(restored(cast("dict[str, Any]", http_resp), Outcome, FieldProblem))
        elif http_resp is not None:
            self._fill_from(http_resp)
        super().__init__(self.status, self.reason)

    def _fill_from(self, response: Any) -> None:
        """Take what was not given from a raw response."""
        self.status = response.status if self.status is None else self.status
        self.reason = response.reason if self.reason is None else self.reason
        self.headers = response.getheaders() if self.headers is None else self.headers
        found = getattr(response, "data", None)
        if isinstance(found, bytes):
            self.raw_body = self.raw_body or found
            self.body = found.decode("utf-8", "replace") if self.body is None else self.body

    @classmethod
    def from_response(cls, *, http_resp: Any, body: str | None, data: Any) -> ApiException:
        """Make the exception class that fits the status of a raw response.

        Args:
            http_resp: the raw response.
            body: its body as text.
            data: its body as a model, or None.

        Returns:
            An instance of the matching subclass, not raised.
        """
        return exception_class(http_resp.status)(http_resp=http_resp, body=body, data=data)

    def portable(self) -> Self:
        """Get ready for a task queue that keeps only the class and the arguments. See the base class."""
        self.args: tuple[Any, ...] = (self.status, self.reason, self.to_dict())
        return self

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def __repr__(self) -> str:
        return shown(self, [repr(phrase(self.status, self.reason))])

    def _lines(self) -> list[str]:
        """Build the text: a first line without identifiers, then one fact a line."""
        failure = phrase(self.status, self.reason)
        if self.stage:
            failure = f"{failure}, {self.stage}"
        lines = [f"{self.operation}: {failure}" if self.operation else failure]
        if self.method and self.path:
            tries = f" ({self.attempts} attempts)" if self.attempts > 1 else ""
            lines.append(f"  request: {self.method} {self.path}{tries}")
        if self.host:
            lines.append(f"  host: {self.host}")
        if self.message:
            lines.append(f"  message: {shorten(self.message)}")
        lines.extend(f"  field {field_text(problem)}" for problem in self.fields)
        if not self.message and not self.fields and self.body:
            lines.append(f"  body: {shorten(self.body)}")
        if self.detail:
            lines.append(f"  cause: {shorten(self.detail)}")
        if self.correlation_id:
            lines.append(f"  correlation ID: {self.correlation_id}")
        if self.customer_order_number:
            lines.append(f"  customer order number: {self.customer_order_number}")
        if self.retry_at is not None:
            lines.append(f"  not before: {self.retry_at.isoformat()}")
        outcome = self._outcome_text()
        if outcome:
            lines.append(f"  outcome: {outcome}")
        if self.hint:
            lines.append(f"  what to do: {self.hint}")
        return lines

    def _outcome_text(self) -> str | None:
        """Say in words whether the call has done what it was for."""
        if not self.effect:
            return None
        if self.outcome is Outcome.UNKNOWN:
            return f"{self.outcome}. It is not known whether {self.effect}."
        what, was, done = self.effect.partition(" was ")
        return f"{self.outcome}. {what[:1].upper()}{what[1:]}{was}NOT {done}."


class BadRequestException(ApiException):
    """400: the vendor does not accept the input."""


class UnauthorizedException(ApiException):
    """401: the token or the credentials are missing, expired, revoked or wrong."""


class ForbiddenException(ApiException):
    """403: these credentials may not do that."""


class NotFoundException(ApiException):
    """404: there is no such thing."""


class MethodNotAllowedException(ApiException):
    """405: what is asked for is in a state that does not allow it, such as an order that is not on hold."""


class ConflictException(ApiException):
    """409: the request contradicts what is there."""


class UnprocessableEntityException(ApiException):
    """422: the input is well-formed and makes no sense to the vendor."""


class TooManyRequestsException(ApiException):
    """429, or another 4xx that says the same: the rate limit is used up; ``retry_at`` says until when."""


class RejectedException(ApiException):
    """2xx, and the answer refuses what was asked, for example because every line was rejected."""

    def _lines(self) -> list[str]:
        first, *rest = super()._lines()
        return [f"{first}, but the answer refuses the request", *rest]


class ServiceException(ApiException):
    """5xx: the vendor's side failed. A change may have taken effect all the same."""


class ApiConnectionException(ApiException):
    """No complete answer came."""


class ApiTimeoutException(ApiConnectionException, TimeoutError):  # noqa: N818 - one naming scheme for the tree
    """No complete answer came in time."""


class TlsException(ApiConnectionException):
    """No trusted encrypted connection could be made; nothing was sent."""


class ApiResponseException(ApiException):
    """An answer came that cannot be taken: cut short, malformed, too large, or a refused redirect."""


class TokenException(ApiException):
    """No access token could be had, so that the call was not made. Each subclass is a sibling's kind as well."""


class TokenRefusedException(TokenException, UnauthorizedException):
    """The vendor does not accept the credentials, whatever the status was."""


class TokenLimitException(TokenException, TooManyRequestsException):
    """Too many tokens were asked for; ``retry_at`` says until when."""


class TokenServiceException(TokenException, ServiceException):
    """The token endpoint failed."""


class TokenConnectionException(TokenException, ApiConnectionException):
    """No complete answer came from the token endpoint."""


class TokenTimeoutException(TokenConnectionException, ApiTimeoutException):
    """No answer came from the token endpoint in time."""


class TokenTlsException(TokenConnectionException, TlsException):
    """No trusted encrypted connection to the token endpoint could be made."""


class TokenResponseException(TokenException, ApiResponseException):
    """The token endpoint's answer cannot be taken: there is no token in it."""


_BY_STATUS: dict[int, type[ApiException]] = {
    400: BadRequestException,
    401: UnauthorizedException,
    403: ForbiddenException,
    404: NotFoundException,
    405: MethodNotAllowedException,
    409: ConflictException,
    422: UnprocessableEntityException,
    429: TooManyRequestsException,
}


def exception_class(status: int) -> type[ApiException]:
    """Choose the exception class for an HTTP status.

    Args:
        status: the status of the answer.

    Returns:
        The class to raise; ApiException itself for a status without a class of its own.
    """
    if 500 <= status <= 599:
        return ServiceException
    return _BY_STATUS.get(status, ApiException)
