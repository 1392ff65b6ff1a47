from xi_sdk_resellers.models.invoice_details import (
    InvoiceDetailsPaymentTerms as InvoiceDetailsv61ResponsePaymentTermsInfo,
)

__all__ = ["InvoiceDetailsv61ResponsePaymentTermsInfo"]
