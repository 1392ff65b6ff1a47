"""The odd values of requests, and how answers write amounts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

Body = Mapping[str, Any]
_LARGEST = 10**17
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,17}")


def attribute(body: Body, name: str) -> str | None:
    """Return the value of an additional attribute, whatever the letter case of its name."""
    entries: list[Body | None] = body.get("additionalAttributes") or []
    for entry in entries:
        if entry and str(entry.get("attributeName", "")).lower() == name.lower():
            return text_or_none(entry.get("attributeValue"))
    return None


def is_true(value: object) -> bool:
    """Read `true` written as text or as a boolean."""
    return str(value).strip().lower() == "true"


def whole_number(value: object) -> int | None:
    """Read a whole number that may come as text; None when it is none."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _LARGEST else None
    text = str(value).strip()
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else None


def money(amount: Decimal) -> int | float:
    """Return an amount as a JSON number, without decimals when it has none."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def is_web_address(text: str) -> bool:
    """Tell whether something can be posted to a text: whether it is an http or https URL."""
    try:
        parts = urlsplit(text)
        return text.isascii() and parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def text_or_none(value: object) -> str | None:
    """Return a value as text, or None when it is missing or empty."""
    return None if value is None or value == "" else str(value)
