# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceDetailsSummaryLines`."""

from xi_sdk_resellers.models.invoice_details import InvoiceDetailsSummaryLines as InvoiceDetailsv61ResponseSummaryLines

__all__ = ["InvoiceDetailsv61ResponseSummaryLines"]
