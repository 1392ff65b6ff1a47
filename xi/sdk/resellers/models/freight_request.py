from xi_sdk_resellers.models.freight_request import FreightRequest

__all__ = ["FreightRequest"]
