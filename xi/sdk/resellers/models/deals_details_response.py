from xi_sdk_resellers.models.deals_details_response import DealsDetailsResponse

__all__ = ["DealsDetailsResponse"]
