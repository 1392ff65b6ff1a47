"""What a search for renewals asks for: some of it in the query, the rest in the body.

Filters on text ignore letter case; one that comes empty is ignored. `vendor` and `endUser` may be a part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from xi_sdk_resellers.sandbox.errors import FieldError, InvalidRequest
from xi_sdk_resellers.sandbox.wire import Request
from xi_sdk_resellers.sandbox.world.renewals import CLOSED, Renewal

Matches = Callable[[Renewal], bool]
State = Callable[[Renewal], tuple[str, str]]
_NUMBERS: dict[str, Callable[[Renewal], tuple[str, ...]]] = {
    "customerOrderNumber": lambda renewal: (renewal.customer_order_number,),
    "ingramPurchaseOrderNumber": lambda renewal: (renewal.purchase_order_number,),
    "serialNumber": lambda renewal: renewal.serial_numbers,
}
_NAMES: dict[str, Callable[[Renewal], str]] = {
    "vendor": lambda renewal: renewal.vendor,
    "endUser": lambda renewal: renewal.end_user,
}
_DAYS: dict[str, Callable[[Renewal], date]] = {
    "startDate": lambda renewal: renewal.start,
    "endDate": lambda renewal: renewal.end,
    "invoiceDate": lambda renewal: renewal.invoiced,
    "expirationDate": lambda renewal: renewal.end,
}
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")


def read(request: Request, state: State) -> Iterator[Matches]:
    """Return what a renewal must be like.

    Args:
        request: The search.
        state: Returns whether a renewal is open or closed, and its state in words.

    Raises:
        InvalidRequest: A day is none.
    """
    for name, numbers in _NUMBERS.items():
        if wanted := request.query.get(name, [""])[0].lower():
            yield _has(numbers, wanted)
    body = request.content
    for name, name_of in _NAMES.items():
        if part := str(body.get(name) or "").lower():
            yield _is_named(name_of, part)
    yield from _states(_object(_object(body, "status"), "OpporutinyStatus"), state)
    kinds = _object(body, "dateType")
    for name, day_of in _DAYS.items():
        yield from _days(_object(kinds, name), f"dateType.{name}", day_of)


def _has(numbers: Callable[[Renewal], tuple[str, ...]], wanted: str) -> Matches:
    return lambda renewal: wanted in map(str.lower, numbers(renewal))


def _is_named(name_of: Callable[[Renewal], str], part: str) -> Matches:
    return lambda renewal: part in name_of(renewal).lower()


def _object(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    return body.get(name) or {}


def _states(wanted: Mapping[str, Any], state: State) -> Iterator[Matches]:
    value, sub_status = (str(wanted.get(name) or "").lower() for name in ("value", "subStatus"))
    if value:
        yield lambda renewal: state(renewal)[0].lower() == value
    if sub_status and not (sub_status == "all" and value == CLOSED.lower()):
        yield lambda renewal: state(renewal)[1].lower() == sub_status


def _days(wanted: Mapping[str, Any], place: str, day_of: Callable[[Renewal], date]) -> Iterator[Matches]:
    first, last = (_day(wanted.get(name), f"{place}.{name}") for name in ("customStartDate", "customEndDate"))
    if first is not None:
        yield lambda renewal: day_of(renewal) >= first
    if last is not None:
        yield lambda renewal: day_of(renewal) <= last


def _day(text: str | None, place: str) -> date | None:
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        return date(int(found[3]), int(found[1]), int(found[2])) if found else _refuse(place, text)
    except ValueError:
        return _refuse(place, text)


def _refuse(place: str, text: str) -> date:
    raise InvalidRequest(FieldError(place, "must be a day written MM/DD/YYYY", text))
