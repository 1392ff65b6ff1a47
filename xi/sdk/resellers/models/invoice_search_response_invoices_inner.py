# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceSearchResponseInvoice`."""

from xi_sdk_resellers.models.invoice_search_response import (
    InvoiceSearchResponseInvoice as InvoiceSearchResponseInvoicesInner,
)

__all__ = ["InvoiceSearchResponseInvoicesInner"]
