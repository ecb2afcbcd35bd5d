"""`rimlight simulate microwave`: a scan of a known specimen, as a file that `rimlight microwave` reads."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from console.faults import Refused
from console.scans.writer import write_hdf5
from devices.simulated.microwave import Conditions, SimulatedScan, simulate_scan
from devices.simulated.phantoms import Phantom, double_ramp, irregular

ORDERINGS = ("cake-cutting", "sequency", "natural")
INCLUSIONS = {"none": None, "3x3": (3.0, 3.0), "5x8": (8.0, 5.0)}
SIDES = (16, 32, 64, 128)
LIMITS = {
    "share": (0.02, 1.0),
    "noise": (0.0, 10.0),
    "margin_hydration": (0.5, 1.5),
    "tumour_hydration": (0.5, 1.5),
    "air_gap_mm": (0.0, 2.0),
    "gradient_mm": (0.0, 3.0),
    "diffusion_mm": (0.0, 5.0),
    "drift": (0.0, 0.5),
    "standing_waves": (0.0, 0.5),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What lies on the scanner, and how the scan goes."""
    usual = Conditions()
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.h5", help="where to write it")
    parser.add_argument(
        "--phantom", choices=["specimen", "ramp"], default="specimen", help="an irregular specimen, or the study's double ramp"
    )
    parser.add_argument("--inclusion", choices=list(INCLUSIONS), default="5x8", help="bare tumour in the specimen, mm")
    parser.add_argument("--aligned", action="store_true", help="put the inclusion's corner on a pixel's")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed gives the same scan")
    parser.add_argument("--pixels", type=int, choices=SIDES, default=64, help="a side")
    parser.add_argument("--ordering", choices=ORDERINGS, default=ORDERINGS[0])
    parser.add_argument("--share", type=float, default=1.0, metavar="SHARE", help="of the patterns that are shown")
    for name in list(LIMITS)[1:]:
        parser.add_argument(f"--{name.replace('_', '-')}", type=float, default=getattr(usual, name), metavar="X")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Simulate and write; the truth goes into the file beside the readings."""
    for name, (least, most) in LIMITS.items():
        if not least <= getattr(arguments, name) <= most:
            raise Refused(f"--{name.replace('_', '-')} lies between {least:g} and {most:g}.")
    if arguments.seed < 0:
        raise Refused("--seed is not negative.")
    conditions = Conditions(**{name: getattr(arguments, name) for name in list(LIMITS)[1:]})
    scan = simulate_scan(_phantom(arguments), conditions, seed=arguments.seed, ordering=arguments.ordering, share=arguments.share)
    write_scan(arguments.out, scan)
    places = [[item.x_mm + item.width_mm / 2, item.y_mm + item.height_mm / 2] for item in scan.phantom.inclusions]
    return {
        "out": str(arguments.out),
        "phantom": scan.phantom.name,
        "patterns": len(scan.sample),
        "complete": scan.complete,
        "inclusions_mm": places,
        "simulated": True,
    }


def write_scan(path: Path, scan: SimulatedScan) -> None:
    """A simulated scan as a file of raw readings, with the true depths beside them."""
    rows, columns = scan.phantom.coverage().shape
    covered = scan.phantom.coverage() > 0
    arrays = {
        "frequency_hz": scan.frequency_hz,
        "sample": scan.sample,
        "reference": scan.reference,
        "true_depth_mm": np.where(covered, scan.phantom.mean_depth_mm(), np.nan),
        "true_coverage": scan.phantom.coverage(),
    }
    attributes = {
        "rows": rows,
        "columns": columns,
        "field_of_view_mm": [scan.phantom.width_mm, scan.phantom.height_mm],
        "basis": "hadamard",
        "ordering": scan.ordering,
        "time_convention": "exp(+jwt)",
        "complete": scan.complete,
        "diffusion_mm": scan.conditions.diffusion_mm,
        "simulated": True,
        "phantom": scan.phantom.name,
    }
    write_hdf5(path, arrays, attributes)


def _phantom(arguments: argparse.Namespace) -> Phantom:
    if arguments.phantom == "ramp":
        return double_ramp(arguments.pixels, arguments.pixels)
    size = INCLUSIONS[arguments.inclusion]
    return irregular(arguments.seed, arguments.pixels, arguments.pixels, inclusion_mm=size, aligned=arguments.aligned)
