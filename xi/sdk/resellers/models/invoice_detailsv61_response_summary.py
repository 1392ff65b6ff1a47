from xi_sdk_resellers.models.invoice_details import InvoiceDetailsSummary as InvoiceDetailsv61ResponseSummary

__all__ = ["InvoiceDetailsv61ResponseSummary"]
