"""`rimlight bench petct`: the analysis beside the obvious way of doing it, on one simulated specimen, as ratios measured in turn.

The obvious way: scikit-image's Otsu, scipy's labels, hole filling, zoom and distance transform on the whole scan, and PyTorch for the networks
where it is installed; with `--full`, every slice of the specimen through every network in three directions by ONNX Runtime too.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage
from skimage.filters import threshold_otsu

from algorithms.orientation import Laterality
from algorithms.petct.analysis import Analysis, Choices, Method, analyse_prepared
from algorithms.petct.distances import depth_below_surface
from algorithms.petct.ensemble import Way
from algorithms.petct.model import Normalisation, Prepared, Scan
from algorithms.petct.networks import Member
from algorithms.petct.preparation import prepare
from algorithms.statistics.result import Indeterminate
from console.acquisition.petct_child import Order, carry_out
from console.acquisition.petct_models import USUAL, Family, read_models
from console.acquisition.petct_scan import scan_of, straight
from console.commands.bench_petct_eager import beside_eager
from console.faults import ImportRefused, Refused
from devices.apart import context_of, put_down
from devices.scanners.folder import read_petct
from devices.simulated.petct import TumourKind, simulate_scan
from devices.simulated.petct_dicom import write_petct

SEED = 8
WANTED_S = {"ensemble": 70.0, "fast": 20.0}
WANTED_GB = 2.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How large, how often, and whether the full protocol runs too."""
    parser.add_argument(
        "--voxels", type=int, nargs=3, default=(200, 240, 240), metavar="N", help="slices rows columns (500 500 400 is the full case)"
    )
    parser.add_argument("--turns", type=int, default=1, help="how often each is timed")
    parser.add_argument("--full", action="store_true", help="also the full protocol: every slice of the specimen, no early stop (minutes)")


def run(arguments: argparse.Namespace) -> dict[str, Any]:
    """Time the steps and, where models are installed, the whole; say how far the quick ways lie from the full one."""
    if min(arguments.voxels) < 60:
        raise Refused("A specimen of fewer than 60 voxels along a side is too small for this benchmark.")
    slices, rows, columns = arguments.voxels
    made = simulate_scan(SEED, kind=TumourKind.NST, positive=False, size=(slices, rows, columns))
    side, pet_side = made.ct_spacing_mm, made.pet_spacing_mm
    scan = Scan(made.ct_hu, (side, side, side), made.pet_suv, (pet_side, pet_side, pet_side))
    result = {"voxels": list(made.ct_hu.shape), "steps": _steps(scan, max(1, arguments.turns))}
    with tempfile.TemporaryDirectory() as folder:
        write_petct(made, Path(folder))
        result["whole"] = _wholes(Path(folder), scan, full=arguments.full)
    return result | {"truth_mm": made.truth.minimum_margin_mm, "wanted_s": WANTED_S, "wanted_gb": WANTED_GB}


def _steps(scan: Scan, turns: int) -> dict[str, Any]:
    """Preparation and distances, ours and the obvious, in turn."""
    prepared = prepare(scan, USUAL)
    if isinstance(prepared, Indeterminate):
        raise Refused(prepared.reason)
    works: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        "preparation": (lambda: prepare(scan, USUAL), lambda: _plain_preparation(scan)),
        "distances": (
            lambda: depth_below_surface(prepared.specimen, prepared.spacing_mm),
            lambda: ndimage.distance_transform_edt(prepared.specimen, sampling=prepared.spacing_mm),
        ),
    }
    said = {}
    for name, pair in works.items():
        ours, plain = zip(*[(_timed(pair[0]), _timed(pair[1])) for _ in range(turns)], strict=True)
        one, other = statistics.median(ours), statistics.median(plain)
        said[name] = {"ours_s": round(one, 3), "scipy_skimage_s": round(other, 3), "times_faster": round(other / one, 1)}
    return said


def _plain_preparation(scan: Scan) -> npt.NDArray[np.float32]:
    """What a first version would do."""
    threshold = float(threshold_otsu(scan.ct_hu))  # type: ignore[no-untyped-call]
    dense = np.greater(scan.ct_hu, threshold)
    labels, _ = ndimage.label(dense)
    largest = ndimage.binary_fill_holes(labels == np.bincount(labels.ravel())[1:].argmax() + 1)
    smooth = ndimage.median_filter(scan.pet, round(2.0 / scan.pet_spacing_mm[0]))
    wide = ndimage.zoom(
        smooth, [to / of for to, of in zip(scan.ct_hu.shape, smooth.shape, strict=True)], order=3, mode="nearest", grid_mode=True
    )
    return np.asarray(wide * largest, dtype=np.float32)


def _wholes(folder: Path, scan: Scan, *, full: bool) -> dict[str, Any]:
    """Seconds from the scanner's folder to the answer, and margins, of each method; the threshold needs no models."""
    said: dict[str, Any] = {}
    for method in (Method.THRESHOLD, Method.FAST, Method.ENSEMBLE):
        try:
            models = read_models(Family.NST, method)
        except ImportRefused as refused:
            said[method.value] = str(refused)
            continue
        faces = straight(Laterality.LEFT)
        began = time.perf_counter()
        read = scan_of(read_petct(folder))
        read_s = time.perf_counter() - began
        order = Order(read, models.members, models.normalisation, faces, method, models.shares)
        answer = _apart(order)
        said[method.value] = {"s": round(time.perf_counter() - began, 2), "read_s": round(read_s, 2)} | answer
        if method is Method.ENSEMBLE:
            said["pytorch_eager"] = _eager(scan, models.members, models.normalisation)
        if full and method is Method.ENSEMBLE:
            said["full_protocol"] = _full(scan, models.members, models.normalisation, order)
    return said | _ratios(said)


def _apart(order: Order) -> dict[str, Any]:
    """In a process of its own, as the console does it: its seconds, the answer, and the most memory that it held."""
    context = context_of(__name__)
    ours, theirs = context.Pipe()
    child = context.Process(target=_carry_out, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    try:
        ours.send(order)
        answer: dict[str, Any] = ours.recv()
    finally:
        ours.close()
        put_down(child)
    return answer


def _carry_out(line: Connection) -> None:
    order = line.recv()
    began = time.perf_counter()
    found = carry_out(order, lambda _share: None)
    line.send({"analysis_s": round(time.perf_counter() - began, 2)} | _said(found) | {"peak_memory_gb": _peak_gb()})


def _eager(scan: Scan, members: tuple[Member, ...], scales: Normalisation) -> dict[str, Any] | str:
    prepared = prepare(scan, scales)
    assert isinstance(prepared, Prepared)
    return beside_eager(prepared, members)


def _full(scan: Scan, members: tuple[Member, ...], scales: Normalisation, order: Order) -> dict[str, Any]:
    """Every slice of the specimen by every member in three directions."""
    prepared = prepare(scan, scales)
    assert isinstance(prepared, Prepared)
    choices = Choices(scales, order.directions, way=Way(stop_early=False, whole=True, progress=_tell))
    began = time.perf_counter()
    found = analyse_prepared(prepared, members, choices)
    return {"s": round(time.perf_counter() - began, 2)} | _said(found)


def _said(found: Analysis | Indeterminate) -> dict[str, Any]:
    margin = found if isinstance(found, Indeterminate) else found.margin
    if isinstance(found, Indeterminate) or isinstance(margin, Indeterminate):
        return {"margin_mm": None, "why": margin.reason if isinstance(margin, Indeterminate) else ""}
    return {"margin_mm": margin.minimum_mm, "positive": margin.positive, "tumour_mm3": round(found.tumour_mm3, 3)}


def _ratios(said: dict[str, Any]) -> dict[str, float]:
    pairs = (("full_protocol", "ensemble"), ("ensemble", "fast"))
    ratios = {
        f"{slow}_times_{quick}": round(said[slow]["s"] / said[quick]["s"], 1)
        for slow, quick in pairs
        if isinstance(said.get(slow), dict) and isinstance(said.get(quick), dict)
    }
    if isinstance(said.get("pytorch_eager"), dict):
        predicted = said["pytorch_eager"]["all_slices_all_members_s_predicted"]
        ratios |= {f"pytorch_eager_predicted_times_{quick}": round(predicted / said[quick]["s"], 1) for quick in ("ensemble", "fast")}
    return ratios


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _tell(share: float) -> None:
    if sys.stderr.isatty():
        print(f"\rfull protocol {share:4.0%}", end="", file=sys.stderr, flush=True)


def _peak_gb() -> float | None:
    """The most memory that this process has held; unknown on Windows."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - there is none on Windows

    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, 2)
