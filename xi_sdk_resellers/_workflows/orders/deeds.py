"""What the workflows for orders do, in the words of their log lines and receipts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from xi_sdk_resellers._operations.orders import (
    DELETE_ORDERCANCEL,
    POST_CREATEORDER_V6,
    POST_CREATEORDER_V7,
    PUT_ORDERMODIFY,
)
from xi_sdk_resellers._values.answers import items_of, parts
from xi_sdk_resellers._workflows.story import Deed


def _numbers_placed(answer: Any) -> Iterable[object]:
    return (getattr(order, "ingram_order_number", None) for order in parts(answer.orders))


def _numbers_confirmed(answer: Any) -> Iterable[object]:
    return items_of(answer.order_numbers)


def _cut_down(answer: Any) -> bool:
    """Tell whether the vendor says that it has not taken everything."""
    return answer.processed_partially is True


PLACE = Deed(POST_CREATEORDER_V6, "orders", "order", "placed", _numbers_placed, _cut_down)
HAND_OVER = Deed(POST_CREATEORDER_V7, "orders", "order", "accepted", _numbers_confirmed)
MODIFY = Deed(PUT_ORDERMODIFY, "orders", "order", "changed")
RELEASE = Deed(PUT_ORDERMODIFY, "orders", "order", "released")
CANCEL = Deed(DELETE_ORDERCANCEL, "orders", "order", "cancelled")
