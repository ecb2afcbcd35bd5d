"""The microwave computation beside `tmm`, a dense Hadamard product and naive broadcasting: `python tests/benchmarks/microwave.py`.

Not part of the test run. Ratios can be trusted; single times depend on the machine. OMP_NUM_THREADS=1 measures one core.
"""

import json
import statistics
import sys
import time

import numpy as np
import tmm

from algorithms.microwave.analysis import analyse_cube
from algorithms.microwave.depth import prepare, solve_depth
from algorithms.microwave.hadamard import add_pattern, transform, walsh
from algorithms.microwave.library import SCANNER, build_library, depth_grid
from algorithms.microwave.media import LIGHT_M_PER_S, PHANTOMS
from algorithms.microwave.model import Cube, ErrorNorm, Grid
from algorithms.microwave.reconstruction import noisy_solver, pose, reconstruct

F = np.linspace(11e9, 20e9, 201)
TO_2_MM = depth_grid(2.0)
GRID = Grid(64, 64, 100, 100)


def median_ms(work, times=7):
    work()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(1e3 * (time.perf_counter() - began))
    return round(statistics.median(taken), 2)


def tmm_library(depths):
    """The same library by the peer, one depth and frequency at a time."""
    found = np.empty((len(depths), len(F)), complex)
    for column, f in enumerate(F):
        empty = tmm_contrast(f, [], [])
        rest = [PHANTOMS.healthy, SCANNER.plastic, PHANTOMS.tumour]
        found[:, column] = [tmm_contrast(f, rest, [depth, 0.023, 10]) / empty for depth in depths]
    return found


def tmm_contrast(f, media, thick):
    """r_dark − r_lit at one frequency."""
    dark, lit = (
        tmm.coh_tmm(
            "s",
            [1, *(np.sqrt(medium.permittivity(np.array([f]))[0]) for medium in (SCANNER.plastic, silicon, SCANNER.plastic, *media)), 1],
            [np.inf, 2, 0.1, 0.1, *thick, np.inf],
            np.radians(35),
            LIGHT_M_PER_S / f * 1e3,
        )["r"]
        for silicon in (SCANNER.dark, SCANNER.lit)
    )
    return dark - lit


def naive(values, spectra):
    """The study's solver as it is written down: every difference of every pixel, depth and frequency; in parts, or it would need 3 GB."""
    best = [np.abs(part[:, None, :] - spectra[None]).sum(axis=2).argmin(axis=1) for part in np.array_split(values, 64)]
    return TO_2_MM[np.concatenate(best)]


def main():
    random = np.random.default_rng(1)
    library = build_library(F)
    solver, short = prepare(library), build_library(F, TO_2_MM)
    values = np.array(build_library(F, random.uniform(0, 3, 4096)).spectra)
    values += 0.1 * (random.standard_normal(values.shape) + 1j * random.standard_normal(values.shape))
    cube, growing = Cube(GRID, F, values), np.zeros((4096, solver.subspace.size // 2), complex)
    noisy = noisy_solver(library)
    shown = np.arange(4096) < 1024
    problem = pose(noisy, (64, 64), random.standard_normal((4096, noisy.subspace.size)), shown, beam=np.ones(4096, complex), noise=1.0)
    few = depth_grid(2.0, 0.2)
    dense = np.kron(walsh(64), walsh(64))
    ours = {
        "library_201_depths_ms": median_ms(lambda: build_library(F, TO_2_MM)),
        "transform_64x64x201_ms": median_ms(lambda: transform(values.copy(), 64, 64)),
        "live_update_ms": median_ms(lambda: add_pattern(growing, 77, growing[0], 64)),
        "solve_l2_with_intervals_ms": median_ms(lambda: solve_depth(cube, solver)),
        "solve_l1_with_intervals_ms": median_ms(lambda: solve_depth(cube, solver, norm=ErrorNorm.L1), 3),
        "whole_analysis_ms": median_ms(lambda: analyse_cube(cube), 3),
        "reconstruct_quarter_ms": median_ms(lambda: reconstruct(problem), 3),
    }
    peers = {
        "tmm_library_201_depths_ms": median_ms(lambda: tmm_library(few), 1) * len(TO_2_MM) / len(few),
        "dense_hadamard_ms": median_ms(lambda: dense @ values, 1),
        "naive_l1_solver_ms": median_ms(lambda: naive(values, short.spectra), 1),
    }
    ratios = {
        "tmm / library": peers["tmm_library_201_depths_ms"] / ours["library_201_depths_ms"],
        "dense / transform": peers["dense_hadamard_ms"] / ours["transform_64x64x201_ms"],
        "naive / l1": peers["naive_l1_solver_ms"] / ours["solve_l1_with_intervals_ms"],
        "naive / l2": peers["naive_l1_solver_ms"] / ours["solve_l2_with_intervals_ms"],
    }
    return ours | peers | {name: round(value, 1) for name, value in ratios.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(), indent=1) + "\n")
