from xi_sdk_resellers.models.freight_request import FreightRequestShipToAddress

__all__ = ["FreightRequestShipToAddress"]
