# Generated from the contract by "python -m codegen". Changes made here are lost.
"""OrderSearchResponse and its parts."""

from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from xi_sdk_resellers._modelling.base import AnswerModel, TableModel
from xi_sdk_resellers.models.link import Link
from xi_sdk_resellers.models.vocabularies import Status

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import OrderStatus
else:
    OrderStatus = str


class OrderSearchResponseSubOrder(AnswerModel):
    """One part of an order that matches."""

    one_for_list: ClassVar[frozenset[str]] = frozenset({"links"})

    sub_order_number: str | None = None
    """Number of the part of the order that leaves from one warehouse: the order number plus a two-digit suffix."""
    sub_order_total: Decimal | None = None
    """What this part of the order costs."""
    sub_order_status: OrderStatus | str | None = None
    """Where this part of the order stands, for example SHIPPED."""
    links: list[Link] | None = None
    """Where to read this part. Seen as one object too."""

    @property
    def status(self) -> Status | None:
        """What sub_order_status says, whatever its spelling; None when there is nothing."""
        return Status.read(self.sub_order_status)


class OrderSearchResponseOrder(TableModel):
    """One order that matches."""

    shown_as: ClassVar[tuple[str, str] | None] = ("Order", "ingram_order_number")

    ingram_order_number: str | None = None
    """Ingram Micro's number for the order: two digits, a dash and a code (20-RD3QV), or ten digits in some countries.
    """
    ingram_order_date: str | None = None
    """When the order was created: a day, or a moment with its time zone."""
    customer_order_number: str | None = None
    """Your own number for the order, as it stands in your system."""
    vendor_sales_order_number: str | None = None
    """The manufacturer's number for the order, when the manufacturer ships it."""
    vendor_name: str | None = None
    """Manufacturer of the goods."""
    end_user_company_name: str | None = None
    """Company of the customer who will use the goods."""
    order_total: Decimal | None = None
    """What the order costs in all: goods, freight and tax, in the currency of the order."""
    order_status: OrderStatus | str | None = None
    """Where the order stands as a whole, for example OPEN."""
    sub_orders: list[OrderSearchResponseSubOrder] | None = None
    """The parts of the order, one for each warehouse."""
    links: Link | None = None
    """Where to read this order."""

    @property
    def status(self) -> Status | None:
        """What order_status says, whatever its spelling; None when there is nothing."""
        return Status.read(self.order_status)


class OrderSearchResponse(TableModel):
    """One page of orders that match a search."""

    records_found: int | None = None
    """How many orders match in all."""
    page_size: int | None = None
    """How many orders a page holds."""
    page_number: int | None = None
    """Which page this is, counted from 1."""
    orders: list[OrderSearchResponseOrder] | None = None
    """The orders on this page. Missing when there is none."""
    next_page: str | None = None
    """Path of the next page, if there is one."""
    previous_page: str | None = None
    """Path of the page before, if there is one."""
