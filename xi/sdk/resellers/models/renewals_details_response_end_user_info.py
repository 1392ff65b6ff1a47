from xi_sdk_resellers.models.contract_end_user import ContractEndUser as RenewalsDetailsResponseEndUserInfo

__all__ = ["RenewalsDetailsResponseEndUserInfo"]
