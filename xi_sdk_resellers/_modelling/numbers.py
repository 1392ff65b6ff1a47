"""Numbers in requests: no truth values; and fields that take a number or text, and keep which of the two was given."""

from __future__ import annotations

from typing import Any, get_args

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_TRUTH = frozenset({"bool", "bool_"})
_WHOLE = r"^-?[0-9]+$"
_AMOUNT = r"^-?[0-9]+(\.[0-9]+)?$"


def refuse_truth(value: Any) -> Any:
    """Refuse True and False, numpy's as well, for a number: pydantic would take them for 1 and 0."""
    if type(value) is not int and type(value).__name__ in _TRUTH:
        raise PydanticCustomError("number_type", "Input should be a number")
    return value


def _refuse_text(value: Any) -> Any:
    if isinstance(value, (str, bytes, bytearray)):
        raise PydanticCustomError("number_type", "Input should be a number")
    return refuse_truth(value)


def either(kinds: tuple[Any, ...], longest: int | None = None) -> CoreSchema:
    """Build the schema of a field whose type the editions of the contract disagree about.

    Args:
        kinds: the two types that it takes, ``str`` among them; the one that the contract prefers comes first.
        longest: how many characters a text may have.

    Returns:
        A schema that keeps the type of what is given. Text for a number must name one.
    """
    number = next(kind for kind in kinds if kind is not str)
    if kinds[0] is str:
        said = (
            "text or a whole number" if longest is None else f"text of at most {longest} characters or a whole number"
        )
        # A text that is too long is no number instead.
        whole = core_schema.no_info_before_validator_function(_refuse_text, core_schema.int_schema())
        choices: list[CoreSchema] = [core_schema.str_schema(strict=True, max_length=longest), whole]
    elif number is int:
        said = "a whole number, as a number or as text"
        lax = core_schema.no_info_before_validator_function(refuse_truth, core_schema.int_schema())
        choices = [core_schema.int_schema(strict=True), core_schema.str_schema(strict=True, pattern=_WHOLE), lax]
    else:
        said = "a number, as a number or as text"
        choices = [core_schema.str_schema(strict=True, pattern=_AMOUNT), core_schema.decimal_schema()]
    return core_schema.union_schema(
        [*choices], mode="left_to_right", custom_error_type="either", custom_error_message=f"Input should be {said}"
    )


class Either:
    """Tells pydantic about such a field, as part of its annotation."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return either(get_args(source))


class UpTo:
    """Tells pydantic how many characters the text of such a field may have."""

    def __init__(self, longest: int) -> None:
        self.longest = longest

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return either(get_args(source), self.longest)
