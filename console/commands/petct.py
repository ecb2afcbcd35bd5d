"""`rimlight petct`: the tumour's margin at every face of a scanned specimen, from a folder with a CT and a PET."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from algorithms.orientation import Laterality
from algorithms.petct.analysis import Analysis, Method
from algorithms.petct.model import CITATION, VERSION
from algorithms.statistics.result import Indeterminate
from console.acquisition.petct_answer import Context, described
from console.acquisition.petct_child import Order, carry_out
from console.acquisition.petct_files import probabilities, tumour_dicom
from console.acquisition.petct_models import family_of, read_models
from console.acquisition.petct_scan import facing, scan_of
from console.cases.model import TumourType
from console.faults import Refused
from devices.scanners.folder import read_petct

NAME = "petct"
SUMMARY = "tumour margin per face from a specimen's PET-CT"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A folder, and how to judge it."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="holds a CT and a PET DICOM series; a zip will do")
    parser.add_argument("--method", choices=list(Method), default=Method.ENSEMBLE.value, help="what draws the tumour (ensemble)")
    parser.add_argument("--tumour-type", choices=list(TumourType), default=TumourType.NST.value, help="from the biopsy (nst)")
    parser.add_argument("--multifocal", action="store_true", help="keep every piece of tumour, not the largest only")
    parser.add_argument(
        "--side", choices=list(Laterality), default=Laterality.LEFT.value, help="which breast: it names medial and lateral (left)"
    )
    parser.add_argument(
        "--models", type=Path, metavar="DIR", help="a site's own models with their manifest.toml, in place of those installed"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="where to write tumour.dcm and probability.npz")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Read, prepare, draw, measure, write, say."""
    began = time.monotonic()
    method, kind = Method(arguments.method), TumourType(arguments.tumour_type)
    family = family_of(kind)
    if arguments.out is not None and arguments.out.exists() and not arguments.out.is_dir():
        raise Refused(f"{arguments.out.name} is not a folder. Nothing was written.")
    models = read_models(family, method, arguments.models)
    found = read_petct(arguments.folder)
    faces = facing(found.ct, None, Laterality(arguments.side))
    order = Order(scan_of(found), models.members, models.normalisation, faces.directions, method, models.shares, arguments.multifocal)
    answer = carry_out(order, _tell)
    context = Context(found, faces, models, method, kind)
    result = described(answer, context) | {
        "seconds": round(time.monotonic() - began, 2),
        "algorithm": f"{NAME} {VERSION}",
        "citation": CITATION,
    }
    if arguments.out is not None:
        result |= _write(arguments.out, answer, context, arguments.folder)
    return result


def _write(folder: Path, answer: Analysis | Indeterminate, context: Context, source: Path) -> dict[str, Any]:
    """The tumour as DICOM and the probabilities as npz; nothing where nothing was drawn."""
    if isinstance(answer, Indeterminate) or answer.drawn is None or not answer.drawn.tumour.any():
        return {"out": "", "written": []}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tumour.dcm").write_bytes(tumour_dicom(answer, context, source, datetime.now().astimezone()))
    (folder / "probability.npz").write_bytes(probabilities(answer, context))
    return {"out": str(folder), "written": ["tumour.dcm", "probability.npz"]}


def _tell(share: float) -> None:
    if sys.stderr.isatty():
        print(f"\r{share:4.0%}", end="" if share < 1 else "\n", file=sys.stderr, flush=True)
