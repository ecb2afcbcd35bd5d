"""Shows a navigation program what the live screen sees, and hears where a tool is; off unless a department sets its port.

The live picture waits for none of it: what is offered is shrunk, put into a slot, and sent by the link's own threads. Nothing of a patient is
sent but the picture itself. A tool's pose named «…ToImage», as PLUS names transforms into a picture's own millimetres, is drawn as a crosshair; any
other only says that something is tracked, because nobody has said where that is in the picture.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np

from console import log
from console.acquisition.eye import View, grey_of
from console.faults import worded
from devices.errors import DeviceError
from devices.igtlink.address import Door, door_of
from devices.igtlink.link import Link
from devices.igtlink.messages import Picture, Point, Pose

APART_S = 0.1  # ten pictures a second: a navigation screen is looked at beside the patient
WIDEST = 640
FRESH_S = 1.0
IN_PICTURE = "ToImage"
NAMES = PICTURE, OVERLAY, LESION = "Rimlight NIR", "Rimlight overlay", "Rimlight lesion"


@dataclass(frozen=True, slots=True)
class Tool:
    """What is tracked now. `place` is (row, column) of the camera, None where the pose is not in the picture's millimetres."""

    words: str
    place: tuple[float, float] | None


class Navigation:
    """Follows the setting `text()`: a link is open while there is one. `say` hears why it cannot be."""

    def __init__(
        self, text: Callable[[], str], say: Callable[[str], None], *, clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time, listen: Callable[..., Link] = Link,
    ) -> None:  # fmt: skip
        self._text, self._say, self._clock, self._wall, self._listen = text, say, clock, wall, listen
        self._opened = ""
        self._link: Link | None = None
        self._lock = threading.Lock()
        self._offered_s = -APART_S
        self._heard: tuple[Pose, float] | None = None

    @property
    def port(self) -> int | None:
        """Where it listens, while it does."""
        return self._link.port if self._link is not None else None

    def settings_changed(self) -> None:
        """Open, close or move the link, as the setting says; called where the settings are."""
        text = self._text().strip()
        if text == self._opened:
            return
        self.stop()
        self._opened = text
        if not text:
            return
        try:
            door: Door = door_of(text)
            self._link = self._listen(door.host, door.port, guests=door.guests, heard=self._hear)
        except DeviceError as error:
            log.note(log.Event.DEVICE_FAILED, logging.WARNING, error=error)
            self._say(worded(error))

    def stop(self) -> None:
        """Hang up."""
        link, self._link, self._opened, self._heard = self._link, None, "", None
        if link is not None:
            link.close()

    # --- out ---------------------------------------------------------------------------------------------------------------------------

    def offer(self, view: View) -> None:
        """A new view, on the thread that made it: shrunk and left for whoever listens. Without a scale nothing is sent, nor to nobody."""
        link, now = self._link, self._clock()
        if link is None or view.mm_per_pixel is None or not link.listeners or now - self._offered_s < APART_S:
            return
        self._offered_s = now
        rows, columns = view.shot.lit.pixels.shape[:2]
        size = min(columns, WIDEST), round(rows * min(columns, WIDEST) / columns)
        mm = view.mm_per_pixel * columns / size[0]
        at_s = self._wall() - (now - view.shot.lit.host_time_s)
        grey = cv2.resize(grey_of(view.shot.lit), size, interpolation=cv2.INTER_AREA)
        overlay = cv2.cvtColor(cv2.resize(view.picture, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGRA2RGB)
        link.show(Picture(PICTURE, at_s, np.asarray(grey), mm))
        link.show(Picture(OVERLAY, at_s, np.asarray(overlay), mm))
        lesion = max((glow for glow in view.glows if not glow.sharp), key=lambda glow: glow.area_mm2, default=None)
        if lesion is not None:
            row, column = lesion.centroid_px
            place = column * view.mm_per_pixel, row * view.mm_per_pixel, 0.0
            link.show(Point(LESION, "lesion", at_s, place, lesion.major_mm))

    # --- in ----------------------------------------------------------------------------------------------------------------------------

    def _hear(self, pose: Pose) -> None:
        with self._lock:
            self._heard = pose, self._clock()

    def tool(self, mm_per_pixel: float | None) -> Tool | None:
        """The tool that was heard of last, while it is tracked; None a second later."""
        with self._lock:
            heard = self._heard
        if heard is None or self._clock() - heard[1] > FRESH_S:
            return None
        pose = heard[0]
        if not pose.name.endswith(IN_PICTURE) or mm_per_pixel is None:
            return Tool("Tool: tracked, not registered to this picture", None)
        x, y, z = (float(number) for number in pose.matrix[:3, 3])
        return Tool(f"Tool: {abs(z):.0f} mm {'above' if z < 0 else 'below'} the picture's plane", (y / mm_per_pixel, x / mm_per_pixel))
