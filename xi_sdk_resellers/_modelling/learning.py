"""Learn in what spellings the answers of a class come, so that the next ones are read in one pass."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic_core import SchemaValidator

from xi_sdk_resellers._modelling.schema import lenient_validator, spelled_validator
from xi_sdk_resellers._modelling.spellings import Found

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape

MOST_BUILT = 50
"""How many validators are built at most; each takes milliseconds, and spellings may be anything."""

_Frozen = tuple[tuple[type["Shape"], tuple[tuple[str, str], ...]], ...]

_spelled: dict[type[Shape], Found] = {}
"""What was learned of each class of answers."""
_learned: dict[type[Shape], SchemaValidator] = {}
_built: list[type[Shape]] = []


def learned_validator(model_class: type[Shape]) -> SchemaValidator:
    """Return the validator that reads the answers of a class leniently, in the spelling that they had last."""
    return _learned.get(model_class) or lenient_validator(model_class)


def learn(model_class: type[Shape], found: Found) -> None:
    """Remember in what spelling an answer came; in the contract's own when nothing was found."""
    if not found:
        _learned.pop(model_class, None)
        _spelled.pop(model_class, None)
        return
    spelled = {part: dict(came) for part, came in _spelled.get(model_class, {}).items()}
    for part, came in found.items():
        spelled.setdefault(part, {}).update(came)
    _spelled[model_class] = spelled
    frozen = tuple((part, tuple(sorted(came.items()))) for part, came in spelled.items())
    if len(_built) < MOST_BUILT:
        _learned[model_class] = _validator(model_class, frozen)


@lru_cache(maxsize=MOST_BUILT)
def _validator(model_class: type[Shape], frozen: _Frozen) -> SchemaValidator:
    _built.append(model_class)
    return spelled_validator(model_class, {part: dict(came) for part, came in frozen})
