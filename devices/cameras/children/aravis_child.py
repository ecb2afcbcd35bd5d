"""GigE Vision and USB3 Vision cameras through aravis, which belongs to the system's own Python."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from devices.cameras.children.pulsing import Pulse
from devices.cameras.children.serving import Buffer, Driver, Words, serve

BUFFERS = 8


class AravisNodes:
    """Features through an `Aravis.Device`."""

    def __init__(self, device: Any, library: Any) -> None:
        self._device, self._library = device, library

    def has(self, name: str) -> bool:
        """Whether it can be read."""
        return bool(self._device.is_feature_available(name))

    def get(self, name: str) -> Any:
        """By its kind."""
        return self._reader(name)(name)

    def set(self, name: str, value: Any) -> None:
        """By the value's kind."""
        if isinstance(value, bool):
            self._device.set_boolean_feature_value(name, value)
        elif isinstance(value, str):
            self._device.set_string_feature_value(name, value)
        else:
            self._device.set_float_feature_value(name, float(value))

    def bounds(self, name: str) -> tuple[float, float]:
        """Least and most."""
        found = self._device.get_float_feature_bounds(name)
        return float(found[-2]), float(found[-1])

    def choices(self, name: str) -> list[str]:
        """Of an enumeration."""
        return list(self._device.dup_available_enumeration_feature_values_as_strings(name) or ())

    def _reader(self, name: str) -> Any:
        node, library = self._device.get_feature(name), self._library
        if isinstance(node, library.GcEnumeration | library.GcStringRegNode):
            return self._device.get_string_feature_value
        if isinstance(node, library.GcBoolean):
            return self._device.get_boolean_feature_value
        return self._device.get_float_feature_value


class AravisDriver:
    """The camera called `name`: its serial number, address or aravis's own name for it; empty: the first that is found."""

    def __init__(self, name: str) -> None:
        import_module("gi").require_version("Aravis", "0.8")
        Aravis = import_module("gi.repository.Aravis")  # noqa: N806 - the library's own name
        self._library = Aravis
        self._camera = Aravis.Camera.new(_found(Aravis, name) or None)
        self._device = self._camera.get_device()
        self._pulse = Pulse(AravisNodes(self._device, Aravis), lambda: self._device.execute_command("TriggerSoftware"))
        self._pulse.begin()
        self._gone = False
        self._device.connect("control-lost", self._lost_control)
        self._start()

    def hello(self) -> Words:
        """As the camera says it."""
        model = self._camera.get_model_name() or ""
        device = self._device
        firmware = device.get_string_feature_value("DeviceVersion") if device.is_feature_available("DeviceVersion") else ""
        maker = self._camera.get_vendor_name() or ""
        return {
            "maker": maker, "model": model, "serial": self._camera.get_device_serial_number() or "", "firmware": firmware,
            "simulated": (maker, model) == ("Aravis", "Fake"),
        }  # fmt: skip

    def read(self, limit_s: float) -> tuple[Words, Buffer] | None:
        """The next buffer; an incomplete one is lost."""
        if self._gone:
            raise ConnectionError
        self._pulse.before()
        buffer = self._stream.timeout_pop_buffer(int(limit_s * 1e6))
        if buffer is None:
            return None
        try:
            if buffer.get_status() != self._library.BufferStatus.SUCCESS:
                return self._pulse.lost(), b""
            words = {
                "number": buffer.get_frame_id(), "wraps_at": 65_535 if self._is_gige() else 0, "device_time_s": buffer.get_timestamp() / 1e9,
                "format": buffer.get_image_pixel_format(), "rows": buffer.get_image_height(), "columns": buffer.get_image_width(),
                **self._pulse.after(),
            }  # fmt: skip
            return words, buffer.get_data()
        finally:
            self._stream.push_buffer(buffer)

    def apply(self, wanted: Words) -> Words:
        """With the stream at rest."""
        self._stop()
        try:
            return self._pulse.set_up(wanted)
        finally:
            self._start()

    def fire(self) -> None:
        """One exposure."""
        self._pulse.fire()

    def release(self) -> None:
        """Let go of the stream and the camera."""
        if not self._gone:
            self._stop()

    def _start(self) -> None:
        self._stream = self._camera.create_stream(None, None)
        payload = self._camera.get_payload()
        for _ in range(BUFFERS):
            self._stream.push_buffer(self._library.Buffer.new_allocate(payload))
        self._camera.start_acquisition()

    def _stop(self) -> None:
        self._camera.stop_acquisition()
        self._stream = None

    def _is_gige(self) -> bool:
        return isinstance(self._device, self._library.GvDevice)

    def _lost_control(self, *_: object) -> None:
        """The camera answers no more."""
        self._gone = True


def _found(library: Any, name: str) -> str:
    """Aravis knows cameras by "Vendor-Serial" or by address; people read the serial number off the housing."""
    library.update_device_list()
    known = {library.get_device_serial_nbr(number): library.get_device_id(number) for number in range(library.get_n_devices())}
    return str(known.get(name, name))


def open_driver(name: str) -> Driver:
    """Open it."""
    return AravisDriver(name)


if __name__ == "__main__":
    serve(open_driver)
