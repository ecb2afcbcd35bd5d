"""`rimlight cohort overlap`: two outlines on the CT of one specimen, such as a pathologist's and a model's, or a scanner's and ours."""

from __future__ import annotations

import argparse
import zipfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from console.cohorts.overlap_answers import overlap
from console.faults import ImportRefused, Refused
from devices.scanner import Volume
from devices.scanners.folder import read_petct, read_segmentations

LARGEST_BYTES = 4 * 2**30
_APART = 1e-3  # of a voxel


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A scan, and what was drawn on it."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="holds the CT and the PET that both were drawn on")
    parser.add_argument("--truth", type=Path, required=True, metavar="MASK", help="DICOM SEG, NIfTI or NRRD on the CT's grid")
    drawn = parser.add_mutually_exclusive_group(required=True)
    drawn.add_argument("--drawn", type=Path, metavar="MASK", help="the outline that is judged")
    drawn.add_argument("--probability", type=Path, metavar="FILE.npz", help="what rimlight petct wrote: outline and probabilities")


def answer(arguments: argparse.Namespace) -> dict[str, Any]:
    """Read both on one grid, and compare."""
    ct = read_petct(arguments.folder).ct
    truth = _only(arguments.truth, ct)
    if arguments.drawn is not None:
        return overlap(truth, _only(arguments.drawn, ct), ct.spacing_mm, None)
    drawn, probability = _written(arguments.probability, ct)
    return overlap(truth, drawn, ct.spacing_mm, probability)


def _only(path: Path, ct: Volume) -> npt.NDArray[np.bool_]:
    found = read_segmentations([path], ct)
    if len(found) > 1:
        raise Refused(f"{path.name} holds {len(found)} outlines; give a file that holds one.")
    return found[0].mask


def _written(path: Path, ct: Volume) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.float32]]:
    """The outline and the probabilities of `rimlight petct`, put where they lie on the CT; outside its box both are nothing."""
    foreign = ImportRefused(f"{path.name} is not a file that rimlight petct wrote.")
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_BYTES:
                raise foreign
        with np.load(path, allow_pickle=False) as kept:
            tumour, probability, affine = kept["tumour"], kept["probability"], kept["affine"]
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error):
        raise foreign from None
    if tumour.shape != probability.shape or tumour.ndim != 3 or affine.shape != (4, 4):
        raise foreign
    step = np.linalg.inv(ct.affine) @ affine
    start = np.rint(step[:3, 3]).astype(int)
    apart = max(float(np.abs(step[:3, :3] - np.eye(3)).max()), float(np.abs(step[:3, 3] - start).max()))
    end = start + tumour.shape
    if apart > _APART or (start < 0).any() or (end > ct.values.shape).any():
        raise ImportRefused(
            f"{path.name} lies on another grid than this CT: the scanner's voxels are not 0.1 mm. Compare outlines instead."
        )
    box = tuple(slice(low, high) for low, high in zip(start, end, strict=True))
    drawn, chances = np.zeros(ct.values.shape, np.bool_), np.zeros(ct.values.shape, np.float32)
    drawn[box], chances[box] = tumour, probability
    return drawn, chances
