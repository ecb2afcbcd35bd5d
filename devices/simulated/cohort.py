"""A department that never was: cases with an epidemiology of their own, so that the statistics can be tried without a patient.

Nothing here is fitted to data; sizes, rates and effects are set by hand to lie where seeds 000 and 002 report theirs. Every row says `simulated`.
A hidden frailty (how hard the tumour is to see and feel) drives margins, volume and recurrence together, so that no model can be exactly right.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ARMS = ("ICG", "ultrasound")
YEAR = 365.25
Values = NDArray[np.float64]
Truths = NDArray[np.bool_]

_HEADER = (
    "case_id", "arm", "age", "bmi", "tumour_size_cm", "histology", "grade", "t_stage", "n_stage", "er", "pr", "her2", "ki67_percent", "frozen_margin",
    "permanent_margin", "margin_type", "further_resection", "reoperation", "recurrence", "recurrence_days", "death_days", "follow_up_days",
    "centralization_cm", "resected_volume_cm3", "operation_day", "surgeon", "simulated",
)  # fmt: skip
FACES = ("superior", "inferior", "medial", "lateral", "anterior", "posterior")
# How often each made-up method finds an involved face, and leaves a clear one alone: near what is published of each.
METHODS = (("frozen", 0.80, 0.985), ("petct", 0.87, 0.97), ("microwave", 0.84, 0.94))
READERS = (("a", 0.92, 0.88), ("b", 0.90, 0.86), ("c", 0.88, 0.83))  # near the seven physicians of seed 001
SURGEONS = ("surgeon 1", "surgeon 2", "surgeon 3", "surgeon 4", "surgeon 5")
FIRST_DAY, LAST_DAY = 6_900, 9_800  # since 1 January 2000


@dataclass(frozen=True, slots=True)
class SimulatedCohort:
    """Texts as a registry would export them: one row a case, an empty text where a value is missing."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Tumour:
    frailty: Values
    icg: Truths
    age: Values
    size_cm: Values
    dcis: Truths
    grade: Values
    er: Truths
    ki67: Values


def simulate_cohort(cases: int, seed: int) -> SimulatedCohort:
    """`cases` rows; the same seed gives the same rows."""
    if cases < 1:
        raise ValueError("a cohort has one case or more")
    random = np.random.default_rng(seed)
    tumour = _tumour(cases, random)
    columns = _described(tumour, random) | _operated(tumour, random)
    columns |= _followed(tumour, columns["permanent_margin"], random)
    columns["case_id"] = [f"SIM-{number:07d}" for number in range(1, cases + 1)]
    columns["simulated"] = ["yes"] * cases
    columns |= _examined(
        cases, columns.pop("involved"), np.random.default_rng([seed, 7])
    )  # chance of its own: older columns stay as they were
    for name, share in (("bmi", 0.03), ("ki67_percent", 0.05), ("her2", 0.02), ("centralization_cm", 0.08)):
        columns[name] = _lost(columns[name], share, random)
    header = (*_HEADER, *(name for name in columns if name not in _HEADER))
    return SimulatedCohort(header, tuple(zip(*(columns[name] for name in header), strict=True)))


def _examined(cases: int, involved: list[str], random: np.random.Generator) -> dict[str, list[str]]:
    """When, by whom, and what pathology and each method said of the six faces of the first excision."""
    bad = np.array([sign == "positive" for sign in involved])
    faces = np.zeros((cases, len(FACES)), dtype=np.bool_)
    faces[np.arange(cases), random.choice(len(FACES), cases, p=[0.2, 0.2, 0.2, 0.2, 0.1, 0.1])] = bad
    faces |= bad[:, None] & (random.random(faces.shape) < 0.12)
    found = {
        "operation_day": _numbers(random.integers(FIRST_DAY, LAST_DAY, cases).astype(np.float64), 0),
        "surgeon": [SURGEONS[index] for index in random.choice(len(SURGEONS), cases, p=[0.32, 0.26, 0.2, 0.14, 0.08]).tolist()],
        "pathology_margin": _signs(bad),
    }
    found |= {f"pathology_{face}": _signs(faces[:, index]) for index, face in enumerate(FACES)}
    for name, sensitivity, specificity in METHODS:
        said = random.random(faces.shape) < np.where(faces, sensitivity, 1 - specificity)
        found |= {f"{name}_{face}": _signs(said[:, index]) for index, face in enumerate(FACES)}
        if name == "petct":
            found |= _measured(faces, said, np.random.default_rng([cases, 11]))
        if name != "frozen":  # its word on the whole specimen is made above, with the course of the operation
            found[f"{name}_margin"] = _signs(np.asarray(said.any(axis=1)))
    return found | {
        f"reader_{name}_margin": _signs(_read(bad, sensitivity, specificity, index))
        for index, (name, sensitivity, specificity) in enumerate(READERS)
    }


def _read(bad: Truths, sensitivity: float, specificity: float, seed: int) -> Truths:
    """One physician who reads the scan alone."""
    random = np.random.default_rng([bad.size, seed, 13])
    said: Truths = random.random(bad.size) < np.where(bad, sensitivity, 1 - specificity)
    return said


def _measured(involved: Truths, said: Truths, random: np.random.Generator) -> dict[str, list[str]]:
    """Millimetres of pathology and of the scan at each face: 0 where each found tumour on the surface; the scan errs by a fifth of a millimetre."""
    true = np.where(involved, 0.0, np.exp(random.normal(np.log(6.0), 0.6, involved.shape)))
    scan = np.where(
        said,
        0.0,
        np.maximum(0.2, np.where(involved, random.uniform(0.2, 1.5, involved.shape), true) + random.normal(0.1, 0.2, involved.shape)),
    )
    return {
        f"{name}_{face}_mm": _numbers(values[:, index], 1)
        for name, values in (("pathology", true), ("petct", scan)) for index, face in enumerate(FACES)
    }  # fmt: skip


def _tumour(cases: int, random: np.random.Generator) -> _Tumour:
    frailty, icg = random.normal(size=cases), random.random(cases) < 0.4
    age = np.clip(random.normal(54, 10.5, cases), 25, 92)
    dcis = random.random(cases) < 0.13
    size = np.clip(np.exp(np.log(1.35) + 0.5 * random.normal(size=cases) + 0.15 * frailty + 0.12 * ~icg), 0.1, 8)
    grade = (
        1 + (random.normal(size=cases) + 0.25 * np.log(size) > -0.8).astype(float) + (random.normal(size=cases) - 0.01 * (age - 54) > 0.6)
    )
    er = random.random(cases) < 1 / (1 + np.exp(-(3.2 - 0.9 * (grade - 1))))
    ki67 = np.clip(random.gamma(2.2, 3.0 + 3.2 * (grade - 1) + 3.0 * ~er), 1, 98)
    return _Tumour(frailty, icg, age, size, dcis, grade, er, ki67)


def _described(tumour: _Tumour, random: np.random.Generator) -> dict[str, list[str]]:
    """What is known before the operation, and what pathology says of the tumour."""
    cases = tumour.age.size
    bmi = np.clip(np.exp(random.normal(np.log(24.5) + 0.002 * (tumour.age - 54), 0.16)), 15, 60)
    kind = np.select([tumour.dcis, random.random(cases) < 0.1, random.random(cases) < 0.06], ["dcis", "ilc", "mixed"], "nst")
    stage = np.select([tumour.dcis, tumour.size_cm <= 2, tumour.size_cm <= 5], ["tis", "t1", "t2"], "t3")
    spread = random.normal(size=cases) + 0.8 * np.log(tumour.size_cm) - 3 * tumour.dcis
    nodes = np.select([spread < 0.9, spread < 2.2, spread < 3.0], ["n0", "n1", "n2"], "n3")
    pr = tumour.er & (random.random(cases) < 0.82)
    amplified = random.random(cases) < 0.12 + 0.05 * (tumour.grade - 1)
    her2 = np.select([amplified, random.random(cases) < 0.33], ["positive", "equivocal"], "negative")
    return {
        "arm": [ARMS[0] if icg else ARMS[1] for icg in tumour.icg], "age": _numbers(tumour.age, 0), "bmi": _numbers(bmi, 1),
        "tumour_size_cm": _numbers(tumour.size_cm, 1), "histology": kind.tolist(), "grade": _numbers(tumour.grade, 0), "t_stage": stage.tolist(),
        "n_stage": nodes.tolist(), "er": _signs(tumour.er), "pr": _signs(pr), "her2": her2.tolist(), "ki67_percent": _numbers(tumour.ki67, 0),
    }  # fmt: skip


def _operated(tumour: _Tumour, random: np.random.Generator) -> dict[str, list[str]]:
    """The specimen is cut with an error; the margin left over decides what frozen section and pathology find."""
    cases = tumour.age.size
    aimed_mm = np.where(tumour.icg, 9.5, 11.0)
    miss_mm = np.abs(random.normal(0, np.where(tumour.icg, 5.2, 8.4) + 1.1 * tumour.dcis + 0.9 * np.maximum(tumour.frailty, 0), cases))
    involved = miss_mm - aimed_mm + random.normal(0, 1.2, cases) + 0.9 * np.log(tumour.size_cm) > -0.6
    frozen = np.where(involved, random.random(cases) < 0.84, random.random(cases) < 0.05)
    further = frozen & (random.random(cases) < 0.92)
    left = involved & np.where(further, random.random(cases) < 0.22, True)
    again = left & (random.random(cases) < 0.72)
    beneath = np.where(tumour.dcis, "dcis", np.where(random.random(cases) < 0.4, "dcis", "invasive"))
    beneath = np.where(random.random(cases) < 0.25, "precancerous", beneath)
    radius_cm = tumour.size_cm / 2 + aimed_mm / 10
    volume = 4 / 3 * np.pi * radius_cm**3 * np.exp(random.normal(0.9 + 0.25 * ~tumour.icg, 0.45, cases))
    off_centre = np.clip(0.3 + np.exp(random.normal(np.log(np.where(tumour.icg, 2.1, 3.4)), 0.5)) * (1 + miss_mm / 60), 0.3, 40)
    return {
        "involved": _signs(involved), "frozen_margin": _signs(frozen), "permanent_margin": _signs(left),
        "margin_type": np.where(left, beneath, "none").tolist(),
        "further_resection": _truths(further), "reoperation": _truths(again), "centralization_cm": _numbers(off_centre, 2),
        "resected_volume_cm3": _numbers(volume, 1),
    }  # fmt: skip


def _followed(tumour: _Tumour, margins: list[str], random: np.random.Generator) -> dict[str, list[str]]:
    """Recurrence by a Weibull law, death by Gompertz's and faster after recurrence; the end of the study and drop-out hide what comes later."""
    cases = tumour.age.size
    positive = np.array([sign == "positive" for sign in margins])
    risk = (
        0.75 * positive
        - 0.5 * tumour.er
        + 0.022 * (tumour.ki67 - 15)
        + 0.3 * (tumour.grade - 2)
        + 0.35 * tumour.frailty
        - 0.012 * (tumour.age - 54)
    )
    recurs = 38 * YEAR * (random.exponential(size=cases) / np.exp(risk)) ** (1 / 1.25)
    ageing = 0.095
    start = 3.2e-5 * np.exp(ageing * tumour.age)
    dies = np.log1p(ageing * random.exponential(size=cases) / start) / ageing * YEAR
    dies = np.minimum(dies, recurs + random.exponential(9 * YEAR, cases))
    seen = np.minimum(random.uniform(0.5 * YEAR, 8 * YEAR, cases), random.exponential(40 * YEAR, cases))
    end = np.ceil(np.minimum(seen, dies))
    recurred, died = np.ceil(recurs) <= end, dies <= seen
    return {
        "recurrence": _truths(recurred), "recurrence_days": _where(recurred, np.ceil(recurs)), "death_days": _where(died, end),
        "follow_up_days": _numbers(end, 0),
    }  # fmt: skip


def _numbers(values: Values, decimals: int) -> list[str]:
    return [f"{value:.{decimals}f}" for value in values.tolist()]


def _where(there: Truths, values: Values) -> list[str]:
    return [text if known else "" for text, known in zip(_numbers(values, 0), there.tolist(), strict=True)]


def _signs(values: Truths) -> list[str]:
    return ["positive" if value else "negative" for value in values.tolist()]


def _truths(values: Truths) -> list[str]:
    return ["yes" if value else "no" for value in values.tolist()]


def _lost(texts: list[str], share: float, random: np.random.Generator) -> list[str]:
    return [text if kept else "" for text, kept in zip(texts, (random.random(len(texts)) >= share).tolist(), strict=True)]
