from xi_sdk_resellers.models.invoice_details import InvoiceDetailsAddress as InvoiceDetailsv61ResponseShipToInfo

__all__ = ["InvoiceDetailsv61ResponseShipToInfo"]
