"""An answer with the pictures that it was read from, as one file that the case keeps: shown again, corrected by hand and measured anew from it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from io import BytesIO
from typing import Any

import numpy as np
from scipy.ndimage import binary_dilation

from algorithms.faces import Face
from algorithms.petct.analysis import Agreement, Analysis, Drawn, Method
from algorithms.petct.margin import Directions, Margin, measure_margin
from algorithms.petct.model import Box, Cell, Mask, Scan, Uptake
from algorithms.statistics.result import Indeterminate
from console.acquisition.petct_scan import Slices, slices_of
from console.acquisition.petct_volumes import Array, Volumes, on_grid, volumes_at
from console.faults import ImportRefused
from devices.scanner import PetCt, Segmentation

AIR_HU = -1000
AROUND = 4  # voxels of the surroundings that are kept
QUICK = 1  # noise hardly packs, however long one tries
FORMAT = 1


@dataclass(frozen=True, slots=True, eq=False)
class Foreign:
    """An outline that came with the scan: what its maker states, and what our ruler measures from it to our specimen's surface."""

    source: str
    stated_mm: float | None
    tumour: Mask
    measured: Margin | None


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """An answer whose arrays lie on the grid of `volumes`, and what it was measured with; `slices` None in files that did not keep them yet."""

    volumes: Volumes
    answer: Analysis
    directions: Directions
    foreign: tuple[Foreign, ...]
    warnings: tuple[str, ...]
    slices: Slices | None = None

    @property
    def tumour(self) -> Mask:
        """On the whole grid."""
        found = np.zeros(self.answer.specimen.shape, dtype=bool)
        if self.answer.drawn is not None:
            found[self.answer.drawn.box] = self.answer.drawn.tumour
        return found


def kept_of(found: PetCt, scan: Scan, answer: Analysis, directions: Directions) -> Kept:
    """What is kept of an analysis."""
    foreign = tuple(_foreign(one, scan, answer, directions) for one in found.segmentations)
    return Kept(volumes_at(found, scan, answer), answer, directions, foreign, found.warnings, slices_of(found.ct, answer))


def _foreign(one: Segmentation, scan: Scan, answer: Analysis, directions: Directions) -> Foreign:
    tumour = np.asarray(on_grid(one.mask, scan.spacing_mm, answer) >= 0.5)
    within = tumour & answer.specimen
    measured = measure_margin(within, answer.specimen, answer.spacing_mm, directions) if within.any() else None
    return Foreign(one.source, one.margin_mm, tumour, measured)


def redrawn(kept: Kept, tumour: Mask) -> Analysis:
    """The answer with another outline, measured anew; what the models said of each other stays as it was."""
    answer = kept.answer
    drawn = answer.drawn
    spread = np.zeros(tumour.shape, dtype=np.float16)
    likely = np.zeros(tumour.shape, dtype=np.float16)
    if drawn is not None:
        spread[drawn.box], likely[drawn.box] = drawn.spread, drawn.probability
    box = _around(tumour, drawn.box if drawn is not None else None)
    again = Drawn(box, np.ascontiguousarray(tumour[box]), likely[box], spread[box])
    volume = float(np.count_nonzero(tumour) * np.prod(answer.spacing_mm))
    return replace(answer, margin=measured(tumour, answer, kept.directions), drawn=again, tumour_mm3=volume)


def measured(tumour: Mask, answer: Analysis, directions: Directions) -> Margin | Indeterminate:
    """The margin of an outline in the specimen of an answer."""
    inside = tumour & answer.specimen
    if not inside.any():
        return Indeterminate("No tumour is drawn: a margin cannot be stated.")
    return measure_margin(inside, answer.specimen, answer.spacing_mm, directions)


def written(kept: Kept) -> bytes:
    """As npz, nothing pickled. CT is kept as HU within the specimen and a little around it."""
    answer, volumes = kept.answer, kept.volumes
    ct = np.where(binary_dilation(answer.specimen, iterations=AROUND), volumes.ct, np.int16(AIR_HU))
    arrays: dict[str, Array] = {
        "ct": ct, "pet": volumes.pet, "axes": volumes.axes, "specimen": np.packbits(answer.specimen),
        "head": np.frombuffer(json.dumps(_head(kept)).encode(), dtype=np.uint8),
    }  # fmt: skip
    if answer.drawn is not None:
        drawn = answer.drawn
        arrays |= {"tumour": np.packbits(drawn.tumour), "probability": drawn.probability, "spread": drawn.spread}
    arrays |= {f"foreign{number}": np.packbits(one.tumour) for number, one in enumerate(kept.foreign)}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=QUICK) as archive:
        for name, array in arrays.items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as file:
                np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)
    return out.getvalue()


def opened(content: bytes) -> Kept:
    """What was written; `ImportRefused` where it is something else."""
    try:
        with np.load(BytesIO(content), allow_pickle=False) as file:
            return _opened(file)
    except (ValueError, KeyError, TypeError, OSError, zipfile.BadZipFile, json.JSONDecodeError):
        raise ImportRefused("The kept pictures of this PET-CT cannot be read. The signed numbers stand.") from None


def _head(kept: Kept) -> dict[str, Any]:
    answer, volumes = kept.answer, kept.volumes
    box = None if answer.drawn is None else [[span.start, span.stop] for span in answer.drawn.box]
    return {
        "format": FORMAT, "spacing_mm": answer.spacing_mm, "pet_spacing_mm": volumes.pet_spacing_mm, "pet_offset_mm": volumes.pet_offset_mm,
        "suv": volumes.suv, "directions": {face.value: way for face, way in kept.directions.items()}, "warnings": kept.warnings, "box": box,
        "origin": answer.origin, "regridded": answer.regridded, "at_edge": answer.at_edge, "uptake": asdict(answer.uptake),
        "method": answer.method.value, "multifocal": answer.multifocal, "members": answer.members, "curve": answer.curve,
        "agreement": None if answer.agreement is None else asdict(answer.agreement),
        "doubt": answer.margin.reason if isinstance(answer.margin, Indeterminate) else None,
        "foreign": [{"source": one.source, "stated_mm": one.stated_mm} for one in kept.foreign],
        "slices": None if kept.slices is None else asdict(kept.slices) | {"affine": kept.slices.affine.tolist()},
    }  # fmt: skip


def _opened(file: Any) -> Kept:
    head = json.loads(file["head"].tobytes())
    if head["format"] != FORMAT:
        raise ValueError("another format")
    ct = file["ct"]
    specimen = _bits(file["specimen"], ct.shape)
    spacing, directions = _three(head["spacing_mm"]), {Face(name): _three(way) for name, way in head["directions"].items()}
    volumes = Volumes(ct, spacing, file["pet"], _three(head["pet_spacing_mm"]), _three(head["pet_offset_mm"]), file["axes"], head["suv"])
    drawn = _drawn(file, head)
    agreed = head["agreement"]
    if agreed is not None:
        agreed = Agreement(
            agreed["positive"], agreed["members"], agreed["measured"], tuple(agreed["range_mm"]) if agreed["range_mm"] else None
        )
    volume = float(np.prod(spacing))
    answer = Analysis(
        Method(head["method"]), Indeterminate(head["doubt"] or ""), agreed, drawn, specimen, tuple(head["origin"]), spacing, head["regridded"],
        head["at_edge"], Uptake(**head["uptake"]), volume * np.count_nonzero(drawn.tumour) if drawn else 0.0,
        float(volume * np.count_nonzero(specimen)), tuple((one, two) for one, two in head["curve"]), head["multifocal"], tuple(head["members"]),
    )  # fmt: skip
    foreign = _foreigners(file, head["foreign"], answer, directions)
    kept = Kept(volumes, answer, directions, foreign, tuple(head["warnings"]), _slices(head.get("slices")))
    if head["doubt"] is None:
        kept = replace(kept, answer=replace(answer, margin=measured(kept.tumour, answer, directions)))
    return kept


def _foreigners(file: Any, heads: Sequence[dict[str, Any]], answer: Analysis, directions: Directions) -> tuple[Foreign, ...]:
    found = []
    for number, one in enumerate(heads):
        tumour = _bits(file[f"foreign{number}"], answer.specimen.shape)
        margin = measured(tumour, answer, directions)
        found.append(Foreign(one["source"], one["stated_mm"], tumour, margin if isinstance(margin, Margin) else None))
    return tuple(found)


def _slices(head: dict[str, Any] | None) -> Slices | None:
    if head is None:
        return None
    affine = np.array(head["affine"], dtype=np.float64).reshape(4, 4)
    return Slices(affine, _cell(head["shape"]), _cell(head["origin"]), str(head["frame_of_reference"]))


def _drawn(file: Any, head: dict[str, Any]) -> Drawn | None:
    if head["box"] is None:
        return None
    probability = file["probability"]
    return Drawn(_box(head["box"]), _bits(file["tumour"], probability.shape), probability, file["spread"])


def _box(spans: Sequence[Sequence[int]]) -> Box:
    found = [slice(int(start), int(stop)) for start, stop in spans]
    return found[0], found[1], found[2]


def _three(values: Sequence[float]) -> tuple[float, float, float]:
    one, two, three = (float(value) for value in values)
    return one, two, three


def _cell(values: Sequence[int]) -> Cell:
    one, two, three = (int(value) for value in values)
    return one, two, three


def _bits(packed: Array, shape: tuple[int, ...]) -> Mask:
    return np.unpackbits(packed, count=int(np.prod(shape))).reshape(shape).astype(bool)


def _around(tumour: Mask, at_least: Box | None) -> Box:
    """The box of an outline, no smaller than the box before."""
    spans = []
    for axis in range(3):
        hit = np.flatnonzero(tumour.any(axis=tuple(other for other in range(3) if other != axis)))
        first, last = (int(hit[0]), int(hit[-1]) + 1) if hit.size else (0, 1)
        if at_least is not None:
            first, last = min(first, at_least[axis].start), max(last, at_least[axis].stop)
        spans.append(slice(first, last))
    return spans[0], spans[1], spans[2]
