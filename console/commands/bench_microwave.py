"""`rimlight bench microwave`: the computation beside `tmm`, a dense Hadamard product and naive broadcasting, and the memory of a large cube."""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from algorithms.microwave.analysis import analyse_cube
from algorithms.microwave.depth import prepare, solve_depth
from algorithms.microwave.hadamard import add_pattern, transform, walsh
from algorithms.microwave.library import SCANNER, build_library, depth_grid
from algorithms.microwave.media import LIGHT_M_PER_S, PHANTOMS, AnyComplex, Complexes, Doubles
from algorithms.microwave.model import Cube, ErrorNorm, Grid
from algorithms.microwave.reconstruction import noisy_solver, pose, reconstruct

F = np.linspace(11e9, 20e9, 201)
TO_2_MM = depth_grid(2.0)
SIDE, LARGE_SIDE = 64, 256
FEW_MM = 0.2  # the peer's library is timed on a tenth of the depths, and scaled: whole it takes ten seconds
PARTS = 64  # of the naive solver, which would need 3 GB at once

Peers = dict[str, float]


def run(_arguments: argparse.Namespace) -> dict[str, Any]:
    """Ours, the peers, their ratios, and the peak memory of 256 × 256 × 201 in a process of its own."""
    random = np.random.default_rng(1)
    cube = made_cube(SIDE, random)
    ours, peers = _ours(cube, random), _peers(cube.values)
    ratios = {
        "dense / transform": peers["dense_hadamard_ms"] / ours["transform_64x64x201_ms"],
        "naive / l1": peers["naive_l1_solver_ms"] / ours["solve_l1_with_intervals_ms"],
        "naive / l2": peers["naive_l1_solver_ms"] / ours["solve_l2_with_intervals_ms"],
    }
    if "tmm_library_201_depths_ms" in peers:
        ratios["tmm / library"] = peers["tmm_library_201_depths_ms"] / ours["library_201_depths_ms"]
    large = {"cube_256x256x201_mb": round(LARGE_SIDE**2 * F.size * 16 / 1e6), "peak_mb": peak_mb_of_large_cube()}
    told = {name: round(value, 1) for name, value in ratios.items()}
    return {"ours": ours, "peers": peers, "ratios": told, "memory": large, "tmm": "installed" if _has_tmm() else "not installed: left out"}


def made_cube(side: int, random: np.random.Generator) -> Cube:
    """Margins of 0–3 mm with noise of 0.1, (side × side) pixels."""
    library = build_library(F)
    chosen: Complexes = library.spectra[random.integers(0, len(library.spectra), side * side)]
    for rows in np.array_split(np.arange(side * side), max(1, side // 16)):  # in parts, so that the noise costs no second cube
        chosen[rows] += 0.1 * (random.standard_normal((rows.size, F.size)) + 1j * random.standard_normal((rows.size, F.size)))
    return Cube(Grid(side, side, 100, 100), F, chosen)


def _ours(cube: Cube, random: np.random.Generator) -> Peers:
    values, pixels = cube.values, SIDE * SIDE
    solver, noisy = prepare(build_library(F)), noisy_solver(build_library(F))
    growing = np.zeros((pixels, solver.subspace.size // 2), complex)
    shown, coefficients = np.arange(pixels) < pixels // 4, random.standard_normal((pixels, noisy.subspace.size))
    problem = pose(noisy, (SIDE, SIDE), coefficients, shown, beam=np.ones(pixels, complex), noise=1.0)
    return {
        "library_201_depths_ms": median_ms(lambda: build_library(F, TO_2_MM)),
        "transform_64x64x201_ms": median_ms(lambda: transform(values.astype(np.complex128), SIDE, SIDE)),
        "live_update_ms": median_ms(lambda: add_pattern(growing, 77, growing[0], SIDE)),
        "solve_l2_with_intervals_ms": median_ms(lambda: solve_depth(cube, solver)),
        "solve_l1_with_intervals_ms": median_ms(lambda: solve_depth(cube, solver, norm=ErrorNorm.L1), 3),
        "whole_analysis_ms": median_ms(lambda: analyse_cube(cube), 3),
        "reconstruct_quarter_ms": median_ms(lambda: reconstruct(problem), 3),
    }


def _peers(values: AnyComplex) -> Peers:
    short, dense = build_library(F, TO_2_MM), np.kron(walsh(SIDE), walsh(SIDE))
    found = {
        "dense_hadamard_ms": median_ms(lambda: dense @ values, 1),
        "naive_l1_solver_ms": median_ms(lambda: _naive(values, short.spectra), 1),
    }
    if _has_tmm():
        few = depth_grid(2.0, FEW_MM)
        found["tmm_library_201_depths_ms"] = round(median_ms(lambda: _tmm_library(few), 1) * len(TO_2_MM) / len(few), 1)
    return found


def _naive(values: AnyComplex, spectra: AnyComplex) -> Doubles:
    """The study's solver as it is written down: every difference of every pixel, depth and frequency."""
    best = [np.abs(part[:, None, :] - spectra[None]).sum(axis=2).argmin(axis=1) for part in np.array_split(values, PARTS)]
    return np.asarray(TO_2_MM[np.concatenate(best)])


def _has_tmm() -> bool:
    return find_spec("tmm") is not None


def _tmm_library(depths: Doubles) -> Complexes:
    """The same library by the peer, one depth and frequency at a time."""
    found = np.empty((len(depths), len(F)), complex)
    for column, f in enumerate(F):
        empty = _tmm_contrast(f, [], [])
        rest = [PHANTOMS.healthy, SCANNER.plastic, PHANTOMS.tumour]
        found[:, column] = [_tmm_contrast(f, rest, [depth, 0.023, 10]) / empty for depth in depths]
    return found


def _tmm_contrast(f: float, media: list[Any], thick: list[float]) -> complex:
    """r_dark − r_lit at one frequency; the peer is installed for tests and benches only."""
    tmm, air = import_module("tmm"), [1]
    dark, lit = (
        tmm.coh_tmm(
            "s",
            air + [np.sqrt(medium.permittivity(np.array([f]))[0]) for medium in (SCANNER.plastic, silicon, SCANNER.plastic, *media)] + air,
            [np.inf, 2, 0.1, 0.1, *thick, np.inf],
            np.radians(35),
            LIGHT_M_PER_S / f * 1e3,
        )["r"]
        for silicon in (SCANNER.dark, SCANNER.lit)
    )
    return complex(dark - lit)


def peak_mb_of_large_cube() -> int | None:
    """Peak resident memory of solving 256 × 256 × 201 from scratch, MB; None where the system does not tell."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_solve_large, args=(theirs,))
    child.start()
    theirs.close()
    try:
        peak: int | None = ours.recv()
    except EOFError:
        peak = None
    child.join()
    return peak


def _solve_large(answer: Any) -> None:
    analyse_cube(made_cube(LARGE_SIDE, np.random.default_rng(1)))
    answer.send(_peak_mb())


def _peak_mb() -> int | None:
    if sys.platform != "linux":
        return None
    resource = import_module("resource")
    return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def median_ms(work: Callable[[], object], times: int = 7) -> float:
    """Milliseconds, once warm."""
    work()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(1e3 * (time.perf_counter() - began))
    return round(statistics.median(taken), 2)
