"""A specimen's radiograph as the rest sees it, and the one way to read one from bytes, whatever it is a file of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from devices.errors import DeviceRefused

Grey = npt.NDArray[np.uint8]

MOST_BYTES = 128 << 20  # the largest file that is opened
MOST_PIXELS = 48_000_000  # the largest mammogram is 24 million
LEAST_EDGE_PX = 32
NAME = "Radiograph"


def refused(problem: str) -> DeviceRefused:
    """The file cannot be used; one sentence, without its name: that may carry a patient's."""
    return DeviceRefused(NAME, problem)


@dataclass(frozen=True, slots=True)
class PixelSize:
    """Millimetres of a pixel at the specimen. `certain` False: measured on it, distances may be too wide by the magnification that nobody knows."""

    row_mm: float
    col_mm: float
    certain: bool
    statement: str


@dataclass(frozen=True, slots=True)
class Radiograph:
    """One picture, (rows, columns) uint8, dense tissue bright, windowed for the eye; read-only.

    `size` None: the file does not say how large a pixel is. `kind` is the DICOM modality, or PHOTO. `simulated`: it says so itself.
    """

    pixels: Grey
    size: PixelSize | None
    kind: str
    media_type: str
    simulated: bool = False


def check_size(rows: int, columns: int, frames: int = 1) -> None:
    """Pass a picture that memory can hold, or refuse it before a byte of it is decoded."""
    if frames != 1:
        raise refused(f"The file holds {frames} frames; export the one picture that is to be measured.")
    if min(rows, columns) < LEAST_EDGE_PX:
        raise refused(f"The picture is {columns} × {rows} pixels; that is too small to measure on.")
    if rows * columns > MOST_PIXELS:
        raise refused(f"The picture is {columns} × {rows} pixels; at most {MOST_PIXELS // 1_000_000} million fit.")
