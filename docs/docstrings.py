"""Docstrings as Markdown: the few marks of reStructuredText that they have mean something else there."""

from __future__ import annotations

import re
from typing import Any

import griffe

_ROLE = re.compile(r":(?:class|func|meth|mod|data|attr|exc):`~?([^`]+)`")
_LITERAL = re.compile(r"^( *)(.*?)::\n\n", re.MULTILINE)


def as_markdown(text: str) -> str:
    """Turn roles into code, and literal blocks into fenced ones."""
    text = _ROLE.sub(lambda found: f"`{found[1].rpartition('.')[2]}`", text).replace("``", "`")
    return _LITERAL.sub(lambda found: f"{found[1]}{found[2]}:\n\n" if found[2] else "", text)


class Markdown(griffe.Extension):
    """Rewrites each docstring that the site shows."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:
        """Rewrite the docstring of an object that was read."""
        if obj.docstring is not None:
            obj.docstring.value = as_markdown(obj.docstring.value)
