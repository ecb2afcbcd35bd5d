"""What a camera that cannot be set to something says when it is asked to."""

from __future__ import annotations

from devices.camera import CameraSettings, Excitation, Trigger
from devices.errors import DeviceRefused

WORDS = {"exposure_ms": "exposure", "gain_db": "gain", "frames_per_s": "frame rate", "bit_depth": "bit depth"}


def check_able(name: str, wanted: CameraSettings, has: CameraSettings, *able: str) -> None:
    """Refuse what differs from what the camera called `name` has anyway, but for the fields that it is `able` to set."""
    for field, word in WORDS.items():
        asked = getattr(wanted, field)
        if asked is not None and field not in able and asked != getattr(has, field):
            raise DeviceRefused(name, f"Its {word} cannot be set from here.")
    if wanted.trigger is not Trigger.FREE:
        raise DeviceRefused(name, "It runs by its own clock and knows no trigger.")
    if wanted.excitation is not Excitation.ON:
        raise DeviceRefused(name, "The exciting light cannot be switched from here.")
