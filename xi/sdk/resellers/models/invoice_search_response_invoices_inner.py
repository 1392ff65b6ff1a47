from xi_sdk_resellers.models.invoice_search_response import (
    InvoiceSearchResponseInvoice as InvoiceSearchResponseInvoicesInner,
)

__all__ = ["InvoiceSearchResponseInvoicesInner"]
