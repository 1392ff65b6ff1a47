"""Prices, the catalog and invoices, as the floor reads and writes them."""

from __future__ import annotations

from floor.detail_models import SerialNumber
from floor.shapes import Address, Base, Link, Money
from pydantic import Field, RootModel


class Eta(Base):
    quantity: int | None = None
    eta_date: str | None = None


class Warehouse(Base):
    warehouse_id: str | None = None
    location: str | None = None
    quantity_available: int | None = None
    quantity_backordered: int | None = None
    quantity_on_order: int | None = None
    back_order_info: list[Eta] | None = None


class Availability(Base):
    available: bool | None = None
    total_availability: int | None = None
    availability_by_warehouse: list[Warehouse] | None = None


class Pricing(Base):
    currency_code: str | None = None
    retail_price: Money | None = None
    map_price: Money | None = None
    customer_price: Money | None = None


class Price(Base):
    index: int | None = None
    product_status_code: str | None = None
    product_status_message: str | None = None
    ingram_part_number: str | None = None
    vendor_part_number: str | None = None
    extended_vendor_part_number: str | None = None
    customer_part_number: str | None = None
    upc: str | None = None
    vendor_number: str | None = None
    vendor_name: str | None = None
    description: str | None = None
    product_class: str | None = None
    uom: str | None = None
    accept_back_order: bool | None = None
    product_authorized: bool | None = None
    returnable_product: bool | None = None
    end_user_info_required: bool | None = None
    availability: Availability | None = None
    pricing: Pricing | None = None


class Prices(RootModel[list[Price]]):
    model_config = {"defer_build": True}


class WantedWarehouse(Base):
    availability_by_warehouse_id: str | None = None
    availability_for_all_location: bool | None = None


class WantedProduct(Base):
    ingram_part_number: str | None = None
    customer_part_number: str | None = None
    quantity_requested: str | None = None


class PriceRequest(Base):
    show_available_discounts: bool | None = None
    show_reserve_inventory_details: bool | None = None
    availability_by_warehouse: list[WantedWarehouse] | None = None
    products: list[WantedProduct]


class Product(Base):
    description: str | None = None
    category: str | None = None
    sub_category: str | None = None
    product_type: str | None = None
    ingram_part_number: str | None = None
    vendor_part_number: str | None = None
    upc_code: str | None = None
    vendor_name: str | None = None
    end_user_required: str | None = None
    has_discounts: str | None = None
    type: str | None = None
    discontinued: str | None = None
    new_product: str | None = None
    direct_ship: str | None = None
    has_warranty: str | None = None
    links: list[Link] | None = None
    extra_description: str | None = None
    replacement_sku: str | None = None
    authorized_to_purchase: str | None = None


class CatalogPage(Base):
    records_found: int | None = None
    page_size: int | None = None
    page_number: int | None = None
    catalog: list[Product] | None = None
    next_page: str | None = None
    previous_page: str | None = None


class PaymentTerms(Base):
    payment_terms_code: str | None = None
    payment_terms_description: str | None = None
    payment_terms_due_date: str | None = None


class InvoiceLine(Base):
    ingram_line_number: str | None = None
    customer_line_number: str | None = None
    ingram_part_number: str | None = None
    upc: str | None = None
    vendor_part_number: str | None = None
    customer_part_number: str | None = None
    vendor_name: str | None = None
    product_description: str | None = None
    unit_weight: float | None = None
    quantity: int | None = None
    unit_price: Money | None = None
    unit_of_measure: str | None = None
    currency_code: str | None = None
    extended_price: Money | None = None
    tax_percentage: float | None = None
    tax_rate: float | None = None
    tax_amount: Money | None = None
    serial_numbers: list[SerialNumber] | None = None
    quantity_ordered: int | None = None
    quantity_shipped: int | None = None


class LineSummary(Base):
    product_line_count: int | None = None
    product_line_total_quantity: int | None = None


class Totals(Base):
    net_invoice_amount: Money | None = None
    discount_amount: Money | None = None
    discount_type: str | None = None
    total_tax_amount: Money | None = None
    invoiced_amount_due: Money | None = None


class Summary(Base):
    lines: LineSummary | None = None
    totals: Totals | None = None


class Invoice(Base):
    invoice_number: str | None = None
    invoice_status: str | None = None
    invoice_date: str | None = None
    customer_order_number: str | None = None
    end_customer_order_number: str | None = None
    order_number: str | None = None
    order_date: str | None = None
    bill_to_id: str | None = Field(None, alias="billToID")
    invoice_type: str | None = None
    invoice_due_date: str | None = None
    customer_country_code: str | None = None
    customer_number: str | None = None
    ingram_order_number: str | None = None
    notes: str | None = None
    payment_terms_info: PaymentTerms | None = None
    bill_to_info: Address | None = None
    ship_to_info: Address | None = None
    lines: list[InvoiceLine] | None = None
    summary: Summary | None = None
