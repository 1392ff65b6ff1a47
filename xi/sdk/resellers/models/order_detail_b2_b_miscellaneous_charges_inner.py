# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `MiscellaneousCharge`."""

from xi_sdk_resellers.models.miscellaneous_charge import MiscellaneousCharge as OrderDetailB2BMiscellaneousChargesInner

__all__ = ["OrderDetailB2BMiscellaneousChargesInner"]
