"""JSON bodies of requests."""

from __future__ import annotations

import json
from typing import Any, NoReturn, cast

from xi_sdk_resellers.sandbox.checks import check_content
from xi_sdk_resellers.sandbox.contract import Schema
from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Request

MEDIA_TYPE = "application/json"


def read_object(request: Request, schema: Schema) -> dict[str, Any]:
    """Return the JSON object in a request's body, or in a list of one where the contract takes that, too.

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
    if isinstance(value, list) and _may_be_list(schema):
        items = cast("list[object]", value)
        value = items[0] if len(items) == 1 else items
    if not isinstance(value, dict):
        raise InvalidRequest(FieldError("body", "must be a JSON object"))
    wrong = list(check_content(cast("object", value)))
    if wrong:
        raise InvalidRequest(*wrong)
    return cast("dict[str, Any]", value)


def _may_be_list(schema: Schema) -> bool:
    return any(branch.get("type") == "array" for branch in schema.get("anyOf", ()))


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")
