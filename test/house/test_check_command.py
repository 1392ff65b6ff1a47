"""The command line: ``xi-resellers check`` names what is wrong, and its exit code says whether anything is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from xi_sdk_resellers.__main__ import main
from xi_sdk_resellers.sandbox import Sandbox

SECRET = "s3cret-of-the-app"


def run(environment: dict[str, str], *more: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XI_")}
    command = [sys.executable, "-m", "xi_sdk_resellers", "check", *more]
    return subprocess.run(command, capture_output=True, text=True, env={**kept, **environment}, check=False)


def test_all_is_well_with_the_sandbox() -> None:
    with Sandbox() as sandbox:
        done = run(sandbox.environment(), "--json")
    found = {finding["what"]: finding for finding in json.loads(done.stdout)}
    assert set(found) == {"packages", "settings", "host", "token", "call", "clock"}
    assert all(finding["good"] for finding in found.values())
    assert (done.returncode, done.stderr) == (0, "")


def test_a_wrong_secret_is_told_and_not_shown() -> None:
    with Sandbox() as sandbox:
        done = run({**sandbox.environment(), "XI_CLIENT_SECRET": SECRET})
    lines = {line.split()[1]: line for line in done.stdout.splitlines()}
    assert done.returncode == 1
    assert lines["host"].startswith("ok")
    assert lines["token"].startswith("FAIL")
    assert SECRET not in done.stdout + done.stderr


def test_missing_settings_are_named() -> None:
    nothing = run({})
    assert nothing.returncode == 1
    assert "none of these environment variables is set: XI_HOST" in nothing.stdout
    partly = run({"XI_CUSTOMER_NUMBER": "20-222222"})
    assert "not set: XI_COUNTRY_CODE, XI_CLIENT_ID and XI_CLIENT_SECRET" in partly.stdout


def test_a_host_that_is_not_there_is_told() -> None:
    environment = {"XI_HOST": "http://127.0.0.1:1", "XI_CUSTOMER_NUMBER": "20-222222", "XI_COUNTRY_CODE": "US"}
    done = run({**environment, "XI_ACCESS_TOKEN": "t"})
    assert done.returncode == 1
    assert "FAIL  host" in done.stdout


@pytest.mark.parametrize("record", ["xi_sdk_resellers-1.3.0.dist-info", "xi.sdk.resellers-1.1.0.dist-info"])
def test_the_vendors_package_is_noticed(record: str, tmp_path: Path) -> None:
    installed = tmp_path / "site-packages"
    installed.joinpath(record).mkdir(parents=True)
    environment = {"PYTHONPATH": os.pathsep.join([str(installed), os.getcwd()])}
    done = run(environment)
    assert "xi.sdk.resellers 1." in done.stdout
    program = "import warnings; warnings.simplefilter('error'); import xi.sdk.resellers"
    kept = {**os.environ, **environment}
    alias = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=kept, check=False)
    for said in (done.stdout, alias.stderr):
        assert "pip uninstall -y xi.sdk.resellers && pip install --force-reinstall --no-deps xi-resellers" in said
    own = subprocess.run([sys.executable, "-W", "error", "-c", "import xi.sdk.resellers"], check=False)
    assert own.returncode == 0


def test_help_and_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 2
    assert "COMMAND" in capsys.readouterr().err
