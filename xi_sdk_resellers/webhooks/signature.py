"""Sign events, and verify their signatures."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable, Sequence
from typing import TypeAlias, cast

from xi_sdk_resellers._values.hidden import hidden
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError
from xi_sdk_resellers.webhooks import shapes as shapes

Secrets: TypeAlias = "str | bytes | Sequence[str | bytes]"


def sign(event_id: str, secret: str | bytes) -> str:
    """Make the signature that the vendor makes: for tests of your own receiver.

    Args:
        event_id: the event's ID.
        secret: the webhook's secret; not empty.

    Returns:
        The value of the ``x-hub-signature`` header.

    Raises:
        ApiTypeError: an argument is of the wrong type.
        ApiValueError: the secret is empty.
    """
    secret = hidden(secret)
    _check_event_id(event_id)
    return _digest(event_id, hidden(_secret_bytes(secret))).decode("ascii")


def verify(event_id: str, signature: str | bytes | None, secret: Secrets) -> bool:
    """Check an event's signature, in a time that does not depend on where it is wrong.

    Args:
        event_id: the event's ID, as it stands in the body.
        signature: the value of the ``x-hub-signature`` header; None, when it is missing, is never right.
        secret: the webhook's secret; or several, old and new, while it is being changed.

    Returns:
        True when one of the secrets made the signature.

    Raises:
        ApiTypeError: an argument is of the wrong type.
        ApiValueError: a secret is empty, or there is none.
    """
    secret = hidden(secret)
    _check_event_id(event_id)
    if not isinstance(signature, (str, bytes, type(None))):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"a signature is text, not {type(signature).__name__}")
    given = signature if isinstance(signature, bytes) else (signature or "").encode("utf-8", "replace")
    given = given.strip()
    genuine = False
    for key in _secret_list(secret):
        genuine |= hmac.compare_digest(_digest(event_id, key), given)
    return genuine


def _check_event_id(event_id: object) -> None:
    if not isinstance(event_id, str):
        raise ApiTypeError(f"an event ID is text, not {type(event_id).__name__}")


def _digest(event_id: str, key: bytes) -> bytes:
    return base64.b64encode(hmac.digest(key, event_id.encode("utf-8", "surrogatepass"), hashlib.sha512))


def _secret_bytes(secret: str | bytes) -> bytes:
    if not isinstance(secret, (str, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise ApiTypeError(f"a webhook secret is text or bytes, not {type(secret).__name__}")
    key = (
        secret.rstrip("\r\n").encode("utf-8") if isinstance(secret, str) else secret
    )  # text out of a file has a line end
    if not key:
        raise ApiValueError("the webhook secret is empty; anybody could sign with it")
    return key


def _secret_list(secret: Secrets) -> list[bytes]:
    several = isinstance(secret, Iterable) and not isinstance(secret, (str, bytes))  # pyright: ignore[reportUnnecessaryIsInstance]
    keys = cast("list[str | bytes]", list(secret) if several else [secret])
    if not keys:
        raise ApiValueError("no webhook secret was given")
    return [hidden(_secret_bytes(key)) for key in keys]
