from xi_sdk_resellers.models.miscellaneous_charge import (
    MiscellaneousCharge as OrderCreateResponseOrdersInnerMiscellaneousChargesInner,
)

__all__ = ["OrderCreateResponseOrdersInnerMiscellaneousChargesInner"]
