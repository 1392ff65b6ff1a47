# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceDetailsFxRate`."""

from xi_sdk_resellers.models.invoice_details import InvoiceDetailsFxRate as InvoiceDetailsv61ResponseFxRateInfo

__all__ = ["InvoiceDetailsv61ResponseFxRateInfo"]
