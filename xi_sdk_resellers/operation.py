"""What an operation of the vendor's API is. The generated ``_operations`` hold one for each method."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Place = Literal["path", "query", "header", "form"]
"""Where a parameter goes; ``form`` is a field of a form-encoded body."""
Effect = Literal["read", "change"]
"""What a call does at the vendor's; everything about repeating it follows from this, never from the HTTP method."""
Kind = Literal["text", "email", "integer", "number", "boolean", "date", "text_list", "date_range"]
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
    secret: bool = False
    """Whether its value is never shown."""
    text: bool = False
    """Whether text is taken for a number, or for true and false."""
    joined: bool = False
    """Whether a list is one value with commas; otherwise the parameter is repeated."""
    single: bool = False
    """Whether a list of one is taken for the value."""


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
    """The answer's model for each status, success and error; None for no body, ``"module:Class[]"`` for a list."""
    effect: Effect = "read"
    """Whether the vendor acts on it. It may be POST and still only read."""
    done: str = ""
    """What a change has done, such as ``the order was placed``."""
    in_doubt: str = ""
    """What to do when it is not known whether a change took effect."""
    taken: str = ""
    """What to do when the vendor says that the caller's own number is taken."""
    success: tuple[str, ...] = ()
    """Where the answer to a change shows that it was done: paths to texts or numbers, one of which must be there.

    Those of an answer that is a list begin at its items.
    """
    rejected: tuple[str, ...] = ()
    """Where the answer lists the parts of the request that the vendor refused."""
    empty_success: Mapping[str, str] | None = None
    """With which query parameters an answer without content is a success; empty for always, None for never."""
    hints: Mapping[int, str] = {}
    """What to do about an answer of some status."""
    secret: bool = False
    """Whether it is the token request: it carries the client's secret, and its answer a token."""
    body: str | None = None
    body_argument: str | None = None
    body_required: bool = True
    form: bool = False
    authenticated: bool = True
    nothing_found: tuple[int, ...] = ()
    """Statuses that may mean, by the words that come with them, that a search has found nothing."""

    @property
    def empty_answer(self) -> str | None:
        """The model to build for a success without a body, such as 204; None when no success has a body."""
        return next((model for status, model in self.answers.items() if status < 300 and model), None)

    @property
    def changes(self) -> bool:
        """Whether the vendor acts on it, so that it must not arrive twice."""
        return self.effect == "change"


ANY_JSON = "*"
"""The name of the model of a body that may be any JSON value, and is given as bytes."""
