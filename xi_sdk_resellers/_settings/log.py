"""The vendor SDK's settings of the log. Nothing is installed, or even imported, unless they are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import Formatter, Handler, Logger

DEFAULT_FORMAT = "%(asctime)s %(levelname)s %(message)s"


class LogSettings:
    """The part of a Configuration that sets up the log of the process."""

    def __init__(self, *, debug: bool, logger_file: str | None, logger_format: str | None) -> None:
        self.logger_stream_handler: Handler | None = None
        self.logger_file_handler: Handler | None = None
        self._logger_file: str | None = None
        self._debug = False
        self._logger_format = logger_format or DEFAULT_FORMAT
        if logger_file is not None:
            self.logger_file = logger_file
        if debug:
            self.debug = True

    @property
    def logger(self) -> dict[str, Logger]:
        """The package's logger and urllib3's, as ``package_logger`` and ``urllib3_logger``."""
        from logging import getLogger

        return {"package_logger": getLogger("xi_sdk_resellers"), "urllib3_logger": getLogger("urllib3")}

    @property
    def debug(self) -> bool:
        """Whether requests and answers are logged with their bodies, redacted.

        They go to the logger ``xi_sdk_resellers.debug``, so that no other level has to change; and to
        standard error when the program has set up no logging of its own.
        """
        return self._debug

    @debug.setter
    def debug(self, value: bool) -> None:
        if bool(value) == self._debug:
            return
        if value:
            # Late: loads logging.
            from xi_sdk_resellers._settings.log_handlers import console

            self.logger_stream_handler = console(self.logger_formatter)
        else:
            self.logger_stream_handler = None
        self._debug = bool(value)

    @property
    def logger_file(self) -> str | None:
        """Path of a file that the package's log goes to; None for none. Setting it opens the file."""
        return self._logger_file

    @logger_file.setter
    def logger_file(self, value: str | None) -> None:
        made: Handler | None = None
        if value:
            # Late: loads logging.
            from xi_sdk_resellers._settings.log_handlers import open_file

            formatter = self.logger_formatter
            made = open_file(value)
            made.setFormatter(formatter)
        log = self.logger["package_logger"]
        if self.logger_file_handler is not None:
            log.removeHandler(self.logger_file_handler)
            self.logger_file_handler.close()
        self._logger_file = value
        self.logger_file_handler = made
        if made is not None:
            log.addHandler(made)

    @property
    def logger_format(self) -> str:
        """Format of the lines that ``logger_file`` and ``debug`` write, in :mod:`logging`'s style."""
        return self._logger_format

    @logger_format.setter
    def logger_format(self, value: str) -> None:
        self._logger_format = value
        for handler in (self.logger_stream_handler, self.logger_file_handler):
            if handler is not None:
                handler.setFormatter(self.logger_formatter)

    @property
    def logger_formatter(self) -> Formatter:
        """What writes the lines."""
        from logging import Formatter

        return Formatter(self._logger_format)
