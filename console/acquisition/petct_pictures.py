"""What a slice looks like: CT in grey, uptake or doubt over it in perceptually even colours; and the three slices that a case keeps as PNG."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.petct.margin import Margin
from console.acquisition.petct_kept import Kept
from console.acquisition.petct_volumes import Plane, Volumes
from console.faults import Refused

Pixels = npt.NDArray[np.uint8]
# Nine stops of matplotlib's «inferno» and of «cividis» (CC0): even steps look even, also without colour vision.
WARM = ("000004", "1f0c48", "550f6d", "88226a", "ba3655", "e35933", "f98c0a", "f9c932", "fcffa4")
COOL = ("00224e", "123570", "3b496c", "575d6d", "707173", "8a8678", "a59c74", "c3b369", "fee838")
COVER = 0.75  # how much of the CT the strongest colour hides
FAINTEST = 0.08  # of the scale: weaker uptake is not coloured
DOUBT_TOP = 0.5  # a spread of one half: the members are split evenly
BARS_MM = (2, 5, 10, 20, 50)
PICTURE_PX = 640
TUMOUR_BGR, SPECIMEN_BGR, WORDS_BGR = (56, 185, 255), (255, 200, 92), (243, 238, 233)


class Layer(StrEnum):
    """What the colours mean."""

    UPTAKE = "uptake"
    DOUBT = "uncertainty"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Window:
    """Which HU are shown: the middle and the width."""

    level_hu: float = -20.0
    width_hu: float = 400.0

    def moved(self, level: float, width: float) -> Window:
        """Shifted and widened, within what a CT can hold."""
        return Window(float(np.clip(self.level_hu + level, -1000, 3000)), float(np.clip(self.width_hu + width, 20, 4000)))


def ramp(stops: tuple[str, ...]) -> Pixels:
    """256 colours (256, 3), RGB."""
    known = np.array([[int(stop[at : at + 2], 16) for at in (0, 2, 4)] for stop in stops], dtype=np.float64)
    places = np.linspace(0, len(stops) - 1, 256)
    return np.stack([np.interp(places, np.arange(len(stops)), known[:, channel]) for channel in range(3)], axis=1).round().astype(np.uint8)


RAMPS = {Layer.UPTAKE: ramp(WARM), Layer.DOUBT: ramp(COOL)}


def composed(hu: npt.NDArray[np.int16], over: npt.NDArray[np.float32] | None, top: float, layer: Layer, window: Window) -> Pixels:
    """RGB (rows, columns, 3); `over` is shown from 0 to `top`."""
    grey = (hu.astype(np.float32) - (window.level_hu - window.width_hu / 2)) * np.float32(255 / window.width_hu)
    picture = np.repeat(np.clip(grey, 0, 255)[..., None], 3, axis=2)
    if over is not None and layer is not Layer.NONE and top > 0:
        share = np.clip(over / np.float32(top), 0, 1)
        cover = (np.clip((share - FAINTEST) / 0.25, 0, 1) * COVER)[..., None]
        picture += (RAMPS[layer][(share * 255).astype(np.uint8)] - picture) * cover
    return np.ascontiguousarray(picture.astype(np.uint8))


def overlay(kept: Kept | None, volumes: Volumes, layer: Layer, plane: Plane, index: int) -> tuple[npt.NDArray[np.float32] | None, float]:
    """The numbers that are coloured, and the top of their scale."""
    if layer is Layer.UPTAKE:
        return volumes.pet_slice(plane, index), volumes.hottest
    if layer is Layer.DOUBT and kept is not None and kept.answer.drawn is not None:
        return volumes.part_slice(kept.answer.drawn.spread, kept.answer.drawn.box, plane, index), DOUBT_TOP
    return None, 0.0


def place_of(kept: Kept) -> tuple[int, int, int]:
    """The upright voxel to look at: the narrowest place, else the tumour's middle, else the specimen's."""
    answer, volumes = kept.answer, kept.volumes
    if isinstance(answer.margin, Margin):
        index = [int(place / side) for place, side in zip(answer.margin.surface_mm, answer.spacing_mm, strict=True)]
    else:
        mask = kept.tumour if kept.tumour.any() else answer.specimen
        index = [int(np.median(np.flatnonzero(mask.any(axis=tuple(other for other in range(3) if other != axis))))) for axis in range(3)]
    return volumes.way.cell((index[0], index[1], index[2]), answer.specimen.shape)


def slices_png(kept: Kept, words: str) -> tuple[tuple[str, bytes], ...]:
    """Axial, coronal and sagittal through the narrowest place, each with outlines, a scale bar and `words` on it."""
    place = place_of(kept)
    return tuple((f"{plane.value} slice", _png(kept, plane, place[plane.across], words)) for plane in Plane)


def _png(kept: Kept, plane: Plane, index: int, words: str) -> bytes:
    volumes = kept.volumes
    over, top = overlay(kept, volumes, Layer.UPTAKE, plane, index)
    picture = composed(volumes.ct_slice(plane, index), over, top, Layer.UPTAKE, Window())
    down, across = (volumes.sides_mm[axis] for axis in plane.lies)
    unit = PICTURE_PX / max(picture.shape[0] * down, picture.shape[1] * across)
    size = (max(1, round(picture.shape[1] * across * unit)), max(1, round(picture.shape[0] * down * unit)))
    drawn = cv2.resize(picture[..., ::-1], size, interpolation=cv2.INTER_LINEAR)
    for mask, ink in ((kept.answer.specimen, SPECIMEN_BGR), (kept.tumour, TUMOUR_BGR)):
        flat = cv2.resize(
            np.ascontiguousarray(volumes.mask_slice(mask, plane, index)).astype(np.uint8), size, interpolation=cv2.INTER_NEAREST
        )
        lines, _ = cv2.findContours(flat, cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
        cv2.drawContours(drawn, lines, -1, ink, 2, cv2.LINE_AA)
    return _captioned(drawn, unit, f"{plane.value.capitalize()}. {words}")


def _captioned(drawn: npt.NDArray[Any], unit: float, words: str) -> bytes:
    """With the words and a bar of whole millimetres below."""
    wide = cv2.copyMakeBorder(drawn, 0, 60, 0, max(0, PICTURE_PX - drawn.shape[1]), cv2.BORDER_CONSTANT, value=(11, 8, 5))
    length = max((mm for mm in BARS_MM if mm * unit <= wide.shape[1] / 3), default=BARS_MM[0])
    floor = wide.shape[0] - 12
    cv2.line(wide, (12, floor), (12 + round(length * unit), floor), WORDS_BGR, 4)
    cv2.putText(wide, f"{length} mm", (20 + round(length * unit), floor + 5), cv2.FONT_HERSHEY_SIMPLEX, 0.5, WORDS_BGR, 1, cv2.LINE_AA)
    cv2.putText(wide, words, (12, wide.shape[0] - 36), cv2.FONT_HERSHEY_SIMPLEX, 0.45, WORDS_BGR, 1, cv2.LINE_AA)
    done, content = cv2.imencode(".png", wide)
    if not done:
        raise Refused("A picture of the PET-CT could not be written. Nothing was signed.")
    return bytes(content.tobytes())
