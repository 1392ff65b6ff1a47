"""What an order was like before a change to it, and whether the change has been made since. No I/O."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from xi_sdk_resellers._values.answers import parts, text
from xi_sdk_resellers._workflows.orders.changing import line_action, line_number
from xi_sdk_resellers._workflows.orders.content import short_hash
from xi_sdk_resellers._workflows.orders.finding import whole

if TYPE_CHECKING:
    from xi_sdk_resellers.models.order_detail_b2_b import OrderDetailB2B
    from xi_sdk_resellers.models.order_modify_request import OrderModifyRequest

Line = tuple[str, str, int]
"""The customer's line number, the part and the quantity of a line."""


def snapshot(request: OrderModifyRequest, detail: OrderDetailB2B | None) -> str:
    """Write down an order before it is changed, as far as the change can be told by it.

    Args:
        request: the change.
        detail: the order; None when it could not be read.

    Returns:
        JSON: part numbers, quantities and line numbers, and a hash of the notes.
    """
    asked = [
        [line_action(line), line_number(line.ingram_line_number), *_added(line), bool(line.notes)]
        for line in request.lines or ()
    ]
    other = bool(request.notes or request.ship_to_info or request.additional_attributes)
    wanted = [text(request.notes), *(text(line.notes) for line in request.lines or ())]
    there = [] if detail is None else _said(detail)
    new = all(not note or not any(note.upper() in said for said in there) for note in wanted)
    before = None if detail is None else {"lines": _lines(detail), "notes": _notes(detail), "new": new}
    return json.dumps({"asked": asked, "notes": bool(request.notes), "other": other, "before": before})


def _added(line: Any) -> Line:
    part = text(line.ingram_part_number).upper()
    return line_number(line.customer_line_number), part, whole(line.quantity) or 0


def _lines(detail: OrderDetailB2B) -> list[list[Any]]:
    return [
        [
            line_number(line.ingram_order_line_number),
            line_number(line.customer_line_number),
            text(line.ingram_part_number).upper(),
            whole(line.quantity_ordered) or 0,
        ]
        for line in parts(detail.lines)
    ]


def _said(detail: OrderDetailB2B) -> list[str]:
    """List the notes of an order."""
    return [text(detail.notes).upper(), *(text(line.line_notes).upper() for line in parts(detail.lines))]


def _notes(detail: OrderDetailB2B) -> str:
    return short_hash(json.dumps(_said(detail)))


def happened(written: str, detail: OrderDetailB2B) -> bool | None:
    """Tell whether a change has been made since an order was written down.

    A request is carried out as a whole, though single lines of it may be rejected: one new line that is there tells
    that it was.

    Args:
        written: what :func:`snapshot` returned.
        detail: the order now.

    Returns:
        None when it cannot be told.
    """
    known: Any = json.loads(written) if written else {"asked": [], "notes": False, "other": True, "before": None}
    before, now = known["before"], _lines(detail)
    new = [tuple(added) for action, _, *added, _ in known["asked"] if action == "ADD"]
    noted = known["notes"] or any(notes for *_, notes in known["asked"])
    if new or noted:
        if before is None:
            return None
        if new:
            return _grown(new, before["lines"], now)
        changed = before["notes"] != _notes(detail) or len(now) > len(before["lines"])
        return True if changed else False if before["new"] else None
    if known["other"] or not known["asked"]:
        return None
    return all(_shows(asked, now) for asked in known["asked"])


def _grown(new: list[tuple[Any, ...]], before: list[list[Any]], now: list[list[Any]]) -> bool | None:
    """Tell whether any of the new lines is there more often than before; None when something like it is."""
    then, there = _counted(before), _counted(now)
    for own, part, quantity in new:
        for line in there:
            if line[1:] == (part, quantity) and own in ("", line[0]) and there[line] > then[line]:
                return True
    more = any(_pieces(now, part) > _pieces(before, part) for _, part, _ in new)
    return None if more else False


def _pieces(lines: list[list[Any]], part: str) -> int:
    return sum(quantity for _, _, found, quantity in lines if found == part)


def _counted(lines: list[list[Any]]) -> Counter[tuple[Any, ...]]:
    return Counter((own, part, quantity) for _, own, part, quantity in lines)


def _shows(asked: list[Any], now: list[list[Any]]) -> bool:
    """Tell whether an order shows a new quantity, or a line less."""
    action, number, _, _, quantity, _ = asked
    found = [there for line, _, _, there in now if line == number]
    return not any(found) if action == "DELETE" else quantity in found
