from xi_sdk_resellers.models.freight_request import FreightRequestShipToAddress as FreightRequestShipToAddressInner

__all__ = ["FreightRequestShipToAddressInner"]
