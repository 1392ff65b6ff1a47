"""A new order and the answer to it, as the floor writes and reads them."""

from __future__ import annotations

from datetime import date

from floor.shapes import Address, Attribute, Base, Link, Money


class NewLine(Base):
    customer_line_number: str
    ingram_part_number: str
    quantity: int
    unit_price: Money | None = None
    special_bid_number: str | None = None
    notes: str | None = None


class NewShipment(Base):
    carrier_code: str | None = None
    ship_complete: str | None = None
    requested_delivery_date: date | None = None
    signature_required: bool | None = None
    shipping_instructions: str | None = None


class NewOrder(Base):
    customer_order_number: str
    end_customer_order_number: str | None = None
    bill_to_address_id: str | None = None
    notes: str | None = None
    accept_back_order: bool | None = None
    ship_to_info: Address | None = None
    end_user_info: Address | None = None
    lines: list[NewLine]
    shipment_details: NewShipment | None = None
    additional_attributes: list[Attribute] | None = None


class CreatedLine(Base):
    sub_order_number: str | None = None
    ingram_line_number: str | None = None
    customer_line_number: str | None = None
    line_status: str | None = None
    ingram_part_number: str | None = None
    unit_price: Money | None = None
    extended_unit_price: Money | None = None
    quantity_ordered: int | None = None
    quantity_confirmed: int | None = None
    quantity_back_ordered: int | None = None
    notes: str | None = None


class CreatedOrder(Base):
    number_of_lines_with_success: int | None = None
    number_of_lines_with_error: int | None = None
    number_of_lines_with_warning: int | None = None
    ingram_order_number: str | None = None
    ingram_order_date: str | None = None
    notes: str | None = None
    order_type: str | None = None
    order_total: Money | None = None
    freight_charges: Money | None = None
    total_tax: Money | None = None
    currency_code: str | None = None
    lines: list[CreatedLine] | None = None
    links: list[Link] | None = None


class Created(Base):
    customer_order_number: str | None = None
    end_customer_order_number: str | None = None
    bill_to_address_id: str | None = None
    order_split: bool | None = None
    processed_partially: bool | None = None
    purchase_order_total: Money | None = None
    ship_to_info: Address | None = None
    orders: list[CreatedOrder] | None = None
