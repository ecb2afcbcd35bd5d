"""Comparisons against scipy and statsmodels, on public data and on tables that hypothesis makes."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from algorithms.statistics.contingency import TIES, chi_square, fisher_exact
from algorithms.statistics.distributions import log_factorial
from algorithms.statistics.freeman_halton import exact_test, monte_carlo
from algorithms.statistics.means import analysis_of_variance, mean_difference, pooled_t, summarise, welch_t
from algorithms.statistics.multiplicity import benjamini_hochberg, holm
from algorithms.statistics.proportions import (
    Proportion,
    clopper_pearson,
    exact_odds_interval,
    odds_ratio,
    risk_difference,
    risk_ratio,
    wilson,
)
from algorithms.statistics.ranks import kruskal_wallis, rank_sum, signed_rank
from algorithms.statistics.result import Indeterminate

pytestmark = pytest.mark.filterwarnings("ignore")
EXACT = {"rel": 1e-8, "abs": 1e-12}


@pytest.fixture(scope="module")
def spector():
    from statsmodels.datasets import spector

    data = spector.load_pandas().data
    return data["GPA"].to_numpy(float), data["TUCE"].to_numpy(float), data["GRADE"].to_numpy(float) == 1


def test_t_tests_on_public_data(spector):
    from scipy import stats

    gpa, _, grade = spector
    a, b = summarise(gpa[grade]), summarise(gpa[~grade])
    for ours, equal in ((pooled_t(a, b), True), (welch_t(a, b), False)):
        theirs = stats.ttest_ind(gpa[grade], gpa[~grade], equal_var=equal)
        assert ours.statistic == pytest.approx(theirs.statistic, **EXACT)
        assert ours.p == pytest.approx(theirs.pvalue, **EXACT)
    interval = stats.ttest_ind(gpa[grade], gpa[~grade], equal_var=False).confidence_interval()
    assert mean_difference(a, b).interval.low == pytest.approx(interval.low, **EXACT)


def test_three_arms_on_public_data(spector):
    from scipy import stats

    gpa, tuce, _ = spector
    arms = tuple(gpa[(tuce > low) & (tuce <= high)] for low, high in ((0, 19), (19, 23), (23, 40)))
    assert analysis_of_variance(arms).p == pytest.approx(stats.f_oneway(*arms).pvalue, **EXACT)
    assert kruskal_wallis(arms).p == pytest.approx(stats.kruskal(*arms).pvalue, **EXACT)


def test_wilcoxon_on_public_data():
    from lifelines.datasets import load_rossi
    from scipy import stats

    data = load_rossi()
    a, b = (data.loc[data.arrest == value, "age"].to_numpy(float) for value in (1, 0))
    theirs = stats.mannwhitneyu(a, b, method="asymptotic")
    assert rank_sum(a, b).p == pytest.approx(theirs.pvalue, **EXACT)
    assert rank_sum(a, b).statistic == theirs.statistic
    x, y = data["prio"].to_numpy(float), data["age"].to_numpy(float) % 7
    assert signed_rank(x, y).p == pytest.approx(stats.wilcoxon(x, y, correction=True, method="asymptotic").pvalue, **EXACT)


@settings(deadline=None)
@given(st.lists(st.integers(0, 6), min_size=2, max_size=5), st.lists(st.integers(0, 6), min_size=2, max_size=5))
def test_exact_rank_sum_counts_every_arrangement(a, b):
    from itertools import combinations

    from algorithms.statistics.ranks import midranks

    x, y = np.array(a, float), np.array(b, float)
    ranks = midranks(np.concatenate([x, y]))
    sums = np.array([ranks[list(chosen)].sum() for chosen in combinations(range(ranks.size), x.size)])
    observed = ranks[: x.size].sum()
    expected = min(1.0, 2 * min((sums <= observed).mean(), (sums >= observed).mean()))
    assert rank_sum(x, y).p == pytest.approx(expected)


@settings(deadline=None)
@given(st.lists(st.integers(-5, 5), min_size=1, max_size=9))
def test_exact_signed_rank_counts_every_sign(values):
    from algorithms.statistics.ranks import midranks

    x = np.array(values, float)
    found = signed_rank(x, np.zeros_like(x))
    x = x[x != 0]
    if not x.size:
        assert isinstance(found, Indeterminate)
        return
    ranks = midranks(np.abs(x))
    sums = np.array([ranks @ np.array(signs) for signs in product((0, 1), repeat=x.size)])
    expected = min(1.0, 2 * min((sums <= found.statistic).mean(), (sums >= found.statistic).mean()))
    assert found.p == pytest.approx(expected)


@settings(deadline=None)
@given(hnp.arrays(np.int64, (2, 2), elements=st.integers(0, 60)))
def test_two_by_two_as_scipy_has_it(table):
    from scipy import stats

    assert fisher_exact(table).p == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-6, abs=1e-12)
    for yates in (False, True):
        found = chi_square(table, yates=yates)
        if isinstance(found, Indeterminate):
            assert (table.sum(axis=0) == 0).any() or (table.sum(axis=1) == 0).any()
        else:
            assert found.p == pytest.approx(stats.chi2_contingency(table, correction=yates).pvalue, **EXACT)


def every_table(rows, columns):
    if len(rows) == 1:
        yield (tuple(columns),)
        return
    for first in product(*(range(min(rows[0], c) + 1) for c in columns)):
        if sum(first) == rows[0]:
            for rest in every_table(rows[1:], tuple(c - f for c, f in zip(columns, first, strict=True))):
                yield (first, *rest)


@settings(max_examples=60, deadline=None)
@given(hnp.arrays(np.int64, st.sampled_from([(2, 3), (3, 2), (3, 3), (2, 4)]), elements=st.integers(0, 4)))
def test_freeman_halton_counts_every_table(table):
    found = exact_test(table)
    kept = table[table.sum(axis=1) > 0][:, table.sum(axis=0) > 0]
    if min(kept.shape, default=0) < 2:
        assert isinstance(found, Indeterminate)
        return
    scores = np.array([-log_factorial(np.array(one)).sum() for one in every_table(tuple(kept.sum(axis=1)), tuple(kept.sum(axis=0)))])
    chances = np.exp(scores - scores.max())
    mine = np.exp(-log_factorial(kept).sum() - scores.max())
    assert found.p == pytest.approx(chances[chances <= mine * TIES].sum() / chances.sum(), rel=1e-8)


def test_freeman_halton_gives_up_beyond_its_limit_and_monte_carlo_bounds_it():
    table = np.array([[7, 8], [96, 227], [11, 55], [0, 9], [0, 1]])
    assert isinstance(exact_test(table, steps=10), Indeterminate)
    drawn = monte_carlo(table, samples=20_000)
    assert drawn.interval.low < exact_test(table).p < drawn.interval.high


@settings(deadline=None)
@given(st.integers(0, 30), st.integers(1, 30), st.integers(0, 30), st.integers(1, 30))
def test_ratios_as_the_oracles_have_them(x, m, y, n):
    from scipy.stats.contingency import odds_ratio as conditional
    from statsmodels.stats.contingency_tables import Table2x2
    from statsmodels.stats.proportion import confint_proportions_2indep

    a, b = Proportion(min(x, m), m), Proportion(min(y, n), n)
    cells = np.array([[a.positive, a.negative], [b.positive, b.negative]])
    ratio = odds_ratio(a, b)
    assert isinstance(ratio, Indeterminate) == bool((cells == 0).any())
    if (cells > 0).all():
        theirs = Table2x2(cells, shift_zeros=False)
        assert (ratio.value, ratio.interval.low, ratio.interval.high) == pytest.approx(
            (theirs.oddsratio, *theirs.oddsratio_confint()), **EXACT
        )
        risk = risk_ratio(a, b)
        assert (risk.interval.low, risk.interval.high) == pytest.approx(theirs.riskratio_confint(), **EXACT)
        exact, scipys = exact_odds_interval(a, b), conditional(cells).confidence_interval()
        assert (exact.low, exact.high) == pytest.approx((scipys.low, scipys.high), rel=1e-6)
    difference = risk_difference(a, b)
    newcomb = confint_proportions_2indep(a.positive, a.total, b.positive, b.total, compare="diff", method="newcomb")
    assert (difference.interval.low, difference.interval.high) == pytest.approx(newcomb, rel=1e-8, abs=1e-8)


@settings(deadline=None)
@given(st.integers(0, 200), st.integers(1, 200))
def test_intervals_of_a_share(x, n):
    from statsmodels.stats.proportion import proportion_confint

    x = min(x, n)
    for ours, name in ((wilson(x, n), "wilson"), (clopper_pearson(x, n), "beta")):
        assert (ours.low, ours.high) == pytest.approx(proportion_confint(x, n, method=name), rel=1e-8, abs=1e-12)
        assert 0 <= ours.low <= x / n <= ours.high <= 1


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_adjustments(p_values):
    from statsmodels.stats.multitest import multipletests

    given_p = np.array(p_values)
    assert holm(given_p) == pytest.approx(multipletests(given_p, method="holm")[1], **EXACT)
    assert benjamini_hochberg(given_p) == pytest.approx(multipletests(given_p, method="fdr_bh")[1], **EXACT)


def test_what_cannot_vary_is_said():
    same, one = np.ones(5), np.array([1.0])
    assert isinstance(welch_t(summarise(same), summarise(same)), Indeterminate)
    assert isinstance(pooled_t(summarise(one), summarise(same)), Indeterminate)
    assert isinstance(kruskal_wallis((same, same)), Indeterminate)
    assert isinstance(analysis_of_variance((same, same)), Indeterminate)
    assert isinstance(rank_sum(np.array([np.nan]), same), Indeterminate)
    assert rank_sum(same, same).p == 1
    assert rank_sum(np.ones(60), np.ones(60)).p == 1
