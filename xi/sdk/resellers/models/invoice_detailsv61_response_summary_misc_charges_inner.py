# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceDetailsCharge`."""

from xi_sdk_resellers.models.invoice_details import (
    InvoiceDetailsCharge as InvoiceDetailsv61ResponseSummaryMiscChargesInner,
)

__all__ = ["InvoiceDetailsv61ResponseSummaryMiscChargesInner"]
