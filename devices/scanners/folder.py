"""The one way in for a PET-CT scan: a folder, a zip, or a list of files, read in a child process and handed over as volumes that fit each other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from devices.apart import ChildLost, ChildStalled, Listener, apart
from devices.scanner import (
    Factor,
    PetCt,
    Segmentation,
    SeriesFound,
    SeriesRole,
    SuvFactors,
    Values,
    Volume,
    VolumeUnit,
    refused,
)
from devices.scanners.reading import send_scan, send_segmentations
from devices.scanners.source import Named

PATIENCE_S = 60.0  # for the longest silence: the headers of many files on a slow stick
ALLOWANCE_BYTES = 1 << 30  # a child holds one frame of a volume, and one mask
Progress = Callable[[float], object]


def read_petct(handed: Path | Sequence[Path | Named], progress: Progress = lambda _: None) -> PetCt:
    """The scan in `handed`; `ScanRefused` says in one sentence why there is none. `progress` hears the share that is read, and may raise to stop.

    What is `Named` goes to the child as it is, through a pipe: no file holds it.
    """
    with _child(send_scan, _handed(handed)) as child:
        head = _told(child)
        total = head["ct"]["shape"][0] + head["pet"]["shape"][0]
        ct = _volume(child, head["ct"], VolumeUnit.HU, lambda done: progress(done / total))
        pet = _volume(child, head["pet"], VolumeUnit(head["pet"]["unit"]), lambda done: progress((head["ct"]["shape"][0] + done) / total))
        segmentations, tail = _segmentations(child, ct.values.shape)
    return PetCt(
        ct,
        _alike(pet, ct),
        SuvFactors(*(Factor(**head["suv"][name]) for name in ("body_weight", "lean_body_mass"))),
        segmentations,
        _found(head["found"]) + _found(tail["found"]),
        tuple(head["warnings"]),
        tail["sha256"],
        head["simulated"],
        head["device"],
    )


def read_segmentations(handed: Path | Sequence[Path], ct: Volume) -> tuple[Segmentation, ...]:
    """Segmentations that came apart from their scan, on the grid of its CT; refused with the reason where none of them fits."""
    grid = json.dumps({"shape": ct.values.shape, "affine": ct.affine.tolist(), "frame_of_reference": ct.frame_of_reference})
    with _child(send_segmentations, (grid, *_handed(handed))) as child:
        found, tail = _segmentations(child, ct.values.shape)
    if not found:
        reasons = [each["why"] for each in tail["found"]]
        raise refused(
            f"The segmentation cannot be used: {reasons[0]}." if reasons else "No segmentation was found in what was handed over."
        )
    return found


@contextmanager
def _child(work: Callable[[Any, tuple[Any, ...]], None], arguments: tuple[str | Named, ...]) -> Iterator[Listener]:
    try:
        with apart(work, arguments, patience_s=PATIENCE_S, allowance_bytes=ALLOWANCE_BYTES) as child:
            yield child
    except ChildStalled:
        raise refused("The scan takes too long to read; copy it to this computer first.") from None
    except (ChildLost, KeyError, TypeError, IndexError):
        raise refused("The scan is damaged: reading it fails. Send it again.") from None


def _handed(handed: Path | Sequence[Path | Named]) -> tuple[str | Named, ...]:
    several = (handed,) if isinstance(handed, Path) else tuple(handed)
    if not several:
        raise refused("Nothing was handed over.")
    return tuple(str(each) if isinstance(each, Path) else each for each in several)


def _told(child: Listener) -> dict[str, Any]:
    said = child.words()
    if "refused" in said:
        raise refused(said["refused"])
    return said


def _volume(child: Listener, head: dict[str, Any], unit: VolumeUnit, progress: Progress) -> Volume:
    """Frames come in the order of the files, each behind its place."""
    values: Values = np.empty(tuple(head["shape"]), np.float32)
    for done in range(len(values)):
        at = int(_told(child)["at"])
        child.fill(values[at : at + 1])
        progress(done + 1)
    values.setflags(write=False)
    affine = np.array(head["affine"])
    affine.setflags(write=False)
    return Volume(values, affine, unit, head["frame_of_reference"])


def _segmentations(child: Listener, shape: tuple[int, ...]) -> tuple[tuple[Segmentation, ...], dict[str, Any]]:
    found = []
    while (said := _told(child))["segmentation"] is not None:
        mask = np.empty(shape, np.bool_)
        child.fill(mask)
        mask.setflags(write=False)
        found.append(Segmentation(mask, **said["segmentation"]))
    return tuple(found), said


def _found(said: Sequence[dict[str, Any]]) -> tuple[SeriesFound, ...]:
    return tuple(SeriesFound(**{**each, "role": SeriesRole(each["role"])}) for each in said)


def _alike(pet: Volume, ct: Volume) -> Volume:
    """The PET with its axes running as the CT's: turned and mirrored, nothing resampled."""
    directions = [each.affine[:3, :3] / np.linalg.norm(each.affine[:3, :3], axis=0) for each in (ct, pet)]
    between = directions[0].T @ directions[1]
    order = [int(axis) for axis in np.abs(between).argmax(axis=1)]
    values, affine = pet.values.transpose(order), pet.affine[:, [*order, 3]].copy()
    for axis, other in enumerate(order):
        if between[axis, other] < 0:
            values = np.flip(values, axis)
            affine[:, 3] += affine[:, axis] * (values.shape[axis] - 1)
            affine[:, axis] *= -1
    values = np.ascontiguousarray(values)
    values.setflags(write=False)
    affine.setflags(write=False)
    return Volume(values, affine, pet.unit, pet.frame_of_reference)
