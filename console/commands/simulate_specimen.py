"""`rimlight simulate specimen`: the PET-CT of a made-up lumpectomy as DICOM, with its truth beside it, for `rimlight petct` to read."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from console.faults import Refused
from devices.simulated.petct import LEAST_VOXELS, USUAL_SIZE, Family, SimulatedScan, TumourKind, simulate_scan
from devices.simulated.petct_dicom import Acquisition, Lie, truth_facts, write_petct, write_truth
from devices.simulated.petct_headers import Decay, Units, Writing

MOST_VOXELS, LEAST_SPACING_MM, MOST_SPACING_MM = 700, 0.05, 0.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What was cut out, and how it is scanned."""
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new or empty folder")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed gives the same specimen")
    parser.add_argument("--kind", choices=[kind.value for kind in TumourKind], default=TumourKind.NST.value, help="what grows in it")
    status = parser.add_mutually_exclusive_group()
    status.add_argument("--positive", action="store_true", help="tumour reaches the surface")
    status.add_argument("--negative", action="store_true", help="tumour stays below it; without either, chance decides")
    parser.add_argument(
        "--family", choices=[family.value for family in Family], default=Family.A.value, help="of generators; b is for testing"
    )
    parser.add_argument(
        "--size", type=int, nargs=3, default=list(USUAL_SIZE), metavar=("SLICES", "ROWS", "COLUMNS"), help="voxels of the CT"
    )
    parser.add_argument("--spacing", type=float, default=0.1, metavar="MM", help="of the CT's voxels")
    parser.add_argument("--no-tracer", action="store_true", help="a PET of noise alone")
    parser.add_argument("--lie", choices=[lie.value for lie in Lie], default=Lie.AXIAL.value, help="how the pictures lie in space")
    parser.add_argument("--shuffled", action="store_true", help="one folder, and file names that say nothing")
    parser.add_argument("--units", choices=[unit.value for unit in Units], default=Units.BQML.value, help="of the PET")
    parser.add_argument("--decay", choices=[decay.value for decay in Decay], default=Decay.START.value, help="to what the PET is corrected")
    parser.add_argument("--characters", choices=[each.name.lower() for each in Writing], default="latin", help="of the patient's name")
    parser.add_argument("--no-weight", action="store_true", help="leave the patient's weight out")
    parser.add_argument("--segmentation", action="store_true", help="the truth as a DICOM segmentation too")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Simulate and write."""
    _check(arguments)
    chosen = True if arguments.positive else False if arguments.negative else None
    scan = simulate_scan(
        arguments.seed,
        kind=TumourKind(arguments.kind),
        positive=chosen,
        family=Family(arguments.family),
        spacing_mm=arguments.spacing,
        size=(arguments.size[0], arguments.size[1], arguments.size[2]),
        tracer=not arguments.no_tracer,
    )
    try:
        pictures = _write(arguments, scan)
    except OSError as error:
        raise Refused(f"{arguments.out.name} cannot be written: {error.strerror or 'the system refuses'}.") from None
    return {"out": str(arguments.out), "pictures": pictures, **truth_facts(scan)}


def _check(arguments: argparse.Namespace) -> None:
    """Refuse what cannot be simulated before the work begins."""
    if arguments.seed < 0:
        raise Refused("--seed is not negative.")
    if not all(LEAST_VOXELS <= length <= MOST_VOXELS for length in arguments.size):
        raise Refused(f"--size lies between {LEAST_VOXELS} and {MOST_VOXELS} voxels a side.")
    if not LEAST_SPACING_MM <= arguments.spacing <= MOST_SPACING_MM:
        raise Refused(f"--spacing lies between {LEAST_SPACING_MM:g} and {MOST_SPACING_MM:g} mm.")
    if (arguments.positive or arguments.segmentation) and arguments.kind in {TumourKind.BENIGN, TumourKind.NONE}:
        raise Refused(f"A specimen of kind {arguments.kind} holds no tumour, so no margin can be positive and nothing segmented.")
    if arguments.out.exists() and (not arguments.out.is_dir() or any(arguments.out.iterdir())):
        raise Refused(f"{arguments.out.name} is not an empty folder.")


def _write(arguments: argparse.Namespace, scan: SimulatedScan) -> int:
    """Both series, the truth, and where asked for the segmentation; how many pictures."""
    how = Acquisition(
        lie=Lie(arguments.lie),
        shuffled=arguments.shuffled,
        units=Units(arguments.units),
        decay=Decay(arguments.decay),
        writing=Writing[arguments.characters.upper()],
        weight_known=not arguments.no_weight,
    )
    written = write_petct(scan, arguments.out, how)
    write_truth(scan, arguments.out)
    if arguments.segmentation:
        from devices.simulated.petct_seg import write_segmentation  # noqa: PLC0415 - highdicom is slow to load, and seldom needed

        write_segmentation(scan, written.ct, arguments.out / "SEG" / "truth.dcm", how)
    return len(written.ct) + len(written.pet)
