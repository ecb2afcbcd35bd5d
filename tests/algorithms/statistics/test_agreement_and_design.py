"""Agreement, κ, Bland–Altman, power and monitoring against statsmodels, scikit-learn and counting by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from algorithms.statistics.agreement import Confusion, agreement, clustered_agreement, confusion, majority
from algorithms.statistics.bland_altman import bland_altman
from algorithms.statistics.clustered import clustered_share, effective_number
from algorithms.statistics.description import describe_number
from algorithms.statistics.kappa import cohen_kappa, fleiss_kappa
from algorithms.statistics.mcnemar import mcnemar_exact
from algorithms.statistics.methods import methods_paragraph
from algorithms.statistics.monitoring import cusum, funnel, run_length
from algorithms.statistics.power import exact_powers, exact_size_for, normal_power, power_of, size_for, survival_power, survival_size
from algorithms.statistics.proportions import Proportion
from algorithms.statistics.result import Estimate, Indeterminate
from algorithms.statistics.table_one import build_table
from algorithms.statistics.terms import Number, Word

pytestmark = pytest.mark.filterwarnings("ignore")
EXACT = {"rel": 1e-8, "abs": 1e-10}


@settings(deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=40))
def test_rates_as_scikit_learn_has_them(rows):
    from sklearn.metrics import f1_score, precision_score, recall_score

    truth, said = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    found = agreement(confusion(truth, said))
    for ours, theirs in ((found.sensitivity, recall_score), (found.precision, precision_score), (found.f1, f1_score)):
        if isinstance(ours, Estimate):
            assert ours.value == pytest.approx(theirs(truth, said), **EXACT)
            assert 0 <= ours.interval.low <= ours.value + 1e-12
            assert ours.value - 1e-12 <= ours.interval.high <= 1


def test_nobody_positive_is_said():
    found = agreement(Confusion(0, 0, 0, 12))
    assert isinstance(found.sensitivity, Indeterminate)
    assert isinstance(found.f1, Indeterminate)
    assert found.specificity.value == 1


def test_majority_of_readers():
    readers = np.array([[1.0, 1, 0], [0, 0, 1], [1, 0, np.nan], [np.nan] * 3])
    assert majority(readers)[:2].tolist() == [1, 0]
    assert np.isnan(majority(readers)[2:]).all()


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(0, 60))
def test_mcnemar_as_statsmodels_has_it(b, c):
    from statsmodels.stats.contingency_tables import mcnemar

    assert mcnemar_exact(b, c).p == pytest.approx(mcnemar(np.array([[5, b], [c, 7]]), exact=True).pvalue if b + c else 1.0, **EXACT)


@settings(deadline=None)
@given(hnp.arrays(np.int64, st.sampled_from([(2, 2), (3, 3)]), elements=st.integers(0, 30)))
def test_cohen_as_statsmodels_has_it(table):
    from statsmodels.stats.inter_rater import cohens_kappa

    found = cohen_kappa(table)
    if isinstance(found, Indeterminate):
        assert table.sum() == 0 or (table > 0).sum() == 1
        return
    theirs = cohens_kappa(table)
    assert found.value == pytest.approx(theirs.kappa, **EXACT)
    if theirs.var_kappa > 1e-9:
        assert found.interval.low == pytest.approx(theirs.kappa_low, rel=1e-7, abs=1e-8)


def test_fleiss_as_statsmodels_has_it():
    from statsmodels.stats.inter_rater import fleiss_kappa as theirs

    counts = np.array([[0, 7], [1, 6], [7, 0], [5, 2], [7, 0], [3, 4]])
    assert fleiss_kappa(counts).value == pytest.approx(theirs(counts), **EXACT)
    assert isinstance(fleiss_kappa(np.array([[7, 0], [7, 0]])), Indeterminate)
    assert isinstance(fleiss_kappa(np.array([[7, 0], [6, 0]])), Indeterminate)


def test_bland_altman():
    a, b = np.array([1.0, 2, 3, 4, np.nan]), np.array([1.5, 1.5, 3.5, 3, 1])
    found = bland_altman(a, b)
    assert (found.bias.value, found.n, found.missing) == (pytest.approx(0.125), 4, 1)
    assert found.upper_limit.value - found.bias.value == pytest.approx(1.959963984540054 * found.sd)
    assert isinstance(bland_altman(a[:2], b[:2]), Indeterminate)


def test_power_counts_every_outcome():
    from scipy import stats

    p1, p2, n = 0.2, 0.6, 12
    fisher = chi2 = 0.0
    for x in range(n + 1):
        for y in range(n + 1):
            chance = stats.binom.pmf(x, n, p1) * stats.binom.pmf(y, n, p2)
            table = [[x, n - x], [y, n - y]]
            fisher += chance * (stats.fisher_exact(table).pvalue <= 0.05)
            chi2 += chance * (0 < x + y < 2 * n and stats.chi2_contingency(table, correction=False).pvalue <= 0.05)
    assert exact_powers(p1, p2, n) == pytest.approx((fisher, chi2), rel=1e-8)


def test_normal_power_as_statsmodels_has_it():
    from statsmodels.stats.proportion import power_proportions_2indep

    for p1, p2, n in ((0.15, 0.25, 150), (0.035, 0.147, 114), (0.5, 0.51, 900)):
        theirs = power_proportions_2indep(p1 - p2, p2, n, ratio=1, alpha=0.05).power
        assert normal_power(p1, p2, n) == pytest.approx(theirs, rel=1e-6)


@settings(max_examples=20, deadline=None)
@given(st.floats(0.02, 0.98), st.floats(0.02, 0.98))
def test_size_reaches_its_power_and_one_less_does_not(p1, p2):
    n = size_for(p1, p2, 0.8)
    if isinstance(n, Indeterminate):
        assert abs(p1 - p2) < 1e-2
        return
    assert normal_power(p1, p2, n) >= 0.8
    assert n == 2 or normal_power(p1, p2, n - 1) < 0.8


def test_exact_size_keeps_its_power():
    n = exact_size_for(0.1, 0.5, 0.8)
    assert min(power_of(0.1, 0.5, n + more).exact_fisher for more in range(5)) >= 0.8
    assert power_of(0.1, 0.5, n - 1).exact_fisher < 0.8
    assert isinstance(power_of(0.1, 0.11, 3_000).exact_fisher, Indeterminate)


def test_survival_design_as_printed_in_textbooks():
    assert survival_size(0.5, 1.0).events_schoenfeld == 66  # 4·(1.96 + .84)² / ln² 2 = 65.4
    assert survival_size(0.5, 1.0).events_freedman == 71
    assert survival_power(0.5, 66) == pytest.approx(0.8, abs=0.01)


def test_run_length_agrees_with_charts_run_by_hand():
    rng = np.random.default_rng(2)
    rate, limit = 0.2, 2.5
    lengths = []
    for _ in range(100):
        chart = cusum((rng.random(2000) < rate).astype(float), rate, limit=limit)
        lengths.append(chart.signals_worse[0] + 1 if chart.signals_worse else 2000)
    expected = run_length(rate, limit=limit)
    assert np.mean(lengths) == pytest.approx(expected, rel=0.3)  # three standard errors of a hundred nearly exponential lengths


def test_a_worse_department_signals_and_a_better_one_too():
    steady, worse = np.tile([1.0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 20), np.tile([1.0, 0, 0], 40)
    assert cusum(np.concatenate([steady, worse]), 0.1).signals_worse
    assert cusum(np.concatenate([steady, np.zeros(120)]), 0.1).signals_better
    assert isinstance(cusum(np.array([np.nan]), 0.1), Indeterminate)


def test_funnel_marks_what_chance_does_not_explain():
    found = funnel((("a", Proportion(10, 100)), ("b", Proportion(9, 100)), ("c", Proportion(40, 100)), ("none", Proportion(0, 0))))
    assert [point.beyond_alarm for point in found.points] == [True, True, True] or found.points[2].beyond_alarm
    within = funnel((("a", Proportion(10, 100)), ("b", Proportion(12, 110))))
    assert not any(point.beyond_alarm for point in within.points)
    assert isinstance(funnel(()), Indeterminate)


def test_table_one_chooses_by_its_rules():
    rng = np.random.default_rng(3)
    arm = Word("arm", np.repeat([0, 1], 100), ("a", "b"))
    columns = (
        Number("age", rng.normal(55, 10, 200)), Number("volume", rng.lognormal(4, 1, 200)),
        Number("few", np.where(np.arange(200) % 10, np.nan, rng.normal(size=200))),
        Word("er", rng.integers(0, 2, 200), ("negative", "positive")), Word("rare", (np.arange(200) % 67 == 0).astype(int), ("no", "yes")),
    )  # fmt: skip
    rows = {row.name: row for row in build_table(columns, arm).rows}
    methods = {name: row.test.method for name, row in rows.items()}
    assert methods["age"].startswith("two-sample t-test")
    assert methods["volume"].startswith("Wilcoxon")
    assert methods["few"] == "Wilcoxon rank-sum test, exact"
    assert methods["er"] == "χ² test, uncorrected"
    assert methods["rare"] == "Fisher's exact test"
    assert rows["few"].test.missing == 180
    assert all(row.holm >= row.test.p for row in rows.values())


def test_one_arm_or_no_values_make_no_test_and_no_crash():
    nothing = Number("empty", np.full(10, np.nan))
    table = build_table((nothing, Word("er", np.full(10, -1), ("negative", "positive"))), Word("arm", np.zeros(10, dtype=int), ("a", "b")))
    assert table.arms == ("a",)
    assert all(isinstance(row.test, Indeterminate) for row in table.rows)
    assert isinstance(describe_number(np.full(3, np.nan)), Indeterminate)


def test_the_methods_paragraph_says_what_was_done_once():
    text = methods_paragraph(["χ² test", "χ² test", "log-rank test"], n=41, missing=[("bmi", 3), ("age", 0)])
    assert text.count("χ² test") == 1
    assert "41 cases" in text
    assert "bmi in 3" in text
    assert "age" not in text


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.booleans()), min_size=6, max_size=60))
def test_the_design_effect_is_that_of_a_cluster_robust_error(rows):
    import statsmodels.api as sm

    clusters, positive = (np.array(column) for column in zip(*rows, strict=True))
    y = positive.astype(float)
    effective, rate = effective_number(y, clusters), y.mean()
    if len(set(clusters.tolist())) < 2 or rate in {0.0, 1.0}:
        assert effective == len(set(clusters.tolist()))
        return
    fitted = sm.OLS(y, np.ones((y.size, 1))).fit(cov_type="cluster", cov_kwds={"groups": clusters})
    robust = float(fitted.cov_params()[0, 0])
    assert effective == pytest.approx(min(y.size, rate * (1 - rate) / robust) if robust > 1e-20 else y.size, rel=1e-6)


def test_six_faces_that_always_agree_count_as_one():
    chance = np.random.default_rng(5)
    specimens = np.repeat(np.arange(40), 6)
    truth = np.repeat((chance.random(40) < 0.5).astype(float), 6)
    said = np.where(np.repeat(chance.random(40) < 0.85, 6), truth, 1 - truth)
    together, apart = clustered_agreement(truth, said, specimens), agreement(confusion(truth, said))
    assert together.sensitivity.value == apart.sensitivity.value
    assert together.f1.value == pytest.approx(apart.f1.value)
    width = [one.sensitivity.interval.high - one.sensitivity.interval.low for one in (together, apart)]
    assert width[0] > 2 * width[1]
    assert isinstance(clustered_share(np.array([]), np.array([], dtype=int)), Indeterminate)


def test_clustered_intervals_cover_what_they_say():
    """Of specimens whose faces share a frailty, 95 % intervals that take faces as independent miss too often; the clustered ones do not."""
    chance, truth, hits = np.random.default_rng(11), 0.7, [0, 0]
    for _ in range(400):
        frailty = chance.beta(truth * 2, (1 - truth) * 2, 60)
        y = (chance.random((60, 6)) < frailty[:, None]).astype(float).ravel()
        clusters = np.repeat(np.arange(60), 6)
        plain = agreement(confusion(np.ones(y.size), y)).sensitivity.interval
        for index, interval in enumerate((clustered_share(y, clusters).interval, plain)):
            hits[index] += interval.low <= truth <= interval.high
    assert 0.92 <= hits[0] / 400 <= 0.98
    assert hits[1] / 400 < 0.85
