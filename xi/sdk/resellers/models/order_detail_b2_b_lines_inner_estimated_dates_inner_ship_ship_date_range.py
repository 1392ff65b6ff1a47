# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `DateRange`."""

from xi_sdk_resellers.models.date_range import DateRange as OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange

__all__ = ["OrderDetailB2BLinesInnerEstimatedDatesInnerShipShipDateRange"]
