# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceDetails`."""

from xi_sdk_resellers.models.invoice_details import InvoiceDetails as InvoiceDetailsv61Response

__all__ = ["InvoiceDetailsv61Response"]
