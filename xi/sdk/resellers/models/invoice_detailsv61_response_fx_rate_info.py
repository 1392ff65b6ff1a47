from xi_sdk_resellers.models.invoice_details import InvoiceDetailsFxRate as InvoiceDetailsv61ResponseFxRateInfo

__all__ = ["InvoiceDetailsv61ResponseFxRateInfo"]
