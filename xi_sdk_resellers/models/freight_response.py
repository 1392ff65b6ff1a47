# Generated from the contract by "python -m codegen". Changes made here are lost.
"""FreightResponse and its parts."""

from decimal import Decimal

from xi_sdk_resellers._modelling.base import AnswerModel


class FreightEstimateCarrier(AnswerModel):
    """A carrier that could take the shipment of a warehouse."""

    carrier_code: str | None = None
    """Code of the carrier."""
    ship_via: str | None = None
    """The carrier in words. Blanks may follow."""
    carrier_mode: str | None = None
    """How it carries, such as SML for parcels."""
    estimated_freight_charge: Decimal | None = None
    """What it takes; sent as text."""
    days_in_transit: int | None = None
    """How many days it travels; sent as text."""


class FreightEstimateWarehouse(AnswerModel):
    """The shipment of one warehouse, with the carrier that the service has chosen."""

    ship_from_branch_number: str | None = None
    """Code of the warehouse."""
    carrier_code: str | None = None
    """Code of the carrier that was chosen."""
    ship_via: str | None = None
    """That carrier in words."""
    freight_rate: Decimal | None = None
    """What that carrier takes."""
    total_weight: float | None = None
    """Weight of the shipment."""
    transit_days: int | None = None
    """How many days it travels."""
    carrier_list: list[FreightEstimateCarrier] | None = None
    """The carriers that could take it."""


class FreightEstimateLine(AnswerModel):
    """One article of an estimate."""

    ingram_part_number: str | None = None
    """Ingram Micro's number for the article."""
    vendor_part_number: str | None = None
    """The manufacturer's number for the article."""
    warehouse_id: str | None = None
    """Code of the warehouse it leaves from."""
    quantity: int | None = None
    """How many units."""
    unit_price: Decimal | None = None
    """Price of one unit."""
    net_amount: Decimal | None = None
    """Price of all units."""


class FreightEstimate(AnswerModel):
    """An estimate of what shipping would cost."""

    currency_code: str | None = None
    """Currency of its amounts, three letters."""
    total_freight_amount: Decimal | None = None
    """Freight of all warehouses, each with the carrier that the service has chosen."""
    total_tax_amount: Decimal | None = None
    """Tax on all of it."""
    total_fees: Decimal | None = None
    """Fees on top of it."""
    total_net_amount: Decimal | None = None
    """Net amount of the goods; seen as 0."""
    gross_amount: Decimal | None = None
    """Goods and freight together."""
    distribution: list[FreightEstimateWarehouse] | None = None
    """The shipments, one for each warehouse that takes part."""
    lines: list[FreightEstimateLine] | None = None
    """What is shipped from where."""


class FreightResponse(AnswerModel):
    """What shipping would cost."""

    freight_estimate_response: FreightEstimate | None = None
    """The estimate."""
