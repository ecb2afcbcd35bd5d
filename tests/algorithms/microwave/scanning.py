"""Simulated scans as the algorithms take them, and how far a map is from the truth."""

import numpy as np

from algorithms.microwave.hadamard import Ordering
from algorithms.microwave.media import TimeConvention
from algorithms.microwave.model import Grid
from algorithms.microwave.readings import Scan
from algorithms.microwave.regions import find


def scan_of(simulated, convention=TimeConvention.ENGINEERS):
    phantom = simulated.phantom
    rows, columns = phantom.coverage().shape
    sample, reference = simulated.sample, simulated.reference
    return Scan(
        Grid(rows, columns, phantom.width_mm, phantom.height_mm),
        simulated.frequency_hz,
        sample[0::2] - sample[1::2],
        reference[0::2] - reference[1::2],
        sample[0::2] + sample[1::2],
        Ordering(simulated.ordering),
        convention,
    )


def score(analysis, phantom):
    """RMSE over pixels that are wholly specimen and hold one thing, coverage of the intervals, the inclusions found, false positive regions."""
    found, truth = analysis.map, phantom.mean_depth_mm()
    whole, bare = phantom.coverage() == 1, phantom.bare_share()
    judged = whole & (truth <= 2) & ((bare == 0) | (bare == 1)) & ~found.masked
    rmse = float(np.sqrt(np.mean((found.shown_mm - truth)[judged] ** 2)))
    plain = whole & (bare == 0) & ~found.masked
    coverage = float(((found.low_mm <= truth) & (truth <= found.high_mm))[plain].mean())
    positive = [region for region in find(found).regions if region.zone == "positive"]
    hits = [region for region in positive if any(_near(region, each) for each in phantom.inclusions)]
    return rmse, coverage, bool(hits), len(positive) - len(hits)


def _near(region, inclusion):
    x, y = region.centroid_mm
    return (
        inclusion.x_mm - 1 <= x <= inclusion.x_mm + inclusion.width_mm + 1
        and inclusion.y_mm - 1 <= y <= inclusion.y_mm + inclusion.height_mm + 1
    )
