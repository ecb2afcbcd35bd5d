"""Sets up any GenICam camera by the names of the standard feature list (SFNC 2.7, and 1.x where cameras are older), and reads it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from devices.cameras.children.serving import Refusal, Words

EXPOSURE = ("ExposureTime", "ExposureTimeAbs")  # µs
RATE = ("AcquisitionFrameRate", "AcquisitionFrameRateAbs")
DEPTHS = {8: "8", 10: "10", 12: "12", 16: "16"}
MOSAICS = ("Mono", "BayerRG", "BayerGR", "BayerGB", "BayerBG")
LAMP = "UserOutputValue"


class Nodes(Protocol):
    """A camera's features by name."""

    def has(self, name: str) -> bool:
        """Whether it can be read."""

    def get(self, name: str) -> Any:
        """Its value: a number, a truth, or the name of a choice."""

    def set(self, name: str, value: Any) -> None:
        """Change it."""

    def bounds(self, name: str) -> tuple[float, float]:
        """Least and most."""

    def choices(self, name: str) -> list[str]:
        """Of an enumeration."""


def prepare(nodes: Nodes) -> None:
    """As every camera is taken over: nothing automatic, nothing mirrored by the camera itself, free-running, twelve bits where it has them."""
    for name, value in (
        ("ExposureAuto", "Off"), ("GainAuto", "Off"), ("ReverseX", False), ("ReverseY", False), ("TriggerSelector", "FrameStart"),
        ("TriggerMode", "Off"), ("AcquisitionMode", "Continuous"),
    ):  # fmt: skip
        if nodes.has(name) and nodes.get(name) != value:
            nodes.set(name, value)
    if "Mono12" in nodes.choices("PixelFormat"):
        nodes.set("PixelFormat", "Mono12")


def apply(nodes: Nodes, wanted: Words) -> None:
    """Set what is not None; the stream must stand still. `Refusal` names what the camera cannot do."""
    if wanted["bit_depth"] is not None:
        _set_depth(nodes, wanted["bit_depth"])
    if wanted["exposure_ms"] is not None:
        _set_number(nodes, EXPOSURE, wanted["exposure_ms"] * 1e3, "exposure")
    if wanted["gain_db"] is not None:
        _set_number(nodes, ("Gain",), wanted["gain_db"], "gain")
    if wanted["frames_per_s"] is not None:
        if nodes.has("AcquisitionFrameRateEnable"):
            nodes.set("AcquisitionFrameRateEnable", True)
        _set_number(nodes, RATE, wanted["frames_per_s"], "frame rate")
    _set_trigger(nodes, wanted)
    _set_lamp(nodes, wanted["excitation"])


def read_back(nodes: Nodes) -> Words:
    """What the camera says that it is set to."""
    exposure, rate = _first(nodes, EXPOSURE), _first(nodes, RATE)
    hardware = nodes.has("TriggerMode") and nodes.get("TriggerMode") == "On" and nodes.get("TriggerSource") != "Software"
    return {
        "exposure_ms": nodes.get(exposure) / 1e3 if exposure else None,
        "gain_db": float(nodes.get("Gain")) if nodes.has("Gain") else None,
        "frames_per_s": float(nodes.get(rate)) if rate else None,
        "bit_depth": depth_of(nodes.get("PixelFormat")),
        "hardware_trigger": hardware,
    }


def depth_of(pixel_format: str) -> int | None:
    """Bits of a pixel, from the format's name."""
    digits = "".join(letter for letter in pixel_format.removesuffix("Packed").rstrip("p") if letter.isdigit())
    return int(digits) if digits.isdigit() and int(digits) in DEPTHS else None


def light(nodes: Nodes, *, on: bool) -> bool | None:
    """Switch the lamp on the camera's user output; None where there is none."""
    if not nodes.has(LAMP):
        return None
    if bool(nodes.get(LAMP)) is not on:
        nodes.set(LAMP, on)
    return on


def _set_depth(nodes: Nodes, bits: int) -> None:
    if depth_of(nodes.get("PixelFormat")) == bits:
        return
    there = nodes.choices("PixelFormat")
    named = [f"{mosaic}{bits}" for mosaic in MOSAICS if f"{mosaic}{bits}" in there]
    if not named:
        raise Refusal("bit depth")
    nodes.set("PixelFormat", named[0])


def _set_number(nodes: Nodes, names: tuple[str, ...], value: float, word: str) -> None:
    name = _first(nodes, names)
    if name is None:
        raise Refusal(word)
    least, most = nodes.bounds(name)
    if not least <= value <= most:
        raise Refusal(word)
    nodes.set(name, float(value))


def _set_trigger(nodes: Nodes, wanted: Words) -> None:
    by_us = wanted["excitation"] == "pulsed" or wanted["trigger"] == "software"
    source = "Software" if by_us else "Line1" if wanted["trigger"] == "hardware" else None
    if wanted["excitation"] == "pulsed" and wanted["trigger"] != "free":
        raise Refusal("trigger")
    if not nodes.has("TriggerMode"):
        if source:
            raise Refusal("trigger")
        return
    if source:
        _attempt(lambda: nodes.set("TriggerSource", source), "trigger")
    nodes.set("TriggerMode", "On" if source else "Off")


def _set_lamp(nodes: Nodes, excitation: str) -> None:
    if light(nodes, on=excitation != "off") is None and excitation != "on":
        raise Refusal("excitation")


def _first(nodes: Nodes, names: tuple[str, ...]) -> str | None:
    return next((name for name in names if nodes.has(name)), None)


def _attempt(work: Callable[[], None], word: str) -> None:
    try:
        work()
    except Exception:  # noqa: BLE001 - whatever a driver throws means that it cannot
        raise Refusal(word) from None
