"""Print the stubs of the packages: the names that they load when they are used, for type checkers."""

from __future__ import annotations

from importlib import import_module

from codegen import PACKAGE
from codegen.apis import class_of
from codegen.contract import Contract
from codegen.models import HEADER, where_models_are
from codegen.text import imported


def files(contract: Contract) -> dict[str, str]:
    """Print the stubs of the package and of its asyncio twin, by their paths below the project."""
    where = where_models_are(contract)
    return {
        f"{PACKAGE}/__init__.pyi": _stub(contract, PACKAGE, {"models": sorted(where)}),
        f"{PACKAGE}/aio/__init__.pyi": _stub(contract, f"{PACKAGE}.aio", {}),
    }


def _stub(contract: Contract, package: str, generated: dict[str, list[str]]) -> str:
    """Print a stub. Which names are not of the contract stands in the package itself."""
    tables = vars(import_module(package))
    names: dict[str, str] = tables["_MODULES"]
    submodules: set[str] = tables["_SUBMODULES"]
    modules: dict[str, list[str]] = {"api": [class_of(tag) for tag in contract.tags]}
    for name, module in names.items():
        modules.setdefault(module, []).append(name)
    lines = [HEADER, *(["# ruff: noqa: F405 - names of a star import"] if generated else [])]
    lines += ['"""The names of the package for type checkers. `__init__.py` loads each when it is first used."""', ""]
    lines += [f"from {package} import {name} as {name}" for name in sorted(submodules)]
    for module in sorted({*modules, *generated}):
        if module in generated:
            lines += [f"from {package}.{module} import *  # noqa: F403 - the names are in its __all__"]
        else:
            lines += imported(f"{package}.{module}", modules[module])
    everything = {name for found in (*modules.values(), *generated.values()) for name in found}
    lines += ["", "__all__ = [", *(f'    "{name}",' for name in sorted(everything))]
    return "\n".join([*lines, "]", ""])
