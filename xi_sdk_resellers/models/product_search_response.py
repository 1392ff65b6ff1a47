# Generated from the contract by "python -m codegen". Changes made here are lost.
"""ProductSearchResponse and its parts."""

from typing import ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.link import Link
from xi_sdk_resellers.models.subscription_plan import SubscriptionPeriod


class ProductSearchItem(AnswerModel):
    """One product that matches."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"links"})

    shown_as: ClassVar[tuple[str, str] | None] = ("Product", "ingram_part_number")

    description: str | None = None
    """What the product is, in short."""
    category: str | None = None
    """What kind of product it is."""
    sub_category: str | None = None
    """What kind of product it is, more precisely."""
    product_type: str | None = None
    """What kind of product it is, most precisely."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the product."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the product."""
    upc_code: str | None = None
    """The product's barcode number."""
    vendor_name: str | None = None
    """The manufacturer."""
    end_user_required: str | None = None
    """Whether an order must name the customer who will use it: true or false as text, in any letter case."""
    has_discounts: str | None = None
    """Whether there are discounts for it: true or false as text, in any letter case. It may be empty."""
    type: str | None = None
    """Whether there is something to ship, such as IM::Physical or IM::Digital. The letter case differs from that of the
    search.
    """
    discontinued: str | None = None
    """Whether it is not made any more: true or false as text, in any letter case."""
    new_product: str | None = None
    """Whether it is new: true or false as text, in any letter case."""
    direct_ship: str | None = None
    """Whether the manufacturer ships it: true or false as text, in any letter case."""
    has_warranty: str | None = None
    """Whether it has a warranty: true or false as text, in any letter case."""
    links: list[Link] | None = None
    """Where to read more of this product."""
    extra_description: str | None = None
    """What the product is, at length."""
    replacement_sku: str | None = None
    """Ingram Micro's number of a product that can take its place."""
    authorized_to_purchase: str | None = None
    """Whether the account may buy it: true or false as text, in any letter case."""


class SubscriptionCatalogPlan(AnswerModel):
    """A cloud plan that matches."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"links"})

    plan_id: str | None = None
    """ID of the plan."""
    plan_name: str | None = None
    """Name of the plan."""
    plan_description: str | None = None
    """What the plan holds."""
    subscription_period_summary: list[SubscriptionPeriod] | None = None
    """For how long the plan can be had."""
    links: list[Link] | None = None
    """Where to read more of this plan."""


class SubscriptionCatalogGroup(AnswerModel):
    """A group of cloud plans that matches."""

    group_name: str | None = None
    """Name of the group."""
    group_description: str | None = None
    """What the group holds."""
    number_of_plans: str | None = None
    """How many plans the group has."""
    link: str | None = None
    """Path of the call that lists the plans."""
    plans: list[SubscriptionCatalogPlan] | None = None
    """The plans of the group."""


class ProductSearchResponse(AnswerModel):
    """One page of products that match a search. Pages come with fewer than were asked for, and the total wavers: a page
    with nothing on it is the end.
    """

    records_found: int | None = None
    """How many products match in all, more or less."""
    page_size: int | None = None
    """How many products a page holds."""
    page_number: int | None = None
    """Which page this is, counted from 1."""
    catalog: list[ProductSearchItem] | None = None
    """The products on this page. Missing when there is none."""
    subscription_catalog: list[SubscriptionCatalogGroup] | None = None
    """Groups of cloud plans on this page."""
    next_page: str | None = None
    """Path of the next page, if there is one. Count pages instead of calling it."""
    previous_page: str | None = None
    """Path of the page before, if there is one."""
