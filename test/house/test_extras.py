"""What needs an extra names it."""

from __future__ import annotations

import subprocess
import sys


def test_without_aiohttp_the_extra_is_named() -> None:
    program = (
        "import sys\n"
        "sys.modules['aiohttp'] = None\n"
        "import xi_sdk_resellers, xi_sdk_resellers.aio\n"
        "try:\n"
        "    from xi_sdk_resellers.aio import ApiClient\n"
        "except ImportError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == 'xi_sdk_resellers.aio needs aiohttp: pip install "xi-resellers[aio]"'


def test_without_polars_the_extra_is_named() -> None:
    program = (
        "import sys\n"
        "sys.modules['polars'] = None\n"
        "from xi_sdk_resellers.dataframes import to_polars\n"
        "try:\n"
        "    to_polars([])\n"
        "except ImportError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == 'to_polars() needs polars: pip install "xi-resellers[polars]"'
