"""Collect what no import statement names, and the sandbox's contract."""

import pkgutil
from pathlib import Path

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

import xi_sdk_resellers

# Under these names modules of 1.0.0 are found where they have moved to; the archive has them at their place alone.
_MOVED = Path(xi_sdk_resellers.__file__).parent / "_moved"
_FORMER = tuple(
    f"xi_sdk_resellers.{prefix}{module.name}"
    for prefix, folder in (("", _MOVED), ("aio.", _MOVED / "aio"))
    for module in pkgutil.iter_modules([str(folder)])
    if module.name.startswith("_")
)
_LEFT_OUT = ("xi_sdk_resellers._pyinstaller", "xi_sdk_resellers.sandbox.pytest_plugin", *_FORMER)

hiddenimports = [name for name in collect_submodules("xi_sdk_resellers") if name not in _LEFT_OUT]
datas = collect_data_files("xi_sdk_resellers", includes=["sandbox/openapi.json"])
