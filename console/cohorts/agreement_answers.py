"""Answers on agreement: a modality against pathology, two methods on the same cases, several readers, two ways to measure one length."""

from __future__ import annotations

from typing import Any

import numpy as np

from algorithms.statistics.agreement import Agreement, agreement, clustered_agreement, confusion, majority
from algorithms.statistics.bland_altman import bland_altman
from algorithms.statistics.kappa import cohen_kappa, fleiss_kappa
from algorithms.statistics.mcnemar import Question, compare_methods
from algorithms.statistics.result import Floats, Indeterminate, Ints
from algorithms.statistics.terms import Word
from console.cohorts.cohort import Cohort
from console.cohorts.faces import SPECIMEN, TRUTH, by_face
from console.cohorts.sheet import Sheet
from console.faults import Refused


def agree(cohort: Cohort, truth: str, prediction: str, cluster: str | None = None) -> dict[str, Any]:
    """A prediction against final pathology; `cluster` names the column that tells which rows belong to one specimen."""
    columns = cohort.flags(truth), cohort.flags(prediction)
    found = clustered_agreement(*columns, _clusters(cohort, cluster)) if cluster else agreement(confusion(*columns))
    return _told(found)


def agree_on_faces(cohort: Cohort, method: str) -> dict[str, Any]:
    """A method face by face, the six faces of a specimen taken as the cluster that they are."""
    return agree(by_face(cohort), TRUTH, f"{method}_margin", SPECIMEN)


def _clusters(cohort: Cohort, name: str) -> Ints:
    column = cohort.column(name)
    codes = column.codes if isinstance(column, Word) else np.unique(column.values, return_inverse=True)[1]
    if len(codes) and codes.min() < 0:
        raise Refused(f"Column {name} must have a value in every row.")
    return codes


def _told(found: Agreement) -> dict[str, Any]:
    sheet = Sheet()
    sheet.estimate("sensitivity", found.sensitivity)
    sheet.estimate("specificity", found.specificity)
    sheet.estimate("precision", found.precision)
    sheet.estimate("negative_predictive_value", found.negative_predictive_value)
    sheet.estimate("accuracy", found.accuracy)
    sheet.estimate("f1", found.f1)
    sheet.note(found.limits)
    c = found.counts
    counts = {
        "true_positive": c.true_positive,
        "false_positive": c.false_positive,
        "false_negative": c.false_negative,
        "true_negative": c.true_negative,
    }
    return sheet.done() | {"counts": counts, "n": found.n, "missing": found.missing}


def mcnemar(cohort: Cohort, truth: str, first: str, second: str) -> dict[str, Any]:
    """Two methods on the same cases: both questions, because they are often confused."""
    columns, sheet = (cohort.flags(first), cohort.flags(second), cohort.flags(truth)), Sheet()
    answer: dict[str, Any] = {}
    for question in Question:
        found = compare_methods(*columns, question)
        answer[question.value] = {"b": found.only_first, "c": found.only_second, "p_exact": sheet.test(found.test, question.value)}
        answer |= {"n": found.test.n, "missing": found.test.missing}
    sheet.note("A claim that one method performs better needs the test on correctness; the one on labels only shows that they differ.")
    return sheet.done() | answer | {"p_exact": answer["correctness"]["p_exact"]}


def kappa(cohort: Cohort, readers: list[str], truth: str | None = None) -> dict[str, Any]:
    """Cohen's κ of two readers, Fleiss's of more, on cases that all of them read; with a truth, how right each reader and their majority was."""
    if len(readers) < 2:
        raise Refused("Agreement beyond chance needs two readers or more.")
    votes = np.column_stack([cohort.flags(reader) for reader in readers])
    there = ~np.isnan(votes).any(axis=1)
    yes = votes[there]
    sheet = Sheet()
    if len(readers) == 2:
        cells = np.bincount((yes[:, 0] * 2 + yes[:, 1]).astype(np.int64), minlength=4).reshape(2, 2)
        sheet.estimate("kappa", cohen_kappa(cells))
    else:
        positive = yes.sum(axis=1).astype(np.int64)
        sheet.estimate("kappa", fleiss_kappa(np.column_stack([len(readers) - positive, positive])))
    answer = sheet.done() | {"n": int(there.sum()), "missing": int(cohort.n - there.sum())}
    return answer | (_against(cohort.flags(truth), votes, readers) if truth else {})


def _against(truth: Floats, votes: Floats, readers: list[str]) -> dict[str, Any]:
    """Each reader, and the vote of most of them as if it were one."""
    each = {name: _told(agreement(confusion(truth, votes[:, index]))) for index, name in enumerate(readers)}
    return {"readers": each, "majority": _told(agreement(confusion(truth, majority(votes))))}


def depths(cohort: Cohort, measured: str, truth: str) -> dict[str, Any]:
    """Bland and Altman's limits of agreement, with the points of their plot."""
    found, sheet = bland_altman(cohort.numbers(measured), cohort.numbers(truth)), Sheet()
    if isinstance(found, Indeterminate):
        sheet.note(found.reason)
        return sheet.done() | {"bias": None, "lower_limit": None, "upper_limit": None}
    sheet.estimate("bias", found.bias)
    sheet.estimate("lower_limit", found.lower_limit)
    sheet.estimate("upper_limit", found.upper_limit)
    sheet.note(found.limits)
    points = np.column_stack([found.means, found.differences])[:2_000].tolist()
    return sheet.done() | {"sd": found.sd, "points": points, "n": found.n, "missing": found.missing}
