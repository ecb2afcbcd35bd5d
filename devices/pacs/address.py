"""Reads the addresses of the hospital's network: `dicom:TITLE@HOST:PORT`, and `dicoms:` for the same over TLS. Touches nothing."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from devices.errors import AddressRefused
from devices.hospital import Peer

_ADDRESS = re.compile(r"(?P<title>[^@\\\x00-\x1f]{1,16})@(?P<host>\[[0-9A-Fa-f:]+\]|[A-Za-z0-9._-]+):(?P<port>\d{1,5})")
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:]+")
_TITLE = re.compile(r"[ -\[\]-~]{1,16}")


def peer_of(address: str) -> Peer:
    """The application entity at `address`; `AddressRefused` when it cannot be read."""
    scheme, _, rest = address.strip().partition(":")
    found = _ADDRESS.fullmatch(rest)
    if scheme.lower() not in {"dicom", "dicoms"} or not found or not found["title"].strip() or not 0 < int(found["port"]) < 65536:
        form = "dicom: needs the form dicom:CALLED_AE@host:port, the title at most 16 characters; dicoms: is the same over TLS."
        raise AddressRefused(address, form)
    return Peer(found["title"].strip(), found["host"].strip("[]"), int(found["port"]), secure=scheme.lower() == "dicoms")


def port_of(address: str) -> tuple[int, bool]:
    """Where this console listens: `dicom:PORT`, or `dicoms:PORT` over TLS; the port, and whether over TLS."""
    scheme, _, rest = address.strip().partition(":")
    if scheme.lower() not in {"dicom", "dicoms"} or not rest.isdecimal() or not rest.isascii() or not 0 < int(rest[:6]) < 65536:
        raise AddressRefused(address, "listening needs the form dicom:11112, or dicoms:2762 over TLS.")
    return int(rest), scheme.lower() == "dicoms"


def web_base_of(address: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and path of `https://host/path`; `AddressRefused` when it is none. Credentials never stand in an address."""
    refusal = AddressRefused(address, "DICOMweb needs the form https://host:port/path, without a name or password in it.")
    try:
        parts = urlsplit(address.strip())
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise refusal from None
    bare = parts.username is None and not parts.query and not parts.fragment
    if parts.scheme not in {"https", "http"} or not _HOST.fullmatch(parts.hostname or "") or not bare:
        raise refusal
    assert parts.hostname is not None
    return parts.scheme, parts.hostname, port, parts.path.rstrip("/")


def is_title(text: str) -> bool:
    """Whether this can be an application entity's title: 1 to 16 printable characters without a backslash."""
    return bool(text.strip()) and bool(_TITLE.fullmatch(text.strip()))
