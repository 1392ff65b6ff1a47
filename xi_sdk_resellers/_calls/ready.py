"""Import and build what a call and its answer need, before anything is sent.

An import in the middle of an answer could fail, could be cut off, and would leave a child process waiting if the
process forks just then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xi_sdk_resellers._calls import decode, exchange, log, marking, prepare
from xi_sdk_resellers._modelling.listed import shape_of
from xi_sdk_resellers._modelling.load import load_model
from xi_sdk_resellers._modelling.schema import answer_validator
from xi_sdk_resellers._process.loading import load, loading
from xi_sdk_resellers._process.pause import pausing
from xi_sdk_resellers.operation import ANY_JSON

if TYPE_CHECKING:
    from xi_sdk_resellers.operation import Operation

MODULES = {"decode": decode, "exchange": exchange, "log": log, "marking": marking, "prepare": prepare}
"""What the client itself uses in each call."""

NEEDED = (
    "encodings.idna",
    "encodings.utf_16_le",
    "encodings.utf_16_be",
    "http",
    "email.utils",
    "hashlib",
    "ipaddress",
    "xi_sdk_resellers._calls.errors",
    "xi_sdk_resellers._calls.hints",
    "xi_sdk_resellers._calls.redact",
    "xi_sdk_resellers._calls.refusals",
    "xi_sdk_resellers._modelling.base",
    "xi_sdk_resellers._modelling.lenient",
    "xi_sdk_resellers._process.log",
    "xi_sdk_resellers._settings.retries",
)
"""What calls of every kind import when they need it, some of it only when they fail."""

NEEDED_BY_CHANGES = ("dateutil.parser", "html")
"""What odd dates and pages need. A read may import it later: when that fails, nothing is in doubt."""

_MOST_READY = 1000
_ready: set[str] = set()
"""The operations whose models are there."""


def make_ready(operation: Operation, *, pause_gc: bool) -> None:
    """Import and build the models of an operation: that of its body, and those of its answers, errors among them.

    Args:
        operation: what is about to be called.
        pause_gc: whether garbage collection may wait for that.
    """
    if operation.name in _ready:
        return
    with loading, pausing(pause_gc):
        load(*NEEDED)
        if operation.changes:
            load(*NEEDED_BY_CHANGES)
        if operation.body is not None and operation.body != ANY_JSON:
            load_model(operation.body)
        for status, reference in operation.answers.items():
            if reference is not None:
                model = shape_of(reference)
                if status < 300:
                    answer_validator(model)
        if operation.empty_answer is not None:
            answer_validator(shape_of(operation.empty_answer))
    if len(_ready) < _MOST_READY:
        _ready.add(operation.name)
