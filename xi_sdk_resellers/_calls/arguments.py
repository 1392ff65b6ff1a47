"""Check the value of one argument and write it the way the vendor reads it. No I/O.

Every rule that fails raises one error that names the argument, the rule and the value.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._settings.headers import check_email, check_header_value
from xi_sdk_resellers._values.dates import day
from xi_sdk_resellers._values.narrow import is_sequence
from xi_sdk_resellers._values.tables import as_text, plain
from xi_sdk_resellers._values.text import shown
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers.operation import Parameter


def wire_values(parameter: Parameter, value: Any, *, limits: bool) -> list[str]:
    """Write a value as the texts that go on the wire; more than one for a list.

    Args:
        parameter: what the vendor says about it.
        value: what the caller gave; not None.
        limits: whether lengths, enums and numeric limits are checked, too.

    Returns:
        One text, or one for each item of a list, not yet quoted.

    Raises:
        ApiTypeError: the value has the wrong type.
        ApiValueError: the value breaks a rule.
    """
    kind = parameter.kind
    if parameter.single and is_sequence(value):
        value = _only(parameter, list(value))
    if kind == "text":
        return [_text(parameter, value, limits=limits)]
    if kind == "text_list":
        return _text_list(parameter, value, limits=limits)
    if kind == "date_range":
        return _date_range(parameter, value)
    if kind == "email":
        text = _text(parameter, value, limits=limits)
        return [check_email(parameter.name, text) if limits else text]
    if parameter.text and isinstance(value, str):
        return [_as_text(parameter, value, limits=limits)]
    if kind == "integer":
        return [_integer(parameter, value, limits=limits)]
    if kind == "number":
        return [_number(parameter, value, limits=limits)]
    if kind == "boolean":
        if not isinstance(given := plain(value), bool):
            raise _type_error(parameter, "True or False", value)
        return ["true" if given else "false"]
    return [date_text(parameter.name, value)]


_accepted: dict[tuple[int, str, bool], Parameter] = {}
"""Header texts that have passed their checks. Holding the parameter keeps its identity from being used again."""


def wire_text(parameter: Parameter, value: Any, *, limits: bool) -> str:
    """Write a value that must be a single text, for a path or a header. See :func:`wire_values`."""
    if parameter.kind == "text":
        if parameter.place == "header" and type(value) is str:
            return _header_text(parameter, value, limits=limits)
        return _text(parameter, value, limits=limits)
    return ",".join(wire_values(parameter, value, limits=limits))


def _only(parameter: Parameter, values: list[Any]) -> Any:
    """Return the value of a list of one."""
    if len(values) != 1:
        raise ApiValueError(f"{parameter.name} must be one value, not {len(values)} ({shown(values)})")
    return values[0]


def _as_text(parameter: Parameter, value: str, *, limits: bool) -> str:
    """Write a number, or true and false, that was given as text."""
    text = value.strip()
    if parameter.kind == "boolean":
        if text.lower() not in ("true", "false"):
            raise ApiValueError(f"{parameter.name} must be true or false ({shown(value)})")
        return text
    wanted = "a whole number" if parameter.kind == "integer" else "a number"
    try:
        number = Decimal(text)
    except ArithmeticError:
        raise ApiValueError(f"{parameter.name} must be {wanted} ({shown(value)})") from None
    if not number.is_finite() or (parameter.kind == "integer" and not text.isdecimal()):
        raise ApiValueError(f"{parameter.name} must be {wanted} ({shown(value)})")
    _check_range(parameter, number, limits=limits)
    return text


def _type_error(parameter: Parameter, wanted: str, value: object) -> ApiTypeError:
    return ApiTypeError(f"{parameter.name} must be {wanted}, not {type(value).__name__}{_quoted(parameter, value)}")


def _header_text(parameter: Parameter, value: str, *, limits: bool) -> str:
    """Check a header's text once: customer number, country and sender are the same on call after call."""
    key = (id(parameter), value, limits)
    if key not in _accepted:
        _text(parameter, value, limits=limits)
        if len(_accepted) > 200:
            _accepted.clear()
        _accepted[key] = parameter
    return value


def _quoted(parameter: Parameter, value: object) -> str:
    """Show a value in brackets, unless it is a secret."""
    return "" if parameter.secret else f" ({shown(value)})"


def _text(parameter: Parameter, value: Any, *, limits: bool) -> str:
    if isinstance(value, Enum):
        value = value.value
    if not isinstance(value, str):
        given, value = value, value if parameter.secret else as_text(value)
        if not isinstance(value, str):
            raise _type_error(parameter, "text", given)
    if parameter.place == "header":
        check_header_value(parameter.name, value)
    if limits:
        _check_text_limits(parameter, value)
    if not value.isascii():
        _check_encodable(parameter, value)
    return value


def _check_encodable(parameter: Parameter, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        said = _quoted(parameter, value)
        raise ApiValueError(f"{parameter.name} holds half of a surrogate pair, which cannot be sent{said}") from None


def _check_text_limits(parameter: Parameter, value: str) -> None:
    """Check length, pattern and enum."""
    name, length, said = parameter.name, len(value), _quoted(parameter, value)
    longest, shortest = parameter.max_length, parameter.min_length
    if shortest is not None and shortest == longest and length != shortest:
        raise ApiValueError(f"{name} must have exactly {shortest} characters, not {length}{said}")
    if longest is not None and length > longest:
        advice = ""
        if length == 36 and value.count("-") == 4:
            advice = ": use the 32 hex digits of a UUID without its dashes (uuid.uuid4().hex)"
        raise ApiValueError(f"{name} must have at most {longest} characters, not {length}{said}{advice}")
    if shortest is not None and length < shortest:
        raise ApiValueError(f"{name} must have at least {shortest} characters, not {length}{said}")
    if parameter.enum is not None and value not in parameter.enum:
        raise ApiValueError(f"{name} must be one of {', '.join(parameter.enum)}{said}")
    if parameter.pattern is not None and not _matches(parameter.pattern, value):
        raise ApiValueError(f"{name} must match {parameter.pattern}{said}")


_patterns: dict[str, Callable[[str], object]] = {}


def _matches(pattern: str, value: str) -> bool:
    search = _patterns.get(pattern)
    if search is None:
        import re

        search = _patterns[pattern] = re.compile(pattern).search
    return search(value) is not None


def _text_list(parameter: Parameter, value: Any, *, limits: bool) -> list[str]:
    if isinstance(as_text(value), str):
        value = [value]
    if not is_sequence(value):
        raise _type_error(parameter, "a list of texts", value)
    texts = [_text(parameter, item, limits=limits) for item in value]
    if limits:
        if parameter.min_items is not None and len(texts) < parameter.min_items:
            raise ApiValueError(f"{parameter.name} must have at least {parameter.min_items} items, not {len(texts)}")
        if parameter.max_items is not None and len(texts) > parameter.max_items:
            raise ApiValueError(f"{parameter.name} must have at most {parameter.max_items} items, not {len(texts)}")
    return texts


def _integer(parameter: Parameter, value: Any, *, limits: bool) -> str:
    if type(value) is not int:
        given, value = value, plain(value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise _type_error(parameter, "a whole number", given)
    _check_range(parameter, value, limits=limits)
    return str(int(value))


def _number(parameter: Parameter, value: Any, *, limits: bool) -> str:
    """Write a number without an exponent, with the digits that it was given."""
    given = plain(value)
    if isinstance(given, bool) or not isinstance(given, (int, float, Decimal)):
        raise _type_error(parameter, "a number", value)
    number = given if isinstance(given, Decimal) else Decimal(repr(given))
    if not number.is_finite():
        raise ApiValueError(f"{parameter.name} must be a finite number, not {shown(value)}")
    _check_range(parameter, number, limits=limits)
    return f"{number:f}"


def _check_range(parameter: Parameter, value: int | Decimal, *, limits: bool) -> None:
    low, high = parameter.minimum, parameter.maximum
    if limits and ((low is not None and value < low) or (high is not None and value > high)):
        if low is not None and high is not None:
            rule = f"from {low} to {high}"
        else:
            rule = f"at least {low}" if high is None else f"at most {high}"
        raise ApiValueError(f"{parameter.name} must be {rule}, not {shown(value)}")


def _date_range(parameter: Parameter, value: Any) -> list[str]:
    rule = f"{parameter.name} must be a range of exactly two dates, the first and the last day"
    if not is_sequence(value):
        raise ApiTypeError(f"{rule}, not {type(value).__name__} ({shown(value)})")
    days = list(value)
    if len(days) != 2:
        raise ApiValueError(f"{rule}, not {len(days)} ({shown(days)})")
    first, last = (date_text(f"{parameter.name}[{index}]", day) for index, day in enumerate(days))
    if first > last:
        raise ApiValueError(f"{parameter.name} must not start after it ends ({first}, {last})")
    return [first, last]


def date_text(name: str, value: Any) -> str:
    """Write a date as ``yyyy-MM-dd``.

    Args:
        name: the argument, for the error.
        value: a ``date``, a ``datetime`` (its own calendar day, whatever its time zone), or any
            text that names one day. ``03/04/2024`` names two, and is refused.

    Returns:
        The day, always ten characters.

    Raises:
        ApiTypeError: neither a date nor a text.
        ApiValueError: the text does not name one day.
    """
    try:
        return day(value).isoformat()
    except TypeError as error:
        raise ApiTypeError(f"{name} {error}") from None
    except ValueError as error:
        raise ApiValueError(f"{name} {error}") from None


def check_path_value(name: str, value: str, safe: str) -> None:
    """Refuse a path value that would change which resource is meant.

    Args:
        name: the argument, for the error.
        value: the text.
        safe: the characters that the Configuration leaves unquoted.

    Raises:
        ApiValueError: empty, a dot segment, with a slash or a control character.
    """
    if value.isascii() and value.replace("-", "").isalnum():
        return
    if not value.strip():
        raise ApiValueError(f"{name} must not be empty ({shown(value)})")
    if "/" not in safe and "/" in value:
        raise ApiValueError(f"{name} must not hold a slash ({shown(value)})")
    if any(part in (".", "..") for part in value.replace("\\", "/").split("/")):
        raise ApiValueError(f"{name} must not be a dot segment ({shown(value)})")
    if not value.isprintable():
        raise ApiValueError(f"{name} must not hold control characters ({shown(value)})")
