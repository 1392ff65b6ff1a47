from xi_sdk_resellers.models.freight_request import FreightRequestLine as FreightRequestLinesInner

__all__ = ["FreightRequestLinesInner"]
