"""Which product is meant: by one of its numbers. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from xi_sdk_resellers._values.answers import text
from xi_sdk_resellers._workflows.catalog.asking import PRICES
from xi_sdk_resellers._workflows.catalog.parts import Wanted, wanted
from xi_sdk_resellers._workflows.catalog.price import Price, prices_of
from xi_sdk_resellers.exceptions import ApiTypeError, ApiValueError, NotFoundException

_LONGEST = 6
"""Ingram Micro's number is at most so long in the path of the details."""
BODY: Mapping[str, Any] = {"include_availability": False, "include_pricing": False}
"""What is asked of a product besides its numbers, to learn them."""


def one_number(numbers: Mapping[str, object]) -> tuple[str, str]:
    """Choose the one number that was given.

    Args:
        numbers: every number by its name; None means not given.

    Returns:
        The name and the number.

    Raises:
        ApiTypeError: it is no text.
        ApiValueError: there is none, or more than one, or it is empty.
    """
    given = {name: value for name, value in numbers.items() if value is not None}
    if len(given) != 1:
        names = ", ".join(given) or "nothing"
        raise ApiValueError(f"give one of {', '.join(numbers)}, not {names}")
    ((name, value),) = given.items()
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        raise ApiTypeError(f"{name} must be a text, not {type(value).__name__}")
    number = text(value)
    if not number:
        raise ApiValueError(f"{name} must not be empty")
    return name, number


def look_up(name: str, number: str) -> tuple[Wanted, dict[str, Any]]:
    """Ask for a product by a number that the details do not take: the part, and the body of the request."""
    part = wanted(number, 0, name)
    return part, {"products": [part.product]}


def other_number(part: Wanted, answer: Any) -> dict[str, str]:
    """Read the number under which the details have a product, as their argument.

    Raises:
        NotFoundException: the vendor does not know the product, or does not sell it to this account.
    """
    (found,) = prices_of([part], answer.data)
    product = found.product
    if found.refused or product is None:
        _not_found(found, answer)
    ingram, vendor = text(product.ingram_part_number), text(product.vendor_part_number)
    if not ingram and not vendor:
        _not_found(found, answer)
    return {"ingram_part_number": ingram} if ingram and len(ingram) <= _LONGEST else {"vendor_part_number": vendor}


def _not_found(found: Price, answer: Any) -> NoReturn:
    raise NotFoundException(
        status=answer.status_code,
        reason="the product was refused",
        message=found.reason,
        headers=answer.headers,
        raw_body=answer.raw_data,
        operation=PRICES.name,
        method=PRICES.method,
        path=PRICES.path,
        correlation_id=getattr(answer, "correlation_id", None),
    )
