"""One attempt as the layers below see it: how long it may take, and how far it has got."""

from __future__ import annotations

from contextvars import ContextVar
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Request


class Attempt:
    """What the connection must know of the attempt that uses it, and tells about it.

    Args:
        request: what is sent.
        most_headers: header lines of an answer that are accepted.
        stream: whether the body is left unread.
    """

    __slots__ = (
        "changes",
        "connect_deadline",
        "connect_timeout",
        "connected",
        "connection",
        "deadline",
        "most_headers",
        "read_timeout",
        "response",
        "stream",
    )

    def __init__(self, request: Request, most_headers: int, *, stream: bool = False) -> None:
        self.deadline: float | None = request.deadline
        self.connect_timeout: float = request.connect_timeout
        self.read_timeout: float = request.read_timeout
        self.changes: bool = request.operation.changes
        self.most_headers: int = most_headers
        self.stream: bool = stream
        self.connect_deadline: float | None = None
        """When the connection must stand, while it is being made."""
        self.connected: bool = False
        """From then on bytes may have left."""
        self.connection: Any = None
        """The connection that is in use, if any."""
        self.response: Any = None
        """The answer, once it has begun."""

    def begin_connecting(self) -> None:
        """Start the time for making a connection: name lookup, proxy and TLS included."""
        self.connect_deadline = monotonic() + self.connect_timeout

    def timeout(self) -> float:
        """Seconds that the next step on the connection may take.

        Raises:
            TimeoutError: there is no time left.
        """
        connect, whole = self.connect_deadline, self.deadline
        if connect is None and whole is None:
            return self.read_timeout
        now = monotonic()
        left = self.read_timeout if connect is None else connect - now
        if left <= 0:
            raise TimeoutError("the time for making a connection is used up")
        if whole is not None and whole - now < left:
            left = whole - now
            if left <= 0:
                raise TimeoutError("the time for the whole call is used up")
        return left


current: ContextVar[Attempt | None] = ContextVar("attempt", default=None)
"""The attempt that is made right now: by this thread, or by this greenlet, even if gevent was started late."""
