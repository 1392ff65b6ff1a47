"""Filters of a search as people give them, and as the operation takes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError
from xi_sdk_resellers._workflows.orders.filters import search_arguments
from xi_sdk_resellers.models.enums import OrderSearchStatus, OrderStatus

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 30)
NOON = datetime(2026, 5, 1, 12)

TAKEN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "nothing": ({}, {}),
    "what is None": ({"customer_order_number": None, "order_status": None}, {}),
    "a number": ({"customer_order_number": "PO-1"}, {"customer_order_number": "PO-1"}),
    "an empty text": ({"customer_order_number": ""}, {"customer_order_number": ""}),
    "an IM-* argument": ({"im_country_code": "DE"}, {"im_country_code": "DE"}),
    # Statuses.
    "a status": ({"order_status": "SHIPPED"}, {"order_status": "SHIPPED"}),
    "a status in other letters": ({"order_status": "shipped"}, {"order_status": "SHIPPED"}),
    "a status as answers spell it": ({"order_status": "Canceled"}, {"order_status": "CANCELLED"}),
    "a status of answers": ({"order_status": OrderStatus.CANCELED}, {"order_status": "CANCELLED"}),
    "a status of the search": (
        {"order_status": OrderSearchStatus.BACKORDERED},
        {"order_status": "BACKORDERED"},
    ),
    "a status that the contract does not list": (
        {"order_status": "Teleported"},
        {"order_status_in": ["Teleported"]},
    ),
    "no status": ({"order_status": ""}, {"order_status": ""}),
    "several statuses": (
        {"order_status": ["shipped", "canceled", "Teleported"]},
        {"order_status_in": ["SHIPPED", "CANCELLED", "Teleported"]},
    ),
    "one status in a list": ({"order_status": ["SHIPPED"]}, {"order_status_in": ["SHIPPED"]}),
    "no status in a list": ({"order_status": []}, {"order_status_in": []}),
    "statuses of a generator": (
        {"order_status": (name for name in ("SHIPPED",))},
        {"order_status_in": ["SHIPPED"]},
    ),
    "status in": ({"order_status_in": ("SHIPPED",)}, {"order_status_in": ["SHIPPED"]}),
    "status in, one text": ({"order_status_in": "shipped"}, {"order_status_in": ["SHIPPED"]}),
    # Days.
    "a day": ({"ingram_order_date": MAY}, {"ingram_order_date": MAY}),
    "a day as text": ({"ingram_order_date": "May 1, 2026"}, {"ingram_order_date": "May 1, 2026"}),
    "a range of days": ({"ingram_order_date": (MAY, JUNE)}, {"ingram_order_date_bt": [MAY, JUNE]}),
    "a range as a list": ({"ingram_order_date": [NOON, "2026-06-30"]}, {"ingram_order_date_bt": [NOON, "2026-06-30"]}),
    "a range by its own name": ({"ingram_order_date_bt": (MAY, JUNE)}, {"ingram_order_date_bt": [MAY, JUNE]}),
    "a day and a range": (
        {"ingram_order_date": MAY, "ingram_order_date_bt": (MAY, JUNE)},
        {"ingram_order_date": MAY, "ingram_order_date_bt": [MAY, JUNE]},
    ),
    "a day that the vendor has as a range only": ({"ship_date": MAY}, {"ship_date_bt": [MAY, MAY]}),
    "a range of invoices": ({"invoice_date": (MAY, JUNE)}, {"invoice_date_bt": [MAY, JUNE]}),
    "a day of delivery as text": ({"delivery_date": "May 1"}, {"delivery_date_bt": ["May 1", "May 1"]}),
}


@pytest.mark.parametrize(("given", "taken"), TAKEN.values(), ids=TAKEN)
def test_filters_become_arguments(given: dict[str, Any], taken: dict[str, Any]) -> None:
    assert search_arguments(given) == taken


REFUSED: dict[str, tuple[dict[str, Any], type[ApiValueError], str]] = {
    "a range of one day": ({"ship_date": (MAY,)}, ApiValueError, "ship_date takes a range of two days"),
    "a range of three days": ({"ship_date_bt": (MAY, MAY, MAY)}, ApiValueError, "not 3"),
    "a range that is one day": ({"ship_date_bt": MAY}, ApiValueError, "not 1"),
    "a range of nothing": ({"ingram_order_date": ()}, ApiValueError, "not 0"),
    "two ways to say a range": (
        {"ship_date": MAY, "ship_date_bt": (MAY, JUNE)},
        ApiValueError,
        "ship_date_bt repeats another filter",
    ),
    "two ways to say statuses": (
        {"order_status": ["SHIPPED"], "order_status_in": ["SHIPPED"]},
        ApiValueError,
        "order_status_in repeats another filter",
    ),
    "an unknown status beside several": (
        {"order_status": "Teleported", "order_status_in": ["SHIPPED"]},
        ApiValueError,
        "both set order_status_in",
    ),
    "statuses that are none": ({"order_status": 5}, ApiTypeError, "order_status takes a text or several of them"),
    "statuses in that are none": ({"order_status_in": 5}, ApiTypeError, "not int"),
}


@pytest.mark.parametrize(("given", "kind", "words"), REFUSED.values(), ids=REFUSED)
def test_filters_that_make_no_sense_are_refused(given: dict[str, Any], kind: type[ApiValueError], words: str) -> None:
    with pytest.raises(ApiValueError, match=words) as caught:
        search_arguments(given)
    assert type(caught.value) is kind
