"""Addresses in, open devices out: the one place that knows which adapter speaks for which address.

`uvc:0`, `gige:NAME`, `pylon:SERIAL`, `rtsp://HOST/PATH`, `video:PATH`, `record:PATH`, `visa:TCPIP::HOST::PORT::SOCKET`,
`dicom:CALLED_AE@HOST:PORT` (`dicoms:` over TLS), `projector:screen:N`, `dmd:tcp://HOST:PORT`, `dmd:serial:PATH`,
`sim:camera`, `sim:vna`, `sim:projector`, `sim:scanner`. A driver library is imported only when an address needs it: a console without a camera
starts without OpenCV. Windows on other displays are lent by the console (`surfaces`); without one there is no screen projector. `local` is what
this console is called in the hospital's network. `unseal` lends the keys of sealed recordings.
"""
# ruff: noqa: PLC0415 - importing late is the purpose of this file

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from devices.device import Device
from devices.errors import AddressRefused, DeviceAbsent
from devices.hospital import Local

if TYPE_CHECKING:
    from devices.projectors.screen import Surfaces
    from devices.recording import Unseal

Opener = Callable[[], Device]

_VISA = re.compile(r"TCPIP\d?::(?P<host>[A-Za-z0-9._-]+)::(?P<port>\d{1,5})::SOCKET", re.IGNORECASE)
_DMD = re.compile(r"tcp://(?P<host>\[[0-9A-Fa-f:]+\]|[A-Za-z0-9._-]+):(?P<port>\d{1,5})/?")
_CAMERA_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._:-]{0,79}")
_SCREEN = re.compile(r"screen:(?P<number>\d{1,2})")


def open_device(address: str, surfaces: Surfaces | None = None, local: Local | None = None, unseal: Unseal | None = None) -> Device:
    """Open the instrument at `address`; `AddressRefused` when it cannot be read, another `DeviceError` when nothing sound answers."""
    return opener(address, surfaces, local, unseal)()


def opener(address: str, surfaces: Surfaces | None = None, local: Local | None = None, unseal: Unseal | None = None) -> Opener:
    """What opens `address`; the address is read now, the instrument is touched only when the opener is called."""
    scheme, separator, rest = address.strip().partition(":")
    match scheme.lower():
        case "projector":
            return _screen(address.strip(), rest, surfaces)
        case "record":
            return _record(address.strip(), rest, unseal)
        case "dicom" | "dicoms":
            return _dicom(address.strip(), local or Local())
    reader = _SCHEMES.get(scheme.lower())
    if not separator or reader is None:
        known = (*_SCHEMES, "dicom", "dicoms", "projector", "record")
        raise AddressRefused(address, f"an address starts with one of {', '.join(f'{name}:' for name in known)}.")
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


def _gige(address: str, rest: str) -> Opener:
    if not _CAMERA_NAME.fullmatch(rest):
        raise AddressRefused(address, "gige: needs the camera's serial number, its network address or its name, such as gige:192.168.10.2.")

    def open_camera() -> Device:
        from devices.cameras.aravis import open_gige

        return open_gige(address, rest)

    return open_camera


def _pylon(address: str, rest: str) -> Opener:
    if not re.fullmatch(r"[A-Za-z0-9-]{1,40}", rest):
        raise AddressRefused(address, "pylon: needs the camera's serial number, such as pylon:22518470.")

    def open_camera() -> Device:
        from devices.cameras.pylon import open_pylon

        return open_pylon(address, rest)

    return open_camera


def _rtsp(address: str, rest: str) -> Opener:
    if not re.fullmatch(r"//[^\s/]+(/\S*)?", rest):
        raise AddressRefused("rtsp:", "it needs the form rtsp://host/path.")  # an address may carry a password

    def open_camera() -> Device:
        from devices.cameras.opencv import open_stream

        return open_stream(address, address)

    return open_camera


def _record(address: str, rest: str, unseal: Unseal | None) -> Opener:
    if not rest.strip() or "\x00" in rest:
        raise AddressRefused(address, "record: needs the path of a recording.")

    def open_file() -> Device:
        from devices.cameras.recorded import open_recording

        return open_recording(address, Path(rest), unseal)

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


def _dicom(address: str, local: Local) -> Opener:
    from devices.pacs.address import peer_of

    peer = peer_of(address)

    def open_archive() -> Device:
        from devices.pacs.echo import EchoPacs

        return EchoPacs(address, peer, local)

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
    "gige": _gige,
    "pylon": _pylon,
    "rtsp": _rtsp,
    "video": _video,
    "visa": _visa,
    "dmd": _dmd,
    "sim": _simulated,
}
