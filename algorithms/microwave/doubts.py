"""What may be wrong with a scan as a whole, found in the scan itself and said in a sentence: the map is then not to be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from algorithms.microwave.depth import ACCEPTED_MISFIT, Solver, squared_costs
from algorithms.microwave.media import AnyComplex, Flags, Reals
from algorithms.microwave.readings import Scan
from algorithms.microwave.subspace import measure

PLAIN = 3.0  # times as many pixels must fit the other way round
FEW = 0.02  # of the pixels: fewer say nothing
WELL = 0.06**2  # the squared misfit of a good scan is below this; above it, another scale is tried
CLEARLY = 0.25
SCALE_OFF = 0.25  # a smaller factor is what wetter tissue looks like
CLIPPED = 1e-3  # of the readings at exactly the largest value
DRIFTED = 0.02
UNSTEADY = 0.05
ALL_BARE = 0.98


class DoubtKind(StrEnum):
    """What a doubt is about."""

    CONJUGATED = "conjugated"
    REFERENCE = "wrong reference"
    NO_SPECIMEN = "no specimen"
    SATURATED = "saturated"
    DRIFT = "drift"
    REPEATS = "reference repeats differ"
    INCOMPLETE = "incomplete"
    ORDER = "pattern order"
    SPOILED = "spoiled readings"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt, with its sentence. A `grave` one means that the depths are wrong."""

    kind: DoubtKind
    sentence: str
    grave: bool


def doubts_of_spectra(spectra: AnyComplex, solver: Solver) -> tuple[Doubt, ...]:
    """Of finite normalised spectra (N, F)."""
    if not len(spectra):
        return (Doubt(DoubtKind.NO_SPECIMEN, "No pixel holds a measurement.", grave=True),)
    noise = measure(solver.subspace, spectra).noise
    plain, turned = _fits(spectra, solver, noise), _fits(spectra.conj(), solver, noise)
    if turned.mean() > FEW and turned.sum() > PLAIN * plain.sum():
        return (_CONJUGATED,)
    bare = np.abs(spectra - 1).mean(axis=1) < ACCEPTED_MISFIT + 1.5 * noise
    if bare.mean() > ALL_BARE:
        return (_NO_SPECIMEN,)
    something = ~bare & (np.abs(spectra.mean(axis=1)) > ACCEPTED_MISFIT)
    off = _misfit(spectra[something], solver, noise)
    if off < WELL:
        return ()
    scale = _scale(spectra[something], solver)
    if abs(scale - 1) > SCALE_OFF and _misfit(spectra[something] / scale, solver, noise / abs(scale)) < CLEARLY * off:
        factor = f"{abs(scale):.2f} at {np.degrees(np.angle(scale)):.0f}°"
        sentence = f"The signal fits only when it is divided by {factor}: the reference does not belong to this scan."
        return (Doubt(DoubtKind.REFERENCE, sentence, grave=True),)
    return () if plain.mean() > FEW else (_STRANGE,)


_CONJUGATED = Doubt(
    DoubtKind.CONJUGATED,
    "The signal fits the model only when it is conjugated: the file's time_convention is the wrong one.",
    grave=True,
)
_NO_SPECIMEN = Doubt(
    DoubtKind.NO_SPECIMEN,
    "The specimen scan looks like the reference: there is no specimen in it, or the reference was taken with it.",
    grave=True,
)
_STRANGE = Doubt(
    DoubtKind.REFERENCE,
    "Hardly any pixel fits a margin over tumour: the reference, the frequencies or the tissues are not those of this scan.",
    grave=True,
)


def doubts_of_scan(scan: Scan) -> tuple[Doubt, ...]:
    """Of the readings before they are normalised."""
    found = []
    if scan.clipped > CLIPPED:
        found.append(
            Doubt(
                DoubtKind.SATURATED,
                f"{scan.clipped:.1%} of the readings stand at the largest value: the receiver was saturated.",
                grave=True,
            )
        )
    if (moved := drift(scan)) > DRIFTED:
        found.append(Doubt(DoubtKind.DRIFT, f"The signal drifted by {moved:.1%} during the scan; pairs cancel most of it.", grave=False))
    if scan.spread > UNSTEADY:
        found.append(Doubt(DoubtKind.REPEATS, f"The reference scans differ by {scan.spread:.1%} from each other.", grave=False))
    if not scan.complete:
        shown = min(len(scan.sample), len(scan.reference)) / scan.grid.pixels
        found.append(Doubt(DoubtKind.INCOMPLETE, f"The map is reconstructed from the first {shown:.0%} of the patterns.", grave=False))
    return tuple(found)


def drift(scan: Scan) -> float:
    """How far the sum of a pair, which shows every pixel once, moved from the first tenth of the scan to the last, relative to itself.

    The pair of the pattern without sign changes is left out: its masks are everything and nothing.
    """
    sums = scan.sums[1:]
    tenth = max(1, len(sums) // 10)
    if len(sums) < 2 * tenth:
        return 0.0
    first, last, all_of_it = sums[:tenth].mean(axis=0), sums[-tenth:].mean(axis=0), sums.mean(axis=0)
    size = float(np.linalg.norm(all_of_it))
    return float(np.linalg.norm(last - first) / size) if size else 0.0


def _fits(spectra: AnyComplex, solver: Solver, noise: float) -> Flags:
    """Which pixels lie near some depth (N,) bool."""
    return np.asarray(_costs(spectra, solver) < (ACCEPTED_MISFIT**2 + noise**2 * (1 + 3 / np.sqrt(spectra.shape[1]))) * spectra.shape[1])


def _costs(spectra: AnyComplex, solver: Solver) -> Reals:
    measured = measure(solver.subspace, spectra)
    return np.asarray(squared_costs(measured.inside, solver).min(axis=1) + measured.outside)


def _misfit(spectra: AnyComplex, solver: Solver, noise: float) -> float:
    """The median misfit a frequency, squared, beyond noise."""
    if not len(spectra):
        return 0.0  # nothing is off
    beyond: float = float(np.median(_costs(spectra, solver))) / spectra.shape[1] - noise * noise
    return max(beyond, 0.0)


def _scale(spectra: AnyComplex, solver: Solver) -> complex:
    """The one complex factor by which all spectra are off, searched coarsely and then refined; 1 when there are none."""
    if not len(spectra):
        return 1.0
    some = spectra[:: max(1, len(spectra) // 400)]
    starts = [size * np.exp(1j * angle) for size in (0.5, 1, 2) for angle in np.arange(8) * np.pi / 4]
    best: complex = min(starts, key=lambda factor: float(np.median(_costs(some / factor, solver))))
    for _ in range(10):
        better = _costs(some / best, solver)
        fitting = some[better <= np.median(better)]  # the rest may be bare, or no tissue
        nearest = solver.library.spectra[squared_costs(measure(solver.subspace, fitting / best).inside, solver).argmin(axis=1)]
        best = complex(np.vdot(nearest, fitting) / np.vdot(nearest, nearest))
    return best
