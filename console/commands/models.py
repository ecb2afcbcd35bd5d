"""`rimlight models`: a site's own PET-CT networks: are they whole, do they answer, what do they say beside those that ship; then take them, or not.

What is taken lies in `models` in the console's data folder and stands in for what ships, until `--remove`.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from algorithms.faces import Face
from algorithms.petct.analysis import Method
from algorithms.petct.model import Scan
from algorithms.petct.threshold import shares_for
from algorithms.statistics.result import Indeterminate
from console import resources
from console.acquisition.petct_child import Order, carry_out
from console.acquisition.petct_models import MANIFEST, Family, Models, own_models, read_models
from console.acquisition.petct_selftest import self_test
from console.faults import ImportRefused, Refused
from devices.simulated.petct import SimulatedScan, simulate_scan
from devices.simulated.petct_families import Family as Generator
from devices.simulated.petct_families import TumourKind

NAME = "models"
SUMMARY = "a site's own PET-CT networks: check them beside those that ship, and take them"
SIZE = (120, 130, 130)  # voxels of 0.1 mm: small, so that everybody waits for it
FIRST_SEED = 930_000
KINDS = {Family.NST: (TumourKind.NST,), Family.ILC_DCIS: (TumourKind.ILC, TumourKind.DCIS)}
DIRECTIONS = {  # the simulator's axes: slices towards superior, rows towards posterior, columns towards lateral
    Face.SUPERIOR: (1.0, 0.0, 0.0), Face.INFERIOR: (-1.0, 0.0, 0.0), Face.POSTERIOR: (0.0, 1.0, 0.0), Face.ANTERIOR: (0.0, -1.0, 0.0),
    Face.LATERAL: (0.0, 0.0, 1.0), Face.MEDIAL: (0.0, 0.0, -1.0),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """One simulated specimen that everybody judges."""

    family: Family
    scan: SimulatedScan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which folder, and what to do with it."""
    parser.add_argument("folder", type=Path, nargs="?", metavar="FOLDER", help="holds ONNX files and their manifest.toml")
    parser.add_argument("--take", action="store_true", help="use them from now on, if they pass")
    parser.add_argument("--remove", action="store_true", help="go back to the networks that ship")
    parser.add_argument("--specimens", type=int, default=2, metavar="N", help="reference specimens of each family of tumours (2)")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Check, compare, take; or remove what was taken."""
    if arguments.remove:
        return _remove()
    if arguments.folder is None:
        raise Refused("Name the folder that holds the networks and their manifest.toml.")
    if not 0 <= arguments.specimens <= 20:
        raise Refused("--specimens lies between 0 and 20.")
    theirs = [read_models(family, Method.ENSEMBLE, arguments.folder) for family in Family if _has(arguments.folder, family)]
    if not theirs:
        raise ImportRefused("The manifest names no networks. Nothing was taken.")
    for models in theirs:
        self_test(arguments.folder, models.family, len(models.members))
    compared = [_beside(_reference(models.family, number), models) for models in theirs for number in range(arguments.specimens)]
    if arguments.take:
        _take(arguments.folder)
    return {
        "networks": {models.family.value: len(models.members) for models in theirs},
        "trained_on": theirs[0].trained_on,
        "licence": theirs[0].licence,
        "self_test": "every network answered finite probabilities",
        "side_by_side": compared,
        "compared_on": "simulated specimens",
        "taken": bool(arguments.take),
    }


def _has(folder: Path, family: Family) -> bool:
    """Whether a manifest speaks of a family; whatever else is wrong with it is refused."""
    try:
        read_models(family, Method.ENSEMBLE, folder)
    except ImportRefused as refusal:
        if str(refusal).startswith(f"No {family.value} models"):
            return False
        raise
    return True


def _reference(family: Family, number: int) -> Reference:
    """Specimens by turns positive and negative, by turns from either generator."""
    kinds = KINDS[family]
    kind = kinds[number % len(kinds)]
    generator = list(Generator)[number // 2 % 2]
    return Reference(family, simulate_scan(FIRST_SEED + number, kind=kind, positive=number % 2 == 0, family=generator, size=SIZE))


def _beside(reference: Reference, theirs: Models) -> dict[str, Any]:
    """The margin that is true, theirs, and that of the networks that ship, mm; a sentence where none is stated."""
    truth = reference.scan.truth
    shipped = read_models(reference.family, Method.ENSEMBLE, resources.assets() / "models")
    return {
        "specimen": f"{truth.kind} {truth.seed}, generator {truth.family}",
        "true_mm": truth.minimum_margin_mm,
        "theirs_mm": _margin(reference.scan, theirs),
        "shipped_mm": _margin(reference.scan, shipped),
    }


def _margin(scan: SimulatedScan, models: Models) -> float | str:
    given = Scan(scan.ct_hu, (scan.ct_spacing_mm,) * 3, scan.pet_suv, (scan.pet_spacing_mm,) * 3)
    shares = shares_for(nst=models.family is Family.NST)
    answer = carry_out(Order(given, models.members, models.normalisation, DIRECTIONS, Method.ENSEMBLE, shares, False), lambda _share: None)
    margin = answer if isinstance(answer, Indeterminate) else answer.margin
    return margin.reason if isinstance(margin, Indeterminate) else round(margin.minimum_mm, 3)


def _take(folder: Path) -> None:
    """Copy beside, then change places, so that a half copy is never read."""
    target = own_models()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as beside:
            fresh = Path(beside) / "models"
            fresh.mkdir()
            for path in (folder / MANIFEST, *folder.glob("*.onnx")):
                shutil.copyfile(path, fresh / path.name)
            if target.exists():
                target.rename(Path(beside) / "before")
            fresh.rename(target)
    except OSError:
        raise Refused("The networks could not be copied into the console's data folder. Nothing was changed.") from None


def _remove() -> dict[str, Any]:
    """Back to what ships."""
    there = own_models().is_dir()
    if there:
        shutil.rmtree(own_models())
    return {"removed": there}
