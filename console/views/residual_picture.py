"""The picture of a finished check: its middle frame with lime light where something glows, and what is drawn and written on it."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from algorithms.faces import Face
from algorithms.fluorescence.model import Raw, Region
from algorithms.fluorescence.outline import Unoutlined, outline_specimen
from algorithms.fluorescence.overlay import LIME, Picture, Style, fill, grey
from algorithms.fluorescence.walls import hour_of
from console.acquisition.checking import Judged, Subject, Taken
from console.acquisition.eye import View, grey_of
from console.cases.fluorescence_log import Cavity
from console.widgets.image_sketch import Sketch, Traced

LEAST_LIGHT = 96  # what glows stays lime where it is weakest
DIM = 0.6  # what is drawn on stays below what is drawn


def picture_of(taken: Taken, regions: Sequence[Region]) -> Picture:
    """BGRA of the middle frame, room light taken off, in dim grey, with light in its regions."""
    level = _level(taken)
    shown = cv2.cvtColor(cv2.convertScaleAbs(level, alpha=DIM), cv2.COLOR_GRAY2BGRA)
    picture: Picture = np.asarray(shown, dtype=np.uint8)
    for region in regions:
        fill(picture, level, region, Style.LIME)
    return picture


def glow_of(judged: Judged) -> npt.NDArray[np.uint8]:
    """RGBA for a face of the solid: lime where something glows, nothing elsewhere, the middle of the outline in the middle."""
    level = _level(judged.taken)
    rows, columns = level.shape
    inside = np.zeros((rows, columns), np.uint8)
    for region in judged.finding.regions:
        if not region.faint and len(region.outline_px):
            cv2.fillPoly(inside, [np.rint(region.outline_px[:, ::-1]).astype(np.int32)], 255)
    bright = np.maximum(level, LEAST_LIGHT).astype(np.uint16)[..., None]
    rgba = np.dstack([(bright * np.array(LIME[::-1], np.uint16) // 255).astype(np.uint8), inside])
    outline = judged.taken.outline
    if outline is None:
        return rgba
    down, right = (rows - 1) / 2 - outline.centre[0], (columns - 1) / 2 - outline.centre[1]
    moved: npt.NDArray[np.uint8] = np.asarray(
        cv2.warpAffine(rgba, np.array([[1, 0, right], [0, 1, down]]), (columns, rows), flags=cv2.INTER_NEAREST)
    )
    return moved


def _level(taken: Taken) -> Picture:
    """The middle frame in 8 bits, room light taken off."""
    middle = len(taken.frames) // 2
    frame: Raw = taken.frames[middle]
    light: Raw = np.asarray(cv2.subtract(frame, taken.ambients[middle])) if taken.ambients else frame
    return grey(light, 8 * light.dtype.itemsize)


def sketch_of(judged: Judged) -> Sketch:
    """Outlines with area and place, sharp points, and the outline inside which was looked."""
    kept, finding, outline = judged.taken.kept, judged.finding, judged.taken.outline
    rows, columns = judged.taken.frames[0].shape
    centre = outline.centre if outline is not None else ((rows - 1) / 2, (columns - 1) / 2)
    traced = tuple(
        Traced(region.outline_px, f"{region.area_mm2:.0f} mm²", _place(judged, region, centre), region.faint) for region in finding.regions
    )
    return Sketch(
        kept.calibration.mm_per_pixel if kept is not None else None, traced, (), tuple(point.centroid_px for point in finding.sharp_points),
        ellipse=(outline.centre, outline.half) if outline is not None else None, edge=outline.edge if outline is not None else (),
    )  # fmt: skip


def specimen_cavity(view: View) -> Cavity | str:
    """The specimen's own outline: from white light, else from the room's light; else why there is none."""
    if view.mm_per_pixel is None:
        return "Without a calibration no outline is found. Drag one."
    shot = view.shot
    seen = [shot.lit.colour] if shot.lit.colour is not None else []
    seen += [grey_of(shot.ambient)] if shot.ambient is not None else []
    why = "There is neither white light nor a frame of the room's light to see the specimen by. Drag an outline."
    for picture in seen:
        try:
            corners = outline_specimen(picture, view.mm_per_pixel).corners
        except Unoutlined as reason:
            why = str(reason)
            continue
        (top, left), (bottom, right) = np.min(corners, axis=0).tolist(), np.max(corners, axis=0).tolist()
        return Cavity(((top + bottom) / 2, (left + right) / 2), ((bottom - top) / 2, (right - left) / 2), corners)
    return why


def top_words(face: Face | None) -> str:
    """Which way the picture is held: the clock of a cavity and the picture on a face of the specimen in space rely on it."""
    up = {Face.SUPERIOR: "posterior", Face.INFERIOR: "anterior"}.get(face, "superior") if face is not None else "superior"
    return f"Top of the picture = {up}"


def _place(judged: Judged, region: Region, centre: tuple[float, float]) -> str:
    if judged.target.subject is Subject.CAVITY:
        return f"{hour_of(region.centroid_px, centre)} o’clock"
    return f"{region.centroid_mm[0]:.0f}, {region.centroid_mm[1]:.0f} mm"
