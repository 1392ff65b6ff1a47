"""Import what was left for later, all at once and not while the process forks."""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib import import_module
from typing import Any

import xi_sdk_resellers

loading: AbstractContextManager[object] = vars(xi_sdk_resellers)["_loading"]
"""Held while parts of the package are imported; a fork waits until nobody has it. Made with the package itself."""


def load(*names: str) -> Any:
    """Import modules that are needed now; a fork waits until that is done.

    Args:
        names: their full names.

    Returns:
        The last one.
    """
    module: Any = None
    with loading:
        for name in names:
            module = import_module(name)
    return module


class LateModule:
    """A module that is imported when something of it is first used.

    Args:
        name: its full name.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(load(self._name), name)
