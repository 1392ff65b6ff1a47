from xi_sdk_resellers.models.invoice_details import InvoiceDetailsLine as InvoiceDetailsv61ResponseLinesInner

__all__ = ["InvoiceDetailsv61ResponseLinesInner"]
