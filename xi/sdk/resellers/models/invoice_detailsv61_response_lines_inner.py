# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceDetailsLine`."""

from xi_sdk_resellers.models.invoice_details import InvoiceDetailsLine as InvoiceDetailsv61ResponseLinesInner

__all__ = ["InvoiceDetailsv61ResponseLinesInner"]
