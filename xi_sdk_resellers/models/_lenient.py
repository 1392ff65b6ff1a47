"""Read an answer that does not fit the contract, or is hardly JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic_core import ValidationError

from xi_sdk_resellers._operation import Drift
from xi_sdk_resellers.models._problems import path_of
from xi_sdk_resellers.models._schema import LIST, ONE, answer_validator, lenient_validator

if TYPE_CHECKING:
    from xi_sdk_resellers.models._base import Model

M = TypeVar("M", bound="Model")


def decode_leniently(model_class: type[M], data: bytes | str, error: ValidationError) -> tuple[M, tuple[Drift, ...]]:
    """Read an answer that the strict validator refused.

    Args:
        model_class: what the contract says the answer is.
        data: the body.
        error: why it was refused.

    Returns:
        The model, and what did not fit.

    Raises:
        ValueError: the text is no JSON at all.
    """
    details = error.errors(include_url=False, include_context=False)
    repaired: tuple[Drift, ...] = ()
    if details[0]["type"] == "json_invalid":
        from xi_sdk_resellers.models._repair import repair

        data, repaired = repair(data)
        try:
            model = answer_validator(model_class).validate_json(data)
        except ValidationError as again:
            details = again.errors(include_url=False, include_context=False)
        else:
            return _finished(model), repaired
    if not details[0]["loc"]:
        model, more = _not_an_object(model_class, details[0]["input"])
        return _finished(model), repaired + more
    model = lenient_validator(model_class).validate_json(data)
    return _finished(model), repaired + _drifts(details)


def _finished(model: Any) -> Any:
    from xi_sdk_resellers.models._spellings import adopt, has_spellings

    if has_spellings(type(model)):
        adopt(model)
    return model


def _not_an_object(model_class: type[Model], value: Any) -> tuple[Any, tuple[Drift, ...]]:
    if value is None:
        return empty(model_class), ()
    drift = Drift("", f"an object was expected, not {_kind(value)}", value)
    items = cast("list[Any]", value) if isinstance(value, list) else []
    if len(items) == 1 and isinstance(items[0], dict):
        found: Any = items[0]
        model: Any = lenient_validator(model_class).validate_python(found)
        try:
            answer_validator(model_class).validate_python(found)
        except ValidationError as error:
            inner = _drifts(error.errors(include_url=False, include_context=False))
            return model, (drift, *(Drift(f"[0].{each.path}", each.message, each.value) for each in inner))
        return model, (drift,)
    return empty(model_class), (drift,)


def empty(model_class: type[Model]) -> Any:
    """Make the model of an answer without content: its lists are empty, and nothing counts as set."""
    model: Any = lenient_validator(model_class).validate_python({})
    for name, info in model_class.model_fields.items():
        if "list[" in str(info.annotation):
            model.__dict__[name] = []
    return model


def _kind(value: object) -> str:
    if isinstance(value, list):
        return f"a list of {len(cast('list[Any]', value))}"
    return {str: "text", int: "a number", float: "a number", bool: "true or false"}.get(type(value), "something else")


def _drifts(details: list[Any]) -> tuple[Drift, ...]:
    """Make the report, with the branches of lists taken out of the locations.

    A value that is no list was tried as a single item; then only what is wrong with that item counts.
    """
    as_item = {item["loc"][:-1] for item in details if item["loc"][-1] == LIST and item["type"] == "list_type"}
    report: list[Drift] = []
    for item in details:
        location: tuple[int | str, ...] = item["loc"]
        if _counts(location, as_item):
            path = path_of(tuple(part for part in location if part not in (LIST, ONE)))
            report.append(Drift(path, item["msg"], item["input"]))
    return tuple(report)


def _counts(location: tuple[int | str, ...], as_item: set[tuple[int | str, ...]]) -> bool:
    for index, part in enumerate(location):
        if part == LIST and location[:index] in as_item:
            return False
        if part == ONE and location[:index] not in as_item:
            return False
    return True
