# Generated from the contract by "python -m codegen". Changes made here are lost.
"""PriceAndAvailability and its parts."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import AnswerModel
from xi_sdk_resellers.models.subscription_plan import BillingPeriod, SubscriptionGroup, SubscriptionPeriod


class BackOrderInfo(AnswerModel):
    """A delivery that is expected."""

    quantity: int | None = None
    """How many units it brings."""
    eta_date: str | None = None
    """Day on which it should arrive."""


class WarehouseAvailability(AnswerModel):
    """The stock of one warehouse. It may have nothing but its ID."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"back_order_info"})

    location: str | None = None
    """Where the warehouse is."""
    warehouse_id: str | None = None
    """ID of the warehouse."""
    quantity_available: int | None = None
    """How many units can be shipped from here."""
    quantity_backordered: int | None = None
    """How many units customers wait for."""
    quantity_backordered_eta: str | None = None
    """When the units that customers wait for should arrive."""
    quantity_on_order: int | None = None
    """How many units are on their way to the warehouse."""
    back_order_info: list[BackOrderInfo] | None = None
    """The deliveries that are expected."""


class ProductPricing(AnswerModel):
    """What one unit costs this account. Tax is not told."""

    map_price: Decimal | None = None
    """Lowest price that may be advertised."""
    currency_code: str | None = None
    """Currency of all prices here (ISO 4217)."""
    retail_price: Decimal | None = None
    """List price."""
    customer_price: Decimal | None = None
    """What the account pays, its discounts included."""
    special_bid_pricing_available: bool | None = None
    """Whether a special price agreement (bid) offers less."""
    web_discounts_available: bool | None = None
    """Whether there are discounts for orders placed online."""


class ProductAvailability(AnswerModel):
    """How many units there are, in all and by warehouse."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"availability_by_warehouse"})

    available: bool | None = None
    """Whether there are any. It may be true while the number is not told."""
    total_availability: int | None = None
    """How many units all warehouses have together. Null means not told, which is not zero."""
    availability_by_warehouse: list[WarehouseAvailability] | None = None
    """The stock of each warehouse."""
    pricing: ProductPricing | None = None
    """The prices, where an answer holds them here instead of beside this object."""


class ReservedInventory(AnswerModel):
    """Units that are set aside for the account."""

    quantity_reserved: int | None = None
    """How many were set aside."""
    quantity_available: int | None = None
    """How many of them are left."""
    effectivedate: str | None = None
    """First day of the reservation."""
    expirydate: str | None = None
    """Last day of the reservation."""


class SpecialPricing(AnswerModel):
    """A price under an agreement or a promotion."""

    discount_type: str | None = None
    """What kind of discount this is, such as Special Bid or Promo Discount."""
    special_bid_number: str | None = None
    """Number of the agreement (bid), to be given with an order."""
    special_bid_numer: str | None = None
    """Deprecated. The number of the agreement (bid) under the misspelt key that the published contract has."""
    special_pricing_discount: Decimal | None = None
    """How much is taken off the price of a unit."""
    special_pricing_effective_date: date | None = None
    """First day on which it can be used."""
    special_pricing_expiration_date: date | None = None
    """Last day on which it can be used."""
    special_pricing_available_quantity: int | None = None
    """How many units can be had at this price."""
    special_pricing_min_quantity: int | None = None
    """From how many units on it counts."""
    government_discount_type: str | None = None
    """For which government customers it is."""
    government_discounted_customer_price: Decimal | None = None
    """What the account pays when it sells to such a customer."""


class QuantityDiscount(AnswerModel):
    """A price from a quantity on."""

    condition_type: str | None = None
    """What the amount is, such as a fee in all."""
    currency_code: str | None = None
    """Currency of the amount (ISO 4217)."""
    currency_type: str | None = None
    """Kind of currency, as the price list calls it."""
    quantity: int | None = None
    """From how many units on it counts."""
    amount: Decimal | None = None
    """The amount."""


class ProductDiscounts(AnswerModel):
    """Cheaper prices under conditions."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"special_pricing", "quantity_discounts"})

    special_pricing: list[SpecialPricing] | None = None
    """Prices under an agreement or a promotion."""
    quantity_discounts: list[QuantityDiscount] | None = None
    """Prices from a quantity on."""


class ServiceFee(AnswerModel):
    """A fee that comes with the product."""

    condition_type: str | None = None
    """What kind of fee this is."""
    description: str | None = None
    """What the fee is for."""
    amount: Decimal | None = None
    """How much it is. Text was seen, too."""
    end_date: str | None = None
    """Until when it is charged."""
    currency_code: str | None = None
    """Currency of the fee (ISO 4217)."""


class SubscriptionResourcePricing(AnswerModel):
    """One price of an option."""

    name: str | None = None
    """Name of the price."""
    quantity: str | None = None
    """For how many units it is."""
    msrp: Decimal | None = None
    """List price of a unit."""
    unit_price: Decimal | None = None
    """What the account pays for a unit."""
    margin: Decimal | None = None
    """The share of the list price that stays with the reseller, in percent."""
    currency_code: str | None = None
    """Currency of the prices (ISO 4217)."""
    subscription_period: str | None = None
    """The period that it is for."""


class SubscriptionVolumeDiscount(AnswerModel):
    """A price of an option from a quantity on."""

    currency_code: str | None = None
    """Currency of the prices (ISO 4217)."""
    quantity: str | None = None
    """From how many units on it counts."""
    msrp: Decimal | None = None
    """List price of a unit."""
    unit_price: Decimal | None = None
    """What the account pays for a unit."""
    margin: Decimal | None = None
    """The share of the list price that stays with the reseller, in percent."""


class SubscriptionSpecialPricing(AnswerModel):
    """A price of an option under a program or a promotion."""

    currency_code: str | None = None
    """Currency of the discount (ISO 4217)."""
    discount: Decimal | None = None
    """How much is taken off."""
    discount_type: str | None = None
    """What kind of discount this is."""
    discount_qty_limit: int | None = None
    """For how many units at most."""
    discount_expiry_date: str | None = None
    """Last day on which it can be used."""
    vendor_program_name: str | None = None
    """The manufacturer's program behind it."""


class SubscriptionDiscounts(AnswerModel):
    """Cheaper prices of an option under conditions."""

    volume_discounts: list[SubscriptionVolumeDiscount] | None = None
    """Prices from a quantity on."""
    special_pricing: list[SubscriptionSpecialPricing] | None = None
    """Prices under a program or a promotion."""


class SubscriptionFee(AnswerModel):
    """A fee that comes with an option."""

    price: Decimal | None = None
    """What the account pays."""
    type: str | None = None
    """What kind of fee this is."""
    msrp: Decimal | None = None
    """List price."""
    code: str | None = None
    """Code of the fee."""


class SubscriptionOption(AnswerModel):
    """Something that can be bought within a cloud plan."""

    resource_id: str | None = None
    """ID of the resource."""
    resource_uid: str | None = Field(default=None, validation_alias="resourceUId", serialization_alias="resourceUId")
    """Unique ID of the resource."""
    resource_name: str | None = None
    """Name of the resource."""
    vendor_part_number: str | None = None
    """The manufacturer's number for it."""
    min_units: Decimal | None = None
    """The fewest units that can be bought."""
    max_units: Decimal | None = None
    """The most units that can be bought."""
    recurringpricemodel: str | None = None
    """How the price comes back with each period."""
    unit_of_measure: str | None = None
    """What a unit is."""
    resource_pricing: list[SubscriptionResourcePricing] | None = None
    """The prices."""
    discounts: list[SubscriptionDiscounts] | None = None
    """Cheaper prices under conditions."""
    fees: list[SubscriptionFee] | None = None
    """Fees that come with it."""


class SubscriptionPrice(AnswerModel):
    """The prices of one cloud plan."""

    index: int | None = None
    """Place of the plan in the request."""
    plan_id: str | None = None
    """ID of the plan."""
    plan_uid: str | None = Field(default=None, validation_alias="planUId", serialization_alias="planUId")
    """Unique ID of the plan."""
    plan_name: str | None = None
    """Name of the plan."""
    plan_description: str | None = None
    """What the plan holds."""
    groups: list[SubscriptionGroup] | None = None
    """The groups that the plan is in."""
    billing_period: BillingPeriod | None = None
    """How often the plan is billed."""
    subscription_period: list[SubscriptionPeriod] | None = None
    """For how long the plan can be had."""
    options: list[SubscriptionOption] | None = None
    """What can be bought within the plan."""


class PriceAndAvailability(AnswerModel):
    """Price and stock of one product. A product that was refused has the status code E, the reason and the number that
    was asked for, and neither `pricing` nor `availability`.
    """

    one_for_list: ClassVar[frozenset[str]] = frozenset({"discounts"})

    shown_as: ClassVar[tuple[str, str] | None] = ("Product", "ingram_part_number")

    index: int | None = None
    """Place of the product in the request. Match answers by part number all the same."""
    product_status_code: str | None = None
    """E when the product was refused; missing or empty when it was not."""
    product_status_message: str | None = None
    """Why the product was refused, or a remark on it."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the product."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the product."""
    extended_vendor_part_number: str | None = None
    """The manufacturer's number in full, where it is longer than usual."""
    customer_part_number: str | None = None
    """Your own number for the product."""
    upc: str | None = None
    """The product's barcode number."""
    part_number_type: str | None = None
    """Which kind of number the product was found by, as a letter."""
    vendor_number: str | None = None
    """Ingram Micro's number of the manufacturer."""
    vendor_name: str | None = None
    """The manufacturer."""
    description: str | None = None
    """What the product is, in short."""
    product_class: str | None = None
    """How the product is stocked, as a letter: A, B, C widely to narrowly; D, O, V discontinued; E phased out; F kept
    for one contract; N new; S ordered on demand; X shipped by the manufacturer.
    """
    uom: str | None = None
    """Unit that prices and quantities refer to, such as EA for each."""
    product_status: str | None = None
    """State of the product in words, such as active."""
    accept_back_order: bool | None = None
    """Whether more can be ordered than there is."""
    product_authorized: bool | None = None
    """Whether the account may buy the product."""
    returnable_product: bool | None = None
    """Whether the product may be sent back."""
    end_user_info_required: bool | None = None
    """Whether an order must name the customer who will use the product."""
    govt_special_price_available: bool | None = None
    """Whether there are prices for government customers."""
    govt_program_type: str | None = None
    """For which program those prices are, such as PA (government) or ED (education)."""
    govt_end_user_type: str | None = None
    """For which kind of customer those prices are, such as F (federal)."""
    availability: ProductAvailability | None = None
    """How many there are."""
    reserve_inventory_details: list[ReservedInventory] | None = None
    """How many are set aside for the account; only when asked for."""
    pricing: ProductPricing | None = None
    """What one unit costs."""
    discounts: list[ProductDiscounts] | None = None
    """Cheaper prices under conditions; only when asked for."""
    bundle_part_indicator: bool | None = None
    """Whether the product is part of a bundle."""
    service_fees: list[ServiceFee] | None = None
    """Fees that come with the product."""
    subscription_price: list[SubscriptionPrice] | None = None
    """Prices of a cloud product, one entry for each plan."""
