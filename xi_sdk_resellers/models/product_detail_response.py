# Generated from the contract by "python -m codegen". Changes made here are lost.
"""ProductDetailResponse and its parts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.link import Link
from xi_sdk_resellers.models.subscription_plan import BillingPeriod, SubscriptionGroup, SubscriptionPeriod


class ProductIndicators(AnswerModel):
    """Traits of a product, each true or false."""

    other_spellings: ClassVar[Mapping[str, str]] = {
        "HasReturnLimits": "has_return_limits",
        "IsBackOrderAllowed": "is_back_order_allowed",
    }

    has_warranty: bool | None = None
    """Whether warranties can be bought for it."""
    is_new_product: bool | None = None
    """Whether it is new."""
    has_return_limits: bool | None = None
    """Whether it can be sent back under conditions only."""
    is_back_order_allowed: bool | None = None
    """Whether more can be ordered than there is."""
    is_shipped_from_partner: bool | None = None
    """Whether a partner ships it."""
    is_replacement_product: bool | None = None
    """Whether it takes the place of another product."""
    replacement_type: str | None = None
    """How it takes the place of another product."""
    is_directship: bool | None = None
    """Whether the manufacturer ships it."""
    is_downloadable: bool | None = None
    """Whether it is downloaded."""
    is_digital_type: bool | None = None
    """Whether there is nothing to ship."""
    sku_type: str | None = None
    """Kind of product as a letter."""
    has_std_special_price: bool | None = None
    """Whether it has a special price for all accounts."""
    has_acop_special_price: bool | None = None
    """Whether it has a special price of the account's own."""
    has_acop_quantity_break: bool | None = None
    """Whether the account pays less from a quantity on."""
    has_std_web_discount: bool | None = None
    """Whether orders placed online get a discount."""
    has_acop_web_discount: bool | None = None
    """Whether the account's orders placed online get a discount."""
    has_special_bid: bool | None = None
    """Whether there are special price agreements (bids) for it."""
    is_exportable_to_country: bool | None = None
    """Whether it may be exported."""
    is_discontinued_product: bool | None = None
    """Whether it is not made any more."""
    is_refurbished: bool | None = None
    """Whether it was used before and made good again."""
    is_refurbished_product: bool | None = None
    """The same as isRefurbished, as the contract of 2025 spells it."""
    is_returnable_product: bool | None = None
    """Whether it may be sent back."""
    is_ingram_ship: bool | None = None
    """Whether Ingram Micro ships it."""
    is_enduser_required: bool | None = None
    """Whether an order must name the customer who will use it."""
    is_heavy_weight: bool | None = None
    """Whether it counts as heavy."""
    has_ltl: bool | None = None
    """Whether it travels on a pallet, as part of a truck's load."""
    is_clearance_product: bool | None = None
    """Whether it is being sold off."""
    has_bundle: bool | None = None
    """Whether there are bundles with it."""
    is_oversize_product: bool | None = None
    """Whether it counts as oversize."""
    is_preorder_product: bool | None = None
    """Whether it can be ordered before it comes out."""
    is_license_product: bool | None = None
    """Whether it is a license."""
    is_directship_orderable: bool | None = None
    """Whether it can be ordered from the manufacturer's stock."""
    is_service_sku: bool | None = None
    """Whether it is a service."""
    is_configurable: bool | None = None
    """Whether it is put together by choice."""


class CiscoFields(AnswerModel):
    """What only Cisco's products have."""

    product_sub_group: str | None = None
    """Group of products that it belongs to."""
    service_program_name: str | None = None
    """Name of the service program."""
    item_catalog_category: str | None = None
    """Category in Cisco's catalog."""
    configuration_indicator: str | None = None
    """Whether it is put together by choice: Y or N."""
    internal_business_entity: str | None = None
    """Part of Cisco that makes it."""
    item_type: str | None = None
    """Kind of item."""
    global_list_price: Decimal | None = None
    """List price in Cisco's worldwide price list."""


class TechnicalSpecification(AnswerModel):
    """One figure of the technical data."""

    other_spellings: ClassVar[Mapping[str, str]] = {
        "headername": "header_name",
        "attributename": "attribute_name",
        "attributedisplay": "attribute_display",
        "attributevalue": "attribute_value",
    }

    header_name: str | None = None
    """The heading that it stands under."""
    attribute_name: str | None = None
    """What it tells."""
    attribute_display: str | None = None
    """Heading, name and value in one text, with bars between them."""
    attribute_value: str | None = None
    """The figure itself."""


class ProductWeight(AnswerModel):
    """The weight of a product in one warehouse."""

    plant_id: str | None = None
    """ID of the warehouse."""
    weight: float | None = None
    """The weight."""
    weight_unit: str | None = None
    """Unit of the weight."""


class ProductAdditionalInformation(AnswerModel):
    """Size and weight of a product, and how it travels."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"product_weight"})

    product_weight: list[ProductWeight] | None = None
    """The weight, by warehouse."""
    is_bulk_freight: bool | None = None
    """Whether it travels as bulk freight."""
    height: str | None = None
    """Height, in the unit of `dimensionUnit`."""
    width: str | None = None
    """Width, in the unit of `dimensionUnit`."""
    length: str | None = None
    """Length, in the unit of `dimensionUnit`."""
    net_weight: str | None = None
    """Weight without packing."""
    dimension_unit: str | None = None
    """Unit of the lengths."""


class SubscriptionDetailOption(AnswerModel):
    """Something that can be bought within a plan."""

    resource_id: str | None = None
    """ID of the resource."""
    resource_name: str | None = None
    """Name of the resource."""
    vendor_part_number: str | None = None
    """The manufacturer's number for it."""
    min_units: str | None = None
    """The fewest units that can be bought."""
    max_units: str | None = None
    """The most units that can be bought."""
    depends_on: str | None = None
    """ID of the resource that must be bought with it."""


class SubscriptionDetail(AnswerModel):
    """One plan of a cloud product."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"links"})

    plan_id: str | None = None
    """ID of the plan."""
    plan_name: str | None = None
    """Name of the plan."""
    plan_description: str | None = None
    """What the plan holds."""
    groups: list[SubscriptionGroup] | None = None
    """The groups that the plan is in."""
    subscription_period: list[SubscriptionPeriod] | None = None
    """For how long the plan can be had."""
    billing_period: BillingPeriod | None = None
    """How often the plan is billed."""
    options: list[SubscriptionDetailOption] | None = None
    """What can be bought within the plan."""
    links: list[Link] | None = None
    """Where to read more."""
    next_page: str | None = None
    """Path of the next page of plans."""
    previous_page: str | None = None
    """Path of the page of plans before."""


class ProductDetailResponse(AnswerModel):
    """Everything about one product that is the same for all: names, traits, size, plans of a cloud product."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Product", "ingram_part_number")

    ingram_part_number: str | None = None
    """Ingram Micro's number for the product."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the product."""
    customer_part_number: str | None = None
    """Your own number for the product."""
    product_authorized: str | None = None
    """Whether the account may buy the product: True or False, as text."""
    description: str | None = None
    """What the product is, in short."""
    product_detail_description: str | None = None
    """What the product is, at length."""
    upc: str | None = None
    """The product's barcode number."""
    product_category: str | None = None
    """What kind of product it is."""
    product_subcategory: str | None = None
    """What kind of product it is, more precisely."""
    product_sub_category: str | None = None
    """Deprecated. The subcategory as the contract of 2024 spells it."""
    vendor_name: str | None = None
    """The manufacturer."""
    vendor_number: str | None = None
    """Ingram Micro's number of the manufacturer."""
    product_status_code: str | None = None
    """State of the product as a code."""
    product_class: str | None = None
    """How the product is stocked, as a letter; `PriceAndAvailability.productClass` has the list."""
    indicators: ProductIndicators | None = None
    """Traits of the product. Null for cloud products."""
    cisco_fields: CiscoFields | None = None
    """What only Cisco's products have. Null for cloud products."""
    technical_specifications: list[TechnicalSpecification] | None = None
    """Technical data, one entry for each figure."""
    warranty_information: list[Any] | None = None
    """Warranties for the product: their part numbers, or objects in older answers."""
    additional_information: ProductAdditionalInformation | None = None
    """Size and weight. Null for cloud products."""
    subscription_details: list[SubscriptionDetail] | None = None
    """The plans of a cloud product."""
