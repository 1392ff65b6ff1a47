from xi_sdk_resellers.models.invoice_details import InvoiceDetails as InvoiceDetailsv61Response

__all__ = ["InvoiceDetailsv61Response"]
