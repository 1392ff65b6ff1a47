"""What goes to a transport and what comes back: a request, an answer, or a failure. No I/O."""

from time import monotonic
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from xi_sdk_resellers.api_response import Headers
from xi_sdk_resellers.operation import Operation

if TYPE_CHECKING:
    from xi_sdk_resellers._settings.hooks import CallHooks
    from xi_sdk_resellers._settings.origin import Origin
    from xi_sdk_resellers._settings.rate_budget import RateBudget
    from xi_sdk_resellers._settings.retries import Retries


class Step(NamedTuple):
    """What the exchange needs next.

    ``token``: a token other than ``value`` (the one that was refused, or None); the result is the token.
    ``send``: one attempt; the result is an :class:`Answer` or a :class:`Failure`.
    ``wait``: a pause of ``value`` seconds.
    ``ask``: the result of ``value``, a function that may wait for a server of the program's own.
    """

    action: Literal["token", "send", "wait", "ask"]
    value: Any = None


class Request:
    """One call, ready to be sent: everything that stays the same on each attempt.

    Attributes:
        operation: what is called.
        target: path and query, quoted, below the base URL.
        headers: headers to send; Authorization is set for each attempt when a token is managed.
        body: bytes to send, or None.
        correlation_id: the IM-CorrelationID; empty for operations without one.
        customer_order_number: the caller's order number in the body or the filters, if any.
        connect_timeout: seconds to make a connection.
        read_timeout: seconds to wait for the next bytes.
        total_timeout: seconds for the whole call, or None.
        retries: how often and how patiently it is tried again.
        budget: what counts the calls to each endpoint, or None.
        debug: whether headers and bodies are logged.
        hooks: the program's functions that are told of the call, if there are any.
        managed_token: whether the client gets the token and may renew it.
        origin: the base URL; the client sets it.
        attempts: how many times it was tried so far.
        began: when the call began, by ``time.monotonic()``.
    """

    __slots__ = (
        "attempts",
        "began",
        "body",
        "budget",
        "connect_timeout",
        "correlation_id",
        "customer_order_number",
        "debug",
        "headers",
        "hooks",
        "managed_token",
        "operation",
        "origin",
        "read_timeout",
        "retries",
        "target",
        "total_timeout",
    )

    def __init__(
        self,
        operation: Operation,
        *,
        headers: dict[str, str],
        connect_timeout: float,
        read_timeout: float,
        total_timeout: float | None,
        retries: "Retries",
    ) -> None:
        self.operation: Operation = operation
        self.target: str = operation.path
        self.headers: dict[str, str] = headers
        self.body: bytes | None = None
        self.correlation_id: str = ""
        self.customer_order_number: str | None = None
        self.budget: RateBudget | None = None
        self.debug: bool = False
        self.hooks: CallHooks | None = None
        self.connect_timeout: float = connect_timeout
        self.read_timeout: float = read_timeout
        self.total_timeout: float | None = total_timeout
        self.retries: Retries = retries
        self.managed_token: bool = False
        self.origin: Origin | None = None
        self.attempts: int = 0
        self.began: float = monotonic()

    @property
    def deadline(self) -> float | None:
        """When the whole call ends, by ``time.monotonic()``; None for never."""
        return None if self.total_timeout is None else self.began + self.total_timeout

    def __repr__(self) -> str:
        return f"<Request {self.operation.name} {self.correlation_id}>"

    @property
    def path(self) -> str:
        """The path without the query."""
        return self.target.partition("?")[0]

    @property
    def host(self) -> str | None:
        """The base URL; None before the client has set it."""
        origin = self.origin
        return None if origin is None else f"{origin.scheme}://{origin.netloc}{origin.base_path}"


_BOM = b"\xef\xbb\xbf"


def utf8(body: bytes, headers: Headers) -> bytes:
    """Give JSON bytes as UTF-8 without a byte order mark, whatever they came as."""
    if body.startswith(_BOM):
        return body[len(_BOM) :]
    charset = _charset(headers)
    if charset is None and body[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return body
    return body_text(body, headers).encode("utf-8", "replace")


def _charset(headers: Headers) -> str | None:
    """Return the declared charset when it is another one than UTF-8."""
    kind = headers.get("Content-Type")
    if kind is None or kind == "application/json" or "charset" not in kind.lower():
        return None
    declared = kind.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    return None if declared in ("", "utf-8", "utf8") else declared


def body_text(body: bytes, headers: Headers) -> str:
    """Decode a body for reading: by its mark, its declared charset, else UTF-8. Never raises."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16", "replace")
    if body.startswith(_BOM):
        body = body[len(_BOM) :]
    try:
        return body.decode(_charset(headers) or "utf-8", "replace")
    except (LookupError, UnicodeError):
        return body.decode("utf-8", "replace")


MAX_IDLE_FOR_CHANGES = 10.0
"""Seconds that a connection may have been idle before it carries a change."""


MAX_INFORMATIONAL = 20
"""1xx answers that are skipped before the real one."""


FaultKind = Literal["truncated", "late", "too_large", "encoding"]


class Fault(NamedTuple):
    """Why the body of an answer is not whole."""

    kind: FaultKind
    detail: str


class Answer:
    """An answer as it came from the wire.

    Attributes:
        status: HTTP status.
        reason: the reason phrase.
        headers: its headers.
        body: the body, decompressed, as far as it came.
        fault: why the body is not whole, or None.
        stream: the transport's own response, when the body was left to the caller.
    """

    __slots__ = ("body", "fault", "headers", "reason", "status", "stream")

    def __init__(
        self,
        status: int,
        reason: str,
        headers: Headers,
        body: bytes = b"",
        fault: Fault | None = None,
        stream: Any = None,
    ) -> None:
        self.status: int = status
        self.reason: str = reason
        self.headers: Headers = headers
        self.body: bytes = body
        self.fault: Fault | None = fault
        self.stream: Any = stream


FailureKind = Literal["connect", "tls", "certificate", "proxy", "pool", "timeout", "lost", "garbage"]


class Failure(NamedTuple):
    """An attempt that brought no answer."""

    kind: FailureKind
    """What failed: making the connection, TLS, the certificate, the proxy, no free connection, time, …"""
    maybe_sent: bool
    """Whether any byte of the request may have left."""
    timed_out: bool
    """Whether it was for lack of time."""
    detail: str
    """The cause, in the words of the library or system below. Holds no secrets."""
    cause: BaseException | None = None
    """What was raised."""
