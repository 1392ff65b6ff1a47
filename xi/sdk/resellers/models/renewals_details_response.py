from xi_sdk_resellers.models.renewals_details_response import RenewalsDetailsResponse

__all__ = ["RenewalsDetailsResponse"]
