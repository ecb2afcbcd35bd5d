"""Every p-value of the seed studies that printed counts allow to be computed again: which agree, which do not, and why. Page: docs/statistics.md."""

from itertools import product
from math import ceil, exp, floor, log, sqrt

import numpy as np
import pytest

from algorithms.statistics.agreement import Confusion, agreement
from algorithms.statistics.contingency import chi_square, fisher_exact, needs_exact
from algorithms.statistics.distributions import normal_p, z_for
from algorithms.statistics.freeman_halton import exact_test
from algorithms.statistics.mcnemar import Question, compare_methods, mcnemar_exact
from algorithms.statistics.means import Summary, pooled_t, welch_t
from algorithms.statistics.multiplicity import holm
from algorithms.statistics.power import power_of, size_for


def by_the_rule(counts):
    """χ² without correction, unless an expected count is below 5; then exact."""
    table = np.array(counts)
    return (exact_test if needs_exact(table) else chi_square)(table).p


def as_printed(p):
    return "<0.01" if p < 0.01 else f"{p:.2f}"


SEED_002 = {
    "histologic type": ([[12, 102], [38, 262]], "0.55"),
    "axillary surgery": ([[7, 107], [8, 292]], "0.14"),
    "T stage": ([[12, 85, 17], [38, 174, 88]], "<0.01"),
    "N stage": ([[7, 96, 11, 0, 0], [8, 227, 55, 9, 1]], "0.01"),
    "ER": ([[16, 98], [65, 235]], "0.08"),
    "PR": ([[34, 80], [104, 196]], "0.35"),
    "HER2, as Total − SONO": ([[36, 44, 21, 13], [101, 99, 51, 49]], "0.51"),
    "frozen margin": ([[102, 12], [225, 75]], "<0.01"),
    "type of frozen margin": ([[9, 2, 1], [43, 21, 11]], "0.60"),
    "further resection": ([[104, 10], [230, 70]], "<0.01"),
    "permanent margin": ([[110, 4], [256, 44]], "<0.01"),
    "type of permanent margin": ([[1, 1, 2], [27, 11, 6]], "0.11"),
    "re-operation": ([[109, 5], [288, 12]], "0.79"),
    "re-operation pathology": ([[4, 1], [4, 8]], "0.13"),
}


@pytest.mark.parametrize("name", SEED_002)
def test_seed_002_prints_what_its_counts_give(name):
    counts, printed = SEED_002[name]
    assert as_printed(by_the_rule(counts)) == printed


def test_seed_002_age_is_a_pooled_t_test():
    icg, sono = Summary(114, 52.43, 9.75), Summary(300, 54.73, 10.13)
    assert as_printed(pooled_t(icg, sono).p) == "0.04"
    assert as_printed(welch_t(icg, sono).p) == "0.04"


def test_seed_002_her2_column_is_misprinted():
    printed = [[96, 16, 0, 2], [101, 99, 51, 49]]
    total = [137, 143, 72, 62]
    assert [a + b for a, b in zip(*printed, strict=True)] != total
    assert as_printed(by_the_rule(printed)) == "<0.01"


def test_seed_002_by_its_own_definition_the_permanent_margins_do_not_differ():
    """DCIS or invasive on ink only: 1 + 2 of 114 against 11 + 6 of 300."""
    table = np.array([[3, 111], [17, 283]])
    assert chi_square(table).p > 0.15
    assert fisher_exact(table).p > 0.15


def test_seed_002_reoperation_is_exact_by_the_rule_and_chi2_rounds_otherwise():
    table = np.array([[109, 5], [288, 12]])
    assert needs_exact(table)
    assert as_printed(fisher_exact(table).p) == "0.79"
    assert as_printed(chi_square(table).p) == "0.86"


# Seed 000: percentages of 150 that are not whole patients, so every reading of them is tried.


def whole(percent, n):
    return {floor(percent * n / 100), ceil(percent * n / 100)}


def p_range(percent_a, percent_b, n_a=(150,), n_b=(150,)):
    found = []
    for a_total, b_total in product(n_a, n_b):
        for a, b in product(whole(percent_a, a_total), whole(percent_b, b_total)):
            found.append(chi_square(np.array([[a, a_total - a], [b, b_total - b]])).p)
    return min(found), max(found)


SEED_000_TABLE_1 = {"ER": (60, 58, 0.55), "PR": (50, 49, 0.67), "HER2": (22, 24, 0.62), "Ki67": (35, 32, 0.48)}


@pytest.mark.parametrize("name", SEED_000_TABLE_1)
def test_seed_000_table_1_does_not_reproduce(name):
    a, b, printed = SEED_000_TABLE_1[name]
    low, high = p_range(a, b)
    assert not low - 0.005 <= printed <= high + 0.005


def test_seed_000_table_1_means_do_not_reproduce():
    assert pooled_t(Summary(150, 55.3, 12.1), Summary(150, 54.8, 11.8)).p == pytest.approx(0.7176, abs=1e-3)  # printed .42
    assert pooled_t(Summary(150, 1.9, 0.8), Summary(150, 2.0, 0.7)).p == pytest.approx(0.2502, abs=1e-3)  # printed .39


def test_seed_000_abstract():
    """15 % against 25 %: 22.5 and 37.5 patients. The printed .03 lies among the readings; 12 % against 22 % gives .02 as printed."""
    low, high = p_range(15, 25)
    assert low < 0.03 < high
    assert as_printed(chi_square(np.array([[18, 132], [33, 117]])).p) == "0.02"


def test_seed_000_counts_its_positive_margins_twice():
    """Table 2 has 74 positive margins; 15 % and 25 % of 150 make 60."""
    assert pytest.approx(60) == 0.15 * 150 + 0.25 * 150


SEED_000_TABLE_3 = {
    "ER": (10, 25, (90,), (87,), 0.03, False),
    "PR": (15, 22, (75,), (73, 74), 0.22, True),
    "HER2": (18, 30, (33,), (36,), 0.04, False),
    "Ki67": (25, 40, (52, 53), (48,), 0.01, False),
}


@pytest.mark.parametrize("name", SEED_000_TABLE_3)
def test_seed_000_table_3(name):
    a, b, n_a, n_b, printed, agrees = SEED_000_TABLE_3[name]
    low, high = p_range(a, b, n_a, n_b)
    assert (low - 0.005 <= printed <= high + 0.005) is agrees


SEED_000_INTERVALS = {
    "OR ER": (0.65, 0.38, 0.95, 0.04, False),
    "OR PR": (0.72, 0.45, 1.15, 0.22, False),
    "OR HER2": (1.12, 0.65, 1.90, 0.78, False),
    "OR Ki67": (1.98, 1.15, 3.41, 0.03, False),
    "HR ER": (0.55, 0.25, 0.95, 0.02, False),
    "HR PR": (0.65, 0.35, 1.10, 0.12, False),
    "HR HER2": (0.70, 0.45, 1.10, 0.05, False),
    "HR Ki67": (0.68, 0.45, 1.30, 0.03, False),
}


@pytest.mark.parametrize("name", SEED_000_INTERVALS)
def test_seed_000_intervals_and_p_values_contradict_each_other(name):
    """A Wald interval on the log scale fixes the p-value, within what two printed digits allow."""
    ratio, low, high, printed, agrees = SEED_000_INTERVALS[name]
    found = []
    for r, a, b in product((-0.005, 0, 0.005), repeat=3):
        error = log((high + b) / (low + a)) / (2 * z_for())
        found.append(normal_p(log(ratio + r) / error))
    assert (min(found) - 0.005 <= printed <= max(found) + 0.005) is agrees


def test_seed_000_interval_of_recurrence_is_not_centred():
    """A ratio's interval is symmetric on the log scale; .25–.95 is centred on .49, not .55, and .45–1.30 holds 1 beside p = .03."""
    assert exp((log(0.25) + log(0.95)) / 2) == pytest.approx(0.487, abs=1e-3)
    assert sqrt(1.15 * 3.41) == pytest.approx(1.98, abs=0.01)  # this one is


def test_seed_000_has_not_the_power_it_claims():
    found = power_of(0.15, 0.25, 150)
    assert found.normal == pytest.approx(0.58, abs=0.01)
    assert found.exact_chi2 == pytest.approx(0.58, abs=0.01)
    assert found.exact_fisher < 0.58
    assert size_for(0.15, 0.25, 0.8) == 250


# Seed 001: 31 NST specimens, 9 positive.

THRESHOLD, RESUNET = Confusion(9, 9, 0, 13), Confusion(8, 2, 1, 20)


@pytest.mark.parametrize(("counts", "printed"), [(THRESHOLD, (1.00, 0.59, 0.50, 0.67)), (RESUNET, (0.89, 0.91, 0.80, 0.84))])
def test_seed_001_table_3(counts, printed):
    found = agreement(counts)
    rates = (found.sensitivity, found.specificity, found.precision, found.f1)
    assert tuple(round(rate.value, 2) for rate in rates) == printed


def test_seed_001_p_is_of_labels_not_of_correctness():
    truth = np.array([1.0] * 9 + [0.0] * 22)
    threshold = np.array([1.0] * 18 + [0.0] * 13)
    resunet = np.array([1.0] * 8 + [0.0] + [1.0] * 2 + [0.0] * 20)
    assert compare_methods(threshold, resunet, truth, Question.LABELS).test.p == pytest.approx(0.0078125)
    assert compare_methods(threshold, resunet, truth, Question.CORRECTNESS).test.p == pytest.approx(0.0703125)
    assert mcnemar_exact(0, 0).p == 1.0  # physicians and ResU-Net gave the same labels


def test_seed_001_holm_keeps_labels_and_loses_correctness():
    assert holm(np.array([1.0, 0.0078125, 0.0078125])).tolist() == pytest.approx([1, 0.0234375, 0.0234375])
    assert (holm(np.array([1.0, 0.0703125, 0.0703125])) > 0.05).all()
