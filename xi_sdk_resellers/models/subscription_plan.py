# Generated from the contract by "python -m codegen". Changes made here are lost.
"""SubscriptionGroup and its parts."""

from xi_sdk_resellers._modelling.base import AnswerModel


class SubscriptionGroup(AnswerModel):
    """A group of cloud plans."""

    group_name: str | None = None
    """Name of the group."""
    group_description: str | None = None
    """What the group holds."""


class SubscriptionPeriod(AnswerModel):
    """How long a subscription runs."""

    subscription_period_unit: str | None = None
    """Unit of the time, such as years."""
    subscription_period: str | None = None
    """How many of these units."""


class BillingPeriod(AnswerModel):
    """How often a subscription is billed."""

    billing_period_unit: str | None = None
    """Unit of the time, such as months."""
    billing_period: int | None = None
    """How many of these units."""
