"""A page of found orders, as the floor reads it."""

from __future__ import annotations

from floor.shapes import Base, Link, Money


class SubOrder(Base):
    sub_order_number: str | None = None
    sub_order_total: Money | None = None
    sub_order_status: str | None = None
    links: list[Link] | None = None


class FoundOrder(Base):
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


class SearchPage(Base):
    records_found: int | None = None
    page_size: int | None = None
    page_number: int | None = None
    orders: list[FoundOrder] | None = None
    next_page: str | None = None
    previous_page: str | None = None
