"""Describe an operation of the vendor's API. The generated endpoint classes hold one for each method."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from xi_sdk_resellers._missing import MISSING as MISSING

Place = Literal["path", "query", "header", "form"]
"""Where a parameter goes; ``form`` is a field of a form-encoded body."""
Kind = Literal["text", "integer", "boolean", "date", "text_list", "date_range"]
"""What a parameter takes, and how it is written on the wire."""


class Parameter(NamedTuple):
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


class Operation(NamedTuple):
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


class Drift(NamedTuple):
    """A value in an answer that does not fit the contract. It was kept as it came."""

    path: str
    """Where it is, such as ``lines[3].unitPrice``."""
    message: str
    """What was expected."""
    value: object
    """The value as it came."""
