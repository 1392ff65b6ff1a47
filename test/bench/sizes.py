"""How large the contestants are: their wheel, and the files that it leaves behind, without bytecode.

RECORD and INSTALLER do not count: installers write them, and list their own bytecode there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

_OF_INSTALLERS = ("/RECORD", "/INSTALLER", "/REQUESTED")
_INSTALLED = f"""
import json
from importlib.metadata import distribution

installed = distribution("xi.sdk.resellers")
kept = [file for file in installed.files if not str(file).endswith((".pyc", *{_OF_INSTALLERS!r}))]
print(json.dumps(sum(installed.locate_file(file).stat().st_size for file in kept)))
"""


def sizes_of_ours(root: Path) -> dict[str, float]:
    """Build the wheel of a checkout, and tell its size and that of what it installs, in bytes.

    Args:
        root: the checkout, of this version or an earlier one.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, str(root)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (wheel,) = Path(folder).glob("*.whl")
        with ZipFile(wheel) as packed:
            files = [file for file in packed.infolist() if not file.filename.endswith(_OF_INSTALLERS)]
        return {"wheel": wheel.stat().st_size, "installed": sum(file.file_size for file in files)}


def size_of_peer(python: str) -> float:
    """Tell the size of the vendor's SDK as it is installed, in bytes.

    Args:
        python: the interpreter of its environment.
    """
    told = subprocess.run([python, "-I", "-c", _INSTALLED], check=True, capture_output=True, text=True).stdout
    return float(json.loads(told))
