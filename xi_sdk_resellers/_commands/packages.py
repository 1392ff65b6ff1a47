"""Which packages hold the import name ``xi.sdk.resellers`` in this environment.

The vendor's package and this one own the same files, so that whichever was installed or removed last has changed the
other's. Only the environment itself can tell.
"""

from __future__ import annotations

import os
import re
import sys
import warnings
from importlib.util import find_spec

VENDOR = "xi.sdk.resellers"
"""The distribution of the vendor; names are compared without dots, dashes and underscores."""
MEND = (f"pip uninstall -y {VENDOR}", "pip install --force-reinstall --no-deps xi-resellers")
"""What mends an environment that has both, or has lost the alias with the vendor's package."""


_RECORD = re.compile(r"xi[._-]sdk[._-]resellers-(?P<version>[^-]+)\.(dist|egg)-info", re.IGNORECASE)


def vendor_version() -> str | None:
    """Return the version of the vendor's package in this environment; None when it is not there."""
    for folder in sys.path:
        try:
            names = os.listdir(folder) if folder.endswith("-packages") else []
        except OSError:
            continue
        for name in names:
            if found := _RECORD.fullmatch(name):
                return found["version"]
    return None


def warn_of_both() -> None:
    """Warn when the vendor's package is installed, too. The alias package calls it when it is imported."""
    version = vendor_version()
    if version is not None:
        what = f"{VENDOR} {version} is installed, too, and owns the same files as xi-resellers"
        warnings.warn(f"{what}. Mend it with: {' && '.join(MEND)}", stacklevel=2)


def alias_is_ours() -> bool:
    """Tell whether ``import xi.sdk.resellers`` brings this package."""
    spec = find_spec("xi.sdk.resellers") if find_spec("xi") and find_spec("xi.sdk") else None
    if spec is None or spec.origin is None:
        return False
    with open(spec.origin, encoding="utf-8") as file:
        return "Generated from the contract" in file.read(200)


def problem() -> str | None:
    """Say what is wrong with the two packages, and the commands that mend it; None when nothing is."""
    version, ours = vendor_version(), alias_is_ours()
    if version is None and ours:
        return None
    if version is not None:
        whose = "this package's files" if ours else "the vendor's files"
        what = f"{VENDOR} {version} is installed, too, and owns the same files: import {VENDOR} brings {whose}"
    else:
        what = f"import {VENDOR} does not bring this package: its files went with the vendor's package"
    return f"{what}. Mend it with: {' && '.join(MEND)}"
