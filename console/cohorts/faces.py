"""A cohort looked at by face: one row for each of the six faces of each case, `specimen` telling which belong together."""

from __future__ import annotations

import numpy as np

from algorithms.faces import Face
from algorithms.statistics.result import Floats
from algorithms.statistics.terms import Number
from console.cohorts.cohort import Cohort
from console.cohorts.dictionary import DEPTH

TRUTH = "pathology"  # pathology_superior and so on, and pathology_margin: of the first excision, which is what the methods saw
SPECIMEN = "specimen"


def by_face(cohort: Cohort) -> Cohort:
    """`pathology`, `METHOD_margin` for each method that judged faces, and `METHOD_mm` for each that measured them."""
    columns = [Number(SPECIMEN, np.tile(np.arange(cohort.n, dtype=np.float64), len(Face)))]
    columns += [Number(name if name == TRUTH else f"{name}_margin", _stacked(cohort, name, "")) for name in _methods(cohort, "")]
    columns += [Number(f"{name}{DEPTH}", _stacked(cohort, name, DEPTH)) for name in _methods(cohort, DEPTH)]
    return Cohort(cohort.name, cohort.sha256, cohort.n * len(Face), (), tuple(columns), cohort.notes)


def _methods(cohort: Cohort, end: str) -> list[str]:
    ends = tuple(f"_{face.value}{end}" for face in Face)
    found = [next((name.removesuffix(each) for each in ends if name.endswith(each)), "") for name in cohort.names]
    return list(dict.fromkeys(name for name in found if name))


def _stacked(cohort: Cohort, method: str, end: str) -> Floats:
    names = [f"{method}_{face.value}{end}" for face in Face]
    read = cohort.numbers if end else cohort.flags
    return np.concatenate([read(name) if cohort.has(name) else np.full(cohort.n, np.nan) for name in names])
