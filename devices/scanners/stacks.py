"""Pictures sorted into stacks: one grid each, in patient millimetres, or the reason why they are none. Order and names of files mean nothing here.

DICOM PS3.3, C.7.6.2.1.1: the first triple of Image Orientation runs along a row (towards higher columns), the second down a column; Pixel Spacing
is the pitch of rows, then of columns. Slices are sorted by their position along row × column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from devices.scanner import Affine
from devices.scanners.attributes import Unfit, text
from devices.scanners.headers import File, Picture, is_kind

SAME_DIRECTION = 1e-3
TOLERANCE = 0.05  # of the pitch: how far a slice may lie from where an even grid puts it
FINEST_MM, COARSEST_MM = 0.005, 20.0
LEAST_SLICES = 4
MOST_VOXELS = 256_000_000
SCOUTS = ("LOCALIZER", "SCOUT", "MIP", "PROJECTION IMAGE")

Point = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Pictures that belong together by what they say of themselves; not yet known to make a grid."""

    pictures: tuple[Picture, ...]

    @property
    def first(self) -> File:
        """The file of the first picture."""
        return self.pictures[0].file

    @property
    def number(self) -> int | None:
        """The series' number."""
        said = text(self.first.header, "SeriesNumber")
        return int(said) if said.lstrip("-").isdecimal() and len(said) < 12 else None


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """A group on one even grid; `pictures` are sorted upwards along the normal. `affine` as in `devices.scanner.Volume`."""

    group: Group
    pictures: tuple[Picture, ...]
    affine: Affine

    @property
    def shape(self) -> tuple[int, int, int]:
        """Slices, rows, columns."""
        coding = self.group.first.coding
        return len(self.pictures), coding.rows, coding.columns


def groups(pictures: Iterable[Picture]) -> list[Group]:
    """By series, size, pitch, frame of reference and direction; where pictures then share a place, by acquisition too."""
    sorted_out: dict[tuple[object, ...], list[list[Picture]]] = defaultdict(list)
    for picture in pictures:
        file = picture.file
        alike = sorted_out[file.series, file.kind, file.frame_of_reference, file.coding.rows, file.coding.columns, picture.spacing]
        for group in alike:
            if np.allclose(group[0].orientation, picture.orientation, atol=SAME_DIRECTION):
                group.append(picture)
                break
        else:
            alike.append([picture])
    return [found for alike in sorted_out.values() for group in alike for found in _apart(group)]


def stack(group: Group) -> Stack:
    """The grid on which these pictures lie; `Unfit` says why they lie on none."""
    first = group.pictures[0]
    _check_kind(group)
    down, along = _pitches(first)
    normal = np.cross(along, down)
    normal /= np.linalg.norm(normal)
    sorted_up = sorted(group.pictures, key=lambda picture: float(np.dot(picture.position, normal)))
    positions = np.array([picture.position for picture in sorted_up])
    if not np.abs(positions).max() < 1e6:
        raise Unfit("its pictures lie nowhere near a specimen")
    step = _step(positions, normal, min(float(np.linalg.norm(down)), float(np.linalg.norm(along))))
    affine = np.eye(4)
    affine[:3, 0], affine[:3, 1], affine[:3, 2], affine[:3, 3] = step, down, along, positions[0]
    affine.setflags(write=False)
    return Stack(group, tuple(sorted_up), affine)


def _apart(group: list[Picture]) -> list[Group]:
    """Two scans under one series' number are told apart by their acquisition, if that tells them apart."""
    if len({picture.position for picture in group}) == len(group):
        return [Group(tuple(group))]
    by_acquisition: dict[str, list[Picture]] = defaultdict(list)
    for picture in group:
        by_acquisition[text(picture.file.header, "AcquisitionNumber")].append(picture)
    return [Group(tuple(each)) for each in by_acquisition.values()]


def _check_kind(group: Group) -> None:
    header, coding = group.first.header, group.first.coding
    count = len(group.pictures)
    if is_kind(header, *SCOUTS):
        raise Unfit("it is a scout or a projection")
    if text(header, "SeriesType").upper() in {"DYNAMIC", "GATED"}:
        raise Unfit("it is a dynamic or gated series; export the static one")
    if count < LEAST_SLICES:
        raise Unfit(f"it has {count} {'picture' if count == 1 else 'pictures'}, too few for a volume")
    if count * coding.rows * coding.columns > MOST_VOXELS:
        raise Unfit(
            f"its {count} × {coding.rows} × {coding.columns} voxels are more than the {MOST_VOXELS // 1_000_000} million that are read"
        )


def _pitches(picture: Picture) -> tuple[Point, Point]:
    """From one row to the next and from one column to the next, mm."""
    row, column = np.array(picture.orientation[:3]), np.array(picture.orientation[3:])
    lengths = np.array([np.linalg.norm(row), np.linalg.norm(column)])
    if np.abs(lengths - 1).max() > SAME_DIRECTION * 10 or abs(float(row @ column)) > SAME_DIRECTION:
        raise Unfit("the directions of its rows and columns are not at right angles")
    if not all(FINEST_MM <= pitch <= COARSEST_MM for pitch in picture.spacing):
        raise Unfit("its pixel spacing is not that of a scan")
    return column / lengths[1] * picture.spacing[0], row / lengths[0] * picture.spacing[1]


def _step(positions: Point, normal: Point, pitch_mm: float) -> Point:
    """From one slice to the next, mm; nothing is filled in where a slice is missing."""
    heights = positions @ normal
    gaps = np.diff(heights)
    usual = float(np.median(gaps))
    if gaps.min() <= TOLERANCE * max(usual, FINEST_MM):
        raise Unfit("several of its pictures lie at the same place: it is a repeated or a dynamic scan")
    if not FINEST_MM <= usual <= COARSEST_MM:
        raise Unfit("its slices do not lie as those of a scan")
    _check_whole(heights, gaps, usual)
    step: Point = (positions[-1] - positions[0]) / (len(positions) - 1)
    off = np.linalg.norm(positions - (positions[0] + np.arange(len(positions))[:, None] * step), axis=1)
    if off.max() > TOLERANCE * min(usual, pitch_mm) * 2:
        raise Unfit(f"its slices are unevenly spaced: one lies {off.max():.2g} mm from its place")
    slant = step - (step @ normal) * normal
    if np.linalg.norm(slant) * (len(positions) - 1) > pitch_mm / 10:
        raise Unfit("its slices are sheared against each other, as a tilted gantry leaves them; export it corrected")
    return np.asarray((step @ normal) * normal)


def _check_whole(heights: Point, gaps: Point, usual: float) -> None:
    steps = gaps / usual
    wide = np.flatnonzero(steps > 1.5)
    if wide.size and np.abs(steps[wide] - np.round(steps[wide])).max() < 0.2:
        missing = int(np.round(steps[wide]).sum()) - wide.size
        at = wide[0]
        where = f"between {heights[at] - heights[0]:.2f} and {heights[at + 1] - heights[0]:.2f} mm from its first"
        raise Unfit(f"{missing} {'slice is' if missing == 1 else 'slices are'} missing, the first {where}; send the series again")


def corners(stack: Stack) -> Sequence[Point]:
    """The eight outer corners, patient mm."""
    ends = [(-0.5, edge - 0.5) for edge in stack.shape]
    return [(stack.affine @ (a, b, c, 1.0))[:3] for a in ends[0] for b in ends[1] for c in ends[2]]
