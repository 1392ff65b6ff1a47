"""Error answers in the shapes that the vendor's service uses.

Which endpoint answers in which shape follows the vendor's samples, misspelt keys included: a
client that reads only the documented shape would show its user an error without a message.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any, NamedTuple

from xi_sdk_resellers.sandbox.wire import Answer

CREATE_V6 = "post_createorder_v6"
CREATE_V7 = "post_createorder_v7"
MODIFY = "put_ordermodify"
CANCEL = "delete_ordercancel"
DETAILS = "get_orderdetails_v6_1"
SEARCH = "get_resellers_v6_ordersearch"
TOKEN = "get_accesstoken"  # noqa: S105 - the name of an operation
OPERATIONS = (TOKEN, CREATE_V6, CREATE_V7, MODIFY, CANCEL, DETAILS, SEARCH)

VALIDATION_FAILED = "/errors/validation-failed"
VALIDATION_ERROR = "/errors/validation-error"
SYSTEM_ERROR = "/errors/system-errors"

_TYPE_KEYS = {SEARCH: "1ype", CANCEL: "1ype"}
_MESSAGE_KEYS = {CREATE_V6: "messaage"}


class FieldError(NamedTuple):
    """One thing that is wrong with a request: where, what the rule is, and what came."""

    field: str
    message: str
    value: Any = None


def invalid(operation: str | None, fields: Sequence[FieldError], message: str = "Validation failed") -> Answer:
    """Answer 400 naming every field that is wrong."""
    listed = [{"field": error.field, "message": error.message, "value": _printable(error.value)} for error in fields]
    trace_key = "traceid" if operation in (CREATE_V7, DETAILS) else "id"
    error = {
        trace_key: str(uuid.uuid4()),
        _TYPE_KEYS.get(operation or "", "type"): VALIDATION_FAILED,
        _MESSAGE_KEYS.get(operation or "", "message"): message,
        "fields": listed,
    }
    # The details endpoint documents the error itself, the others a list of errors.
    return Answer.of(400, error if operation == DETAILS else {"errors": [error]})


def refused(status: int, message: str) -> Answer:
    """Answer with one error that names no field (404, 405)."""
    return Answer.of(status, {"errors": [{"id": str(uuid.uuid4()), "type": VALIDATION_ERROR, "message": message}]})


def broken(operation: str | None = None) -> Answer:
    """Answer 500 the way an outage does."""
    trace_key = "traceid" if operation == CREATE_V7 else "id"
    message = "The system behind this endpoint is not available, please try again later."
    return Answer.of(500, {"errors": [{trace_key: str(uuid.uuid4()), "type": SYSTEM_ERROR, "message": message}]})


def fault(status: int, text: str, code: str) -> Answer:
    """Answer the way the gateway in front of the service does."""
    return Answer.of(status, {"fault": {"faultstring": text, "detail": {"errorcode": code}}})


def plain_message(status: int, message: str) -> Answer:
    """Answer `{"message": …}`, as the token endpoint does."""
    return Answer.of(status, {"message": message})


def wrong_customer(number: str) -> Answer:
    """Answer for a well-formed customer number that does not belong to this account."""
    return Answer.of(400, {"faultcode": "Server", "faultstring": f"Invalid customer number. {number}"})


def _printable(value: object) -> object:
    """Keep small values as they came and shorten the rest."""
    if value is None or isinstance(value, (bool, int, float)):
        return None if value is None else str(value)
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 200 else f"{text[:200]}…"
