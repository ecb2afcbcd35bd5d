"""`rimlight centralize`: the centralization of one specimen, from the ruler's numbers in millimetres; or of a whole table of them."""

from __future__ import annotations

import argparse
from decimal import Decimal
from pathlib import Path
from typing import Any

from algorithms.specimen.accuracy import accuracy, position
from algorithms.specimen.centralization import ALGORITHM, CITATION, VALID_FOR, VERSION, Centralization, centralize
from algorithms.specimen.measurement import AXES, MARGINS, Length, SpecimenMeasurement
from console.exports.centralization_table import centralize_table
from console.faults import Refused
from console.millimetres import read_length

NAME = "centralize"
SUMMARY = "centralization of one specimen, from lengths in mm, or of a CSV of them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Texts, not floats: they are read exactly, and refused in our own words."""
    for body in ("resected", "mass"):
        parser.add_argument(f"--{body}", nargs=2, metavar=("MAJOR", "MINOR"), help=f"axes of the {body} tissue, mm")
    for length in MARGINS:
        parser.add_argument(f"--{length.value}", metavar="MM", help=f"{length.value} margin, mm")
    parser.add_argument("--resected-depth", metavar="MM", help="third axis, mm: gives volume and resection ratio")
    parser.add_argument(
        "--csv", type=Path, metavar="FILE", help="a table instead, one row a specimen; columns are named like the options, with _ for -"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write the table with its figures")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Compute; `Refused` names the length that cannot be."""
    if arguments.csv is not None or arguments.out is not None:
        return _table(arguments)
    _check_given(arguments)
    given = dict(zip(AXES, [*arguments.resected, *arguments.mass], strict=True))
    given |= {length: getattr(arguments, length.value) for length in MARGINS}
    lengths = {length: read_length(length, text) for length, text in given.items() if text is not None}
    specimen = SpecimenMeasurement(**{length.value: value for length, value in lengths.items()})
    depth = None if arguments.resected_depth is None else read_length(Length.RESECTED_MINOR, arguments.resected_depth)
    return {**described(centralize(specimen), lengths), **_beside(specimen, depth)}


def _check_given(arguments: argparse.Namespace) -> None:
    """Without a table, all eight lengths are needed; argparse cannot say «unless»."""
    needed = ("resected", "mass", *(length.value for length in MARGINS if not length.optional))
    missing = [f"--{name}" for name in needed if getattr(arguments, name) is None]
    if missing:
        raise Refused(f"the following arguments are required: {', '.join(missing)}")


def _table(arguments: argparse.Namespace) -> dict[str, Any]:
    if arguments.csv is None or arguments.out is None:
        raise Refused("--csv and --out belong together.")
    if any(getattr(arguments, name) is not None for name in ("resected", "mass", "resected_depth", *(length.value for length in MARGINS))):
        raise Refused("Give one specimen by its lengths, or many by --csv, not both.")
    return {"specimens": centralize_table(arguments.csv, arguments.out), "written": str(arguments.out), "validity": VALID_FOR}


def _beside(specimen: SpecimenMeasurement, depth: Decimal | None) -> dict[str, Any]:
    found = accuracy(specimen, depth)
    return {
        "eccentricity_mm": float(found.eccentricity_mm),
        "relative_eccentricity": float(found.relative_eccentricity),
        "volume_cm3": None if found.volume_cm3 is None else float(found.volume_cm3),
        "resection_ratio": None if found.resection_ratio is None else float(found.resection_ratio),
        "position": position(centralize(specimen).centralization_cm, specimen),
    }


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
