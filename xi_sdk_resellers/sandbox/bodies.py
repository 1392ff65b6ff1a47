"""JSON bodies of requests."""

from __future__ import annotations

import json
from typing import Any, NoReturn, cast

from xi_sdk_resellers.sandbox.checks import check_content
from xi_sdk_resellers.sandbox.contract import Schema, resolve
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Request

MEDIA_TYPE = "application/json"


def takes_list(schema: Schema) -> bool:
    """Tell whether a body may be a list of the one object that it holds."""
    return any(resolve(branch).get("type") == "array" for branch in schema.get("anyOf", ()))


def read_object(request: Request, *, in_list: bool = False) -> dict[str, Any]:
    """Return the JSON object in a request's body.

    Args:
        request: The request.
        in_list: Whether it may be the one item of a list.

    Raises:
        InvalidRequest: There is none, or it holds what could not be written into an answer again.
    """
    media_type = str(request.headers.get("content-type", "")).partition(";")[0].strip().lower()
    if media_type != MEDIA_TYPE:
        raise InvalidRequest(FieldError("Content-Type", f"must be {MEDIA_TYPE}", media_type))
    try:
        value: object = json.loads(request.body.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise InvalidRequest(FieldError("body", "must be JSON")) from None
    if in_list and isinstance(value, list) and len(cast("list[object]", value)) == 1:
        value = cast("list[object]", value)[0]
    if not isinstance(value, dict):
        raise InvalidRequest(FieldError("body", "must be a JSON object"))
    wrong = list(check_content(cast("object", value)))
    if wrong:
        raise InvalidRequest(*wrong)
    return cast("dict[str, Any]", value)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
