"""Which classes were last answered outside the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xi_sdk_resellers._modelling.shape import Shape

CLEAN_BEFORE_STRICT = 16
"""How many clean answers of a class in a row are needed before it is read strictly again."""


drifting: dict[type[Shape], int] = {}
"""Classes whose last answers did not fit, and how many more are read leniently at once."""
