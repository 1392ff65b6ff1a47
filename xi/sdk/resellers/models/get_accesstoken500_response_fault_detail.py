from xi_sdk_resellers.models.error_response import ErrorFaultDetail as GetAccesstoken500ResponseFaultDetail

__all__ = ["GetAccesstoken500ResponseFaultDetail"]
