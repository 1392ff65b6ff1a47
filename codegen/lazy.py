"""The part of a generated package that imports a name when it is first used."""

from codegen import PACKAGE

LAZY_IMPORTS = ("from typing import TYPE_CHECKING, Any", "", f"from {PACKAGE}._process.loading import load")

LAZY = """\
def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(load(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__"""
