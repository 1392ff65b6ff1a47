"""The base of vocabularies: what the vendor writes in many ways and means as one."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import Self

# Texts, compiled when a word is compared for the first time.
_BETWEEN = r"[\s_-]+"
_CODE = r"(?is)\A(.*::)?\s*(order[\s_-]+(?=\S))?"
"""What codes have in front: ``im::`` and ``im::order_``."""


class Vocabulary(str, Enum):
    """Words that are found in any of their spellings, and compared by what they mean.

    A member is a `str` with the spelling that requests take. It equals every text that means the same: letter case,
    blanks, dashes and underscores do not count, nor does ``im::`` or ``im::order_`` in front. A word that nobody has
    listed becomes a member of its own, which no iteration shows.
    """

    _value_: str
    spellings: tuple[str, ...]
    """Other words for the same, as they were listed."""

    def __new__(cls, value: str, *spellings: str) -> Self:
        """Make a member of the spelling that requests take, and of the others that were seen."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.spellings = spellings
        return member

    @classmethod
    def read(cls, value: object) -> Self | None:
        """Find the member for a text.

        Args:
            value: what the vendor wrote.

        Returns:
            The member; None for what is no text, or an empty one.
        """
        return cls(value) if isinstance(value, str) and value.strip() else None

    def __str__(self) -> str:
        return self._value_

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, str):
            return NotImplemented
        return str.__eq__(self, other) or self._value_ == _meant(type(self), _written(other))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._value_)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str) or not value.strip():
            return None
        meant = _meant(cls, _written(value))
        if meant in cls._value2member_map_:
            return cls(meant)
        unknown = str.__new__(cls, meant)
        unknown._name_ = unknown._value_ = meant
        unknown.spellings = ()
        return unknown


def _written(value: str) -> str:
    return str(value.value) if isinstance(value, Enum) else value


@cache
def _known(vocabulary: type[Vocabulary]) -> dict[str, str]:
    """List the values of a vocabulary by all their spellings, as bare letters."""
    return {_bare(text): member.value for member in vocabulary for text in (member.value, *member.spellings)}


def _meant(vocabulary: type[Vocabulary], text: str) -> str:
    """Write a text as the vocabulary does."""
    words = re.sub(_CODE, "", text, count=1).strip()
    return _known(vocabulary).get(_bare(words)) or re.sub(_BETWEEN, " ", words).upper()


def _bare(text: str) -> str:
    return re.sub(_BETWEEN, "", text).casefold()
