"""Describe an operation, and turn the arguments of a call into a request. No I/O.

The generated endpoint classes hold one :class:`Operation` for each method.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

Place = Literal["path", "query", "header", "form"]
"""Where a parameter goes; ``form`` is a field of a form-encoded body."""
Kind = Literal["text", "integer", "boolean", "date", "text_list", "date_range"]
"""What a parameter takes, and how it is written on the wire."""


class _Missing:
    """The type of :data:`MISSING`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"

    def __bool__(self) -> bool:
        return False

    def __reduce__(self) -> str:
        return "MISSING"


MISSING: Final[Any] = _Missing()
"""Stands for an argument that was not given, where None would mean something."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an operation, with the vendor's limits.

    Lengths are in characters; ``minimum`` and ``maximum`` are inclusive.
    """

    name: str
    wire: str
    place: Place
    kind: Kind = "text"
    required: bool = False
    max_length: int | None = None
    min_length: int | None = None
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    enum: tuple[str, ...] | None = None
    min_items: int | None = None
    max_items: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One operation of the vendor's API.

    Models are named ``"module:Class"``, below ``xi_sdk_resellers.models``, and imported when they
    are first needed.
    """

    name: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    answers: Mapping[int, str | None]
    """The answer's model for each status, success and error; None for no body."""
    body: str | None = None
    body_argument: str | None = None
    form: bool = False
    authenticated: bool = True
    empty_answer: str | None = None
    """The model to build for a success without a body, such as 204."""

    @property
    def mutation(self) -> bool:
        """Whether the vendor may act on it: every method but GET."""
        return self.method != "GET"


@dataclass(frozen=True, slots=True)
class Drift:
    """A value in an answer that does not fit the contract. It was kept as it came."""

    path: str
    """Where it is, such as ``lines[3].unitPrice``."""
    message: str
    """What was expected."""
    value: object
    """The value as it came."""
