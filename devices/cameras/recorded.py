"""A recorded case as a camera: the frames of a recording with the pauses that lay between them, round and round."""

from __future__ import annotations

import time
from pathlib import Path

from devices.camera import CameraSettings, Frame
from devices.cameras.able import check_able
from devices.cameras.stream import Picture, StreamedCamera
from devices.device import Identity
from devices.errors import DeviceAbsent, DeviceRefused, FrameLost
from devices.recording import Recording, RecordingUnreadable, Unseal

NAME = "Recording"
BETWEEN_ROUNDS_S = 0.5
LONGEST_PAUSE_S = 0.5  # what was a gap in the stream is shown as a short one, not as a camera that fell silent


class RecordedSource:
    """Plays `recording`; frames lie as they were seen then, and nothing of them can be set anew."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        camera = recording.about.camera
        words = " ".join(word for word in (camera.maker, camera.model) if word)
        self.identity = Identity(NAME, words, camera.serial, camera.firmware, simulated=True)
        self._next, self._count = 0, len(recording)
        self._frame = recording.frame(0)
        self._due = time.monotonic()

    def read(self, limit_s: float) -> Picture | None:
        """The next frame when it is due."""
        wait_s = self._due - time.monotonic()
        time.sleep(max(0.0, min(wait_s, limit_s)))
        if wait_s > limit_s:
            return None
        frame = self._frame
        self._prepare(frame)
        return Picture(
            frame.pixels, frame.bit_depth, None, frame.device_time_s, frame.exposure_ms, frame.gain_db, frame.excitation_on, frame.colour,
            (frame.flip, frame.rotation),
        )  # fmt: skip

    def apply(self, wanted: CameraSettings) -> CameraSettings:
        """As it was recorded, or refused."""
        frame = self._frame
        has = CameraSettings(frame.exposure_ms, frame.gain_db, None, frame.bit_depth, frame.flip, frame.rotation)
        check_able(NAME, wanted, has)
        return has

    def fire(self) -> None:
        """It has no trigger."""
        raise DeviceRefused(NAME, "It plays by its own clock and knows no trigger.")

    def release(self) -> None:
        """Let go of the file."""
        self._recording.close()

    def _prepare(self, shown: Frame) -> None:
        """Read the frame that follows `shown`, and when it is due."""
        self._next += 1
        if self._next >= self._count:
            self._next = 0
        try:
            self._frame = self._recording.frame(self._next)
        except ValueError:
            self._count = max(1, self._next)  # damaged from here on
            raise FrameLost(NAME, "A frame of the recording is damaged.") from None
        pause_s = self._frame.host_time_s - shown.host_time_s if self._next else BETWEEN_ROUNDS_S
        self._due = max(self._due, time.monotonic() - 1.0) + min(max(pause_s, 0.0), LONGEST_PAUSE_S)


def open_recording(address: str, path: Path, unseal: Unseal | None) -> StreamedCamera:
    """The recording at `path`; `unseal` gives the keys of sealed ones."""
    if not path.is_file():
        raise DeviceAbsent(NAME, "There is no such file.")

    def open_source() -> RecordedSource:
        try:
            recording = Recording(path, unseal)
        except RecordingUnreadable as reason:
            raise DeviceRefused(NAME, f"The file {reason}.") from None
        if not len(recording):
            recording.close()
            raise DeviceRefused(NAME, "The file holds no frame.")
        return RecordedSource(recording)

    return StreamedCamera(address, NAME, open_source, live=False)
