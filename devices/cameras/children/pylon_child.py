"""Basler cameras through the vendor's own pylon, where its Python package is installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from devices.cameras.children.pulsing import Pulse
from devices.cameras.children.serving import Buffer, Driver, Words, serve

BUFFERS = 8


class PylonNodes:
    """Features through an open `InstantCamera`."""

    def __init__(self, camera: Any, genicam: Any) -> None:
        self._map, self._genicam = camera.GetNodeMap(), genicam

    def has(self, name: str) -> bool:
        """Whether it can be read."""
        node = self._map.GetNode(name)
        return node is not None and bool(self._genicam.IsReadable(node))

    def get(self, name: str) -> Any:
        """By its kind."""
        return self._map.GetNode(name).GetValue()

    def set(self, name: str, value: Any) -> None:
        """By its kind."""
        self._map.GetNode(name).SetValue(value)

    def bounds(self, name: str) -> tuple[float, float]:
        """Least and most."""
        node = self._map.GetNode(name)
        return float(node.GetMin()), float(node.GetMax())

    def choices(self, name: str) -> list[str]:
        """Of an enumeration."""
        return list(self._map.GetNode(name).Symbolics)


class PylonDriver:
    """The camera with this serial number; empty: the first that is found."""

    def __init__(self, serial: str) -> None:
        genicam, pylon = import_module("pypylon.genicam"), import_module("pypylon.pylon")
        self._pylon = pylon
        factory = pylon.TlFactory.GetInstance()
        wanted = pylon.DeviceInfo()
        if serial:
            wanted.SetSerialNumber(serial)
        self._camera = pylon.InstantCamera(factory.CreateFirstDevice(wanted))
        self._camera.Open()
        self._camera.MaxNumBuffer.Value = BUFFERS
        self._pulse = Pulse(PylonNodes(self._camera, genicam), self._camera.TriggerSoftware.Execute)
        self._pulse.begin()
        self._start()

    def hello(self) -> Words:
        """As the camera says it."""
        info = self._camera.GetDeviceInfo()
        firmware = self._camera.GetNodeMap().GetNode("DeviceFirmwareVersion")
        return {
            "maker": info.GetVendorName(), "model": info.GetModelName(), "serial": info.GetSerialNumber(),
            "firmware": firmware.GetValue() if firmware is not None else "", "simulated": info.GetDeviceClass() == "BaslerCamEmu",
        }  # fmt: skip

    def read(self, limit_s: float) -> tuple[Words, Buffer] | None:
        """The next result; an incomplete one is lost."""
        if self._camera.IsCameraDeviceRemoved():
            raise ConnectionError
        self._pulse.before()
        result = self._camera.RetrieveResult(int(limit_s * 1e3), self._pylon.TimeoutHandling_Return)
        if not result.IsValid():
            return None
        try:
            if not result.GrabSucceeded():
                return self._pulse.lost(), b""
            words = {
                "number": result.GetBlockID(), "wraps_at": 0, "device_time_s": result.GetTimeStamp() / 1e9, "format": int(result.GetPixelType()),
                "rows": result.GetHeight(), "columns": result.GetWidth(), **self._pulse.after(),
            }  # fmt: skip
            return words, bytes(result.GetBuffer())
        finally:
            result.Release()

    def apply(self, wanted: Words) -> Words:
        """With the stream at rest."""
        self._camera.StopGrabbing()
        try:
            return self._pulse.set_up(wanted)
        finally:
            self._start()

    def fire(self) -> None:
        """One exposure."""
        self._pulse.fire()

    def release(self) -> None:
        """Let go."""
        self._camera.Close()

    def _start(self) -> None:
        self._camera.StartGrabbing(self._pylon.GrabStrategy_OneByOne)


def open_driver(serial: str) -> Driver:
    """Open it."""
    return PylonDriver(serial)


if __name__ == "__main__":
    serve(open_driver)
