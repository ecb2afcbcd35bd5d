"""How often each method was right in this department's own cases, once there are enough of them; else the published figures stand."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from algorithms.margins.published import PRIOR, PUBLISHED, Rates, Share
from algorithms.statistics.agreement import clustered_agreement
from algorithms.statistics.clustered import clustered_share
from algorithms.statistics.result import Estimate, Floats, Indeterminate, Interval
from console.cohorts.cohort import Cohort
from console.cohorts.faces import SPECIMEN, TRUTH, by_face

LEAST_FACES = 30  # of each kind, involved and free: with fewer, Wilson's interval is wider than what is published
MARGIN = "_margin"


def rates_of(cohort: Cohort) -> Mapping[str, Rates]:
    """By method. The department's own where at least 30 involved and 30 free faces have both a truth and the method's word."""
    faces = by_face(cohort)
    found = dict(PUBLISHED)
    if not faces.has(TRUTH):
        return found
    for name in faces.names:
        if name.endswith(MARGIN) and (own := _own(faces, name)) is not None:
            found[name.removesuffix(MARGIN)] = own
    return found


def prior_of(cohort: Cohort) -> Share:
    """The share of involved faces in this department's pathology, once it is known of 30 involved ones; else the published one."""
    faces = by_face(cohort)
    if not faces.has(TRUTH):
        return PRIOR
    truth = faces.flags(TRUTH)
    there = ~np.isnan(truth)
    found = clustered_share(truth[there], faces.numbers(SPECIMEN)[there].astype(np.int64))
    return _share(found) if np.nansum(truth) >= LEAST_FACES and isinstance(found, Estimate) else PRIOR


def _own(faces: Cohort, name: str) -> Rates | None:
    truth, said = faces.flags(TRUTH), faces.flags(name)
    both = ~np.isnan(truth) & ~np.isnan(said)
    if min(_count(truth[both], 1), _count(truth[both], 0)) < LEAST_FACES:
        return None
    found = clustered_agreement(truth, said, faces.numbers(SPECIMEN).astype(np.int64))
    if isinstance(found.sensitivity, Indeterminate) or isinstance(found.specificity, Indeterminate):
        return None
    return Rates(_share(found.sensitivity), _share(found.specificity), f"this console, {found.n} faces", own=True, n=found.n)


def _count(values: Floats, of: int) -> int:
    return int((values == of).sum())


def _share(found: Estimate) -> Share:
    bounds = found.interval if isinstance(found.interval, Interval) else None
    return Share(found.value, bounds.low, bounds.high) if bounds else Share(found.value)
