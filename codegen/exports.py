"""Print the stub of the package: the names that it loads when they are used, for type checkers."""

from __future__ import annotations

from importlib import import_module

from codegen import PACKAGE
from codegen.contract import Contract
from codegen.models import HEADER, where_models_are
from codegen.text import imported

STUB = f"{PACKAGE}/__init__.pyi"


def stub(contract: Contract) -> str:
    """Print the stub. Which names are not of the contract stands in the package itself."""
    tables = vars(import_module(PACKAGE))
    names: dict[str, str] = tables["_MODULES"]
    submodules: set[str] = tables["_SUBMODULES"]
    modules: dict[str, list[str]] = {}
    for name, module in names.items():
        modules.setdefault(module, []).append(name)
    lines = [HEADER, "# ruff: noqa: F405 - names of a star import"]
    lines += ['"""The names of the package for type checkers. `__init__.py` loads each when it is first used."""', ""]
    lines += [f"from {PACKAGE} import {name} as {name}" for name in sorted(submodules)]
    for module in sorted({*modules, "models"}):
        if module == "models":
            lines += [f"from {PACKAGE}.models import *  # noqa: F403 - the names are in its __all__"]
        else:
            lines += imported(f"{PACKAGE}.{module}", modules[module])
    lines += ["", "__all__ = ["]
    lines += [f'    "{name}",' for name in sorted({*names, *where_models_are(contract)})]
    return "\n".join([*lines, "]", ""])
