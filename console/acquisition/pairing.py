"""Finds each lit frame its ambient one: the newest that was taken without the exciting light, under the same settings, not long ago."""

from __future__ import annotations

from dataclasses import dataclass

from devices.camera import Frame

AMBIENT_LASTS_S = 1.0  # a lamp that is moved, or a hand over the cavity, changes the room's light
PAIRS, REUSED = 2, 8


@dataclass(slots=True)
class Pairing:
    """The ambient frame at hand. One thread uses it."""

    _ambient: Frame | None = None

    def take(self, frame: Frame) -> tuple[Frame, Frame | None] | None:
        """A lit frame and its ambient one, None where there is none; nothing at all when `frame` is itself ambient."""
        if frame.excitation_on is False:
            self._ambient = frame
            return None
        return frame, self._ambient if self._ambient is not None and fits(self._ambient, frame) else None


def fits(ambient: Frame, lit: Frame) -> bool:
    """Whether the one may be subtracted from the other."""
    young = 0 <= lit.host_time_s - ambient.host_time_s <= AMBIENT_LASTS_S
    return young and _state(ambient) == _state(lit)


def ambient_every(camera_frames_per_s: float, shown_per_s: float) -> int:
    """How often the light goes off: strict pairs where the camera is twice as fast as the screen, else one ambient frame serves seven lit ones."""
    return PAIRS if camera_frames_per_s >= 2 * shown_per_s else REUSED


def _state(frame: Frame) -> tuple[object, ...]:
    return frame.pixels.shape, frame.pixels.dtype, frame.exposure_ms, frame.gain_db, frame.flip, frame.rotation
