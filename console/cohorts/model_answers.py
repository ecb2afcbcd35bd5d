"""Answers from models of a cohort: survival curves, log-rank, cumulative incidence, Cox and logistic regression."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

import numpy as np

from algorithms.statistics.competing import cumulative_incidence
from algorithms.statistics.cox import Ties, fit_cox
from algorithms.statistics.discrimination import calibrate, roc_curve
from algorithms.statistics.kaplan_meier import SurvivalCurve, at_risk, kaplan_meier, survival_at
from algorithms.statistics.log_rank import log_rank
from algorithms.statistics.logistic import fit_logistic, profile_intervals
from algorithms.statistics.result import Flags, Floats, Indeterminate, Ints
from algorithms.statistics.terms import Coefficient, Design, Word, build_design
from console.cohorts.cohort import Cohort, with_reference
from console.cohorts.endpoint import endpoint, first_of_recurrence_and_death
from console.cohorts.sheet import Sheet
from console.faults import Refused

POINTS = 400  # of a curve as printed: a screen shows no more
RISK_TIMES = 6
YEAR = 365.25
PROFILE_UP_TO = 5_000


def survival(cohort: Cohort, time: str, event: str, arm: str | None, strata: str | None = None) -> dict[str, Any]:
    """Kaplan–Meier by arm with bands and a risk table, and the log-rank test."""
    found, sheet = endpoint(cohort, time, event), Sheet()
    sheet.note(*found.notes)
    groups = cohort.words(arm) if arm else Word("all", np.zeros(cohort.n, dtype=np.int64), ("all cases",))
    layer = cohort.words(strata).codes if strata else None
    test = log_rank(found.times, found.happened, groups.codes, layer) if arm else Indeterminate("There is one arm: nothing to compare.")
    sheet.values["logrank_chi2"] = sheet.number(test if isinstance(test, Indeterminate) else test.test.statistic, "logrank_chi2")
    sheet.values["logrank_p"] = sheet.test(test if isinstance(test, Indeterminate) else test.test, "logrank_p")
    sheet.values["degrees"] = None if isinstance(test, Indeterminate) else int(test.test.degrees)
    when = _risk_times(time, found.times[~np.isnan(found.happened)])
    sheet.values["arms"] = {
        level: _arm(sheet, level, found.times[groups.codes == code], found.happened[groups.codes == code], when)
        for code, level in enumerate(groups.levels)
    }
    used = ~(np.isnan(found.times) | np.isnan(found.happened)) & (groups.codes >= 0)
    return sheet.done() | {"time": time, "event": event, "n": int(used.sum()), "missing": int(cohort.n - used.sum())}


def _risk_times(name: str, times: Floats) -> Floats:
    """The same for all arms: whole years, or every few, where the unit is days; else sixths of the whole."""
    last = float(np.nanmax(times)) if (~np.isnan(times)).any() else 0.0
    if not name.endswith("_days"):
        return np.linspace(0, last, RISK_TIMES)
    step = YEAR * max(1, ceil(last / YEAR / (RISK_TIMES + 2)))
    found: Floats = np.arange(0, last + 1e-9, step)
    return found


def _arm(sheet: Sheet, level: str, times: Floats, happened: Floats, risk: Floats) -> dict[str, Any]:
    curve = kaplan_meier(times, happened)
    if isinstance(curve, Indeterminate):
        sheet.note(f"{level}: {curve.reason}")
        return {"n": 0, "events": 0, "median": None, "median_ci": None, "missing": int(times.size), "curve": [], "at_risk": [], "last": 0.0}
    sheet.methods.append(curve.method)
    median = curve.median
    when = np.linspace(0, float(curve.counts.times[-1]), RISK_TIMES)
    return {
        "n": curve.n,
        "events": curve.events,
        "censored": int(curve.counts.censored.sum()),
        "missing": curve.missing,
        "median": sheet.number(median if isinstance(median, Indeterminate) else median.value, f"{level}, median"),
        "median_ci": None if isinstance(median, Indeterminate) else sheet.interval(median.interval, f"{level}, median_ci"),
        "curve": _points(sheet, curve),
        "at_risk": [[float(t), int(n)] for t, n in zip(risk, at_risk(curve.counts, risk), strict=True)],
        "last": float(curve.counts.times[-1]),
        "survival_at": [[float(t), float(s)] for t, s in zip(when, survival_at(curve, when), strict=True)],
    }


def _points(sheet: Sheet, curve: SurvivalCurve) -> list[list[float]]:
    """[time, survival, low, high] at each step, thinned evenly where there are more than a screen shows."""
    steps = np.flatnonzero(curve.counts.events)
    if steps.size > POINTS:
        steps = steps[np.unique(np.linspace(0, steps.size - 1, POINTS).astype(np.int64))]
        sheet.note(f"Curves are thinned to {POINTS} steps for display; every figure is computed from all of them.")
    rows: list[list[float]] = np.column_stack([curve.counts.times, curve.survival, curve.low, curve.high])[steps].tolist()
    return rows


def incidence(cohort: Cohort, arm: str | None) -> dict[str, Any]:
    """Cumulative incidence of recurrence where death competes."""
    times, causes = first_of_recurrence_and_death(cohort)
    groups = cohort.words(arm) if arm else Word("all", np.zeros(cohort.n, dtype=np.int64), ("all cases",))
    sheet, arms = Sheet(), {}
    for code, level in enumerate(groups.levels):
        inside = groups.codes == code
        found = {
            name: _incidence(sheet, f"{level}, {name}", times[inside], causes[inside], cause)
            for name, cause in (("recurrence", 1), ("death", 2))
        }
        arms[level] = found | {"n": int((inside & (causes >= 0) & ~np.isnan(times)).sum())}
    return sheet.done() | {"arms": arms, "missing": int((np.isnan(times) | (causes < 0)).sum())}


def _incidence(sheet: Sheet, what: str, times: Floats, causes: Ints, cause: int) -> dict[str, Any]:
    found = cumulative_incidence(times, causes, cause)
    if isinstance(found, Indeterminate):
        sheet.note(f"{what}: {found.reason}")
        return {"events": 0, "last": None, "last_ci": None, "curve": []}
    sheet.methods.append(found.method)
    rows = np.column_stack([found.times, found.incidence, found.low, found.high])
    kept = rows[np.unique(np.linspace(0, len(rows) - 1, POINTS).astype(np.int64))]
    return {"events": found.events, "last": float(rows[-1, 1]), "last_ci": rows[-1, 2:].tolist(), "curve": kept.tolist()}


def cox(
    cohort: Cohort,
    time: str,
    event: str,
    terms: list[str],
    *,
    ties: Ties = Ties.EFRON,
    strata: str | None = None,
    references: Sequence[str] = (),
) -> dict[str, Any]:
    """Adjusted hazard ratios, with the check of proportional hazards."""
    found, sheet = endpoint(cohort, time, event), Sheet()
    sheet.note(*found.notes)
    layer = cohort.words(strata).codes if strata else None
    known = ~(np.isnan(found.times) | np.isnan(found.happened)) & (True if layer is None else layer >= 0)
    design = _design(cohort, terms, references, known)
    fit = design if isinstance(design, Indeterminate) else fit_cox(found.times, found.happened, design, ties=ties, strata=layer)
    if isinstance(fit, Indeterminate):
        return _undefined(sheet, fit, terms, cohort.n)
    sheet.note(*fit.notes)
    sheet.methods.append(fit.method)
    check = fit.proportional
    proportional = (
        {} if isinstance(check, Indeterminate) else {name: sheet.test(test, f"proportional, {name}") for name, test in check.terms}
    )
    overall = sheet.test(check if isinstance(check, Indeterminate) else check.overall, "proportional_p")
    if overall is not None and overall < 0.05:
        sheet.note("Hazards are not in a constant ratio (proportional_p below .05): read the ratios as averages over time.")
    return sheet.done() | {
        "terms": _terms(sheet, fit.terms), "log_likelihood": fit.log_likelihood, "null_log_likelihood": fit.null_log_likelihood,
        "likelihood_ratio_p": sheet.test(fit.overall, "likelihood_ratio_p"), "concordance": sheet.number(fit.concordance, "concordance"),
        "proportional": proportional, "proportional_p": overall, "ties": ties.value, "n": fit.n, "events": fit.events, "missing": fit.missing,
    }  # fmt: skip


def logistic(cohort: Cohort, outcome: str, terms: list[str], references: Sequence[str]) -> dict[str, Any]:
    """Adjusted odds ratios, with ROC and calibration of the fitted probabilities."""
    y, sheet = cohort.flags(outcome), Sheet()
    design = _design(cohort, terms, references, ~np.isnan(y))
    fit = design if isinstance(design, Indeterminate) else fit_logistic(design, y)
    if isinstance(fit, Indeterminate) or isinstance(design, Indeterminate):
        assert isinstance(fit, Indeterminate)
        return _undefined(sheet, fit, terms, cohort.n)
    sheet.note(*fit.notes)
    sheet.methods.append(fit.method)
    answer = _terms(sheet, fit.terms)
    if fit.n <= PROFILE_UP_TO:
        for term in profile_intervals(fit, design, y).terms:
            answer[term.name]["ci_profile"] = sheet.interval(term.interval, f"{term.name}, ci_profile")
    known = y[design.rows]
    roc, fitted = roc_curve(fit.fitted, known), calibrate(fit.fitted, known, len(fit.terms))
    sheet.estimate("auc", roc if isinstance(roc, Indeterminate) else roc.area)
    if not isinstance(roc, Indeterminate):
        kept = np.unique(np.linspace(0, roc.x.size - 1, POINTS).astype(np.int64))
        sheet.values["roc"] = np.column_stack([roc.x, roc.y])[kept].tolist()
    if not isinstance(fitted, Indeterminate):
        sheet.values["hosmer_lemeshow_p"] = sheet.test(fitted.test, "hosmer_lemeshow_p")
        sheet.values["brier"] = fitted.brier
        sheet.values["calibration"] = [
            {"n": g.n, "predicted": g.predicted, "observed": g.observed, "ci": [g.interval.low, g.interval.high]} for g in fitted.groups
        ]
    sheet.note("ROC, calibration and Brier score are of the cases that the model was fitted to: new ones will do less well.")
    return sheet.done() | {
        "terms": answer, "log_likelihood": fit.log_likelihood, "null_log_likelihood": fit.null_log_likelihood,
        "likelihood_ratio_p": sheet.test(fit.overall, "likelihood_ratio_p"), "n": fit.n, "events": fit.events, "missing": fit.missing,
    }  # fmt: skip


def _design(cohort: Cohort, terms: list[str], references: Sequence[str], known: Flags) -> Design | Indeterminate:
    if len(set(terms)) != len(terms):
        raise Refused("A term stands in the model twice.")
    chosen = dict(_reference(text) for text in references)
    if stray := set(chosen) - set(terms):
        raise Refused(f"--reference names {min(stray)}, which is not among the terms.")
    columns = [cohort.column(name) for name in terms]
    return build_design(
        tuple(with_reference(_word(column), chosen[column.name]) if column.name in chosen else column for column in columns), known
    )


def _word(column: object) -> Word:
    if not isinstance(column, Word):
        raise Refused("--reference is for columns of words.")
    return column


def _reference(text: str) -> tuple[str, str]:
    name, mark, level = text.partition("=")
    if not mark:
        raise Refused("--reference is written COLUMN=VALUE.")
    return name, level


def _terms(sheet: Sheet, terms: tuple[Coefficient, ...]) -> dict[str, dict[str, Any]]:
    return {
        term.name: {
            "estimate": sheet.number(term.estimate, term.name), "ratio": sheet.number(term.ratio, f"{term.name}, ratio"),
            "ci": sheet.interval(term.interval, f"{term.name}, ci"), "p": sheet.number(term.p, f"{term.name}, p"),
            "standard_error": sheet.number(term.error, f"{term.name}, standard_error"), "reading": term.reading,
        }
        for term in terms
    }  # fmt: skip


def _undefined(sheet: Sheet, why: Indeterminate, terms: list[str], n: int) -> dict[str, Any]:
    """The same keys, with nulls and the reason."""
    sheet.note(why.reason)
    empty = {"estimate": None, "ratio": None, "ci": None, "p": None, "standard_error": None, "reading": why.reason}
    return sheet.done() | {
        "terms": {name: dict(empty) for name in terms},
        "log_likelihood": None,
        "null_log_likelihood": None,
        "n": n,
        "indeterminate": why.reason,
    }
