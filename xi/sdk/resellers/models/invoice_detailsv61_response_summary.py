# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceDetailsSummary`."""

from xi_sdk_resellers.models.invoice_details import InvoiceDetailsSummary as InvoiceDetailsv61ResponseSummary

__all__ = ["InvoiceDetailsv61ResponseSummary"]
