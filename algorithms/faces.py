"""The six faces of a specimen: the words that every modality, screen and file shares."""

from __future__ import annotations

from enum import StrEnum


class Face(StrEnum):
    """A face of the excised specimen, named by where it lay in the patient."""

    SUPERIOR = "superior"
    INFERIOR = "inferior"
    MEDIAL = "medial"
    LATERAL = "lateral"
    ANTERIOR = "anterior"
    POSTERIOR = "posterior"

    @property
    def opposite(self) -> Face:
        """The face on the other side."""
        return _OPPOSITE[self]


_OPPOSITE = {
    Face.SUPERIOR: Face.INFERIOR,
    Face.INFERIOR: Face.SUPERIOR,
    Face.MEDIAL: Face.LATERAL,
    Face.LATERAL: Face.MEDIAL,
    Face.ANTERIOR: Face.POSTERIOR,
    Face.POSTERIOR: Face.ANTERIOR,
}
