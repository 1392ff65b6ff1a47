from xi_sdk_resellers.models.link import Link as RenewalsSearchResponseRenewalsInnerLinksInner

__all__ = ["RenewalsSearchResponseRenewalsInnerLinksInner"]
