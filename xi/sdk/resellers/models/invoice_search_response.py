from xi_sdk_resellers.models.invoice_search_response import InvoiceSearchResponse

__all__ = ["InvoiceSearchResponse"]
