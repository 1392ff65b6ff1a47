"""The cases: what somebody wants to give back, and what was decided about it.

A case is decided a day after it was opened. Its notes say how: it is denied when they hold the word `deny`, voided with
`void`, partially approved with `partial`, and approved otherwise.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timezone
from decimal import Decimal

from xi_sdk_resellers.sandbox.world.invoices import Invoice, InvoicedLine

OPEN = "Open"
APPROVED = "Approved"
PARTIALLY_APPROVED = "Partially Approved"
DENIED = "Denied"
VOIDED = "Voided"
_DECISIONS = {"deny": DENIED, "void": VOIDED, "partial": PARTIALLY_APPROVED}
_DECIDED_AFTER = 24 * 60 * 60
RETURN = "Return"
CLAIM = "Claim"
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Case:
    """One article of an invoice that is to go back, or to be credited."""

    number: str
    claim_number: str
    opened_at: float
    invoice: Invoice
    charged: InvoicedLine
    quantity: int
    primary_reason: str
    secondary_reason: str
    notes: str = ""
    reference: str = ""

    @property
    def type(self) -> str:
        """`Claim` when nothing has arrived that could go back, else `Return`."""
        said = self.primary_reason.lower()
        return CLAIM if "not received" in said or "price" in said or "invoice" in said else RETURN

    @property
    def reason(self) -> str:
        """The reason with its code."""
        if self.type == CLAIM:
            return "(SS) Short Shipment"
        return (
            "(DF) Defective Items" if "defect" in self.primary_reason.lower() else "(CS ) Customer Service Discretion"
        )

    @property
    def value(self) -> Decimal:
        """What the pieces were invoiced for, without tax."""
        return self.charged.line.unit_price * self.quantity

    @property
    def tax(self) -> Decimal:
        """Their share of the line's tax."""
        return (self.charged.tax * self.quantity / self.charged.shipment.quantity).quantize(_CENT)

    @property
    def total(self) -> Decimal:
        """What the return should be worth."""
        return self.value + self.tax

    def status(self, now: float) -> str:
        """Say where the case stands."""
        if now < self.opened_at + _DECIDED_AFTER:
            return OPEN
        return next((status for word, status in _DECISIONS.items() if word in self.notes.lower()), APPROVED)

    def credit(self, now: float) -> Decimal | None:
        """Return what was credited; None before the decision."""
        share = {APPROVED: Decimal(1), PARTIALLY_APPROVED: Decimal("0.5")}.get(self.status(now), Decimal(0))
        return None if self.status(now) == OPEN else (self.total * share).quantize(_CENT)

    def is_alive(self, now: float) -> bool:
        """Say whether its pieces count as given back, so that they cannot be given back again."""
        return self.status(now) not in (DENIED, VOIDED)

    def changed_at(self, now: float) -> float:
        """Return when it was changed last."""
        return self.opened_at if self.status(now) == OPEN else self.opened_at + _DECIDED_AFTER


class Drawer:
    """Holds the cases of one sandbox."""

    def __init__(self) -> None:
        self._cases: dict[str, Case] = {}

    @property
    def cases(self) -> list[Case]:
        """All cases, oldest first."""
        return list(self._cases.values())

    def find(self, number: str) -> Case | None:
        """Return the case with this number, or None; letter case is ignored."""
        return self._cases.get(number.strip().upper())

    def next_numbers(self, invoice: Invoice, index: int) -> tuple[str, str]:
        """Return the numbers of a new case: of the case, and of its return or claim.

        Args:
            invoice: The invoice that it is about.
            index: Which of the request's cases it is.
        """
        count = len(self._cases) + 1
        letters = hashlib.sha256(f"{invoice.number}:{count}".encode()).hexdigest()[:6].upper()
        return f"CAS-{10_000 + count}-{letters}-{index}", f"{invoice.number[:2]}-RH{count:03d}-{invoice.number[-2:]}"

    def add(self, case: Case) -> None:
        """Write a case."""
        self._cases[case.number.upper()] = case


def moment(seconds: float) -> str:
    """Write a moment as answers have it."""
    return datetime.fromtimestamp(int(seconds), timezone.utc).isoformat()
