"""Print the alias package: the vendor SDK's import name, with its module and class names.

``xi`` and ``xi.sdk`` get no ``__init__.py``: other distributions put packages there, too, and a
file of ours would hide theirs or be replaced by it.
"""

from __future__ import annotations

import json

from codegen import PACKAGE
from codegen.apis import class_of, module_name
from codegen.contract import Contract
from codegen.lazy import LAZY_IMPORTS
from codegen.models import HEADER, where_models_are
from codegen.names import snake
from codegen.text import WIDTH, imported, mapping

ALIAS = "xi.sdk.resellers"
FOLDER = ALIAS.replace(".", "/")
MODULES = ("api_client", "api_response", "configuration", "exceptions", "rest")
"""The modules outside ``api`` and ``models`` that the vendor's SDK has."""


def files(contract: Contract) -> dict[str, str]:
    """Print every file of the alias package, by its path below the project."""
    result = {f"{FOLDER}/__init__.py": _package(), f"{FOLDER}/py.typed": ""}
    for name in MODULES:
        result[f"{FOLDER}/{name}.py"] = _same_module(name)
    result[f"{FOLDER}/api/__init__.py"] = _exporting("The endpoint classes", "api", _api_classes(contract))
    for tag in contract.tags:
        result[f"{FOLDER}/api/{module_name(tag)}.py"] = _same_module(f"api.{module_name(tag)}")
    result[f"{FOLDER}/models/__init__.py"] = _models_package(contract)
    for name, (family, own) in vendor_models(contract).items():
        result[f"{FOLDER}/models/{snake(name)}.py"] = _model_module(name, family, own)
    return result


def vendor_models(contract: Contract) -> dict[str, tuple[str, str]]:
    """List the vendor SDK's model classes: for each the module and the name of our class."""
    pairs = {name: (schema.family, schema.name) for schema in contract.schemas for name in schema.vendor_names}
    return dict(sorted(pairs.items()))


def _api_classes(contract: Contract) -> dict[str, str]:
    return {class_of(tag): module_name(tag) for tag in contract.tags}


def _same_module(name: str) -> str:
    """Print a module whose place in ``sys.modules`` is taken by ours, so that both names are one module."""
    parent, _, own = f"{PACKAGE}.{name}".rpartition(".")
    lines = [HEADER, f'"""The same module as :mod:`{PACKAGE}.{name}`."""', "", "import sys", ""]
    lines += [f"from {parent} import {own}", f"from {PACKAGE}.{name} import *  # noqa: F403 - for type checkers", ""]
    return "\n".join([*lines, f"sys.modules[__name__] = {own}", ""])


def _model_module(name: str, family: str, own: str) -> str:
    lines = [f'"""The vendor SDK\'s name for `{own}`."""', ""]
    lines += imported(f"{PACKAGE}.models.{family}", [own if own == name else f"{own} as {name}"])
    lines += ["", f'__all__ = ["{name}"]', ""]
    if max(map(len, lines)) > WIDTH:
        lines.insert(0, _LONG)
    return "\n".join([HEADER, *lines])


_LONG = "# ruff: noqa: E501 - the vendor's names are long"


def _exporting(what: str, package: str, names: dict[str, str]) -> str:
    lines = [HEADER, f'"""{what}, under the vendor SDK\'s import name."""', ""]
    lines += ["from typing import TYPE_CHECKING, Any", "", f"from {PACKAGE} import {package} as _same", ""]
    lines += ["if TYPE_CHECKING:", *imported(f"{PACKAGE}.{package}", list(names), 4), ""]
    lines += ["__all__ = [", *(f'    "{name}",' for name in sorted(names)), "]", "", ""]
    lines += ["def __getattr__(name: str) -> Any:", "    return getattr(_same, name)", "", ""]
    lines += ["def __dir__() -> list[str]:", "    return __all__"]
    return "\n".join([*lines, ""])


def _models_package(contract: Contract) -> str:
    vendor = vendor_models(contract)
    own = where_models_are(contract)
    renamed = {name: pair for name, pair in vendor.items() if name not in own}
    lines = [HEADER, f"# ruff: noqa: {'E501, F405' if renamed else 'F405'} - long names, and names of a star import"]
    lines += ['"""Every model, under the vendor SDK\'s names, too. Each is imported when it is used."""', ""]
    lines += [*LAZY_IMPORTS, "", "if TYPE_CHECKING:"]
    for name in sorted(renamed, key=snake):
        lines += imported(f"{ALIAS}.models.{snake(name)}", [name], 4)
    lines += [f"    from {PACKAGE}.models import *  # noqa: F403 - the names are in its __all__"]
    lines += ["", *mapping("_RENAMED = ", {name: snake(name) for name in sorted(renamed)}), ""]
    lines += ["__all__ = [", *(f'    "{name}",' for name in sorted({*own, *renamed})), "]", "", ""]
    return "\n".join([*lines, *_MODELS.splitlines(), ""])


_MODELS = f'''\
def __getattr__(name: str) -> Any:
    if name in _RENAMED:
        value = getattr(load(f"{{__name__}}.{{_RENAMED[name]}}"), name)
    else:
        value = getattr(load("{PACKAGE}.models"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__'''


def _package() -> str:
    lines = [HEADER, f'"""Another name of :mod:`{PACKAGE}`: the one that the vendor\'s SDK is imported under."""', ""]
    lines += ["from importlib import import_module", "from typing import TYPE_CHECKING", "", "if TYPE_CHECKING:"]
    for name in _OWN:
        lines += [f"    from {ALIAS} import {name} as {name}"]
    lines += [f"    from {ALIAS}.models import *  # noqa: F403 - the names are in its __all__"]
    lines += [f"    from {PACKAGE} import *  # noqa: F403", f"    from {PACKAGE} import __version__ as __version__"]
    lines += ["else:", f"    _OWN = {{{', '.join(json.dumps(name) for name in _OWN)}}}", ""]
    return "\n".join([*lines, *_PACKAGE.splitlines(), ""])


_OWN = tuple(sorted(("api", *MODULES, "models")))
_PACKAGE = f'''\
    def __getattr__(name):
        package = import_module("{PACKAGE}")
        with package._loading:
            if name in _OWN:
                return import_module(f"{{__name__}}.{{name}}")
            models = import_module(f"{{__name__}}.models")
        if name == "__all__":
            return sorted({{*package.__all__, *models.__all__}})
        value = getattr(models if name in models.__all__ else package, name, None)
        if value is None:
            if name.startswith("_"):
                raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
            advice = "call what it has no method for with ApiClient.request(method, path)"
            helped = import_module("xi_sdk_resellers._process.misspelt")
            raise helped.no_such_name(__name__, name, __dir__(), f"is not in xi-resellers: {{advice}}")
        globals()[name] = value
        return value

    def __dir__():
        return sorted({{*__getattr__("__all__"), *_OWN}})

    import_module("{PACKAGE}._commands.packages").warn_of_both()'''
