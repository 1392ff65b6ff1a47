# Generated from the contract by "python -m codegen". Changes made here are lost.
"""The vendor SDK's name for `ContractEndUser`."""

from xi_sdk_resellers.models.contract_end_user import ContractEndUser as RenewalsDetailsResponseEndUserInfo

__all__ = ["RenewalsDetailsResponseEndUserInfo"]
