"""What is wrong with a request, as one error of ours; and the checks that pydantic does not make."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from xi_sdk_resellers._values.dates import day
from xi_sdk_resellers._values.narrow import is_list, is_mapping
from xi_sdk_resellers._values.text import shown
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from pydantic import ValidationError

_MAX_PROBLEMS = 10


def path_of(location: tuple[int | str, ...]) -> str:
    """Write a location as ``lines[3].unitPrice``."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            path += f".{part}" if path else part
    return path


def request_error(model_name: str, error: ValidationError) -> ApiValueError:
    """Describe everything that is wrong with a request.

    Args:
        model_name: the class that was to be made.
        error: what pydantic found.

    Returns:
        An ApiTypeError when all that is wrong are types and missing fields, else an ApiValueError.
    """
    found = error.errors(include_url=False)
    lines = [_problem(details) for details in found[:_MAX_PROBLEMS]]
    if len(found) > _MAX_PROBLEMS:
        lines.append(f"and {len(found) - _MAX_PROBLEMS} more")
    only_types = all(details["type"] == "missing" or details["type"].endswith("_type") for details in found)
    kind = ApiTypeError if only_types else ApiValueError
    separator = "\n  " if len(lines) > 1 else " "
    made = kind(separator.join([f"{model_name}:", *lines]))
    if len(found) == 1:
        made.path_to_item = list(found[0]["loc"])
    return made


def _problem(details: Any) -> str:
    path = path_of(details["loc"]) or "the body"
    if details["type"] == "missing":
        return f"{path} is missing"
    cause = details.get("ctx", {}).get("error")
    if isinstance(cause, Exception):  # one of ours, which names the value
        return f"{path}: {cause}"
    return f"{path}: {details['msg'][:1].lower()}{details['msg'][1:]}, not {shown(details['input'])}"


def check_finite(value: object, location: tuple[int | str, ...]) -> None:
    """Refuse NaN and Infinity, which JSON has no form for, anywhere in a value.

    Raises:
        ApiValueError: there is one.
    """
    if isinstance(value, float) and not math.isfinite(value):
        where = path_of(location) or "a value"
        raise ApiValueError(f"{where} must be a finite number, not {shown(value)}", list(location))
    if is_mapping(value):
        for key, item in value.items():
            check_finite(item, (*location, str(key)))
    elif is_list(value):
        for index, item in enumerate(value):
            check_finite(item, (*location, index))


def to_date(value: Any) -> date:
    """Make a date of a date, a datetime or text such as ``Wed May 13 00:00:00 UTC 2020``.

    Raises:
        ApiValueError: the value is no date.
    """
    if type(value) is date:
        return value
    try:
        return day(value)
    except TypeError as error:
        raise ApiTypeError(f"it {error}") from None
    except ValueError as error:
        raise ApiValueError(f"it {error}") from None
