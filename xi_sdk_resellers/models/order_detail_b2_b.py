# Generated from the contract by "python -m codegen". Changes made here are lost.
"""OrderDetailB2B and its parts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from xi_sdk_resellers._modelling.base import AnswerModel, TableModel
from xi_sdk_resellers._modelling.mixins.has_shipments import HasShipments
from xi_sdk_resellers._values.answers import several
from xi_sdk_resellers.models.additional_attribute import AdditionalAttribute
from xi_sdk_resellers.models.date_range import DateRange
from xi_sdk_resellers.models.link import Link
from xi_sdk_resellers.models.miscellaneous_charge import MiscellaneousCharge
from xi_sdk_resellers.models.serial_number import SerialNumber
from xi_sdk_resellers.models.vocabularies import Status

if TYPE_CHECKING:
    from xi_sdk_resellers.models.enums import CountryCode, LineStatus, OrderStatus, OrderType
else:
    CountryCode = LineStatus = OrderStatus = OrderType = str


class OrderDetailB2BAddress(AnswerModel):
    """Address and contact of one party to the order: who pays, who receives, or who uses the goods."""

    contact: str | None = None
    """Person to ask for."""
    company_name: str | None = None
    """Name of the company."""
    address_line1: str | None = None
    """Street and house number."""
    address_line2: str | None = None
    """Second line of the address."""
    address_line3: str | None = None
    """Third line of the address."""
    city: str | None = None
    """City."""
    state: str | None = None
    """State or province as a short code, such as NY."""
    postal_code: str | None = None
    """Postal code."""
    country_code: CountryCode | str | None = None
    """Country: two letters (ISO 3166-1 alpha-2)."""
    phone_number: str | None = None
    """Phone number of the contact person."""
    email: str | None = None
    """E-mail address of the contact person."""


class OrderDetailB2BPackage(AnswerModel):
    """One parcel."""

    other_spellings: ClassVar[Mapping[str, str]] = {"quantityInbox": "quantity_in_box"}

    tracking_number: str | None = None
    """The carrier's number for following the parcel; now and then several numbers in one text, which tracking_numbers
    has one by one.
    """
    tracking_url: str | None = None
    """Web page on which the parcel can be followed."""
    package_weight: str | None = None
    """Weight of the parcel."""
    carton_number: str | None = None
    """Number of the carton."""
    quantity_in_box: str | None = None
    """How many units are in the carton, as text."""
    serial_numbers: list[SerialNumber] | None = None
    """Serial numbers of the units in the carton."""

    @property
    def tracking_numbers(self) -> list[str]:
        """What tracking_number holds, one by one; empty when there is nothing."""
        return several(self.tracking_number)


class OrderDetailB2BCarrier(AnswerModel):
    """One carrier of a shipment, with its parcels."""

    carrier_code: str | None = None
    """Short code of the carrier, such as RG (FedEx Ground)."""
    carrier_name: str | None = None
    """Carrier in words."""
    quantity: int | None = None
    """How many units this carrier took."""
    shipped_date: str | None = None
    """Day on which the goods left."""
    estimated_delivery_date: str | None = None
    """Day on which the goods should arrive."""
    delivered_date: str | None = None
    """Day on which the goods arrived."""
    carrier_pickup_date: str | None = None
    """Day on which the carrier took the goods over."""
    tracking_details: list[OrderDetailB2BPackage] | None = None
    """The parcels, one entry for each."""


class OrderDetailB2BShipment(AnswerModel):
    """One shipment of a line."""

    quantity: int | None = None
    """How many units are in this shipment."""
    delivery_number: str | None = None
    """Number of the delivery."""
    estimated_ship_date: str | None = None
    """Day on which the goods should leave."""
    shipped_date: str | None = None
    """Day on which the goods left."""
    estimated_delivery_date: str | None = None
    """Day on which the goods should arrive."""
    ship_from_warehouse_id: str | None = None
    """Code of the warehouse that the goods leave from."""
    ship_from_location: str | None = None
    """Place that the goods leave from, usually city and state."""
    invoice_number: str | None = None
    """Number of the invoice."""
    invoice_date: str | None = None
    """Day of the invoice."""
    carrier_details: list[OrderDetailB2BCarrier] | None = None
    """The carriers of this shipment and their parcels."""


class OrderDetailB2BContract(AnswerModel):
    """A service contract."""

    contract_description: str | None = None
    """What the contract covers."""
    contract_number: str | None = None
    """Number of the contract."""
    contract_status: str | None = None
    """Where the contract stands, for example MANUALLY_CONVERTED."""
    contract_start_date: str | None = None
    """First day of the contract."""
    contract_end_date: str | None = None
    """Last day of the contract."""
    contract_duration: str | None = None
    """How long the contract runs."""


class OrderDetailB2BSubscription(AnswerModel):
    """A subscription."""

    other_spellings: ClassVar[Mapping[str, str]] = {
        "subscriptionStartDate": "subcription_start_date",
        "subscriptionEndDate": "subcription_end_date",
    }

    subscription_id: str | None = None
    """ID of the subscription."""
    subscription_term: str | None = None
    """How long the subscription runs, counted in the unit that billingModel names."""
    renewal_term: str | None = None
    """How long each renewal runs, counted in the unit that billingModel names."""
    billing_model: str | None = None
    """How often the subscription is billed, for example YEAR."""
    subcription_start_date: str | None = None
    """First day of the subscription. The key lacks a letter on the wire."""
    subcription_end_date: str | None = None
    """Last day of the subscription. The key lacks a letter on the wire."""


class OrderDetailB2BLicense(AnswerModel):
    """A license."""

    license_number: list[str] | None = None
    """The license keys or numbers."""
    license_start_date: str | None = None
    """First day of the license."""
    license_end_date: str | None = None
    """Last day of the license."""
    description: str | None = None
    """What the license is for."""
    quantity: str | None = None
    """How many licenses, as text."""


class OrderDetailB2BServiceContractInfo(AnswerModel):
    """Service contract, subscription and license of a line. Often missing."""

    contract_info: OrderDetailB2BContract | None = None
    """The service contract."""
    subscriptions: OrderDetailB2BSubscription | None = None
    """The subscription."""
    license_info: OrderDetailB2BLicense | None = None
    """The license."""


class OrderDetailB2BShipEstimate(AnswerModel):
    """When the goods should leave: a day or a range of days."""

    ship_date_type: str | None = None
    """Whether one day or a range of days is given, for example Single."""
    ship_date_range: DateRange | None = None
    """First and last day on which the goods may leave."""
    ship_source: str | None = None
    """Who made the estimate, for example INGRAM."""
    ship_description: str | None = None
    """The state of the shipment in words."""
    ship_date: str | None = None
    """Day on which the goods should leave."""


class OrderDetailB2BDeliveryEstimate(AnswerModel):
    """When the goods should arrive: a day or a range of days."""

    delivery_date_type: str | None = None
    """Whether one day or a range of days is given, for example Single."""
    delivery_date_range: DateRange | None = None
    """First and last day on which the goods may arrive."""
    delivery_source: str | None = None
    """Who made the estimate, for example INGRAM."""
    delivery_description: str | None = None
    """The state of the delivery in words."""
    delivery_date: str | None = None
    """Day on which the goods should arrive."""


class OrderDetailB2BEstimatedDates(AnswerModel):
    """When a line should leave or arrive. Each entry tends to hold one of the two."""

    ship: OrderDetailB2BShipEstimate | None = None
    """When the line should leave."""
    delivery: OrderDetailB2BDeliveryEstimate | None = None
    """When the line should arrive."""


class OrderDetailB2BScheduleLine(AnswerModel):
    """One day out of the delivery plan of a line."""

    line_number: str | None = None
    """Number of the line that this is about."""
    schedule_line_date: str | None = None
    """Day on which this part is planned."""
    requested_quantity: str | None = None
    """How many units were asked for on this day."""
    confirmed_quantity: str | None = None
    """How many units are certain for this day."""
    goods_issue_date: str | None = None
    """Day on which this part leaves the warehouse."""


class OrderDetailB2BPartialShipment(AnswerModel):
    """One of several shipments into which a line is divided."""

    line_number: str | None = None
    """Number of the line that this is about."""
    requested_quantity: int | None = None
    """How many units you asked for."""
    confirmed_quantity: int | None = None
    """How many units this part brings for certain."""
    date_type: str | None = None
    """Whether one day or a range of days is given, for example Single."""
    date_range: DateRange | None = None
    """First and last day of the range."""
    source: str | None = None
    """Who made the estimate, for example INGRAM."""
    description: str | None = None
    """The state of this part in words."""
    var_date: str | None = Field(default=None, validation_alias="date", serialization_alias="date")
    """Day on which this part should leave."""
    delivery_date: str | None = None
    """Day on which this part should arrive."""


class OrderDetailB2BLine(AnswerModel):
    """One line of the order, with its shipments, contracts and estimates."""

    other_spellings: ClassVar[Mapping[str, str]] = {"requestedDeliveryDate": "requested_deliverydate"}

    one_for_list: ClassVar[frozenset[str]] = frozenset({"shipment_details", "links"})

    sub_order_number: str | None = None
    """Number of the part of the order that leaves from one warehouse: the order number plus a two-digit suffix."""
    ingram_order_line_number: str | None = None
    """Ingram Micro's number for the line, counted from 001."""
    vendor_sales_order_line_number: str | None = None
    """The manufacturer's number for the line in its own order."""
    customer_line_number: str | None = None
    """Your own number for the line."""
    line_status: LineStatus | str | None = None
    """Where the line stands. Compare without regard to letter case; some values carry the prefix im::."""
    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    vendor_name: str | None = None
    """Manufacturer of the article."""
    part_description: str | None = None
    """The article in words."""
    unit_weight: float | None = None
    """Weight of one unit."""
    weight_uom: str | None = None
    """Unit in which the article is counted, such as EA for each."""
    unit_price: Decimal | None = None
    """Price of one unit, in the currency of the order."""
    upc_code: str | None = None
    """Barcode number (UPC) of the article."""
    extended_price: Decimal | None = None
    """Unit price times quantity."""
    tax_amount: Decimal | None = None
    """Tax on this line."""
    currency_code: str | None = None
    """Currency of the amounts on this line: three letters (ISO 4217)."""
    quantity_ordered: int | None = None
    """How many units you asked for."""
    quantity_confirmed: int | None = None
    """How many units are certain to be delivered."""
    quantity_back_ordered: int | None = None
    """How many units wait for new stock."""
    special_bid_number: str | None = None
    """Number of the special price agreement (bid) that the manufacturer granted you. One on a line wins over the one
    for the whole order.
    """
    requested_deliverydate: str | None = None
    """Day on which you would like the goods, without a promise."""
    promised_delivery_date: str | None = None
    """Day for which Ingram Micro promised the goods."""
    back_order_eta_date: str | None = Field(
        default=None, validation_alias="backOrderETADate", serialization_alias="backOrderETADate"
    )
    """Day on which units that are out of stock should come in."""
    line_notes: str | None = None
    """Notes on the line. Several notes are separated by ||."""
    shipment_details: list[OrderDetailB2BShipment] | None = None
    """The shipments in which the line has left or will leave."""
    service_contract_info: OrderDetailB2BServiceContractInfo | None = None
    """Service contract, subscription and license that come with the line."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Further facts about the line as pairs of name and value."""
    links: list[Link] | None = None
    """Where to read more, such as the invoice of the line."""
    estimated_dates: list[OrderDetailB2BEstimatedDates] | None = None
    """When the line should leave and arrive."""
    schedule_lines: list[OrderDetailB2BScheduleLine] | None = None
    """The days over which the delivery of the line is spread."""
    multiple_shipments: list[OrderDetailB2BPartialShipment] | None = None
    """The shipments into which the line is divided."""
    default_carrier_name: str | None = None
    """Carrier that takes the line unless another one is chosen."""

    @property
    def status(self) -> Status | None:
        """What line_status says, whatever its spelling; None when there is nothing."""
        return Status.read(self.line_status)


class OrderDetailB2B(HasShipments, TableModel):
    """Everything about one order."""

    other_spellings: ClassVar[Mapping[str, str]] = {"endcustomerOrderNumber": "end_customer_order_number"}

    shown_as: ClassVar[tuple[str, str] | None] = ("Order", "ingram_order_number")

    ingram_order_number: str | None = None
    """Ingram Micro's number for the order: two digits, a dash and a code (20-RD3QV), or ten digits in some countries.
    """
    ingram_order_date: str | None = None
    """When the order was created: a day, or a moment with its time zone."""
    order_type: OrderType | str | None = None
    """How the order is served: S from stock, D shipped by the manufacturer. Some countries use codes of their own, such
    as ZOR.
    """
    customer_order_number: str | None = None
    """Your own number for the order, as it stands in your system."""
    end_customer_order_number: str | None = None
    """Your customer's number for the order, as it stands on their purchase order."""
    web_order_id: str | None = None
    """Number that Ingram Micro's web shop gave the order."""
    vendor_sales_order_number: str | None = None
    """The manufacturer's number for the order, when the manufacturer ships it."""
    ingram_purchase_order_number: str | None = None
    """Number of the purchase order that Ingram Micro placed with the manufacturer."""
    order_status: OrderStatus | str | None = None
    """Where the order stands. Compare without regard to letter case: On Hold, ON HOLD and im::hold mean the same."""
    order_total: Decimal | None = None
    """What the order costs in all: goods, freight and tax, in the currency of the order."""
    order_sub_total: Decimal | None = None
    """What the goods cost, before freight and tax."""
    freight_charges: Decimal | None = None
    """What shipping costs."""
    currency_code: str | None = None
    """Currency of all amounts: three letters (ISO 4217)."""
    total_weight: float | None = None
    """Weight of all goods: pounds in North America, kilograms elsewhere."""
    total_tax: Decimal | None = None
    """Tax on the order."""
    total_fees: Decimal | None = None
    """Fees on the order, such as recycling fees."""
    payment_terms: str | None = None
    """When the invoice is due."""
    notes: str | None = None
    """Notes on the order. Several notes are separated by ||."""
    bill_to_info: OrderDetailB2BAddress | None = None
    """Who gets the invoice."""
    ship_to_info: OrderDetailB2BAddress | None = None
    """Who gets the goods, and where."""
    end_user_info: OrderDetailB2BAddress | None = None
    """The customer who will use the goods."""
    lines: list[OrderDetailB2BLine] | None = None
    """The lines of the order with their shipments."""
    miscellaneous_charges: list[MiscellaneousCharge] | None = None
    """Charges beside goods and freight, such as recycling fees. The amounts come as text."""
    additional_attributes: list[AdditionalAttribute] | None = None
    """Further facts about the order as pairs of name and value."""

    @property
    def status(self) -> Status | None:
        """What order_status says, whatever its spelling; None when there is nothing."""
        return Status.read(self.order_status)
