# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceDetailsTotals`."""

from xi_sdk_resellers.models.invoice_details import InvoiceDetailsTotals as InvoiceDetailsv61ResponseSummaryTotals

__all__ = ["InvoiceDetailsv61ResponseSummaryTotals"]
