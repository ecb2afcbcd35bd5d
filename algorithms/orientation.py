"""How a specimen lies: the rigid turn between the axes of a scanner (or of the table) and the faces of the specimen, from two marks on it.

Axes are right-handed: +x to the right, +y to the top, +z towards whoever looks. Faces become patient axes (left, posterior, superior, as in
DICOM) by the side of the breast: lateral is the patient's left in a left breast and her right in a right one. Hence the side comes first, and
a mirror image can be told from a turn: a turn has determinant +1.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import permutations, product
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from algorithms.faces import Face

Vector = tuple[float, float, float]
Rotation = tuple[Vector, Vector, Vector]
IDENTITY: Rotation = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
TOLERANCE_DEG = 20.0  # a suture on soft fat points no better than this
_EXACT = 1e-6


class Laterality(StrEnum):
    """Which breast; it decides where lateral is."""

    LEFT = "left"
    RIGHT = "right"


class Axis(StrEnum):
    """One of the six directions of a scanner, or of a specimen lying before somebody."""

    TOP = "+y"
    BOTTOM = "-y"
    LEFT = "-x"
    RIGHT = "+x"
    FRONT = "+z"
    BACK = "-z"

    @property
    def vector(self) -> Vector:
        """The unit vector."""
        sign = 1.0 if self.value[0] == "+" else -1.0
        x, y, z = (sign if letter == self.value[1] else 0.0 for letter in "xyz")
        return x, y, z

    @property
    def opposite(self) -> Axis:
        """The other way."""
        return Axis(("-" if self.value[0] == "+" else "+") + self.value[1])


@dataclass(frozen=True, slots=True)
class Unfixed:
    """No orientation from this, and why in one sentence; `contradiction` where no further mark can help."""

    sentence: str
    contradiction: bool


@dataclass(frozen=True, slots=True)
class Orientation:
    """A proper rotation: a direction on the scanner's axes, times `rotation`, is a direction in the patient (left, posterior, superior)."""

    laterality: Laterality
    rotation: Rotation

    def __post_init__(self) -> None:
        """A mirror image, or anything that is not rigid, is a wrong call."""
        matrix = np.array(self.rotation)
        if matrix.shape != (3, 3) or not np.allclose(matrix @ matrix.T, np.eye(3), atol=_EXACT) or np.linalg.det(matrix) < 0:
            raise ValueError("an orientation is a proper rotation")

    def to_patient(self, vectors: ArrayLike) -> NDArray[np.float64]:
        """Directions (…, 3) from the scanner's axes to the patient's."""
        turned: NDArray[np.float64] = np.asarray(vectors, float) @ np.array(self.rotation).T
        return turned

    def to_scanner(self, vectors: ArrayLike) -> NDArray[np.float64]:
        """Directions (…, 3) from the patient's axes to the scanner's."""
        turned: NDArray[np.float64] = np.asarray(vectors, float) @ np.array(self.rotation)
        return turned

    def direction_of(self, face: Face) -> Vector:
        """Where a face points on the scanner's axes, as a unit vector."""
        return _vector(self.to_scanner(patient_direction(face, self.laterality)))

    def face_towards(self, direction: ArrayLike) -> Face:
        """The face whose direction is nearest to this one, on the scanner's axes."""
        wanted = np.asarray(direction, float)
        if not np.isfinite(wanted).all() or not wanted.any():
            raise ValueError("a direction is finite and not nothing")
        return max(Face, key=lambda face: float(wanted @ np.array(self.direction_of(face))))

    def face_along(self, axis: Axis) -> Face:
        """The face that this axis of the scanner meets."""
        return self.face_towards(axis.vector)

    def turned(self, turn: Rotation) -> Orientation:
        """For a scanner whose axes, times `turn`, are the axes of this orientation."""
        return Orientation(self.laterality, compose(self.rotation, turn))


def patient_direction(face: Face, laterality: Laterality) -> Vector:
    """The unit vector of a face in the patient: left, posterior, superior."""
    left = 1.0 if laterality is Laterality.LEFT else -1.0
    return {
        Face.SUPERIOR: (0.0, 0.0, 1.0), Face.INFERIOR: (0.0, 0.0, -1.0), Face.ANTERIOR: (0.0, -1.0, 0.0), Face.POSTERIOR: (0.0, 1.0, 0.0),
        Face.LATERAL: (left, 0.0, 0.0), Face.MEDIAL: (-left, 0.0, 0.0),
    }[face]  # fmt: skip


def compose(second: Rotation, first: Rotation) -> Rotation:
    """First one turn, then the other."""
    return _rotation(np.array(second) @ np.array(first))


def inverse(turn: Rotation) -> Rotation:
    """The turn back."""
    return _rotation(np.array(turn).T)


def turns() -> tuple[Rotation, ...]:
    """The 24 ways in which a cube lies on its axes."""
    return tuple(_rotation(matrix) for matrix, is_turn in _ways() if is_turn)


def orient(marks: Mapping[Axis, Face], laterality: Laterality) -> Orientation | Unfixed:
    """The one turn that puts each marked face on its axis; a sentence where there is none, or more than one."""
    wrong = _misplaced(marks)
    if wrong:
        return Unfixed(wrong, contradiction=True)
    proper = [matrix for matrix, is_turn in _ways() if is_turn and _fits(matrix, marks, laterality)]
    if len(proper) == 1:
        return Orientation(laterality, _rotation(proper[0]))
    if proper:
        return Unfixed("Mark one more face, on a neighbouring side." if marks else "Mark two neighbouring faces.", contradiction=False)
    sentence = f"That is a mirror image of a specimen from the {laterality.value} breast. Check the side, then the marks."
    return Unfixed(sentence, contradiction=True)


def fit(directions: Mapping[Face, Vector], laterality: Laterality, tolerance_deg: float = TOLERANCE_DEG) -> Orientation | Unfixed:
    """The turn that best fits measured directions of faces on the scanner's axes (Kabsch), where a scanner sees marks at any angle."""
    seen = {face: np.array(vector) / math.hypot(*vector) for face, vector in directions.items() if any(vector)}
    known = {face: np.array(patient_direction(face, laterality)) for face in seen}
    spread = sum((np.outer(known[face], seen[face]) for face in seen), np.zeros((3, 3)))
    left, sizes, right = np.linalg.svd(spread)
    if sizes[1] < 0.2:  # all along one line, within some 12°
        return Unfixed("Mark one more face, on a neighbouring side.", contradiction=False)
    handed = float(np.sign(np.linalg.det(left @ right)))
    if handed < 0 and sizes[2] > 0.5:
        sentence = f"That is a mirror image of a specimen from the {laterality.value} breast. Check the side, then the marks."
        return Unfixed(sentence, contradiction=True)
    matrix = left @ np.diag([1.0, 1.0, handed]) @ right
    off = max(math.degrees(math.acos(min(1.0, float(known[face] @ matrix @ seen[face])))) for face in seen)
    if off > tolerance_deg:
        return Unfixed(f"These marks do not fit together: one lies {off:.0f}° from where the others put it.", contradiction=True)
    return Orientation(laterality, _rotation(matrix))


def renamed(before: Orientation, after: Orientation) -> dict[Face, Face]:
    """What each face of `before` is called in `after`: the same spot of tissue under its new name."""
    return {face: after.face_towards(before.direction_of(face)) for face in Face}


def _misplaced(marks: Mapping[Axis, Face]) -> str:
    """What two marks say against each other whatever the side; empty where nothing."""
    placed = list(marks.items())
    for index, (axis, face) in enumerate(placed):
        for other_axis, other_face in placed[index + 1 :]:
            names = f"{face.value.capitalize()} and {other_face.value}"
            if face is other_face:
                return f"{face.value.capitalize()} cannot be on two sides at once."
            if (face.opposite is other_face) is not (axis.opposite is other_axis):
                lie, put = (
                    ("opposite each other", "side by side") if face.opposite is other_face else ("side by side", "opposite each other")
                )
                return f"{names} lie {lie}; these marks put them {put}."
    return ""


def _fits(matrix: NDArray[Any], marks: Mapping[Axis, Face], laterality: Laterality) -> bool:
    return all(np.array_equal(matrix @ np.array(axis.vector), patient_direction(face, laterality)) for axis, face in marks.items())


@lru_cache(maxsize=1)
def _ways() -> tuple[tuple[NDArray[np.float64], bool], ...]:
    """The 48 ways to lay six faces on six axes, and whether each is a turn; the others are mirror images."""
    identity = np.eye(3)
    laid = [np.diag(signs) @ identity[list(order)] for order in permutations(range(3)) for signs in product((1.0, -1.0), repeat=3)]
    return tuple((matrix, bool(np.linalg.det(matrix) > 0)) for matrix in laid)


def _vector(array: NDArray[Any]) -> Vector:
    x, y, z = (float(number) + 0.0 for number in array)  # «-0.0» is 0
    return x, y, z


def _rotation(matrix: NDArray[Any]) -> Rotation:
    one, two, three = (_vector(row) for row in matrix)
    return one, two, three
