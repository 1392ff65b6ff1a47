"""How the vendor says that a number is taken: there is an order with it already. No I/O."""

from __future__ import annotations

import re

_TAKEN = (
    r"(?i)duplicat|\balready\b[^.;]{0,30}\b(exist|use|place|tak|process|submit|receiv)"
    r"|\b(order|number|po)\b[^.;]{0,40}(?<!not )\bexists?\b"
)

REFUSING = frozenset({400, 409, 422})
"""Statuses that come with such words."""


def says_taken(words: str | None) -> bool:
    """Tell whether words of the vendor say so."""
    return bool(words and re.search(_TAKEN, words))
