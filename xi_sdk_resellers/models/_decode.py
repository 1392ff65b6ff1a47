"""Read answers. What fits the contract is typed; what does not is kept as it came, and reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic_core import ValidationError

from xi_sdk_resellers.models._schema import answer_validator

if TYPE_CHECKING:
    from xi_sdk_resellers._operation import Drift
    from xi_sdk_resellers.models._base import Model

M = TypeVar("M", bound="Model")

LARGE = 1024 * 1024
"""From how many bytes on garbage collection waits until an answer is read."""


def decode(model_class: type[M], data: bytes | str, *, pause_gc: bool) -> tuple[M, tuple[Drift, ...]]:
    """Read an answer.

    Clean answers take one pass of pydantic's own JSON parser. Only when something does not fit is
    the answer read again, by a validator that keeps what it cannot convert.

    Args:
        model_class: what the contract says the answer is.
        data: the body, JSON in UTF-8.
        pause_gc: whether garbage collection may wait while a large answer (1 MiB) is read. Reading
            makes many objects and no garbage, yet the collector looks at all of them again and
            again: at 10,000 lines that is half of the time. It is switched off for the whole
            process, only for that long, and back on in any case.

    Returns:
        The model, and what did not fit. ``null`` gives a model with empty lists, a list of one
        object that object, and anything else that is no object an empty model, reported.

    Raises:
        ValueError: the text is no JSON at all.
    """
    noted: list[bool] = []
    try:
        if pause_gc and len(data) >= LARGE:
            from xi_sdk_resellers.models._pause import paused_collection

            with paused_collection:
                model = answer_validator(model_class).validate_json(data, context=noted)
        else:
            model = answer_validator(model_class).validate_json(data, context=noted)
    except ValidationError as error:
        from xi_sdk_resellers.models._lenient import decode_leniently

        return decode_leniently(model_class, data, error)
    if noted:
        from xi_sdk_resellers.models._spellings import adopt

        adopt(model)
    return cast("M", model), ()


def decode_mapping(model_class: type[M], data: dict[str, Any]) -> M:
    """Read an answer that was parsed before; values that do not fit are kept."""
    try:
        model = answer_validator(model_class).validate_python(data)
    except ValidationError:
        from xi_sdk_resellers.models._schema import lenient_validator

        model = lenient_validator(model_class).validate_python(data)
    from xi_sdk_resellers.models._spellings import adopt

    adopt(model)
    return cast("M", model)
