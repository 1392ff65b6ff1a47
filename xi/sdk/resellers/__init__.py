# Generated from the contract by "python -m codegen". Changes made here are lost.
"""Another name of :mod:`xi_sdk_resellers`: the one that the vendor's SDK is imported under."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xi.sdk.resellers import api as api
    from xi.sdk.resellers import api_client as api_client
    from xi.sdk.resellers import api_response as api_response
    from xi.sdk.resellers import configuration as configuration
    from xi.sdk.resellers import exceptions as exceptions
    from xi.sdk.resellers import models as models
    from xi.sdk.resellers import rest as rest
    from xi.sdk.resellers.models import *  # noqa: F403 - the names are in its __all__
    from xi_sdk_resellers import *  # noqa: F403
    from xi_sdk_resellers import __version__ as __version__
else:
    _OWN = {"api", "api_client", "api_response", "configuration", "exceptions", "models", "rest"}

    def __getattr__(name):
        package = import_module("xi_sdk_resellers")
        with package._loading:
            if name in _OWN:
                return import_module(f"{__name__}.{name}")
            models = import_module(f"{__name__}.models")
        if name == "__all__":
            return sorted({*package.__all__, *models.__all__})
        value = getattr(models if name in models.__all__ else package, name, None)
        if value is None:
            if name.startswith("_"):
                raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
            advice = "call what it has no method for with ApiClient.request(method, path)"
            helped = import_module("xi_sdk_resellers._process.misspelt")
            raise helped.no_such_name(__name__, name, __dir__(), f"is not in xi-resellers: {advice}")
        globals()[name] = value
        return value

    def __dir__():
        return sorted({*__getattr__("__all__"), *_OWN})

    import_module("xi_sdk_resellers._commands.packages").warn_of_both()
