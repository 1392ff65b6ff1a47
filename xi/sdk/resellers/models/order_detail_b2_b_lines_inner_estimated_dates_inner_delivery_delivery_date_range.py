from xi_sdk_resellers.models.date_range import (
    DateRange as OrderDetailB2BLinesInnerEstimatedDatesInnerDeliveryDeliveryDateRange,
)

__all__ = ["OrderDetailB2BLinesInnerEstimatedDatesInnerDeliveryDeliveryDateRange"]
