"""A JSON object in the making: finite numbers only, null where a statistic is undefined, and then a note that says why."""

from __future__ import annotations

from math import isfinite
from typing import Any

from algorithms.statistics.result import Estimate, Indeterminate, Interval, Test


class Sheet:
    """Collects keys and, beside them, notes and the methods used."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.notes: list[str] = []
        self.methods: list[str] = []

    def note(self, *sentences: str) -> None:
        """Each once."""
        self.notes.extend(sentence for sentence in sentences if sentence and sentence not in self.notes)

    def number(self, value: float | Indeterminate, what: str) -> float | None:
        """The number, or null with the reason."""
        if isinstance(value, Indeterminate):
            self.note(f"{what}: {value.reason}")
            return None
        if not isfinite(value):
            self.note(f"{what}: too large to be told, or without bound.")
            return None
        return float(value)

    def test(self, test: Test | Indeterminate, what: str) -> float | None:
        """The p-value."""
        if isinstance(test, Indeterminate):
            return self.number(test, what)
        self.methods.append(test.method)
        self.note(f"{what}: below the smallest number that a computer can tell from 0." if test.p == 0 else "")
        return self.number(test.p, what)

    def interval(self, interval: Interval | Indeterminate, what: str) -> list[float | None] | None:
        """[low, high]; an open end is null."""
        if isinstance(interval, Indeterminate):
            self.note(f"{what}: {interval.reason}")
            return None
        return [self.number(interval.low, f"{what}, lower end"), self.number(interval.high, f"{what}, upper end")]

    def estimate(self, key: str, estimate: Estimate | Indeterminate) -> None:
        """`key` and `key_ci`."""
        if isinstance(estimate, Indeterminate):
            self.values[key] = self.values[f"{key}_ci"] = None
            self.note(f"{key}: {estimate.reason}")
            return
        self.methods.append(estimate.method)
        self.values[key] = self.number(estimate.value, key)
        self.values[f"{key}_ci"] = self.interval(estimate.interval, f"{key}_ci")

    def done(self) -> dict[str, Any]:
        """The object; notes are always there."""
        return {**self.values, "methods_used": sorted(set(self.methods)), "notes": self.notes, "validity": "Research use only."}
