"""Say what aiohttp's exceptions mean for an attempt."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorSSLError,
    ClientError,
    ClientHttpProxyError,
    ClientProxyConnectionError,
    ClientResponseError,
)
from aiohttp.http_exceptions import HttpProcessingError

from xi_sdk_resellers._calls.messages import Failure, FailureKind
from xi_sdk_resellers._transport.aio.connector import AnswerLost, HostMismatch
from xi_sdk_resellers._values.text import printable

if TYPE_CHECKING:
    from xi_sdk_resellers._transport.aio.connector import Attempt

BELOW = (
    ClientError,
    HttpProcessingError,
    asyncio.TimeoutError,
    OSError,
    ValueError,
    HostMismatch,
    AnswerLost,
)
"""What the layers below raise for an exchange that fails."""


def chain(error: BaseException) -> Iterator[BaseException]:
    """Walk from an error to what caused it."""
    for _ in range(10):
        yield error
        below = error.__cause__ or getattr(error, "os_error", None)
        if below is None or below is error or isinstance(below, asyncio.CancelledError):
            return
        error = below


def root(error: BaseException) -> str:
    """Say what was at the bottom of an error, without the names of hosts, pools and objects."""
    *_, last = chain(error)
    if isinstance(last, asyncio.TimeoutError) and not str(last):
        return "TimeoutError: the time is used up"
    return f"{type(last).__name__}: {printable(str(last))}" if str(last) else type(last).__name__


def harmless(error: BaseException) -> BaseException | None:
    """Give the error that may be shown as a cause: aiohttp's own can hold request headers, and so the token."""
    if isinstance(error, ClientResponseError):
        return next((item for item in chain(error) if not isinstance(item, ClientResponseError)), None)
    return error


def is_timeout(error: BaseException) -> bool:
    """Tell whether an error is for lack of time."""
    return any(isinstance(item, (asyncio.TimeoutError, TimeoutError)) for item in chain(error))


def classify(error: BaseException, attempt: Attempt) -> Failure:
    """Say what kind of failure the layers below have met.

    Args:
        error: what they raised.
        attempt: how far the attempt had got.

    Returns:
        The failure.
    """
    timed_out, cause = is_timeout(error), harmless(error)
    if attempt.connected:
        if attempt.stalled:
            return Failure("timeout", True, True, "the server stopped taking the request", cause)
        if timed_out:
            return Failure("timeout", True, True, root(error), cause)
        garbage = isinstance(error, (ClientResponseError, HttpProcessingError, ValueError))
        return Failure("garbage" if garbage else "lost", True, False, root(error), cause)
    if not attempt.connecting and timed_out:
        return Failure("pool", False, True, "all connections of the pool are in use", cause)
    if attempt.proxy_said_more:
        return Failure("proxy", False, False, "the proxy sent more than its answer to CONNECT", cause)
    if isinstance(error, ClientHttpProxyError):
        said = f"the proxy answered {error.status} {printable(error.message)}".rstrip()
        return Failure("proxy", False, timed_out, said, cause)
    if isinstance(error, ClientProxyConnectionError):
        return Failure("proxy", False, timed_out, root(error), cause)
    return Failure(_connecting_kind(error), False, timed_out, root(error), cause)


def _connecting_kind(error: BaseException) -> FailureKind:
    causes = list(chain(error))
    if any(isinstance(i, (ssl.CertificateError, ClientConnectorCertificateError, HostMismatch)) for i in causes):
        return "certificate"
    if any(isinstance(i, (ssl.SSLError, ClientConnectorSSLError)) for i in causes):
        return "tls"
    if any(isinstance(i, (ConnectionResetError, ConnectionAbortedError, BrokenPipeError)) for i in causes):
        return "tls"  # a plain connection is refused, not broken off: this was in the handshake
    return "connect"
