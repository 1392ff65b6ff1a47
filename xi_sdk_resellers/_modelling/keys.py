"""The keys of a request that the contract does not know: typos are refused, others are sent and told of once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from xi_sdk_resellers._modelling.problems import listed, path_of
from xi_sdk_resellers._modelling.spellings import spellings_of
from xi_sdk_resellers._modelling.typos import nearest
from xi_sdk_resellers._values.narrow import is_mapping
from xi_sdk_resellers._values.tables import as_list
from xi_sdk_resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape

_MOST_TOLD = 1000
_told: set[tuple[type[Shape], str]] = set()
"""The unknown keys that the log has told of."""


class _Unknown(NamedTuple):
    path: tuple[int | str, ...]
    model_class: type[Shape]
    key: str

    @property
    def meant(self) -> str | None:
        return meant(self.model_class, self.key)


def check_keys(model_class: type[Shape], data: Mapping[str, Any], *, refuse: bool) -> None:
    """Look at the unknown keys of a request.

    Args:
        model_class: the request's class.
        data: its values as they were given. Models in it are not looked at again: that was done when they were made.
        refuse: whether typos are refused; else they are sent like other unknown keys.

    Raises:
        ApiValueError: some are nearly known ones.
    """
    found = [*_unknown(model_class, data, ())]
    typos = [each for each in found if each.meant] if refuse else []
    if typos:
        error = ApiValueError(listed(model_class.__name__, [*map(_typo, typos)]))
        if len(typos) == 1:
            error.path_to_item = list(typos[0].path)
        raise error
    for each in found:
        tell(each.model_class, each.key)


def typos_in(model_class: type[Shape], data: Mapping[str, Any]) -> list[str]:
    """Describe the keys of a request that are nearly known ones, one text for each."""
    return [_typo(each) for each in _unknown(model_class, data, ()) if each.meant]


def check_attribute(model_class: type[Shape], name: str) -> None:
    """Look at a name that is assigned to and is no field.

    Raises:
        ApiValueError: it is nearly one.
    """
    found = spellings_of(model_class)
    if name in found.others:
        return
    key = meant(model_class, name)
    if key is None:
        tell(model_class, name)
        return
    error = ApiValueError(f"{model_class.__name__}: {_did_you_mean(name, found.wires[key], name)}")
    path: list[str | int] = [name]
    error.path_to_item = path
    raise error


@lru_cache(maxsize=1000)
def meant(model_class: type[Shape], key: str) -> str | None:
    """Return the key of the wire that an unknown key was meant to be; None when it is like none."""
    found = spellings_of(model_class)
    return found.key_of(key) or nearest(key, found.wires)


def tell(model_class: type[Shape], key: str) -> None:
    """Tell the log of an unknown key that is sent, once in the life of the process."""
    if (model_class, key) in _told or len(_told) >= _MOST_TOLD:
        return
    _told.add((model_class, key))
    # Late: loads logging.
    from xi_sdk_resellers._process.log import facts, log

    name = model_class.__name__
    extra = facts("unknown_key", model=name, key=key)
    log.warning("%s: the contract does not know the key %s; it is sent as it is", name, key, extra=extra)


def _unknown(model_class: type[Shape], data: Mapping[str, Any], path: tuple[int | str, ...]) -> Iterator[_Unknown]:
    found = spellings_of(model_class)
    for key, value in data.items():
        if not isinstance(key, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            continue  # refused before
        wire = found.names.get(key) or (key if key in found.wires else found.others.get(key))
        if wire is None:
            yield _Unknown((*path, key), model_class, key)
        elif wire in found.parts:
            part = found.parts[wire][0].model_class
            items = as_list(value)
            for index, item in [(None, value)] if items is None else enumerate(items):
                if is_mapping(item):
                    yield from _unknown(part, item, (*path, key) if index is None else (*path, key, index))


def _typo(found: _Unknown) -> str:
    return _did_you_mean(path_of(found.path), str(found.meant), found.key)


def _did_you_mean(path: str, meant: str, key: str) -> str:
    return f"{path} is no known key, did you mean {meant!r}? To send it as it is, set model_extra[{key!r}]"
