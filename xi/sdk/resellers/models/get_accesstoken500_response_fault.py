from xi_sdk_resellers.models.error_response import ErrorFault as GetAccesstoken500ResponseFault

__all__ = ["GetAccesstoken500ResponseFault"]
