"""Cloud plans: sixty of them in six groups, made from their numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

_GROUPS = (
    ("Office Online (Commercial)", "Mail, storage and office programs as a service."),
    ("Office Online (Education)", "Mail, storage and office programs for schools."),
    ("Endpoint Protection", "Protection of computers and phones."),
    ("Backup as a Service", "Copies of files and machines, kept elsewhere."),
    ("Design Suite", "Programs for drawing and layout."),
    ("Video Meetings", "Meetings over the net."),
)
_SIZES = ("Basic", "Standard", "Premium", "Plan 1", "Plan 2", "Kiosk", "Team", "Business", "Enterprise", "Unlimited")
_FIRST = 471_400


@dataclass(frozen=True, slots=True)
class Plan:
    """One cloud plan; the price is for one user and month, in US dollars."""

    number: str
    name: str
    group: str
    group_text: str
    price: Decimal

    @property
    def vendor_part_number(self) -> str:
        """The manufacturer's number for one user."""
        return f"CFQ7TTC{self.number}:0001"

    @property
    def description(self) -> str:
        """What the plan is."""
        return f"{self.name}, one user, billed by the month."


@lru_cache(maxsize=1)
def plans() -> tuple[Plan, ...]:
    """Return all plans, by group."""
    return tuple(
        Plan(
            number=str(_FIRST + at * len(_SIZES) + size),
            name=f"{group.partition(' (')[0]} {word}",
            group=group,
            group_text=text,
            price=Decimal(4 + 3 * size + at) + Decimal("0.40"),
        )
        for at, (group, text) in enumerate(_GROUPS)
        for size, word in enumerate(_SIZES)
    )


def find_plan(number: str = "", name: str = "") -> Plan | None:
    """Return the plan with a number or a name, or None."""
    wanted = name.strip().lower()
    return next((plan for plan in plans() if plan.number == number or (wanted and plan.name.lower() == wanted)), None)


def frame_of(plan: Plan) -> dict[str, Any]:
    """Return what prices and details both tell of a plan."""
    return {
        "planId": plan.number,
        "planName": plan.name,
        "planDescription": plan.description,
        "groups": [{"groupName": plan.group, "groupDescription": plan.group_text}],
        "subscriptionPeriod": [{"subscriptionPeriodUnit": "Year(s)", "subscriptionPeriod": "1"}],
    }
