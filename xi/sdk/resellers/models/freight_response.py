from xi_sdk_resellers.models.freight_response import FreightResponse

__all__ = ["FreightResponse"]
