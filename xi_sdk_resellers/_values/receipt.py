"""What a workflow tells of itself beside its result."""

from __future__ import annotations

from typing import NamedTuple

from xi_sdk_resellers._values.drift import Drift


class Receipt(NamedTuple):
    """How a workflow has come to its result, such as the order that ``Orders.place`` returns.

    The result has it as ``receipt``; a workflow without a result returns it. It is no part of the result: pickles,
    copies, ``to_dict()`` and comparisons are without it.
    """

    operation: str
    """The method that makes the change, such as ``post_createorder_v6``."""
    correlation_id: str
    """The IM-CorrelationID of all its calls; the vendor's support asks for it first."""
    account: str | None = None
    """The customer number that it was made for."""
    country: str | None = None
    """The country code that it was made for."""
    customer_order_number: str | None = None
    """The caller's own number, when the request carried one."""
    numbers: tuple[str, ...] = ()
    """The vendor's numbers of what was made or changed, as far as they are known."""
    status: int | None = None
    """HTTP status of the last answer to the change; None when none came, or when nothing was sent."""
    attempts: int = 0
    """How often the change was sent, or tried to be sent; 0 when there was no need."""
    calls: int = 0
    """Calls in all, with those that only looked."""
    elapsed: float = 0.0
    """Seconds from beginning to end, waits included."""
    found: bool = False
    """Whether it was there already, or was found after an answer was lost, and no answer to this run said so."""
    partial: bool = False
    """Whether the vendor has refused parts of it."""
    drift: tuple[Drift, ...] = ()
    """Values in the answer to the change that do not fit the contract."""


Receipt.__module__ = "xi_sdk_resellers"
