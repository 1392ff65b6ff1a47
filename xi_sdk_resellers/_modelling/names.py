"""How the names of fields become keys on the wire."""

from __future__ import annotations


def wire_name(name: str) -> str:
    """Write a field's name the way the vendor writes keys: ``order_total`` becomes ``orderTotal``."""
    first, *rest = name.split("_")
    return first + "".join([word[:1].upper() + word[1:] for word in rest]) if rest else name
