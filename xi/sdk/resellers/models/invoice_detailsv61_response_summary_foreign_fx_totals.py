# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceDetailsForeignTotals`."""

from xi_sdk_resellers.models.invoice_details import (
    InvoiceDetailsForeignTotals as InvoiceDetailsv61ResponseSummaryForeignFxTotals,
)

__all__ = ["InvoiceDetailsv61ResponseSummaryForeignFxTotals"]
