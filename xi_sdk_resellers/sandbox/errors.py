"""Error answers in the shapes that the vendor's service uses.

Which operation answers in which shape is the business of its desk and follows the vendor's samples, misspelt keys
included: a client that reads only the documented shape would show its user an error without a message.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from xi_sdk_resellers.sandbox.wire import Answer

VALIDATION_FAILED = "/errors/validation-failed"
VALIDATION_ERROR = "/errors/validation-error"
SYSTEM_ERROR = "/errors/system-errors"


class FieldError(NamedTuple):
    """One thing that is wrong with a request: where, what the rule is, and what came."""

    field: str
    message: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class ErrorShape:
    """How an operation writes its errors: under which keys, in a list (`errors`) or alone, the whole in a box or not.

    The box is a list with one item. A 400 may be without words, and name the fields that are wrong only.
    """

    trace_key: str = "id"
    type_key: str = "type"
    message_key: str = "message"
    listed: bool = True
    boxed: bool = False
    worded: bool = True

    def answer(self, status: int, body: dict[str, Any]) -> Answer:
        """Answer with an error as one object, or as the only item of a list."""
        return Answer.of(status, [body] if self.boxed else body)


USUAL_SHAPE = ErrorShape()


class InvalidRequest(Exception):  # noqa: N818 - an answer to a client, not an error of the sandbox
    """Raised by a desk to answer 400, in the shape of the operation.

    Args:
        fields: Every field that is wrong.
        message: What is wrong as a whole.
    """

    def __init__(self, *fields: FieldError, message: str = "Validation failed") -> None:
        super().__init__(message)
        self.fields = fields
        self.message = message


def invalid(fields: Sequence[FieldError], message: str, shape: ErrorShape = USUAL_SHAPE) -> Answer:
    """Answer 400 naming every field that is wrong."""
    listed = [
        {"field": _whole(error.field), "message": error.message, "value": _printable(error.value)} for error in fields
    ]
    error = {
        shape.trace_key: str(uuid.uuid4()),
        shape.type_key: VALIDATION_FAILED,
        shape.message_key: message if shape.worded else None,
        "fields": listed,
    }
    return shape.answer(400, {"errors": [error]} if shape.listed else error)


def refused(status: int, message: str) -> Answer:
    """Answer with one error that names no field (404, 405)."""
    return Answer.of(status, {"errors": [{"id": str(uuid.uuid4()), "type": VALIDATION_ERROR, "message": message}]})


def broken(shape: ErrorShape = USUAL_SHAPE) -> Answer:
    """Answer 500 the way an outage does: in a list always, and under the usual keys but for the ID's."""
    trace_key = shape.trace_key if shape.listed else USUAL_SHAPE.trace_key
    message = "The system behind this endpoint is not available, please try again later."
    return shape.answer(500, {"errors": [{trace_key: str(uuid.uuid4()), "type": SYSTEM_ERROR, "message": message}]})


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
    text = _whole(value if isinstance(value, str) else repr(value))
    return text if len(text) <= 200 else f"{text[:200]}…"


def _whole(text: str) -> str:
    r"""Write half characters as `\udXXX`, since no answer can be encoded with them."""
    return text.encode("utf-8", "backslashreplace").decode()
