"""What the reading child does: find the pieces, read the headers, choose, then send volumes frame by frame and segmentations on the CT's grid."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from devices.apart import Teller
from devices.errors import DeviceRefused
from devices.scanner import SeriesFound, SeriesRole, Values, refused
from devices.scanners import dose, headers, labelmaps, pixels, suv
from devices.scanners.attributes import Unfit
from devices.scanners.choice import Chosen, choose, line
from devices.scanners.grid import Grid
from devices.scanners.headers import DAMAGED, File, Picture
from devices.scanners.labelmaps import Marked
from devices.scanners.source import Named, Piece, pieces
from devices.scanners.stacks import Group, Stack, groups

SEGMENTATION = "SEG"
AIR_HU = -1000.0
PICTURELESS = "it holds no picture"


@dataclass(slots=True)
class Sorted:
    """The files by what they are, and what went wrong with the rest."""

    pictures: list[Picture] = field(default_factory=list)
    segmentations: list[File] = field(default_factory=list)
    label_maps: list[Piece] = field(default_factory=list)
    twice: int = 0
    foreign: int = 0
    unfit: dict[str, int] = field(default_factory=dict)


def send_scan(tell: Teller, handed: tuple[str | Named, ...]) -> None:
    """The child's work: everything of one scan, or one refusal."""
    try:
        with ExitStack() as held:
            sorted_out = _sorted(pieces([each if isinstance(each, Named) else Path(each) for each in handed], held))
            chosen = _chosen(sorted_out)
            _send_volumes(tell, chosen, sorted_out)
            grid = Grid(chosen.pair.ct.shape, chosen.pair.ct.affine, chosen.pair.ct.group.first.frame_of_reference)
            found = list(_send_segmentations(tell, grid, sorted_out))
            tell.words(segmentation=None, found=[asdict(each) for each in found], sha256=_digest(chosen, sorted_out))
    except (DeviceRefused, Unfit, MemoryError, OSError) as error:
        tell.words(refused=_reason(error))


def send_segmentations(tell: Teller, arguments: tuple[str, ...]) -> None:
    """The child's work for segmentations alone: the grid first, then the paths."""
    place = json.loads(arguments[0])
    grid = Grid(tuple(place["shape"]), np.array(place["affine"]), place["frame_of_reference"])
    try:
        with ExitStack() as held:
            found = list(_send_segmentations(tell, grid, _sorted(pieces([Path(path) for path in arguments[1:]], held))))
            tell.words(segmentation=None, found=[asdict(each) for each in found])
    except (DeviceRefused, Unfit, MemoryError, OSError) as error:
        tell.words(refused=_reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, DeviceRefused):
        return error.problem
    if isinstance(error, Unfit):
        return f"A picture of the scan cannot be used: {error}."
    if isinstance(error, MemoryError):
        return "The scan asks for more memory than any scan needs; it is damaged."
    return "The files cannot be read to their end; copy the scan again."


def _sorted(found: Iterable[Piece]) -> Sorted:
    sorted_out = Sorted()
    seen: dict[tuple[str, str], list[Picture]] = {}
    for piece in found:
        if labelmaps.is_label_map(piece):
            sorted_out.label_maps.append(piece)
            continue
        try:
            file = headers.read_file(piece)
            if file is None:
                sorted_out.foreign += 1
            else:
                _sort_in(sorted_out, file, seen)
        except (Unfit, OSError) as error:
            reason = str(error) if isinstance(error, Unfit) else "it cannot be read to its end"
            sorted_out.unfit[reason] = sorted_out.unfit.get(reason, 0) + 1
    return sorted_out


def _sort_in(sorted_out: Sorted, file: File, seen: dict[tuple[str, str], list[Picture]]) -> None:
    """A picture that came twice, the same to the last pixel, counts once; two versions of one picture stay two, and their series is refused."""
    pixels.check_coding(file.coding, file.piece.size)
    if file.kind == SEGMENTATION:
        sorted_out.segmentations.append(file)
        return
    held = list(headers.pictures(file))
    before = seen.setdefault((file.series, file.instance), [])
    if file.instance and before and _same(before, held):
        sorted_out.twice += 1
        return
    before.extend(held)
    sorted_out.pictures.extend(held)


def _same(before: Sequence[Picture], held: Sequence[Picture]) -> bool:
    places = [[(each.position, each.orientation, each.slope, each.intercept) for each in several] for several in (before, held)]
    return places[0] == places[1] and _pixel_digest(before[0].file) == _pixel_digest(held[0].file)


def _pixel_digest(file: File) -> str:
    with headers.opened(file.piece) as source:
        source.seek(file.coding.offset)
        return hashlib.file_digest(source, "sha256").hexdigest()


def _chosen(sorted_out: Sorted) -> Chosen:
    try:
        return choose(groups(sorted_out.pictures))
    except DeviceRefused as error:
        worst = max(sorted_out.unfit, key=lambda reason: sorted_out.unfit[reason], default="")
        if not worst:
            raise
        raise refused(f"{error.problem} {_unread(worst, sorted_out.unfit[worst])}") from None


def _unread(reason: str, count: int) -> str:
    return f"{count} DICOM {'file was' if count == 1 else 'files were'} left out: {reason}."


def _send_volumes(tell: Teller, chosen: Chosen, sorted_out: Sorted) -> None:
    ct, pet = chosen.pair.ct, chosen.pair.pet
    known = dose.dose(pet)
    factors, notes = suv.factors(known)
    levels = dose.levelled(pet, known)
    warnings = [*chosen.warnings, *notes, *_warnings(chosen, sorted_out, levelled=levels is not None)]
    first = pet.group.first.header
    tell.words(
        ct=_place(ct),
        pet=_place(pet) | {"unit": known.unit.value},
        suv=asdict(factors),
        found=[asdict(each) for each in chosen.found],
        warnings=warnings,
        simulated=any(headers.says_simulated(each.group.first.header) for each in (ct, pet)),
        device=headers.device(first),
    )
    _send(tell, ct, np.ones(len(ct.pictures)), air=AIR_HU)
    activity = dose.to_activity(pet, known)
    _send(tell, pet, (np.ones(len(pet.pictures)) if levels is None else levels) * activity, air=None)


def _warnings(chosen: Chosen, sorted_out: Sorted, *, levelled: bool) -> list[str]:
    said = [_unread(reason, count) for reason, count in sorted_out.unfit.items() if reason != PICTURELESS]
    if sorted_out.twice:
        said.append(f"{sorted_out.twice} {'picture' if sorted_out.twice == 1 else 'pictures'} came twice and counted once.")
    if any(headers.lossy(each.group.first) for each in (chosen.pair.ct, chosen.pair.pet)):
        said.append("The pictures were compressed with loss.")
    if levelled:
        said.append("The scanner corrected no decay; all pictures were brought to the beginning of the first.")
    return said


def _place(stack: Stack) -> dict[str, Any]:
    return {"shape": stack.shape, "affine": stack.affine.tolist(), "frame_of_reference": stack.group.first.frame_of_reference}


def _send(tell: Teller, stack: Stack, levels: npt.NDArray[np.float64], *, air: float | None) -> None:
    """Every picture behind its place in the stack, in the order of the files: a file of many frames is read once."""
    wanted: dict[int, dict[int, int]] = {}
    files: dict[int, File] = {}
    for at, picture in enumerate(stack.pictures):
        wanted.setdefault(id(picture.file), {})[picture.frame] = at
        files[id(picture.file)] = picture.file
    for key, file in files.items():
        for frame, stored in enumerate(pixels.frames(file)):
            if frame in wanted[key]:
                at = wanted[key].pop(frame)
                tell.words(at=at)
                tell.array(_rescaled(stored, stack.pictures[at], float(levels[at]), air))
        if wanted[key]:
            raise Unfit(DAMAGED)


def _rescaled(stored: pixels.Stored, picture: Picture, level: float, air: float | None) -> Values:
    wide = stored.dtype.itemsize > 2
    values: npt.NDArray[Any] = stored.astype(np.float64 if wide else np.float32)
    values *= picture.slope * level
    values += picture.intercept * level
    padding = picture.file.coding.padding
    if air is not None and padding is not None:
        values[(stored >= padding[0]) & (stored <= padding[1])] = air
    return values.astype(np.float32, copy=False)


def _send_segmentations(tell: Teller, grid: Grid, sorted_out: Sorted) -> Iterator[SeriesFound]:
    for file in sorted_out.segmentations:
        own = list(_first(file))
        yield _sent(tell, labelmaps.marked_in_seg(file, grid), line(Group(tuple(own)), "") if own else _loose("SEG"))
    for piece in sorted_out.label_maps:
        yield _sent(tell, labelmaps.marked(piece, grid), _loose(labelmaps.form(piece)))


def _first(file: File) -> Iterator[Picture]:
    try:
        yield from headers.pictures(file)
    except Unfit:
        return


def _loose(kind: str) -> SeriesFound:
    return SeriesFound(kind, None, 1, "", SeriesRole.UNUSED, "")


def _sent(tell: Teller, labels: Iterator[Marked], shown: SeriesFound) -> SeriesFound:
    """Send what fits; the line says what became of it."""
    sent = 0
    why = ""
    try:
        for each in labels:
            tell.words(segmentation={"source": each.source, "label": each.label, "margin_mm": each.margin_mm})
            tell.array(each.mask)
            sent += 1
    except Unfit as reason:
        why = str(reason)
    role = SeriesRole.SEGMENTATION if sent else SeriesRole.UNUSED
    return SeriesFound(shown.kind, shown.number, shown.pictures, shown.taken, role, why or f"{sent} on the CT's grid")


def _digest(chosen: Chosen, sorted_out: Sorted) -> str:
    """Of the files that were used, whatever they are called and wherever they lay."""
    files = {id(each.file): each.file for stack in (chosen.pair.ct, chosen.pair.pet) for each in stack.pictures}
    several = sorted(pixels.digest(file.piece) for file in (*files.values(), *sorted_out.segmentations))
    several += sorted(pixels.digest(piece) for piece in sorted_out.label_maps)
    return hashlib.sha256("".join(several).encode()).hexdigest()
