from xi_sdk_resellers.models.invoice_details import (
    InvoiceDetailsCharge as InvoiceDetailsv61ResponseSummaryMiscChargesInner,
)

__all__ = ["InvoiceDetailsv61ResponseSummaryMiscChargesInner"]
