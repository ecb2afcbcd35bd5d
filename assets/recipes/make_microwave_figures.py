"""Redraw the figures of seed 003 from our own code, into docs/pictures: `PYTHONPATH=. python assets/recipes/make_microwave_figures.py`.

Needs matplotlib, which the development requirements bring along. Numbers as the study's figures: 1 to 4, and S1 to S5.
"""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np

from algorithms.microwave.analysis import analyse_scan
from algorithms.microwave.depth import prepare, solve_depth
from algorithms.microwave.hadamard import Ordering
from algorithms.microwave.library import build_library, depth_grid
from algorithms.microwave.media import LITERATURE, PHANTOMS, TimeConvention
from algorithms.microwave.model import Cube, Grid
from algorithms.microwave.readings import Scan, normalise
from algorithms.microwave.regions import smoothed
from devices.simulated.microwave import STEADY, Conditions, contrast, simulate_scan
from devices.simulated.phantoms import double_ramp

OUT = Path(__file__).resolve().parents[2] / "docs" / "pictures"
F = np.linspace(11e9, 20e9, 201)
GHZ = F / 1e9
SIZE = (8, 3.2)
DEPTHS = np.linspace(0, 3, 61)


def save(figure: plt.Figure, name: str) -> None:
    """Small PNGs: documentation, not print."""
    figure.tight_layout()
    figure.savefig(OUT / f"microwave-{name}.png", dpi=72, metadata={"Software": None})
    plt.close(figure)


def spectra() -> None:
    """Figure 1(b, c): phase and amplitude of S against depth and frequency."""
    library = build_library(F)
    figure, axes = plt.subplots(1, 2, figsize=SIZE)
    for axis, values, title in zip(axes, (np.angle(library.spectra), np.abs(library.spectra)), ("phase of S, rad", "|S|"), strict=True):
        shown = axis.imshow(values.T, origin="lower", aspect="auto", extent=(0, 3, 11, 20), cmap="cividis")
        axis.set(xlabel="margin, mm", ylabel="frequency, GHz", title=title)
        figure.colorbar(shown)
    save(figure, "1")


def ramp_scan(conditions: Conditions, share: float = 1.0) -> tuple[Scan, np.ndarray]:
    """A scan of the double ramp, and its true depths."""
    phantom = double_ramp()
    simulated = simulate_scan(phantom, conditions, share=share)
    pairs = [each[0::2] - each[1::2] for each in (simulated.sample, simulated.reference)]
    sums = simulated.sample[0::2] + simulated.sample[1::2]
    scan = Scan(Grid(64, 64, 100, 100), F, *pairs, sums, Ordering.CAKE_CUTTING, TimeConvention.ENGINEERS)
    return scan, np.where(phantom.coverage() > 0.5, phantom.mean_depth_mm(), np.nan)


def ramp() -> None:
    """Figures 2 and 3: images of the double ramp, and its depths."""
    scan, truth = ramp_scan(Conditions(noise=0.06))
    cube = normalise(scan).values.reshape(64, 64, -1)
    figure, axes = plt.subplots(1, 4, figsize=(11, 2.9))
    for axis, values, title in (
        (axes[0], np.abs(cube[..., :23].mean(axis=2)), "|S|, 11–12 GHz"),
        (axes[1], np.angle(cube[..., :23].mean(axis=2)), "phase, 11–12 GHz"),
        (axes[2], np.abs(cube[..., -23:].mean(axis=2)), "|S|, 19–20 GHz"),
        (axes[3], np.angle(cube[..., -23:].mean(axis=2)), "phase, 19–20 GHz"),
    ):
        figure.colorbar(axis.imshow(values, cmap="cividis", extent=(0, 100, 100, 0)), shrink=0.8)
        axis.set_title(title, fontsize=9)
    save(figure, "2")
    quick = analyse_scan(ramp_scan(Conditions(noise=1.0), 0.25)[0]).map
    full = analyse_scan(scan).map
    figure, axes = plt.subplots(1, 3, figsize=(9.5, 3))
    maps = (truth.clip(max=2), np.where(full.masked, np.nan, full.shown_mm), np.where(quick.masked, np.nan, quick.shown_mm))
    for axis, values, title in zip(axes, maps, ("truth", "all patterns, σ = 0.06", "a quarter of them, σ = 1"), strict=True):
        figure.colorbar(axis.imshow(values, cmap="viridis", vmin=0, vmax=2, extent=(0, 100, 100, 0)), shrink=0.8, label="mm")
        axis.set_title(title, fontsize=9)
    save(figure, "3")


def read(spectra_: np.ndarray, deepest_mm: float = 2.0) -> tuple[np.ndarray, np.ndarray]:
    """Best and second-best depth of spectra."""
    solver = prepare(build_library(F, depth_grid(deepest_mm)))
    found = solve_depth(Cube(Grid(1, len(spectra_), len(spectra_), 1), F, np.array(spectra_)), solver)
    return found.deep_mm[0], found.second_mm[0]


def robustness() -> None:
    """Figures 4(a), S2 and S3: tissues off; 4(b) and S5: boundaries that are not sharp."""
    figure, axes = plt.subplots(1, 2, figsize=SIZE)
    depths = np.linspace(0, 2, 41)
    for factor in (0.75, 0.9, 1.1, 1.25):
        axes[0].plot(depths, read(build_library(F, depths, margin_hydration=factor).spectra)[0], label=f"margin {factor - 1:+.0%}")
        axes[0].plot(
            depths, read(build_library(F, depths, tumour_hydration=factor).spectra)[0], "o", ms=2.5, label=f"tumour {factor - 1:+.0%}"
        )
    axes[0].plot([0, 2], [0, 2], "k--", lw=0.8)
    axes[0].set(xlabel="true margin, mm", ylabel="solved, mm")
    axes[0].legend(fontsize=6)
    empty = contrast(None, STEADY, F)
    for width in (0.0, 0.4, 0.8, 1.2, 1.6, 2.0):
        soft = np.array([(contrast(depth, Conditions(gradient_mm=width), F) / empty).conj() for depth in depths[::4]])
        axes[1].plot(depths[::4], read(soft)[0], label=f"{width:.1f} mm")
    axes[1].plot([0, 2], [0, 2], "k--", lw=0.8)
    axes[1].set(xlabel="true margin, mm", title="width of the boundary (4b, S5)")
    axes[1].legend(fontsize=6)
    save(figure, "4-s5")
    figure, axes = plt.subplots(1, 2, figsize=SIZE)
    factors = np.linspace(0.4, 1.8, 57)
    for axis, name in zip(axes, ("margin_hydration", "tumour_hydration"), strict=True):
        for depth in (0.5, 1.0, 1.5):
            values = np.concatenate([build_library(F, np.array([depth]), **{name: float(factor)}).spectra for factor in factors])
            best, second = read(values)
            (line,) = axis.plot(factors - 1, best, label=f"{depth} mm")
            axis.plot(factors - 1, second, ":", color=line.get_color(), lw=1)
        axis.set(xlabel=name.replace("_", " ") + ", off by", ylabel="solved (dotted: second best), mm")
        axis.legend(fontsize=7)
    save(figure, "s2-s3")


def tissues() -> None:
    """Figure S1: permittivities, and what literature tissue would look like."""
    figure, axes = plt.subplots(1, 3, figsize=(10, 3))
    for tissue, style in ((PHANTOMS, "-"), (LITERATURE, "--")):
        for medium, colour in ((tissue.healthy, "#0f6fb5"), (tissue.tumour, "#c0392b")):
            permittivity = medium.permittivity(F)
            axes[0].plot(GHZ, permittivity.real, style, color=colour)
            axes[0].plot(GHZ, permittivity.imag, style, color=colour, lw=0.8)
    axes[0].set(xlabel="GHz", title="ε′ and ε″ (dashed: literature)")
    for axis, tissue in zip(axes[1:], (PHANTOMS, LITERATURE), strict=True):
        values = np.abs(build_library(F, tissues=tissue).spectra)
        figure.colorbar(axis.imshow(values.T, origin="lower", aspect="auto", extent=(0, 3, 11, 20), cmap="cividis", vmin=0, vmax=1.4))
        axis.set_title(f"|S|, {tissue.name}", fontsize=8)
    save(figure, "s1")


def limits() -> None:
    """Figure S4: the same noisy ramp with the search capped at 2 mm, to 3 mm, and after a 5 × 5 median."""
    scan, _ = ramp_scan(Conditions(noise=0.25))
    found = solve_depth(normalise(scan), prepare(build_library(F)))
    figure, axes = plt.subplots(1, 3, figsize=(9.5, 3))
    median = np.where(found.masked, np.nan, smoothed(found, 5))
    maps = (np.where(found.masked, np.nan, found.depth_mm), np.where(found.masked, np.nan, found.deep_mm), median)
    for axis, values, title in zip(axes, maps, ("0–2 mm", "0–3 mm", "5 × 5 median: for the eye only"), strict=True):
        figure.colorbar(axis.imshow(values, cmap="viridis", vmin=0, vmax=3, extent=(0, 100, 100, 0)), shrink=0.8, label="mm")
        axis.set_title(title, fontsize=9)
    save(figure, "s4")


if __name__ == "__main__":
    mpl.use("Agg")
    OUT.mkdir(parents=True, exist_ok=True)
    for draw in (spectra, ramp, robustness, tissues, limits):
        draw()
