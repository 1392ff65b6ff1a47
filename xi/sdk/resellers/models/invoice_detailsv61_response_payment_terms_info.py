# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceDetailsPaymentTerms`."""

from xi_sdk_resellers.models.invoice_details import (
    InvoiceDetailsPaymentTerms as InvoiceDetailsv61ResponsePaymentTermsInfo,
)

__all__ = ["InvoiceDetailsv61ResponsePaymentTermsInfo"]
