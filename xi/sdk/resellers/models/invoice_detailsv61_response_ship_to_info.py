# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceDetailsAddress`."""

from xi_sdk_resellers.models.invoice_details import InvoiceDetailsAddress as InvoiceDetailsv61ResponseShipToInfo

__all__ = ["InvoiceDetailsv61ResponseShipToInfo"]
