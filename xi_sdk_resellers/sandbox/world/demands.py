"""What manufacturers demand to know before an order: facts about all of it, about its lines, about subscriptions.

A fact may be free text or one of several values; a value may demand more facts, so that there are several levels.
Cisco demands facts about orders and lines, Microsoft about subscriptions, Apple has one that may be left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to choose, and what it demands in turn."""

    value: str
    description: str
    demands: tuple[Demand, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """A fact that is demanded; with a value of its own when it is known already."""

    name: str
    description: str
    hint: str = ""
    value: str = ""
    required: bool = True
    choices: tuple[Choice, ...] = ()

    @property
    def shown(self) -> str:
        """What stands as its value: the words to choose from, or what is known."""
        return ",".join(choice.value for choice in self.choices) or self.value


class Unmet(NamedTuple):
    """A fact that is missing, or has a value that is none of its choices."""

    demand: Demand
    message: str
    value: str | None


AUTHORIZED = "authorized resellers"
"""The demands of a manufacturer that wants a number of authorization only."""
_AUTHORIZATION = Demand("VEND_AUTH_NBR_FLG", "Authorization Number", "Letters and digits")
_SCHOOL = Demand("SCHOOL_ID", "Number of the school", "8 digits")
_OF_ORDERS: dict[str, tuple[Demand, ...]] = {
    "Cisco": (
        _AUTHORIZATION,
        Demand(
            "DEPLOYMENT_TYPE",
            "Who runs the goods",
            choices=(
                Choice(
                    "end_user",
                    "The customer",
                    (
                        Demand(
                            "MARKET",
                            "Market of the customer",
                            choices=(Choice("commercial", "Companies"), Choice("education", "Schools", (_SCHOOL,))),
                        ),
                    ),
                ),
                Choice("managed_service", "A service provider", (Demand("MSP_ID", "Number of the provider"),)),
            ),
        ),
    ),
    AUTHORIZED: (_AUTHORIZATION,),
    "Apple": (Demand("DEP_CUSTOMER_ID", "Customer's ID for device enrollment", required=False),),
}
_OF_LINES: dict[str, tuple[Demand, ...]] = {
    "Cisco": (
        Demand("END_USER_PO", "Purchase order of the customer"),
        Demand("SMART_ACCOUNT", "Account for licenses", value="sandbox.example.com"),
    ),
}
_DOMAIN = Demand("microsoft_domain", "Domain at Microsoft", "At most 27 characters", "onmicrosoft.com")
_ATTESTED = Demand("partner_on_record_attestation_accepted", "You are partner on record", value="attestation_accepted")
_OF_SUBSCRIPTIONS: dict[str, tuple[Demand, ...]] = {
    "Microsoft": (
        Demand("tier1_mpn", "Number of the partner", value="5068860"),
        Demand(
            "tenant_preference",
            "Account of the customer",
            choices=(
                Choice(
                    "new",
                    "A new account",
                    (
                        _DOMAIN,
                        Demand("email_address_agreement", "E-mail address"),
                        Demand(
                            "special_qualifications",
                            "Kind of customer",
                            choices=(Choice("None", "No special one"), Choice("StateOwnedEntity", "Owned by a state")),
                        ),
                        _ATTESTED,
                    ),
                ),
                Choice("existing", "An account that is there", (_DOMAIN, _ATTESTED)),
            ),
        ),
    ),
}


def of_order(vendor: str) -> tuple[Demand, ...]:
    """Return what a manufacturer demands about a whole order of hardware, software or warranties."""
    return _OF_ORDERS.get(vendor, ())


def of_line(vendor: str) -> tuple[Demand, ...]:
    """Return what a manufacturer demands about a line."""
    return _OF_LINES.get(vendor, ())


def of_subscription(vendor: str) -> tuple[Demand, ...]:
    """Return what a manufacturer demands about a subscription."""
    return _OF_SUBSCRIPTIONS.get(vendor, ())


def unmet(demands: Sequence[Demand], given: Mapping[str, str]) -> Iterator[Unmet]:
    """Return what is missing of what is demanded, below the values that were chosen, too."""
    for demand in demands:
        value = given.get(demand.name, "") or ("" if demand.choices else demand.value)
        chosen = [choice for choice in demand.choices if choice.value.lower() == value.lower()]
        if not value:
            if demand.required:
                yield Unmet(demand, f"{demand.description} is missing", None)
        elif demand.choices and not chosen:
            yield Unmet(demand, f"must be one of {demand.shown}", value)
        else:
            for choice in chosen:
                yield from unmet(choice.demands, given)


def given_in(attributes: Sequence[Mapping[str, Any] | None] | None) -> dict[str, str]:
    """Return the facts that a request gives, by name: attributes, groups of them and what was chosen, at any depth."""
    found: dict[str, str] = {}
    for entry in filter(None, attributes or ()):
        name = entry.get("attributeName") or entry.get("attributename")
        value = entry.get("attributeValue")
        if name and value not in (None, ""):
            found[str(name)] = str(value)
        for below in ("additionalAttributes", "choices"):
            found |= given_in(entry.get(below))
    return found


def render(demand: Demand) -> dict[str, Any]:
    """Write a demand, its choices and what they demand."""
    return {
        "attributeName": demand.name,
        "attributeValue": demand.shown,
        "attributeDescription": demand.description,
        "attributeHint": demand.hint,
        "attributeRequired": "true" if demand.required else "false",
        "choices": [
            {
                "attributeValue": choice.value,
                "attributeDescription": choice.description,
                "choices": [render(below) for below in choice.demands],
            }
            for choice in demand.choices
        ],
    }
