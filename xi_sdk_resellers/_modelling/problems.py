"""What is wrong with a request, as one error of ours; and the checks that pydantic does not make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from pydantic import ValidationError

from xi_sdk_resellers._values.dates import day
from xi_sdk_resellers._values.narrow import is_mapping
from xi_sdk_resellers._values.tables import is_nothing
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


def request_error(model_name: str, error: ValidationError, typos: Sequence[str] = ()) -> ApiValueError:
    """Describe everything that is wrong with a request.

    Args:
        model_name: the class that was to be made.
        error: what pydantic found.
        typos: what is wrong with its keys; they are named first.

    Returns:
        An ApiTypeError when all that is wrong are types and missing fields, else an ApiValueError.
    """
    found = error.errors(include_url=False)
    only_types = all(details["type"] == "missing" or details["type"].endswith("_type") for details in found)
    kind = ApiTypeError if only_types and not typos else ApiValueError
    made = kind(listed(model_name, [*typos, *map(_problem, found)]))
    if len(found) == 1 and not typos:
        made.path_to_item = list(found[0]["loc"])
    return made


def listed(model_name: str, problems: Sequence[str]) -> str:
    """Write what is wrong with a request, one problem a line, and not too many."""
    lines = [*problems[:_MAX_PROBLEMS]]
    if len(problems) > _MAX_PROBLEMS:
        lines.append(f"and {len(problems) - _MAX_PROBLEMS} more")
    return ("\n  " if len(lines) > 1 else " ").join([f"{model_name}:", *lines])


def _problem(details: Any) -> str:
    path = path_of(details["loc"]) or "the body"
    if details["type"] == "missing":
        return f"{path} is missing"
    hint = " (an empty cell of a table? leave the key out)" if is_nothing(details["input"]) else ""
    cause = details.get("ctx", {}).get("error")
    if isinstance(cause, Exception):  # one of ours, which names the value
        return f"{path}: {cause}{hint}"
    return f"{path}: {details['msg'][:1].lower()}{details['msg'][1:]}, not {shown(details['input'])}{hint}"


def check_finite(value: object, location: tuple[int | str, ...]) -> None:
    """Refuse NaN, Infinity and empty cells of tables, which JSON has no form for, anywhere in a value.

    Raises:
        ApiValueError: there is one.
    """
    if is_nothing(value):
        where = path_of(location) or "a value"
        wanted = "a finite number" if isinstance(value, (float, Decimal)) else "a value"
        raise ApiValueError(f"{where} must be {wanted}, not {shown(value)}", list(location))
    if is_mapping(value):
        for key, item in value.items():
            check_finite(item, (*location, str(key)))
    elif isinstance(value, (list, tuple, set, frozenset)):
        for index, item in enumerate(cast("Iterable[Any]", value)):
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
