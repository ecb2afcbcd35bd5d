"""How far a modality can be trusted against final pathology: sensitivity, specificity, predictive values and F1, each with its interval."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from algorithms.statistics.clustered import clustered_share
from algorithms.statistics.proportions import Proportion, proportion, wilson
from algorithms.statistics.result import Estimate, Flags, Floats, Indeterminate, Interval, Ints, complete

LIMITS = "Predictive values hold only at this share of positive margins. Intervals take cases as independent."
CLUSTERED_LIMITS = "Predictive values hold only at this share of positive margins. Intervals allow for several rows of one specimen."

NO_TRUE, NO_FALSE = "No case is truly positive.", "No case is truly negative."
NO_SAID, NO_UNSAID = "No case was predicted positive.", "No case was predicted negative."
NO_PAIR = "No case has both a truth and a prediction."
NO_CONCERNED = "No case is positive, in truth or by prediction."


@dataclass(frozen=True, slots=True)
class Confusion:
    """Prediction against truth, counted."""

    true_positive: int
    false_positive: int
    false_negative: int
    true_negative: int
    missing: int = 0

    @property
    def n(self) -> int:
        """All of them."""
        return self.true_positive + self.false_positive + self.false_negative + self.true_negative


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a reader of a diagnostic study asks; Dice's coefficient is the same number as F1."""

    counts: Confusion
    sensitivity: Estimate | Indeterminate
    specificity: Estimate | Indeterminate
    precision: Estimate | Indeterminate
    negative_predictive_value: Estimate | Indeterminate
    accuracy: Estimate | Indeterminate
    f1: Estimate | Indeterminate
    n: int
    missing: int
    method: str = "diagnostic agreement with Wilson's intervals"
    limits: str = LIMITS


def confusion(truth: Floats, prediction: Floats) -> Confusion:
    """Count 1/0 columns; rows without either value are left out."""
    there = complete(truth, prediction)
    true, said = truth[there] == 1, prediction[there] == 1
    counts = [int((true & said).sum()), int((~true & said).sum()), int((true & ~said).sum()), int((~true & ~said).sum())]
    return Confusion(counts[0], counts[1], counts[2], counts[3], int(truth.size - there.sum()))


def agreement(of: Confusion) -> Agreement:
    """Every rate with its interval; one without cases to stand on says so."""
    tp, fp, fn, tn = of.true_positive, of.false_positive, of.false_negative, of.true_negative
    return Agreement(
        counts=of,
        sensitivity=_share(tp, tp + fn, NO_TRUE),
        specificity=_share(tn, tn + fp, NO_FALSE),
        precision=_share(tp, tp + fp, NO_SAID),
        negative_predictive_value=_share(tn, tn + fn, NO_UNSAID),
        accuracy=_share(tp + tn, of.n, NO_PAIR),
        f1=f1_score(of),
        n=of.n,
        missing=of.missing,
    )


def clustered_agreement(truth: Floats, prediction: Floats, clusters: Ints) -> Agreement:
    """As `agreement`, of rows that come in clusters: several faces of one specimen."""
    there = complete(truth, prediction)
    true, said, of = truth[there] == 1, prediction[there] == 1, clusters[there]

    def share(yes: Flags, among: Flags, empty: str) -> Estimate | Indeterminate:
        return clustered_share(yes[among].astype(float), of[among]) if among.any() else Indeterminate(empty)

    counts = confusion(truth, prediction)
    return Agreement(
        counts=counts,
        sensitivity=share(said, true, NO_TRUE),
        specificity=share(~said, ~true, NO_FALSE),
        precision=share(true, said, NO_SAID),
        negative_predictive_value=share(~true, ~said, NO_UNSAID),
        accuracy=share(true == said, np.ones_like(true), NO_PAIR),
        f1=_f1(share(true & said, true | said, NO_CONCERNED)),
        n=counts.n,
        missing=counts.missing,
        method="diagnostic agreement with Wilson's intervals on the effective number of clustered cases",
        limits=CLUSTERED_LIMITS,
    )


def f1_score(of: Confusion) -> Estimate | Indeterminate:
    """2·TP / (2·TP + FP + FN). It rises with the share TP / (TP + FP + FN), so Wilson's interval of that share carries over."""
    concerned = of.true_positive + of.false_positive + of.false_negative
    if not concerned:
        return Indeterminate(NO_CONCERNED)
    return _f1(Estimate(of.true_positive / concerned, wilson(of.true_positive, concerned), concerned, "F1"))


def _f1(share: Estimate | Indeterminate) -> Estimate | Indeterminate:
    if isinstance(share, Indeterminate) or isinstance(share.interval, Indeterminate):
        return share
    value, low, high = (2 * part / (1 + part) for part in (share.value, share.interval.low, share.interval.high))
    return Estimate(value, Interval(low, high, f"{share.interval.method} on TP/(TP+FP+FN), carried over"), share.n, "F1")


def _share(part: int, whole: int, empty: str) -> Estimate | Indeterminate:
    return proportion(Proportion(part, whole)) if whole else Indeterminate(empty)


def majority(readers: Floats) -> Floats:
    """The vote of most readers, (cases, readers) of 1/0/NaN; a tie or nobody's vote is NaN."""
    votes = np.sum(~np.isnan(readers), axis=1)
    yes = np.nansum(readers, axis=1)
    found: Floats = np.where(yes * 2 > votes, 1.0, np.where(yes * 2 < votes, 0.0, np.nan))
    return found
