"""The part of a generated package that imports a name when it is first used."""

from codegen import PACKAGE

LAZY_IMPORTS = ("from typing import TYPE_CHECKING, Any", "", f"from {PACKAGE}._process.loading import load")

LAZY = """\
def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        if name.startswith("_"):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        raise load("xi_sdk_resellers._process.misspelt").no_such_name(__name__, name, __all__)
    value = getattr(load(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__"""
