"""The top of a concave likelihood by Newton's steps, or the statement that it has none: the likelihood of separated data rises for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from algorithms.statistics.result import Floats

CLOSE = 1e-10  # a step that moves no case's linear predictor further than this has arrived
LEVELLED = 1e-10  # relative rise below which the likelihood no longer rises,
MOVING = 0.05  # while a step this long says that the top lies at infinity
STEPS = 60
HALVINGS = 30

Likelihood = Callable[[Floats], tuple[float, Floats, Floats]]
"""Coefficients -> log likelihood, its gradient, its information matrix."""


@dataclass(frozen=True, slots=True)
class Top:
    """Where the likelihood is highest."""

    at: Floats
    value: float
    information: Floats


@dataclass(frozen=True, slots=True)
class Runaway:
    """There is no top: these coefficients (by index) grow without bound."""

    growing: tuple[int, ...]


def climb(likelihood: Likelihood, design: Floats) -> Top | Runaway:
    """Maximise over the coefficients of `design` (n, p), from 0; its columns should be of unit scale."""
    at: Floats = np.zeros(design.shape[1])
    value, gradient, information = likelihood(at)
    for _ in range(STEPS):
        try:
            step = np.linalg.solve(information, gradient)
        except np.linalg.LinAlgError:
            return Runaway(_growing(at, design))
        moved = float(np.abs(design @ step).max(initial=0.0))
        if not np.isfinite(moved):
            return Runaway(_growing(at, design))
        if moved < CLOSE:
            return Top(at, value, information)
        before = value
        at, value, gradient, information = _rise(likelihood, at, step, value)
        if value - before <= LEVELLED * (1 + abs(value)) and moved > MOVING:
            return Runaway(_growing(step, design))
        if value == before and moved < np.sqrt(CLOSE):
            return Top(at, value, information)
    return Runaway(_growing(at, design))


def _rise(likelihood: Likelihood, at: Floats, step: Floats, value: float) -> tuple[Floats, float, Floats, Floats]:
    """The step, halved until it does not fall."""
    for _ in range(HALVINGS):
        found = likelihood(at + step)
        if found[0] >= value - LEVELLED * (1 + abs(value)):
            return at + step, *found
        step = step / 2
    return at, *likelihood(at)


def _growing(step: Floats, design: Floats) -> tuple[int, ...]:
    reach = np.abs(step) * np.ptp(design, axis=0)
    return tuple(int(index) for index in np.flatnonzero(reach > MOVING * max(1.0, float(reach.max(initial=0.0)))))
