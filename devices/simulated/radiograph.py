"""A simulated radiograph of the simulated specimen: how many photons of a 20 keV beam come through fat, tumour and a titanium clip, per pixel.

Attenuation per mm at 20 keV: fat 0.0456, infiltrating carcinoma 0.0844 (Johns & Yaffe, Phys Med Biol 1987;32:675); titanium 7.1 (NIST XCOM). The
beam is a parallel one at the magnification that the file states; the focus and the detector blur; photons are Poisson. SIMULATED stands in the
pixels and in the header.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian, generate_uid

from devices.simulated.specimen import Body, SimulatedSpecimen

FAT, CARCINOMA, TITANIUM = 0.0456, 0.0844, 7.1  # per mm
PHOTONS = 4000.0  # through nothing, per pixel
DETECTOR_MM, MAGNIFICATION = 0.2, 1.25
PIXEL_MM = DETECTOR_MM / MAGNIFICATION
EDGE_MM, BLUR_MM, CLIP_MM = 10.0, 0.15, (3.0, 1.0, 0.4)
HAND_MM = 0.4  # standard deviation of setting one end of a ruler on the picture
MAMMOGRAM = UID("1.2.840.10008.5.1.4.1.1.1.2")  # Digital Mammography X-Ray Image Storage, For Presentation

# Rows run along the first axis of a projection, columns along the second; the beam goes along the third.
AXES = {"from the front": (0, 1, 2), "from the side": (0, 2, 1), "from below": (1, 2, 0)}
FACES = (("superior", "inferior"), ("medial", "lateral"), ("anterior", "posterior"))
Labelled = TypeVar("Labelled", bound=Dataset)
Millimetres = npt.NDArray[np.float64]
Counts = npt.NDArray[np.uint16]
Points = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class SimulatedRadiograph:
    """Photons that were counted, (rows, columns) uint16, and the (row, col) of the specimen's middle."""

    counts: Counts
    middle_px: tuple[float, float]
    projection: str

    def dicom(self, taken_at: datetime) -> bytes:
        """As the cabinet would send it."""
        instance = generate_uid()
        meta = _with(
            FileMetaDataset(),
            MediaStorageSOPClassUID=MAMMOGRAM,
            MediaStorageSOPInstanceUID=instance,
            TransferSyntaxUID=ExplicitVRLittleEndian,
        )
        file = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
        _with(file, SOPClassUID=MAMMOGRAM, SOPInstanceUID=instance, StudyInstanceUID=generate_uid(), SeriesInstanceUID=generate_uid())
        _with(file, PatientName="SIMULATED^SPECIMEN", PatientID="SIMULATED", ImageComments="SIMULATED, not a patient", Modality="MG")
        _with(
            file,
            SeriesDescription=f"SIMULATED specimen {self.projection}",
            ContentDate=f"{taken_at:%Y%m%d}",
            ContentTime=f"{taken_at:%H%M%S}",
        )
        rows, columns = self.counts.shape
        # Few photons are dense, and dense is bright: MONOCHROME1.
        _with(file, Rows=rows, Columns=columns, SamplesPerPixel=1, PhotometricInterpretation="MONOCHROME1", PixelRepresentation=0)
        _with(file, BitsAllocated=16, BitsStored=16, HighBit=15, PixelData=self.counts.tobytes())
        _with(file, ImagerPixelSpacing=[DETECTOR_MM, DETECTOR_MM], EstimatedRadiographicMagnificationFactor=MAGNIFICATION)
        content = io.BytesIO()
        file.save_as(content, enforce_file_format=True)
        return content.getvalue()


def _with(dataset: Labelled, **attributes: object) -> Labelled:
    """The dataset with these attributes."""
    for name, value in attributes.items():
        setattr(dataset, name, value)
    return dataset


def radiograph(specimen: SimulatedSpecimen, projection: str, seed: int) -> SimulatedRadiograph:
    """Expose the specimen in this projection; the same seed counts the same photons."""
    across, along, depth = AXES[projection]
    size = [specimen.tissue.axes_mm[axis] + 2 * EDGE_MM for axis in (across, along)]
    rows, columns = (round(length / PIXEL_MM) for length in size)
    grid = _grid(rows, columns)
    clip = Body(tuple(CLIP_MM[axis] for axis in (across, along, depth)), specimen.mass.centre_mm)  # type: ignore[arg-type]
    tissue, mass = (_thickness(body, grid, (across, along, depth)) for body in (specimen.tissue, specimen.mass))
    weakened = FAT * tissue + (CARCINOMA - FAT) * np.minimum(mass, tissue) + TITANIUM * _thickness(clip, grid, (across, along, depth))
    beam = cv2.GaussianBlur(np.exp(-weakened), (0, 0), BLUR_MM / PIXEL_MM)
    counts = np.random.default_rng(seed).poisson(PHOTONS * beam)
    marked = np.clip(counts, 0, 65535).astype(np.uint16)
    words = np.zeros((rows, columns), np.uint8)
    cv2.putText(words, "SIMULATED", (8, rows - 12), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 255, 2)
    marked[words > 127] = round(PHOTONS * 0.1)
    return SimulatedRadiograph(marked, (rows / 2, columns / 2), projection)


def rulers(specimen: SimulatedSpecimen, picture: SimulatedRadiograph, seed: int) -> dict[str, Points]:
    """Where a careful hand lays the ruler at each face of this projection: from the mass's outline to the specimen's, (row, col) px."""
    hand = Random(seed)  # noqa: S311 - a shaky hand, not a secret
    across, along, _depth = AXES[picture.projection]
    found: dict[str, Points] = {}
    for side, axis in enumerate((across, along)):
        centre = [specimen.mass.centre_mm[across], specimen.mass.centre_mm[along]]
        outline = _outline(specimen.tissue, (across, along), side, centre)
        for face, sign in zip(FACES[axis], (-1, 1), strict=True):
            inner = centre[side] + sign * specimen.mass.axes_mm[axis] / 2
            outer = sign * max(outline, sign * inner)
            ends = [[*centre], [*centre]]
            ends[0][side], ends[1][side] = inner + hand.gauss(0, HAND_MM), outer + hand.gauss(0, HAND_MM)
            start, end = ((picture.middle_px[0] + end[0] / PIXEL_MM, picture.middle_px[1] + end[1] / PIXEL_MM) for end in ends)
            found[face] = start, end
    return found


def _grid(rows: int, columns: int) -> tuple[Millimetres, Millimetres]:
    """Where each pixel looks, from the specimen's middle, mm: along the rows and along the columns."""
    down, right = np.meshgrid((np.arange(rows) - rows / 2) * PIXEL_MM, (np.arange(columns) - columns / 2) * PIXEL_MM, indexing="ij")
    return down, right


def _outline(body: Body, axes: tuple[int, int], side: int, centre: list[float]) -> float:
    """Half the width of the body's shadow, mm, on the line through `centre` along one of its two axes; the body lies at the origin."""
    other = axes[1 - side]
    share = centre[1 - side] / (body.axes_mm[other] / 2)
    return float(body.axes_mm[axes[side]] / 2 * np.sqrt(max(0.0, 1 - share**2)))


def _thickness(body: Body, grid: tuple[Millimetres, Millimetres], axes: tuple[int, int, int]) -> Millimetres:
    """The way of the beam through an ellipsoid, mm, at each pixel."""
    half = [body.axes_mm[axis] / 2 for axis in axes]
    down, right = ((grid[k] - body.centre_mm[axes[k]]) / half[k] for k in range(2))
    inside = 1 - down**2 - right**2
    return np.asarray(2 * half[2] * np.sqrt(np.maximum(inside, 0.0)))
