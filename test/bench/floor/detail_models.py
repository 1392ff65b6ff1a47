"""Order details, as the floor reads them."""

from __future__ import annotations

from floor.shapes import Address, Attribute, Base, Link, Money


class SerialNumber(Base):
    serial_number: str | None = None


class Tracking(Base):
    tracking_number: str | None = None
    tracking_url: str | None = None
    package_weight: str | None = None
    carton_number: str | None = None
    quantity_in_box: str | None = None
    serial_numbers: list[SerialNumber] | None = None


class Carrier(Base):
    carrier_code: str | None = None
    carrier_name: str | None = None
    quantity: int | None = None
    shipped_date: str | None = None
    estimated_delivery_date: str | None = None
    tracking_details: list[Tracking] | None = None


class Shipment(Base):
    quantity: int | None = None
    delivery_number: str | None = None
    estimated_ship_date: str | None = None
    ship_from_warehouse_id: str | None = None
    ship_from_location: str | None = None
    invoice_number: str | None = None
    invoice_date: str | None = None
    carrier_details: list[Carrier] | None = None


class Contract(Base):
    contract_description: str | None = None
    contract_number: str | None = None
    contract_status: str | None = None
    contract_start_date: str | None = None
    contract_end_date: str | None = None


class Subscription(Base):
    subscription_id: str | None = None
    subscription_term: str | None = None
    renewal_term: str | None = None
    billing_model: str | None = None


class ServiceContract(Base):
    contract_info: Contract | None = None
    subscriptions: Subscription | None = None


class ShipDate(Base):
    ship_date_type: str | None = None
    ship_source: str | None = None
    ship_description: str | None = None
    ship_date: str | None = None


class EstimatedDate(Base):
    ship: ShipDate | None = None


class DetailLine(Base):
    sub_order_number: str | None = None
    ingram_order_line_number: str | None = None
    vendor_sales_order_line_number: str | None = None
    customer_line_number: str | None = None
    line_status: str | None = None
    ingram_part_number: str | None = None
    vendor_part_number: str | None = None
    vendor_name: str | None = None
    part_description: str | None = None
    unit_weight: float | None = None
    weight_uom: str | None = None
    unit_price: Money | None = None
    upc_code: str | None = None
    extended_price: Money | None = None
    tax_amount: Money | None = None
    currency_code: str | None = None
    quantity_ordered: int | None = None
    quantity_confirmed: int | None = None
    quantity_back_ordered: int | None = None
    special_bid_number: str | None = None
    promised_delivery_date: str | None = None
    line_notes: str | None = None
    shipment_details: list[Shipment] | None = None
    service_contract_info: ServiceContract | None = None
    additional_attributes: list[Attribute] | None = None
    links: list[Link] | None = None
    estimated_dates: list[EstimatedDate] | None = None


class Charge(Base):
    sub_order_number: str | None = None
    charge_line_reference: str | None = None
    charge_description: str | None = None
    charge_amount: str | None = None


class Detail(Base):
    ingram_order_number: str | None = None
    ingram_order_date: str | None = None
    order_type: str | None = None
    customer_order_number: str | None = None
    end_customer_order_number: str | None = None
    web_order_id: str | None = None
    vendor_sales_order_number: str | None = None
    ingram_purchase_order_number: str | None = None
    order_status: str | None = None
    order_total: Money | None = None
    order_sub_total: Money | None = None
    freight_charges: Money | None = None
    currency_code: str | None = None
    total_weight: float | None = None
    total_tax: Money | None = None
    payment_terms: str | None = None
    notes: str | None = None
    bill_to_info: Address | None = None
    ship_to_info: Address | None = None
    end_user_info: Address | None = None
    lines: list[DetailLine] | None = None
    miscellaneous_charges: list[Charge] | None = None
    additional_attributes: list[Attribute] | None = None
