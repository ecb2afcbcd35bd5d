"""DICOM over TLS with certificates on both sides: who has none that our authority signed does not get as far as a greeting."""

from __future__ import annotations

import ssl
from pathlib import Path

from devices.errors import DeviceRefused

AUTHORITY, CERTIFICATE, KEY = "ca.pem", "console.pem", "console.key"


def client_context(folder: Path | None) -> ssl.SSLContext:
    """For calling: the other side must show a certificate of our authority, made out to the name that was called."""
    return _loaded(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), folder)


def server_context(folder: Path | None) -> ssl.SSLContext:
    """For being called: as strict."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_REQUIRED
    return _loaded(context, folder)


def _loaded(context: ssl.SSLContext, folder: Path | None) -> ssl.SSLContext:
    if folder is None:
        raise DeviceRefused("TLS", "No folder with certificates is set. Enter it in the settings.")
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_verify_locations(folder / AUTHORITY)
        context.load_cert_chain(folder / CERTIFICATE, folder / KEY, password=lambda: "")  # an encrypted key must not ask at a terminal
    except (OSError, ValueError):  # an SSLError is an OSError
        problem = (
            f"The folder of certificates must hold {AUTHORITY}, {CERTIFICATE} and {KEY} that belong together, the key without a password."
        )
        raise DeviceRefused("TLS", problem) from None
    return context
