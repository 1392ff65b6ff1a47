"""The base of the enumerations that the contract names values for."""

from __future__ import annotations

from enum import Enum

from xi_sdk_resellers._modelling.vocabulary import Vocabulary


class OpenEnum(str, Enum):
    """Texts that the vendor documents. Others may come, and may be sent.

    A member is a `str` and equals its text. A text is found in any letter case; one that the
    contract does not know becomes a member of its own, which no iteration shows.
    """

    def __str__(self) -> str:
        return str(self.value)

    def __eq__(self, other: object) -> bool:
        # A vocabulary knows what spellings mean; texts that are equal have one spelling.
        return NotImplemented if isinstance(other, Vocabulary) else str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return NotImplemented if isinstance(other, Vocabulary) else str.__ne__(self, other)

    __hash__ = str.__hash__

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum | None:
        if not isinstance(value, str):
            return None
        wanted = value.casefold()
        for member in cls:
            if member.value.casefold() == wanted:
                return member
        unknown = str.__new__(cls, value)
        unknown._name_ = value
        unknown._value_ = value
        return unknown
