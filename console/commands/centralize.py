"""`rimlight centralize`: the centralization of one specimen, from the ruler's numbers in millimetres."""

from __future__ import annotations

import argparse
from typing import Any

from algorithms.specimen.centralization import ALGORITHM, CITATION, VALID_FOR, VERSION, Centralization, centralize
from algorithms.specimen.measurement import AXES, MARGINS, Length, SpecimenMeasurement
from console.millimetres import read_length

NAME = "centralize"
SUMMARY = "centralization of one specimen, from lengths in mm"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Texts, not floats: they are read exactly, and refused in our own words."""
    for body in ("resected", "mass"):
        parser.add_argument(f"--{body}", nargs=2, required=True, metavar=("MAJOR", "MINOR"), help=f"axes of the {body} tissue, mm")
    for length in MARGINS:
        parser.add_argument(f"--{length.value}", required=not length.optional, metavar="MM", help=f"{length.value} margin, mm")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Compute; `Refused` names the length that cannot be."""
    given = dict(zip(AXES, [*arguments.resected, *arguments.mass], strict=True))
    given |= {length: getattr(arguments, length.value) for length in MARGINS}
    lengths = {length: read_length(length, text) for length, text in given.items() if text is not None}
    return described(centralize(SpecimenMeasurement(**{length.value: value for length, value in lengths.items()})), lengths)


def described(found: Centralization, lengths: dict[Length, Any]) -> dict[str, Any]:
    """The result as JSON has it: each number is the double nearest to the exact decimal."""
    return {
        "centralization_cm": float(found.centralization_cm),
        "major_axis_difference_cm": float(found.major_axis_difference_cm),
        "minor_axis_difference_cm": float(found.minor_axis_difference_cm),
        "closest_margin_mm": float(found.closest_mm),
        "closest_faces": [face.value for face in found.closest_faces],
        "superior_inferior_offset_mm": float(found.superior_inferior_offset_mm),
        "medial_lateral_offset_mm": float(found.medial_lateral_offset_mm),
        "warnings": [doubt.sentence for doubt in found.warnings],
        "warning_kinds": [doubt.kind.value for doubt in found.warnings],
        "in_published_range": found.in_published_range,
        "validity": f"{VALID_FOR} The offsets are Rimlight's own, not the study's. Research use only.",
        "algorithm": f"{ALGORITHM} {VERSION}",
        "citation": CITATION,
        "inputs_mm": {length.value: float(value) for length, value in lengths.items()},
    }
