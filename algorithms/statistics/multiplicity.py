"""Many p-values at once: Holm's step-down adjustment, and Benjamini and Hochberg's false discovery rate."""

from __future__ import annotations

import numpy as np

from algorithms.statistics.result import Floats, Ints


def holm(p_values: Floats) -> Floats:
    """Adjusted p-values that hold the chance of any false alarm (Holm 1979)."""
    order = np.argsort(p_values, kind="stable")
    raised = np.maximum.accumulate(p_values[order] * np.arange(p_values.size, 0, -1))
    return _back(np.minimum(raised, 1.0), order)


def benjamini_hochberg(p_values: Floats) -> Floats:
    """Adjusted p-values that hold the expected share of false discoveries (1995)."""
    order = np.argsort(p_values, kind="stable")
    raised = p_values[order] * p_values.size / np.arange(1, p_values.size + 1)
    return _back(np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0), order)


def _back(sorted_values: Floats, order: Ints) -> Floats:
    adjusted = np.empty_like(sorted_values)
    adjusted[order] = sorted_values
    return adjusted
