"""Turn pydantic's complaint about a request into one error of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from pydantic import ValidationError

MAX_SHOWN = 80
"""How many characters of a value an error shows."""
_MAX_PROBLEMS = 10


def shown(value: object) -> str:
    """Show a value in an error, shortened."""
    text = repr(value)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"


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
