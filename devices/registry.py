"""Addresses in, open devices out: the one place that knows which adapter speaks for which address.

`uvc:0`, `video:PATH`, `visa:TCPIP::HOST::PORT::SOCKET`, `dicom:CALLED_AE@HOST:PORT`, `projector:screen:N`, `dmd:tcp://HOST:PORT`, `dmd:serial:PATH`,
`sim:camera`, `sim:vna`, `sim:projector`, `sim:scanner`. A driver library is imported only when an address needs it: a console without a camera
starts without OpenCV. Windows on other displays are lent by the console (`surfaces`); without one there is no screen projector.
"""
# ruff: noqa: PLC0415 - importing late is the purpose of this file

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from devices.device import Device
from devices.errors import AddressRefused, DeviceAbsent

if TYPE_CHECKING:
    from devices.projectors.screen import Surfaces

Opener = Callable[[], Device]

_VISA = re.compile(r"TCPIP\d?::(?P<host>[A-Za-z0-9._-]+)::(?P<port>\d{1,5})::SOCKET", re.IGNORECASE)
_DMD = re.compile(r"tcp://(?P<host>\[[0-9A-Fa-f:]+\]|[A-Za-z0-9._-]+):(?P<port>\d{1,5})/?")
_SCREEN = re.compile(r"screen:(?P<number>\d{1,2})")
_DICOM = re.compile(r"(?P<ae>[^@\\\x00-\x1f]{1,16})@(?P<host>\[[0-9A-Fa-f:]+\]|[A-Za-z0-9._-]+):(?P<port>\d{1,5})")


def open_device(address: str, surfaces: Surfaces | None = None) -> Device:
    """Open the instrument at `address`; `AddressRefused` when it cannot be read, another `DeviceError` when nothing sound answers."""
    return opener(address, surfaces)()


def opener(address: str, surfaces: Surfaces | None = None) -> Opener:
    """What opens `address`; the address is read now, the instrument is touched only when the opener is called."""
    scheme, separator, rest = address.strip().partition(":")
    if scheme.lower() == "projector":
        return _screen(address.strip(), rest, surfaces)
    reader = _SCHEMES.get(scheme.lower())
    if not separator or reader is None:
        raise AddressRefused(address, f"an address starts with one of {', '.join(f'{name}:' for name in (*_SCHEMES, 'projector'))}.")
    return reader(address.strip(), rest)


def _uvc(address: str, rest: str) -> Opener:
    if not re.fullmatch(r"\d{1,2}", rest):
        raise AddressRefused(address, "uvc: needs the camera's number, such as uvc:0.")

    def open_camera() -> Device:
        from devices.cameras.opencv import open_uvc

        return open_uvc(address, int(rest))

    return open_camera


def _video(address: str, rest: str) -> Opener:
    if not rest.strip() or "\x00" in rest:
        raise AddressRefused(address, "video: needs the path of a file.")

    def open_file() -> Device:
        from devices.cameras.opencv import open_video

        return open_video(address, rest)

    return open_file


def _visa(address: str, rest: str) -> Opener:
    found = _VISA.fullmatch(rest)
    if not found or not _is_port(found["port"]):
        raise AddressRefused(address, "visa: needs the form visa:TCPIP::host::5001::SOCKET.")

    def open_analyser() -> Device:
        from devices.analysers.visa import VisaVna

        return VisaVna(address, rest)

    return open_analyser


def _dmd(address: str, rest: str) -> Opener:
    found, port = _DMD.fullmatch(rest), rest.removeprefix("serial:")
    if found and _is_port(found["port"]):

        def open_network() -> Device:
            from devices.projectors.dmd import DmdProjector
            from devices.projectors.line import TcpLine

            return DmdProjector(address, lambda: TcpLine(found["host"].strip("[]"), int(found["port"])))

        return open_network
    if not rest.startswith("serial:") or not port.strip() or "\x00" in port:
        raise AddressRefused(address, "dmd: needs the form dmd:tcp://host:port or dmd:serial:/dev/ttyUSB0.")

    def open_port() -> Device:
        from devices.projectors.dmd import DmdProjector
        from devices.projectors.line import open_serial

        return DmdProjector(address, lambda: open_serial(port))

    return open_port


def _screen(address: str, rest: str, surfaces: Surfaces | None) -> Opener:
    found = _SCREEN.fullmatch(rest)
    if not found:
        raise AddressRefused(address, "projector: needs the number of a display, such as projector:screen:1.")

    def open_screen() -> Device:
        from devices.projectors.screen import ScreenProjector

        if surfaces is None:
            raise DeviceAbsent("Projector", "A display can be used only while the console's window is open.")
        return ScreenProjector(address, int(found["number"]), surfaces)

    return open_screen


def _dicom(address: str, rest: str) -> Opener:
    found = _DICOM.fullmatch(rest)
    if not found or not found["ae"].strip() or not _is_port(found["port"]):
        raise AddressRefused(address, "dicom: needs the form dicom:CALLED_AE@host:port, the title at most 16 characters.")

    def open_archive() -> Device:
        from devices.pacs.echo import EchoPacs

        return EchoPacs(address, found["ae"].strip(), found["host"].strip("[]"), int(found["port"]))

    return open_archive


def _simulated(address: str, rest: str) -> Opener:
    def open_camera() -> Device:
        from devices.simulated.camera import SimulatedCamera

        return SimulatedCamera(address)

    def open_analyser() -> Device:
        from devices.simulated.scanner import open_simulated_vna

        return open_simulated_vna(address)

    def open_projector() -> Device:
        from devices.simulated.scanner import open_simulated_projector

        return open_simulated_projector(address)

    def open_scanner() -> Device:
        from devices.simulated.scanner import SimulatedScanner

        return SimulatedScanner(address)

    openers: dict[str, Opener] = {"camera": open_camera, "vna": open_analyser, "projector": open_projector, "scanner": open_scanner}
    if rest not in openers:
        raise AddressRefused(address, f"the simulated devices are {', '.join(f'sim:{name}' for name in openers)}.")
    return openers[rest]


def _is_port(text: str) -> bool:
    return 0 < int(text) < 65536


_SCHEMES: dict[str, Callable[[str, str], Opener]] = {
    "uvc": _uvc,
    "video": _video,
    "visa": _visa,
    "dmd": _dmd,
    "dicom": _dicom,
    "sim": _simulated,
}
