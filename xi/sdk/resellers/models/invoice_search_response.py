# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `InvoiceSearchResponse`."""

from xi_sdk_resellers.models.invoice_search_response import InvoiceSearchResponse

__all__ = ["InvoiceSearchResponse"]
