"""Logistic regression, propensity, subgroups and discrimination against statsmodels and scikit-learn, and separated data that hypothesis makes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algorithms.statistics.discrimination import calibrate, precision_recall_curve, roc_curve
from algorithms.statistics.logistic import LogisticFit, fit_logistic, profile_intervals
from algorithms.statistics.propensity import Target, weigh, weighted_difference
from algorithms.statistics.result import Indeterminate
from algorithms.statistics.subgroups import build_forest, interaction_test
from algorithms.statistics.terms import Number, Word, build_design

pytestmark = pytest.mark.filterwarnings("ignore")
EXACT = {"rel": 1e-8, "abs": 1e-10}


@pytest.fixture(scope="module")
def spector():
    from statsmodels.datasets import spector

    return spector.load_pandas().data


def design_of(data, names):
    return build_design(tuple(Number(name, data[name].to_numpy(float)) for name in names), np.ones(len(data), dtype=bool))


def test_logistic_as_statsmodels_has_it(spector):
    import statsmodels.api as sm

    names = ["GPA", "TUCE", "PSI"]
    ours = fit_logistic(design_of(spector, names), spector["GRADE"].to_numpy(float))
    theirs = sm.Logit(spector["GRADE"], sm.add_constant(spector[names])).fit(disp=0, method="newton", tol=1e-14)
    assert [t.estimate for t in ours.terms] == pytest.approx(theirs.params.tolist(), **EXACT)
    assert [t.error for t in ours.terms] == pytest.approx(theirs.bse.tolist(), **EXACT)
    assert [t.p for t in ours.terms] == pytest.approx(theirs.pvalues.tolist(), **EXACT)
    assert [t.interval.low for t in ours.terms] == pytest.approx(np.exp(theirs.conf_int()[0]).tolist(), **EXACT)
    assert ours.log_likelihood == pytest.approx(theirs.llf, **EXACT)
    assert ours.null_log_likelihood == pytest.approx(theirs.llnull, **EXACT)
    assert ours.overall.p == pytest.approx(theirs.llr_pvalue, **EXACT)


def test_logistic_on_a_larger_public_set():
    import statsmodels.api as sm
    from statsmodels.datasets import fair

    data = fair.load_pandas().data
    y = (data["affairs"] > 0).astype(float)
    names = ["rate_marriage", "age", "yrs_married", "religious", "educ"]
    ours = fit_logistic(design_of(data, names), y.to_numpy())
    theirs = sm.Logit(y, sm.add_constant(data[names])).fit(disp=0, tol=1e-14)
    assert [t.estimate for t in ours.terms] == pytest.approx(theirs.params.tolist(), **EXACT)
    assert ours.covariance == pytest.approx(theirs.cov_params().to_numpy(), rel=1e-7, abs=1e-12)


def test_profile_intervals_lie_where_the_likelihood_has_fallen(spector):
    import statsmodels.api as sm
    from scipy import stats

    design, y = design_of(spector, ["GPA", "PSI"]), spector["GRADE"].to_numpy(float)
    fit = fit_logistic(design, y)
    profiled = profile_intervals(fit, design, y)
    for end in (profiled.terms[1].interval.low, profiled.terms[1].interval.high):
        held = sm.GLM(y, sm.add_constant(spector[["PSI"]]), family=sm.families.Binomial(), offset=np.log(end) * spector["GPA"]).fit(
            tol=1e-13
        )
        assert 2 * (fit.log_likelihood - held.llf) == pytest.approx(stats.chi2.ppf(0.95, 1), rel=1e-6)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 2), st.booleans()), min_size=2, max_size=25))
def test_logistic_is_finite_or_says_why(rows):
    """Firth's criterion by hand: the data are separated when a linear programme finds a plane; then no fit may come back, else one must."""
    x, level, y = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    design = build_design((Number("x", x), Word("level", level.astype(int), ("a", "b", "c"))), np.ones(x.size, dtype=bool))
    if isinstance(design, Indeterminate):
        return
    fit = fit_logistic(design, y)
    assert isinstance(fit, Indeterminate) is separated(design.matrix, y)
    assert isinstance(fit, Indeterminate) or np.isfinite([(t.estimate, t.error, t.p) for t in fit.terms]).all()


def separated(matrix, y):
    from scipy.optimize import linprog

    signed = np.column_stack([np.ones(len(matrix)), matrix]) * (2 * y - 1)[:, None]
    found = linprog(-signed.sum(axis=0), A_ub=-signed, b_ub=np.zeros(len(signed)), bounds=(-1, 1))
    return bool(-found.fun > 1e-7)


def test_separation_names_the_term():
    x = np.arange(20.0)
    noise = np.tile([0.0, 1], 10)
    design = build_design((Number("clear", (x > 9).astype(float)), Number("noise", noise)), np.ones(20, dtype=bool))
    found = fit_logistic(design, (x > 9).astype(float))
    assert "Separation: clear " in found.reason


def test_terms_that_say_the_same_twice_are_refused():
    x = np.arange(10.0)
    assert "y is fixed" in build_design((Number("x", x), Number("y", 3 - 2 * x)), np.ones(10, dtype=bool)).reason


def test_levels_become_terms_and_missing_rows_are_left_out():
    word = Word("grade", np.array([0, 1, 2, -1, 1]), ("1", "2", "3"))
    design = build_design((word, Number("age", np.array([1.0, 2, 3, 4, np.nan]))), np.ones(5, dtype=bool))
    assert isinstance(design, Indeterminate) or (design.names == ("grade=2", "grade=3", "age") and design.missing == 2)
    assert build_design((word,), np.ones(5, dtype=bool)).names == ("grade=2", "grade=3")
    two = Word("er", np.array([0, 1, 0, 1]), ("negative", "positive"))
    assert build_design((two,), np.ones(4, dtype=bool)).names == ("er",)


def test_roc_and_precision_recall_as_scikit_learn_has_them(spector):
    from sklearn.metrics import average_precision_score, roc_auc_score

    y, score = spector["GRADE"].to_numpy(float), spector["GPA"].to_numpy(float)
    found = roc_curve(score, y)
    assert found.area.value == pytest.approx(roc_auc_score(y, score), **EXACT)
    assert float(np.trapezoid(found.y, found.x)) == pytest.approx(found.area.value, **EXACT)
    assert precision_recall_curve(score, y).area.value == pytest.approx(average_precision_score(y, score), **EXACT)
    assert found.area.interval.low < found.area.value < found.area.interval.high


def test_delong_variance_by_its_definition(spector):
    from statistics import NormalDist

    y, score = spector["GRADE"].to_numpy() == 1, spector["GPA"].to_numpy(float)
    wins = (score[y][:, None] > score[~y]) + 0.5 * (score[y][:, None] == score[~y])
    variance = wins.mean(axis=1).var(ddof=1) / y.sum() + wins.mean(axis=0).var(ddof=1) / (~y).sum()
    found = roc_curve(score, y.astype(float)).area
    assert found.value - found.interval.low == pytest.approx(NormalDist().inv_cdf(0.975) * variance**0.5, **EXACT)


def test_calibration_sums_to_the_cases(spector):
    design = design_of(spector, ["GPA", "PSI"])
    fit = fit_logistic(design, spector["GRADE"].to_numpy(float))
    found = calibrate(fit.fitted, spector["GRADE"].to_numpy(float), len(fit.terms), groups=4)
    assert sum(group.n for group in found.groups) == 32
    assert sum(group.n * group.predicted for group in found.groups) == pytest.approx(11)
    assert 0 <= found.test.p <= 1


def test_interaction_is_the_likelihood_ratio_of_statsmodels():
    import statsmodels.api as sm

    counts = np.array([[[5, 85], [22, 65]], [[9, 51], [11, 52]], [[3, 20], [2, 19]]])
    level, arm = np.repeat([0, 1, 2], 2), np.tile([0, 1], 3)
    cells = counts.reshape(6, 2)
    additive = sm.GLM(cells, np.column_stack([np.ones(6), arm, level == 1, level == 2]), family=sm.families.Binomial()).fit(tol=1e-14)
    assert interaction_test(counts).statistic == pytest.approx(additive.deviance, rel=1e-7)


def test_forest_counts_every_case_once():
    rng = np.random.default_rng(4)
    arm, er = Word("arm", rng.integers(0, 2, 300), ("a", "b")), Word("er", rng.integers(-1, 2, 300), ("negative", "positive"))
    outcome = (rng.random(300) < 0.2).astype(float)
    forest = build_forest(outcome, arm, (er,))
    factor = forest.factors[0]
    assert sum(line.first.total + line.second.total for line in factor.subgroups) + factor.missing == 300
    assert isinstance(build_forest(outcome, Word("arm", np.zeros(300, dtype=int), ("a", "b")), (er,)), Indeterminate)


def test_overlap_weights_balance_the_terms_exactly():
    rng = np.random.default_rng(5)
    age, size = rng.normal(55, 10, 500), rng.lognormal(0.4, 0.5, 500)
    arm = (rng.random(500) < 1 / (1 + np.exp(-(0.04 * (age - 55) + size - 1.7)))).astype(float)
    design = build_design((Number("age", age), Number("size", size)), np.ones(500, dtype=bool))
    for target, tolerance in ((Target.OVERLAP, 1e-9), (Target.EVERYONE, 0.2), (Target.TREATED, 0.2)):
        found = weigh(design, arm, target)
        assert max(abs(one.after) for one in found.balance) < tolerance
        assert max(abs(one.before) for one in found.balance) > 0.3
    estimate, test = weighted_difference((rng.random(500) < 0.2).astype(float), arm, weigh(design, arm))
    assert estimate.interval.low < estimate.value < estimate.interval.high
    assert 0 < test.p <= 1


def test_weights_count_rows():
    x, y, w = np.array([0.0, 0, 1, 1]), np.array([0.0, 1, 0, 1]), np.array([30.0, 10, 15, 25])
    design = build_design((Number("x", x),), np.ones(4, dtype=bool))
    found = fit_logistic(design, y, w)
    assert isinstance(found, LogisticFit)
    assert found.terms[1].ratio == pytest.approx(30 * 25 / (10 * 15))
    assert found.n == 80
