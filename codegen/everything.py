"""All generated files of one contract."""

from __future__ import annotations

from codegen import PACKAGE, alias, apis, bodies, conflicts, exports, models, operations, reference, twins
from codegen.contract import Contract
from codegen.formatting import broken

FOLDERS = (
    operations.FOLDER,
    f"{PACKAGE}/models",
    f"{PACKAGE}/api",
    f"{PACKAGE}/aio/api",
    alias.FOLDER.partition("/")[0],
    reference.FOLDER,
)
"""The folders that hold nothing but generated files."""


def generate(contract: Contract) -> dict[str, str]:
    """Print every file, by its path below the project.

    Raises:
        ContractError: names of the contract collide in Python.
    """
    conflicts.check(contract)
    files = {f"{PACKAGE}/models/{family}.py": models.module(contract, family) for family in contract.families}
    files[f"{PACKAGE}/models/enums.py"] = models.enums_module(contract)
    if contract.vocabularies:
        files[f"{PACKAGE}/models/vocabularies.py"] = models.vocabularies_module(contract)
    files |= bodies.files(contract) | operations.files(contract)
    files[f"{PACKAGE}/models/__init__.py"] = models.package_module(contract)
    files |= exports.files(contract)
    for folder, asynchronous in ((f"{PACKAGE}/api", False), (f"{PACKAGE}/aio/api", True)):
        for tag in contract.tags:
            files[f"{folder}/{apis.module_name(tag)}.py"] = apis.module(contract, tag, asynchronous=asynchronous)
        files[f"{folder}/__init__.py"] = apis.package_module(contract, asynchronous=asynchronous)
    files |= twins.files() | alias.files(contract) | reference.files(contract)
    return {name: broken(name, source) for name, source in files.items()}
