"""Build the TLS settings of a client from its Configuration."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

from xi_sdk_resellers.exceptions import ApiValueError

if TYPE_CHECKING:
    from xi_sdk_resellers.configuration import Configuration


def make_context(configuration: Configuration) -> ssl.SSLContext:
    """Build the TLS context: TLS 1.2 or newer, the server verified unless that is turned off.

    Args:
        configuration: the settings.

    Returns:
        A new context.

    Raises:
        ApiValueError: a certificate or key cannot be read.
    """
    if configuration.ssl_ca_cert is None and configuration.ca_cert_data is None:
        context = ssl.create_default_context()
    else:
        # Only the given authorities are trusted then, not the system's as well.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        _load_authorities(context, configuration)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if not configuration.verify_ssl:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if configuration.cert_file is not None:
        try:
            # Without the lambda OpenSSL would ask for a missing password on the terminal and hang.
            password = configuration.key_password
            context.load_cert_chain(configuration.cert_file, configuration.key_file, lambda: password or "")
        except (OSError, ssl.SSLError) as error:
            files = f"{configuration.cert_file!r}, {configuration.key_file!r}"
            raise ApiValueError(f"cert_file and key_file cannot be used: {error} ({files})") from None
    elif configuration.key_file is not None:
        raise ApiValueError("key_file needs cert_file")
    return context


def _load_authorities(context: ssl.SSLContext, configuration: Configuration) -> None:
    if configuration.ssl_ca_cert is not None:
        try:
            context.load_verify_locations(cafile=configuration.ssl_ca_cert)
        except (OSError, ssl.SSLError) as error:
            raise ApiValueError(f"ssl_ca_cert cannot be used: {error} ({configuration.ssl_ca_cert!r})") from None
    if configuration.ca_cert_data is not None:
        try:
            context.load_verify_locations(cadata=configuration.ca_cert_data)
        except (OSError, ssl.SSLError, ValueError) as error:
            raise ApiValueError(f"ca_cert_data cannot be used: {error}") from None
