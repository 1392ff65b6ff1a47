"""The package's log, and the vendor SDK's settings of it."""

from __future__ import annotations

import logging

log = logging.getLogger("xi_sdk_resellers")
"""DEBUG: one line a call. WARNING: repeated calls, and answers that do not fit the contract."""

DEFAULT_FORMAT = "%(asctime)s %(levelname)s %(message)s"


class LoggingOptions:
    """The part of a Configuration that sets up the log of the process.

    Nothing is installed unless ``debug`` or ``logger_file`` asks for it.
    """

    logger: dict[str, logging.Logger]
    logger_formatter: logging.Formatter

    def __init__(self, *, debug: bool, logger_file: str | None, logger_format: str | None) -> None:
        self.logger = {"package_logger": log, "urllib3_logger": logging.getLogger("urllib3")}
        self.logger_stream_handler: logging.Handler | None = None
        self.logger_file_handler: logging.Handler | None = None
        self._logger_file: str | None = None
        self._debug = False
        self.logger_format = logger_format or DEFAULT_FORMAT
        self.logger_file = logger_file
        if debug:
            self.debug = True

    @property
    def debug(self) -> bool:
        """Whether requests and answers are logged with their bodies, redacted.

        Setting it to True also sets the package's logger to DEBUG, and lets it write to standard
        error when the program has set up no logging of its own.
        """
        return self._debug

    @debug.setter
    def debug(self, value: bool) -> None:
        if value:
            log.setLevel(logging.DEBUG)
            if not log.hasHandlers():
                self.logger_stream_handler = logging.StreamHandler()
                self.logger_stream_handler.setFormatter(self.logger_formatter)
                log.addHandler(self.logger_stream_handler)
        elif self._debug:
            log.setLevel(logging.NOTSET)
            if self.logger_stream_handler is not None:
                log.removeHandler(self.logger_stream_handler)
                self.logger_stream_handler = None
        self._debug = bool(value)

    @property
    def logger_file(self) -> str | None:
        """Path of a file that the package's log goes to; None for none."""
        return self._logger_file

    @logger_file.setter
    def logger_file(self, value: str | None) -> None:
        if self.logger_file_handler is not None:
            log.removeHandler(self.logger_file_handler)
            self.logger_file_handler.close()
            self.logger_file_handler = None
        self._logger_file = value
        if value:
            self.logger_file_handler = logging.FileHandler(value, delay=True)
            self.logger_file_handler.setFormatter(self.logger_formatter)
            log.addHandler(self.logger_file_handler)

    @property
    def logger_format(self) -> str:
        """Format of the lines that ``logger_file`` and ``debug`` write, in :mod:`logging`'s style."""
        return self._logger_format

    @logger_format.setter
    def logger_format(self, value: str) -> None:
        self._logger_format = value
        self.logger_formatter = logging.Formatter(value)
        for handler in (self.logger_stream_handler, self.logger_file_handler):
            if handler is not None:
                handler.setFormatter(self.logger_formatter)
