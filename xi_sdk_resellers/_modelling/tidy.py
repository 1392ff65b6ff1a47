"""Take what people and tables give a request for what it declares, where there is one meaning.

This is tried when a request does not pass its checks as it is; one that does never gets here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, cast, get_args, get_origin

from xi_sdk_resellers._modelling.schema import model_in
from xi_sdk_resellers._modelling.spellings import spellings_of
from xi_sdk_resellers._values.answers import is_model, items_of
from xi_sdk_resellers._values.narrow import is_mapping
from xi_sdk_resellers._values.tables import as_list, as_text, is_nothing, plain

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape

Take = Callable[[Any], Any]


class SpentIterator(Exception):  # noqa: N818 - a signal, not an error
    """An iterator cannot be read a second time."""


def tidied(model_class: type[Shape], data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a request as it declares them, as far as they have one meaning.

    Whole floats and other numbers become text where text is declared, scalars of numpy and pandas become Python's,
    one object becomes a list of one and the other way round, a column or a tuple a list.

    Args:
        model_class: the request's class.
        data: the values as they were given; they are not changed.

    Raises:
        SpentIterator: an iterator was given for a list.
    """
    takes = _takes(model_class)
    return {key: takes[key](value) if key in takes and value is not None else value for key, value in data.items()}


@cache
def _takes(model_class: type[Shape]) -> dict[str, Take]:
    """Tell for every key, in all accepted spellings, how its values are taken."""
    found: dict[str, Take] = {}
    spellings = spellings_of(model_class)
    single = {key for key, (_, many) in spellings.parts.items() if not many}
    for name, info in model_class.model_fields.items():
        take = _taker(info.annotation)
        if {name, spellings.names[name]} & single:
            take = _picker(take)
        found[name] = found[spellings.names[name]] = _text_of_truth if name in model_class.booleans_as_text else take
    return found | {other: found[key] for other, key in spellings.others.items()}


def _taker(annotation: Any) -> Take:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _taker(get_args(annotation)[0])
    if origin in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
        return _taker(kinds[0]) if len(kinds) == 1 else plain
    if origin is list:
        return _lister(get_args(annotation)[0])
    part = cast("type[Shape] | None", model_in(annotation))
    if part is not None:
        return lambda value: tidied(part, value) if is_mapping(value) else value
    if annotation is date:
        return lambda value: value
    return as_text if annotation is str else plain


def _picker(take: Take) -> Take:
    """Take one object as the one item of a list, too: 1.1.0 of the vendor's SDK wants that in some places."""

    def picked(value: Any) -> Any:
        items = items_of(value)
        is_one = len(items) == 1 and (is_mapping(items[0]) or is_model(items[0]))
        return take(items[0] if is_one else value)

    return picked


def _lister(annotation: Any) -> Take:
    take = _taker(annotation)
    has_models = model_in(annotation) is not None

    def listed(value: Any) -> Any:
        if isinstance(value, Iterator):
            raise SpentIterator
        items = as_list(value)
        if items is None:
            fits = is_mapping(value) or is_model(value) if has_models else not is_nothing(value)
            return [take(value)] if fits else value
        return [item if item is None else take(item) for item in items]

    return listed


def _text_of_truth(value: Any) -> Any:
    value = as_text(value)
    return str(value).lower() if isinstance(value, bool) else value
