from xi_sdk_resellers.models.invoice_details import InvoiceDetailsAddress as InvoiceDetailsv61ResponseBillToInfo

__all__ = ["InvoiceDetailsv61ResponseBillToInfo"]
