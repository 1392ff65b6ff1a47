"""The floor: what a sensible engineer writes by hand for exactly these payloads, with urllib3 and pydantic.

No drift handling, no retries, no renewal of tokens, no redaction, no logging, no checks of arguments; only the fields
that the payloads have. It is meant to be good at that: bytes go straight into pydantic's JSON parser, models are built
on first use, the pool and the fixed headers are made once. It gives the same typed result as the package does: money is
`Decimal`, and is written as a JSON number.
"""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainSerializer
from pydantic.alias_generators import to_camel
from urllib3 import PoolManager, Timeout

Money = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json-unless-none")]


class _Model(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, defer_build=True)


class Attribute(_Model):
    attribute_name: str | None = None
    attribute_value: str | None = None


class Link(_Model):
    topic: str | None = None
    href: str | None = None
    type: str | None = None


class Address(_Model):
    contact: str | None = None
    company_name: str | None = None
    address_line1: str | None = None
    address_line2: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    country_code: str | None = None
    phone_number: str | None = None
    email: str | None = None


class SerialNumber(_Model):
    serial_number: str | None = None


class Tracking(_Model):
    tracking_number: str | None = None
    tracking_url: str | None = None
    package_weight: str | None = None
    carton_number: str | None = None
    quantity_in_box: str | None = None
    serial_numbers: list[SerialNumber] | None = None


class Carrier(_Model):
    carrier_code: str | None = None
    carrier_name: str | None = None
    quantity: int | None = None
    shipped_date: str | None = None
    estimated_delivery_date: str | None = None
    tracking_details: list[Tracking] | None = None


class Shipment(_Model):
    quantity: int | None = None
    delivery_number: str | None = None
    estimated_ship_date: str | None = None
    ship_from_warehouse_id: str | None = None
    ship_from_location: str | None = None
    invoice_number: str | None = None
    invoice_date: str | None = None
    carrier_details: list[Carrier] | None = None


class Contract(_Model):
    contract_description: str | None = None
    contract_number: str | None = None
    contract_status: str | None = None
    contract_start_date: str | None = None
    contract_end_date: str | None = None


class Subscription(_Model):
    subscription_id: str | None = None
    subscription_term: str | None = None
    renewal_term: str | None = None
    billing_model: str | None = None


class ServiceContract(_Model):
    contract_info: Contract | None = None
    subscriptions: Subscription | None = None


class ShipDate(_Model):
    ship_date_type: str | None = None
    ship_source: str | None = None
    ship_description: str | None = None
    ship_date: str | None = None


class EstimatedDate(_Model):
    ship: ShipDate | None = None


class DetailLine(_Model):
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


class Charge(_Model):
    sub_order_number: str | None = None
    charge_line_reference: str | None = None
    charge_description: str | None = None
    charge_amount: str | None = None


class Detail(_Model):
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


class SubOrder(_Model):
    sub_order_number: str | None = None
    sub_order_total: Money | None = None
    sub_order_status: str | None = None
    links: list[Link] | None = None


class FoundOrder(_Model):
    ingram_order_number: str | None = None
    ingram_order_date: str | None = None
    customer_order_number: str | None = None
    vendor_sales_order_number: str | None = None
    vendor_name: str | None = None
    end_user_company_name: str | None = None
    order_total: Money | None = None
    order_status: str | None = None
    sub_orders: list[SubOrder] | None = None
    links: Link | None = None


class SearchPage(_Model):
    records_found: int | None = None
    page_size: int | None = None
    page_number: int | None = None
    orders: list[FoundOrder] | None = None
    next_page: str | None = None
    previous_page: str | None = None


class NewLine(_Model):
    customer_line_number: str
    ingram_part_number: str
    quantity: int
    unit_price: Money | None = None
    special_bid_number: str | None = None
    notes: str | None = None


class NewShipment(_Model):
    carrier_code: str | None = None
    ship_complete: str | None = None
    requested_delivery_date: date | None = None
    signature_required: bool | None = None
    shipping_instructions: str | None = None


class NewOrder(_Model):
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


class CreatedLine(_Model):
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


class CreatedOrder(_Model):
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


class Created(_Model):
    customer_order_number: str | None = None
    end_customer_order_number: str | None = None
    bill_to_address_id: str | None = None
    order_split: bool | None = None
    processed_partially: bool | None = None
    purchase_order_total: Money | None = None
    ship_to_info: Address | None = None
    orders: list[CreatedOrder] | None = None


class Client:
    """Three calls, one connection pool."""

    def __init__(self, url: str, token: str, pool_size: int = 32) -> None:
        self._orders = f"{url}/resellers/v6/orders"
        self._details = f"{url}/resellers/v6.1/orders"
        self._pool = PoolManager(maxsize=pool_size, block=True, retries=False, timeout=Timeout(connect=10, read=60))
        self._headers = {
            "Authorization": f"Bearer {token}",
            "IM-CustomerNumber": "20-222222",
            "IM-CountryCode": "US",
            "Accept": "application/json",
            "User-Agent": "floor/1",
        }

    def detail(self, number: str) -> Detail:
        return Detail.model_validate_json(self._send("GET", f"{self._details}/{number}"))

    def create(self, order: NewOrder) -> Created:
        return Created.model_validate_json(self._send("POST", self._orders, encode(order)))

    def _send(self, method: str, url: str, body: bytes | None = None) -> bytes:
        headers = {**self._headers, "IM-CorrelationID": uuid.uuid4().hex}
        if body is not None:
            headers["Content-Type"] = "application/json"
        answer = self._pool.request(method, url, body=body, headers=headers)
        if answer.status >= 300:
            raise RuntimeError(f"{answer.status} {answer.data!r}")
        return answer.data


def connect(url: str, pool_size: int = 32) -> Client:
    return Client(url, "token", pool_size)


decode_detail = Detail.model_validate_json
decode_search = SearchPage.model_validate_json
make_request = NewOrder.model_validate


def encode(order: NewOrder) -> bytes:
    return order.model_dump_json(by_alias=True, exclude_none=True).encode()


def get_detail(client: Client, number: str) -> Any:
    return client.detail(number)


def create(client: Client, order: NewOrder) -> Any:
    return client.create(order)
