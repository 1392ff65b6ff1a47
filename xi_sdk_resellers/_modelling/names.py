"""How the names of fields become keys on the wire."""

from __future__ import annotations

AS_CAME = "\0as it came"
"""Under this key an object takes the spelling of its keys through validation."""
AS_CAME_FIELD = "_as_came"
"""Under this name a model keeps it: the keys as they came, by the keys of the wire."""


def wire_name(name: str) -> str:
    """Write a field's name the way the vendor writes keys: ``order_total`` becomes ``orderTotal``."""
    first, *rest = name.split("_")
    return first + "".join([word[:1].upper() + word[1:] for word in rest]) if rest else name
