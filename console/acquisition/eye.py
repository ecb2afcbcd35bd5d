"""What is made of each shot for the screen: the picture in the mode that was asked for, what glows in it, and what a tapped place says.

One thread uses it. It holds buffers for frames of one shape and begins anew when the camera's shape, the screen's or the calibration changes. What
is found is found in the camera's pixels; what is seen is made in the screen's, so that nothing is coloured or averaged that nobody sees.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import cv2
import numpy as np

from algorithms.fluorescence.fitting import Buffers, fitted
from algorithms.fluorescence.live import Glow, LivePicture
from algorithms.fluorescence.model import CameraState, Image, Raw
from algorithms.fluorescence.modes import Mode, Span, grey_colour, heat_span, paint_grey, paint_span, percent_span
from algorithms.fluorescence.overlay import Picture
from algorithms.fluorescence.places import Mark, find_marks, light_at
from algorithms.fluorescence.steady import Steady
from console.acquisition.mailbox import Shot
from console.frames.kept import Kept
from devices.camera import Frame

USUAL_FIELD_MM = 90.0  # what an uncalibrated camera is taken to see across, only to know how wide a glint is: no length is shown then
MARKS_EVERY = 6  # frames: injection sites stand still
TOP_SHARE = 1.25  # of the brightest place: greys end there


@dataclass(frozen=True, slots=True)
class Wish:
    """What the screen asks for. Places are (row, column) of the camera; `reference` is what 100 % means, `tapped` where the curve is taken."""

    mode: Mode = Mode.OVERLAY
    steady: bool = True
    reference: tuple[float, float] | None = None
    tapped: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One picture ready to be shown: `picture` (rows, columns, BGRA) is the holder's until the next look.

    `mm_per_pixel` None: uncalibrated, `unfit` says why. `percent` is the tapped place in % of the reference, `light` in digital numbers.
    """

    picture: Picture
    shot: Shot
    mode: Mode
    glows: tuple[Glow, ...]
    marks: tuple[Mark, ...]
    span: Span | None
    note: str
    mm_per_pixel: float | None
    unfit: str
    light: float | None
    percent: float | None


class Eye:
    """`see` turns shots into views."""

    def __init__(self) -> None:
        self._made_for: tuple[object, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._turn = 0
        self._top = 1.0
        self._in_room_light = False
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="eye")

    def close(self) -> None:
        """No more pictures."""
        self._beside.shutdown()

    def see(self, shot: Shot, kept: Kept | None, wish: Wish, out: Picture) -> View:
        """Fill `out` (BGRA, as large as it is shown) and say what is in it; places are those of the camera."""
        lit = grey_of(shot.lit)
        unfit = "Not calibrated: no lengths." if kept is None else kept.misfit(lit, shot.lit.bit_depth, state_of(shot.lit, kept))
        fitting = kept if kept is not None and not unfit else None
        self._make(lit, fitting, wish.mode, out.shape[:2])
        ambient, live = self._offset(shot, fitting), self._live
        if (shot.ambient is None) is not self._in_room_light:
            self._in_room_light = shot.ambient is None
            live.forget()
        mode = wish.mode if wish.mode is not Mode.WHITE or shot.lit.colour is not None else Mode.NIR
        draws = mode in {Mode.OVERLAY, Mode.CONTOUR}
        glows = live.show(lit, ambient, self._ground(shot, lit), out, self._aside) if draws else live.find(lit, ambient, None)
        light = None if draws or mode is Mode.WHITE else self._light(lit, ambient, steady=wish.steady)
        span = self._paint(mode, shot, light, (lit, ambient), wish, out)
        return View(
            out, shot, mode, glows, self._sites(glows, fitting), span, _note(mode, shot, fitting),
            fitting.calibration.mm_per_pixel if fitting else None, unfit, *self._told(lit, ambient, wish),
        )  # fmt: skip

    def rest(self) -> None:
        """What the next picture needs and this one need not wait for."""
        self._live.renew()

    def _aside(self, job: Callable[[], None]) -> Callable[[], None]:
        """A job on the second thread: what it calls is OpenCV's, which lets the first one go on."""
        return self._beside.submit(job).result

    def _make(self, lit: Raw, kept: Kept | None, mode: Mode, shown: tuple[int, int]) -> None:
        wanted = (lit.shape, lit.dtype, kept.sha256 if kept else "", mode.style, shown)
        if wanted == self._made_for:
            return
        self._made_for = wanted
        rows, columns = lit.shape
        self._mm = kept.calibration.mm_per_pixel if kept else USUAL_FIELD_MM / columns
        flat = None
        if kept is not None and kept.calibration.flat is not None:
            flat = kept.calibration.flat.astype(np.float32) - (0 if kept.calibration.dark is None else kept.calibration.dark)
        self._live = LivePicture(rows, columns, self._mm, style=mode.style, flat=flat)
        self._least = (min(rows, shown[0]), min(columns, shown[1]))
        self._still, self._grey = Steady(*self._least), np.empty((*self._least, 3), np.uint8)
        self._buffers: Buffers = {}
        self._nothing = np.zeros(lit.shape, lit.dtype)
        self._nothing.flags.writeable = False
        self._marks, self._turn = (), 0

    def _offset(self, shot: Shot, kept: Kept | None) -> Raw:
        """What is taken off: the room's light, else the dark frame, else nothing."""
        if shot.ambient is not None:
            return grey_of(shot.ambient)
        dark = kept.calibration.dark if kept is not None else None
        return dark.astype(self._nothing.dtype, copy=False) if dark is not None else self._nothing

    def _ground(self, shot: Shot, lit: Raw) -> Picture:
        """What is drawn on: white light, or the near-infrared picture in dim grey."""
        if shot.lit.colour is not None:
            return shot.lit.colour
        light = fitted(lit, self._least, self._buffers)
        grey_colour(light, self._brightest(light), self._grey)
        return self._grey

    def _light(self, lit: Raw, ambient: Raw, *, steady: bool) -> Raw | Image:
        light = fitted(np.asarray(cv2.subtract(lit, ambient)), self._least, self._buffers)
        return self._still.add(light) if steady else light

    def _paint(self, mode: Mode, shot: Shot, light: Raw | Image | None, pair: tuple[Raw, Raw], wish: Wish, out: Picture) -> Span | None:
        """Modes that colour the whole picture; its colour bar, where it has one."""
        if mode is Mode.WHITE and shot.lit.colour is not None:
            cv2.cvtColor(fitted(shot.lit.colour, out.shape[:2], self._buffers), cv2.COLOR_BGR2BGRA, dst=out)
        if light is None:
            return None
        light = fitted(light, out.shape[:2], self._buffers)
        span = None
        if mode is Mode.HEAT:
            background = self._live.background
            span = heat_span(float(np.median(background)) if background is not None else 1.0)
        elif mode is Mode.PERCENT and wish.reference is not None:
            span = percent_span(light_at(*pair, wish.reference, self._mm))
        if span is None:
            paint_grey(light, self._brightest(light), out)
        else:
            paint_span(light, span, out)
        return span

    def _brightest(self, light: Raw | Image) -> float:
        """The top of the greys: slow, so that the picture does not flicker with every glint."""
        now = TOP_SHARE * float(np.percentile(light[::16, ::16], 99.5))
        self._top = now if self._top == 1.0 else 0.9 * self._top + 0.1 * now
        return self._top

    def _sites(self, glows: tuple[Glow, ...], kept: Kept | None) -> tuple[Mark, ...]:
        """Injection sites, a few times a second, and only where something wide glows."""
        self._turn += 1
        background = self._live.background
        if kept is None or background is None or all(glow.sharp for glow in glows):
            self._marks = ()
        elif self._turn % MARKS_EVERY == 1:
            self._marks = find_marks(self._live.light, background, self._mm * self._live.step, self._live.step)
        return self._marks

    def _told(self, lit: Raw, ambient: Raw, wish: Wish) -> tuple[float | None, float | None]:
        """Light of the tapped place, and that in % of the reference."""
        if wish.tapped is None:
            return None, None
        light = light_at(lit, ambient, wish.tapped, self._mm)
        if wish.reference is None:
            return light, None
        return light, 100 * light / max(light_at(lit, ambient, wish.reference, self._mm), 1.0)


def grey_of(frame: Frame) -> Raw:
    """The frame as (rows, columns): a colour camera without a filter gives its grey."""
    return frame.pixels if frame.pixels.ndim == 2 else np.asarray(cv2.cvtColor(frame.pixels, cv2.COLOR_BGR2GRAY))


def state_of(frame: Frame, kept: Kept | None) -> CameraState:
    """How the camera stood for this frame; the distance is that of its calibration, which no camera knows by itself."""
    return CameraState(frame.exposure_ms, frame.gain_db, kept.state.distance_mm if kept else None, frame.flip.value)


def _note(mode: Mode, shot: Shot, kept: Kept | None) -> str:
    """«Overlay · dark and flat corrected · ambient removed»."""
    done = [{Mode.NIR: "Near infrared"}.get(mode, mode.value.capitalize())]
    if mode is Mode.WHITE:
        return done[0]
    if kept is not None and kept.calibration.flat is not None:
        done.append("dark and flat corrected")
    elif kept is not None and kept.calibration.dark is not None:
        done.append("dark corrected")
    done.append("ambient removed" if shot.ambient is not None else "room light not removed")
    return " · ".join(done)
