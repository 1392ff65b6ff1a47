# Generated from the contract by "python -m codegen". Changes made here are lost.
"""VendorRequiredInfo and its parts."""

from typing import ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel


class VendorRequiredInfoMessage(AnswerModel):
    """Why there is no answer for an article or plan."""

    id: str | None = None
    """ID of the failed question in the logs of Ingram Micro."""
    trace_id: str | None = None
    """ID to quote when you ask support."""
    type: str | None = None
    """Kind of problem."""
    message: str | None = None
    """The problem in words."""


class VendorRequiredAttribute(AnswerModel):
    """One fact that is demanded; below choices also one value to choose, which may demand more facts."""

    booleans_as_text: ClassVar[frozenset[str]] = frozenset({"attribute_required"})

    attribute_name: str | None = None
    """Name of the fact, to be given back with the order."""
    attribute_value: str | None = None
    """The value to begin with, or the allowed words separated by commas."""
    attribute_description: str | None = None
    """What is asked for, in words."""
    attribute_hint: str | None = None
    """How the value must look, in words."""
    attribute_required: str | None = None
    """Whether an order needs it, as text."""
    string: str | None = None
    """Only the vendor's own package names this key."""
    choices: "list[VendorRequiredAttribute] | None" = None
    """The values to choose from; below a value what it demands in turn."""


class VendorRequiredInfoGroup(AnswerModel):
    """What one manufacturer demands."""

    vendor_name: str | None = None
    """Name of the manufacturer."""
    product_id: str | None = None
    """The manufacturer's ID of the product."""
    additional_attributes: list[VendorRequiredAttribute] | None = None
    """The facts that are demanded."""


class VendorRequiredInfo(AnswerModel):
    """What the manufacturer demands for one quote, article or plan."""

    quote_number: str | None = None
    """Number of the quote; empty when an article or a plan was asked for."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article; may be empty."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article; may be empty."""
    plan_id: str | None = None
    """Number of the subscription plan; may be empty."""
    plan_name: str | None = None
    """Name of the subscription plan."""
    response_messages: list[VendorRequiredInfoMessage] | None = None
    """Why there is no answer for this one."""
    vmf_additional_attributes: list[VendorRequiredInfoGroup] | None = None
    """What is demanded for hardware, software and warranties."""
    vri_additional_attributes: list[VendorRequiredInfoGroup] | None = None
    """What is demanded for subscriptions."""
