"""What kind of failure the layers below urllib3 have met."""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Iterator

from urllib3.exceptions import (
    ConnectTimeoutError,
    EmptyPoolError,
    InvalidHeader,
    NewConnectionError,
    ProtocolError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.util.ssl_match_hostname import CertificateError

from xi_sdk_resellers._calls.messages import Failure
from xi_sdk_resellers._transport.blocking.attempt import Attempt
from xi_sdk_resellers._values.text import printable


def root_cause(error: BaseException) -> str:
    """Say what was at the bottom of an error, without the names of hosts, pools and objects."""
    seen = 0
    while seen < 10:
        below = error.__cause__ or next((item for item in error.args if isinstance(item, BaseException)), None)
        if below is None or below is error:
            break
        error, seen = below, seen + 1
    return f"{type(error).__name__}: {printable(str(error))}" if str(error) else type(error).__name__


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Walk from an error to what caused it."""
    for _ in range(10):
        yield error
        below = error.__cause__ or next((item for item in error.args if isinstance(item, BaseException)), None)
        if below is None or below is error:
            return
        error = below


def is_timeout(error: BaseException) -> bool:
    """Tell whether an error while reading is for lack of time."""
    return any(isinstance(item, (ReadTimeoutError, TimeoutError)) for item in _chain(error))


def _is_garbage(error: BaseException) -> bool:
    """Tell bytes that are no HTTP from a connection that broke off."""
    return isinstance(error, (http.client.HTTPException, InvalidHeader)) and not isinstance(error, ConnectionError)


def classify(error: BaseException, attempt: Attempt) -> Failure:
    """Say what kind of failure the layers below have met.

    Args:
        error: what they raised.
        attempt: how far the attempt had got.

    Returns:
        The failure.
    """
    detail = root_cause(error)
    if isinstance(error, EmptyPoolError):
        return Failure("pool", False, True, "all connections of the pool are in use", error)
    chain = list(_chain(error))
    # A refused connection is a ConnectTimeoutError to urllib3, by inheritance only.
    timed_out = any(
        isinstance(item, (ReadTimeoutError, ConnectTimeoutError, TimeoutError))
        and not isinstance(item, NewConnectionError)
        for item in chain
    )
    if attempt.connected:
        if timed_out:
            return Failure("timeout", True, True, detail, error)
        garbage = any(_is_garbage(item) for item in chain)
        return Failure("garbage" if garbage else "lost", True, False, detail, error)
    if any(isinstance(item, ProxyError) for item in chain):
        return Failure("proxy", False, timed_out, detail, error)
    if any(isinstance(item, (ssl.SSLCertVerificationError, CertificateError)) for item in chain):
        return Failure("certificate", False, False, detail, error)
    tls = any(isinstance(item, (SSLError, ssl.SSLError)) for item in chain)
    broken_off = isinstance(error, ProtocolError) and not isinstance(error, NewConnectionError)
    return Failure("tls" if tls or (broken_off and not timed_out) else "connect", False, timed_out, detail, error)
