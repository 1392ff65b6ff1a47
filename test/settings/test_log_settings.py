"""The settings of the log: files, formats, and debugging."""

from __future__ import annotations

import io
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from xi_sdk_resellers import ApiTypeError, ApiValueError, Configuration


@pytest.fixture(autouse=True)
def _clean_default() -> Iterator[None]:
    yield
    Configuration.set_default(None)


def test_logging_is_set_up_only_when_asked_for(tmp_path: Path) -> None:
    import_module("xi_sdk_resellers._process.log")  # which gives the logger a handler that does nothing
    log = logging.getLogger("xi_sdk_resellers")
    before, level = list(log.handlers), log.level
    plain = Configuration()
    assert log.handlers == before
    assert (plain.logger_file, plain.logger_file_handler, plain.logger_stream_handler) == (None, None, None)
    path = tmp_path / "sdk.log"
    configuration = Configuration(logger_file=str(path), logger_format="%(message)s!", debug=True)
    try:
        assert (configuration.debug, configuration.logger_file) == (True, str(path))
        log.getChild("debug").debug("hello")
        assert path.read_text() == "hello!\n"
        configuration.logger_format = "%(levelname)s"
        log.getChild("debug").debug("hello")
        assert path.read_text() == "hello!\nDEBUG\n"
    finally:
        configuration.logger_file = None
        configuration.debug = False
    assert (configuration.logger_file, configuration.logger_stream_handler) == (None, None)
    assert log.handlers == before
    assert log.level == level


def test_a_log_file_that_cannot_be_written_shows_when_it_is_set(tmp_path: Path) -> None:
    log = logging.getLogger("xi_sdk_resellers")
    before, level = list(log.handlers), log.level
    missing = str(tmp_path / "missing" / "sdk.log")
    with pytest.raises(ApiValueError, match=r"logger_file '.*sdk\.log' cannot be written: No such file"):
        Configuration(logger_file=missing, debug=True)
    with pytest.raises(ApiValueError, match=r"logger_file .*: (Is a directory|Permission denied)"):
        Configuration(logger_file=str(tmp_path))
    with pytest.raises(ApiTypeError, match="logger_file must be a path, not float"):
        Configuration(logger_file=1.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    configuration = Configuration(logger_file=str(tmp_path / "sdk.log"))
    try:
        with pytest.raises(ApiValueError, match="logger_file"):
            configuration.logger_file = missing
        assert configuration.logger_file == str(tmp_path / "sdk.log")
        assert configuration.logger_file_handler in log.handlers
    finally:
        configuration.logger_file = None
    assert (log.handlers, log.level) == (before, level)


def test_a_log_that_breaks_later_never_reaches_who_logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = logging.getLogger("xi_sdk_resellers")
    folder = tmp_path / "logs"
    folder.mkdir()
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr("sys.stderr", closed)
    configuration = Configuration(logger_file=str(folder / "sdk.log"), debug=True)
    monkeypatch.setattr(log, "propagate", False)
    try:
        assert configuration.logger_file_handler is not None
        configuration.logger_file_handler.close()  # the next line opens the file again
        (folder / "sdk.log").unlink()
        folder.rmdir()
        log.warning("an order was placed")
        assert not folder.exists()
    finally:
        configuration.logger_file = None
        configuration.debug = False


PROGRAM = """
import logging, sys
from xi_sdk_resellers import ApiClient, ApiException, Configuration, OrdersApi

quiet, loud = (Configuration(host="http://127.0.0.1:1", access_token="t", im_customer_number="20-222222",
                             im_country_code="US", retries=0, debug=debug) for debug in (False, True))
for configuration in (quiet, loud, quiet):
    try:
        OrdersApi(ApiClient(configuration)).get_orderdetails_v6_1(f"20-{configuration.debug}")
    except ApiException:
        pass
print(logging.getLogger("xi_sdk_resellers").level)
"""


def test_debug_writes_to_standard_error_for_one_configuration_alone() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"
    assert "20-True" in done.stderr
    assert re.search(r"^\d{4}-\d\d-\d\d \S+ DEBUG request ", done.stderr, re.MULTILINE)
    assert "20-False" not in done.stderr


def test_the_log_file_may_be_in_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    configuration = Configuration(logger_file="~/sdk.log")
    try:
        logging.getLogger("xi_sdk_resellers").warning("hello")
        assert "hello" in (tmp_path / "sdk.log").read_text()
    finally:
        configuration.logger_file = None


def test_a_program_without_logging_sees_nothing() -> None:
    program = "import logging, xi_sdk_resellers._process.log as own; own.log.warning('odd')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == ""
