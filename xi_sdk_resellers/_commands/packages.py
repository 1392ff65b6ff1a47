"""Which packages hold the import name ``xi.sdk.resellers`` in this environment.

The vendor's package and this one own the same files, so that whichever was installed or removed last has changed the
other's. Only the environment itself can tell.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

VENDOR = "xi.sdk.resellers"
"""The distribution of the vendor; names are compared without dots, dashes and underscores."""
MEND = (f"pip uninstall -y {VENDOR}", "pip install --force-reinstall --no-deps xi-resellers")
"""What mends an environment that has both, or has lost the alias with the vendor's package."""


def vendor_version() -> str | None:
    """Return the version of the vendor's package in this environment; None when it is not there."""
    try:
        return distribution(VENDOR).version
    except PackageNotFoundError:
        return None


def alias_is_ours() -> bool:
    """Tell whether ``import xi.sdk.resellers`` brings this package."""
    spec = find_spec("xi.sdk.resellers") if find_spec("xi") and find_spec("xi.sdk") else None
    if spec is None or spec.origin is None:
        return False
    return "Generated from the contract" in Path(spec.origin).read_text(encoding="utf-8")[:200]


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
