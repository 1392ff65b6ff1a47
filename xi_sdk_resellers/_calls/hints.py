"""What to do about a call that failed, in a sentence. No I/O."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from xi_sdk_resellers._calls.messages import body_text
from xi_sdk_resellers._calls.taken import REFUSING, says_taken

if TYPE_CHECKING:
    from xi_sdk_resellers._calls.messages import Answer, Failure, Request
    from xi_sdk_resellers._calls.refusals import Refusal

# OpenSSL's names for an answer that is no TLS; which one it gives depends on its version and on the answer.
_NO_TLS = r"(?i)wrong.version.number|record.layer.failure|unknown.protocol|packet.length.too.long|http.request"
# A server that expects TLS answers plain http by an alert, or by hanging up.
_ALERT = r"TLS alert|\\x15\\x03|\x15\x03"
_REFUSED = r"(?i)refused|errno (111|61)\b|winerror 10061"
_NO_NAME = r"(?i)gaierror|getaddrinfo|name or service|nodename nor servname|name resolution|no address"
_HTTPS_PORTS = frozenset({443, 8443})
_BASE_PATHS = "The base path is what follows the port in host; production has none, the vendor's test system /sandbox."
_NOT_APPROVED = (
    "The application waits for the vendor's approval: none of its API products covers this call. See its state in the "
    "vendor's developer portal, or ask the vendor. Other credentials and new tokens do not help."
)
_LIMIT = "The rate limit is used up: wait until retry_at, or make fewer calls at a time."
_CREDENTIALS = "Check client_id and client_secret: the vendor did not accept them."


def no_tls(failure: Failure) -> bool:
    """Tell whether TLS was spoken to a port that does not know it; that fails each time."""
    return failure.kind == "tls" and re.search(_NO_TLS, failure.detail) is not None


def wants_tls(request: Request, failure: Failure) -> bool:
    """Tell whether plain http was spoken to a port that expects TLS; that fails each time."""
    if request.origin is None or request.origin.scheme != "http" or failure.kind not in ("lost", "garbage"):
        return False
    return request.origin.port in _HTTPS_PORTS or re.search(_ALERT, failure.detail) is not None


def hint_for_answer(request: Request, answer: Answer, refused: Refusal | None, *, unknown: bool) -> str | None:
    """Say what to do about an answer that is no success.

    Args:
        request: what was asked.
        answer: the answer.
        refused: what is behind the status of a 4xx.
        unknown: whether it is not known if the vendor has acted.

    Returns:
        The advice, or None when there is none.
    """
    operation, status = request.operation, answer.status
    if 300 <= status < 400:
        place = answer.headers.get("Location") or "nowhere"
        return f"The answer redirects to {place[:200]}, which is not followed. Check the configured host."
    if refused == "no_such_path" or (operation.secret and status in (404, 405)):
        return f"{request.host} knows no path {request.path}: check host. {_BASE_PATHS}"
    if refused == "not_approved":
        return _NOT_APPROVED
    if refused == "tls_wanted":
        return _wants_tls(request)
    if status == 429 or refused == "limit":
        return _LIMIT
    if operation.secret and status in (400, 401, 403):
        return _CREDENTIALS
    if status == 401:
        if "Authorization" not in request.headers:
            return "No credentials were sent: set access_token, or client_id and client_secret, on the Configuration."
        return "The token was not accepted: check the credentials and that they belong to this host."
    said_taken = status in REFUSING and says_taken(body_text(answer.body, answer.headers))
    if operation.taken and (status == 409 or said_taken):
        return operation.taken
    return operation.hints.get(status) or (operation.in_doubt or None if unknown and operation.changes else None)


def hint_for_failure(request: Request, failure: Failure) -> str | None:
    """Say what to do about an attempt that brought no answer.

    Args:
        request: what was asked.
        failure: what happened on the last attempt.

    Returns:
        The advice, or None when there is none.
    """
    if wants_tls(request, failure):
        return _wants_tls(request)
    if failure.maybe_sent:
        plain = failure.kind in ("lost", "garbage") and request.origin is not None and request.origin.scheme == "http"
        guess = f"If {_place(request)} expects TLS, write https:// in host." if plain else None
        return request.operation.in_doubt or guess
    if failure.kind == "certificate":
        return "Give the server's authority as ssl_ca_cert or ca_cert_data; check the host name and the clock."
    if failure.kind == "pool":
        return "Raise connection_pool_maxsize, or make fewer calls at a time."
    if failure.kind == "proxy":
        return "Check proxy, proxy_headers and the proxy variables of the environment."
    if no_tls(failure):
        return (
            f"{_place(request)} does not speak TLS: give host the port for https, or write http:// for a test server."
        )
    if failure.kind == "connect" and re.search(_REFUSED, failure.detail):
        return f"Nothing takes connections at {_place(request)}: check the port in host. The call can be made again."
    if failure.kind == "connect" and re.search(_NO_NAME, failure.detail):
        return f"The name in {_place(request)} was not found: check host and DNS. The call can be made again."
    return "Check the host and the network; the call can be made again."


def _place(request: Request) -> str:
    return "the server" if request.origin is None else request.origin.netloc


def _wants_tls(request: Request) -> str:
    return f"{_place(request)} expects TLS: write https:// in host."
