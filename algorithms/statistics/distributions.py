"""The few distributions behind every p-value and interval; scipy is imported when the first of them is asked for, not at start."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

import numpy as np

from algorithms.statistics.result import LEVEL, Floats, Ints


@cache
def _special() -> Any:
    return importlib.import_module("scipy.special")


def normal_quantile(p: float) -> float:
    """The z below which a share `p` of a standard normal lies."""
    return float(_special().ndtri(p))


def normal_cdf(z: float) -> float:
    """The share of a standard normal below z."""
    return float(_special().ndtr(z))


def z_for(level: float = LEVEL) -> float:
    """Half the width of a two-sided normal interval, in standard errors."""
    return normal_quantile((1 + level) / 2)


def normal_p(z: float) -> float:
    """Two-sided p of a standard normal."""
    return float(2 * _special().ndtr(-abs(z)))


def t_p(t: float, degrees: float) -> float:
    """Two-sided p of Student's t."""
    return float(2 * _special().stdtr(degrees, -abs(t)))


def t_for(degrees: float, level: float = LEVEL) -> float:
    """Half the width of a two-sided t interval, in standard errors."""
    return float(_special().stdtrit(degrees, (1 + level) / 2))


def chi2_p(statistic: float, degrees: float) -> float:
    """Upper tail of χ²: the survival function itself, so that it never prints 0 where 1 − cdf underflows."""
    return float(_special().chdtrc(degrees, statistic))


def f_p(statistic: float, between: float, within: float) -> float:
    """Upper tail of F."""
    return float(_special().fdtrc(between, within, statistic))


def beta_quantile(p: float, a: float, b: float) -> float:
    """Quantile of the beta distribution."""
    return float(_special().betaincinv(a, b, p))


def log_factorial(counts: Ints | Floats) -> Floats:
    """Log k! of each count."""
    found: Floats = np.asarray(_special().gammaln(np.asarray(counts, dtype=np.float64) + 1))
    return found


def binomial_probabilities(n: int, p: float) -> Floats:
    """P(X = 0 … n) of a binomial."""
    k = np.arange(n + 1)
    xlogy, xlog1py = _special().xlogy, _special().xlog1py
    logs = float(log_factorial(np.array([n]))[0]) - log_factorial(k) - log_factorial(n - k) + xlogy(k, p) + xlog1py(n - k, -p)
    found: Floats = np.exp(logs)
    return found


def binomial_cdf(k: int, n: int, p: float) -> float:
    """P(X ≤ k) of a binomial."""
    return float(_special().bdtr(k, n, p))
