from xi_sdk_resellers.models.invoice_details import (
    InvoiceDetailsForeignTotals as InvoiceDetailsv61ResponseSummaryForeignFxTotals,
)

__all__ = ["InvoiceDetailsv61ResponseSummaryForeignFxTotals"]
