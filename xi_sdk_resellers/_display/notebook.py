"""``%load_ext xi_sdk_resellers``: lists of models show as tables in notebooks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xi_sdk_resellers._display.html import list_html
from xi_sdk_resellers._values.answers import is_model


def load_ipython_extension(ipython: Any) -> None:
    """Let lists of orders, and of other models of one kind, show as tables. IPython calls it for ``%load_ext``.

    Args:
        ipython: the running shell.
    """
    formatter = ipython.display_formatter.formatters["text/html"]
    others: Callable[[Any], str | None] | None = formatter.for_type(list)

    def html(items: list[Any]) -> str | None:
        if items and is_model(items[0]) and all(type(item) is type(items[0]) for item in items):
            return list_html(items)
        return None if others is None else others(items)

    formatter.for_type(list, html)
