"""Survival against lifelines, scikit-survival and statsmodels, on their public data and on degenerate cohorts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algorithms.statistics.competing import cumulative_incidence
from algorithms.statistics.cox import Ties, concordance, fit_cox
from algorithms.statistics.kaplan_meier import SurvivalCurve, at_risk, kaplan_meier
from algorithms.statistics.log_rank import LogRank, log_rank
from algorithms.statistics.result import Indeterminate
from algorithms.statistics.terms import Number, build_design

pytestmark = pytest.mark.filterwarnings("ignore")
EXACT = {"rel": 1e-8, "abs": 1e-10}


@pytest.fixture(scope="module")
def rossi():
    from lifelines.datasets import load_rossi

    return load_rossi()


def design_of(data, names):
    return build_design(tuple(Number(name, data[name].to_numpy(float)) for name in names), np.ones(len(data), dtype=bool))


@pytest.mark.parametrize("dataset", ["load_waltons", "load_rossi", "load_gbsg2"])
def test_kaplan_meier_as_lifelines_has_it(dataset):
    from lifelines import KaplanMeierFitter, datasets

    data = getattr(datasets, dataset)()
    time, event = {"load_waltons": ("T", "E"), "load_rossi": ("week", "arrest"), "load_gbsg2": ("time", "cens")}[dataset]
    ours = kaplan_meier(data[time].to_numpy(float), data[event].to_numpy(float))
    theirs = KaplanMeierFitter().fit(data[time], data[event])
    assert ours.survival == pytest.approx(theirs.survival_function_.iloc[-ours.survival.size :, 0].to_numpy(), **EXACT)
    inside = (ours.survival > 0) & (ours.survival < 1)
    band = theirs.confidence_interval_.iloc[-ours.survival.size :].to_numpy()[inside]
    assert ours.low[inside] == pytest.approx(band[:, 0], **EXACT)
    assert ours.high[inside] == pytest.approx(band[:, 1], **EXACT)
    if np.isfinite(theirs.median_survival_time_):
        assert ours.median.value == theirs.median_survival_time_
    else:
        assert isinstance(ours.median, Indeterminate)


def test_log_rank_as_lifelines_and_sksurv_have_it(rossi):
    from lifelines.statistics import multivariate_logrank_test
    from sksurv.compare import compare_survival
    from sksurv.util import Surv

    t, d = rossi["week"].to_numpy(float), rossi["arrest"].to_numpy(float)
    for column in ("fin", "race", "prio"):
        arms = np.unique(rossi[column], return_inverse=True)[1]
        ours = log_rank(t, d, arms).test
        theirs = multivariate_logrank_test(t, arms, d)
        assert ours.statistic == pytest.approx(theirs.test_statistic, **EXACT)
        assert ours.p == pytest.approx(theirs.p_value, **EXACT)
        assert ours.statistic == pytest.approx(compare_survival(Surv.from_arrays(d == 1, t), arms)[0], **EXACT)


def test_stratified_log_rank_as_statsmodels_has_it(rossi):
    from statsmodels.duration.survfunc import survdiff

    t, d = rossi["week"].to_numpy(float), rossi["arrest"].to_numpy(float)
    arms, strata = rossi["fin"].to_numpy(), rossi["race"].to_numpy()
    assert log_rank(t, d, arms, strata).test.statistic == pytest.approx(survdiff(t, d, arms, strata=strata)[0], **EXACT)


def test_log_rank_does_not_underflow_to_nothing():
    rng = np.random.default_rng(1)
    times = np.concatenate([rng.exponential(1, 600), rng.exponential(20, 600)])
    found = log_rank(times, np.ones(1200), np.repeat([0, 1], 600))
    assert 0 < found.test.p < 1e-200


@pytest.mark.parametrize("ties", list(Ties))
def test_cox_as_statsmodels_has_it(rossi, ties):
    from statsmodels.duration.hazard_regression import PHReg

    names = ["fin", "age", "race", "wexp", "mar", "paro", "prio"]
    t, d = rossi["week"].to_numpy(float), rossi["arrest"].to_numpy(float)
    ours = fit_cox(t, d, design_of(rossi, names), ties=ties)
    model = PHReg(t, rossi[names].to_numpy(float), status=d, ties=ties.value)
    top = np.array([term.estimate for term in ours.terms])
    assert ours.log_likelihood == pytest.approx(model.loglike(top), **EXACT)
    assert np.abs(model.score(top)).max() < 1e-7
    assert ours.covariance == pytest.approx(np.linalg.inv(-model.hessian(top)), rel=1e-7, abs=1e-12)


def test_cox_as_lifelines_has_it(rossi):
    from lifelines import CoxPHFitter
    from lifelines.statistics import proportional_hazard_test

    names = ["fin", "age", "race", "wexp", "mar", "paro", "prio"]
    ours = fit_cox(rossi["week"].to_numpy(float), rossi["arrest"].to_numpy(float), design_of(rossi, names))
    theirs = CoxPHFitter().fit(rossi, "week", "arrest", fit_options={"precision": 1e-12})
    assert [term.estimate for term in ours.terms] == pytest.approx(theirs.params_[names].tolist(), rel=1e-7, abs=1e-8)
    assert ours.log_likelihood == pytest.approx(theirs.log_likelihood_, **EXACT)
    assert ours.concordance == pytest.approx(theirs.concordance_index_, **EXACT)
    check = proportional_hazard_test(theirs, rossi, time_transform="rank").summary["p"]
    assert {name: test.p for name, test in ours.proportional.terms} == pytest.approx(check.to_dict(), rel=1e-5)


def test_stratified_cox_as_lifelines_has_it(rossi):
    from lifelines import CoxPHFitter

    theirs = CoxPHFitter().fit(rossi[["week", "arrest", "age", "prio", "race"]], "week", "arrest", strata=["race"])
    found = fit_cox(
        rossi["week"].to_numpy(float), rossi["arrest"].to_numpy(float), design_of(rossi, ["age", "prio"]), strata=rossi["race"].to_numpy()
    )
    assert [term.estimate for term in found.terms] == pytest.approx(theirs.params_.tolist(), rel=1e-6)
    assert found.log_likelihood == pytest.approx(theirs.log_likelihood_, **EXACT)


def test_cumulative_incidence_as_sksurv_has_it():
    from sksurv.datasets import load_bmt
    from sksurv.nonparametric import cumulative_incidence_competing_risks

    _, outcome = load_bmt()
    causes, times = outcome["status"].astype(int), outcome["ftime"].astype(float)
    when, theirs, band = cumulative_incidence_competing_risks(causes, times, conf_type="log-log", var_type="Dinse_Approx")
    for cause in (1, 2):
        ours = cumulative_incidence(times, causes, cause)
        kept = np.isin(when, ours.times)
        assert ours.incidence == pytest.approx(theirs[cause][kept], **EXACT)
        moving = np.isfinite(band[cause][:, kept]).all(axis=0) & (ours.incidence > 0)
        assert ours.low[moving] == pytest.approx(band[cause][0, kept][moving], rel=1e-6, abs=1e-9)
        assert ours.high[moving] == pytest.approx(band[cause][1, kept][moving], rel=1e-6, abs=1e-9)


def test_concordance_as_lifelines_has_it(rossi):
    from lifelines.utils import concordance_index

    t, d, age = (rossi[name].to_numpy(float) for name in ("week", "arrest", "age"))
    assert concordance(t, d == 1, -age) == pytest.approx(concordance_index(t, age, d), **EXACT)


# What is degenerate is said, never NaN.

cases = st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.integers(0, 2), st.integers(-2, 2)), min_size=1, max_size=14)


@settings(max_examples=150, deadline=None)
@given(cases)
def test_no_cohort_breaks_it(rows):
    t, d, arm, x = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    curve = kaplan_meier(t, d)
    assert isinstance(curve, SurvivalCurve)
    assert np.isfinite([curve.low, curve.high]).all()
    assert ((curve.low <= curve.survival + 1e-12) & (curve.survival <= curve.high + 1e-12)).all()
    found = log_rank(t, d, arm.astype(int))
    assert isinstance(found, Indeterminate) or (np.isfinite(found.test.statistic) and 0 <= found.test.p <= 1)
    incidence = cumulative_incidence(t, d.astype(int) * (1 + arm.astype(int) % 2), 1)
    assert isinstance(incidence, Indeterminate) or np.isfinite([incidence.low, incidence.high]).all()
    design = build_design((Number("x", x),), np.ones(t.size, dtype=bool))
    model = design if isinstance(design, Indeterminate) else fit_cox(t, d, design)
    assert isinstance(model, Indeterminate) or all(np.isfinite([term.estimate, term.error]).all() for term in model.terms)


@settings(max_examples=80, deadline=None)
@given(cases)
def test_log_rank_of_two_arms_is_that_of_lifelines_wherever_it_is_defined(rows):
    from lifelines.statistics import logrank_test

    t, d, arm, _ = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    arm = np.minimum(arm, 1).astype(int)
    found = log_rank(t, d, arm)
    if isinstance(found, LogRank):
        assert found.test.statistic == pytest.approx(
            logrank_test(t[arm == 0], t[arm == 1], d[arm == 0], d[arm == 1]).test_statistic, rel=1e-6, abs=1e-9
        )


def test_separated_and_empty_cohorts_are_said():
    t = np.arange(1.0, 11)
    assert "No event" in log_rank(t, np.zeros(10), np.arange(10) % 2).reason
    assert "Fewer than two arms" in log_rank(t, np.ones(10), np.zeros(10, dtype=int)).reason
    design = build_design((Number("x", -t),), np.ones(10, dtype=bool))
    assert "Monotone" in fit_cox(t, np.ones(10), design).reason
    assert "No event" in fit_cox(t, np.zeros(10), design).reason
    assert isinstance(kaplan_meier(np.array([np.nan]), np.array([1.0])), Indeterminate)


def test_the_risk_table_counts_those_not_yet_gone():
    curve = kaplan_meier(np.array([1.0, 2, 2, 3]), np.array([1.0, 0, 1, 0]))
    assert at_risk(curve.counts, np.array([0.0, 1, 2, 2.5, 4])).tolist() == [4, 4, 3, 1, 0]


@settings(max_examples=150, deadline=None)
@given(cases)
def test_concordance_counts_every_pair(rows):
    t, d, _, x = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    scores = []
    for i in np.flatnonzero(d == 1):
        later = (t > t[i]) | ((t == t[i]) & (d == 0))
        scores += ((x[i] > x[later]) + 0.5 * (x[i] == x[later])).tolist()
    found = concordance(t, d == 1, x)
    assert isinstance(found, Indeterminate) if not scores else found == pytest.approx(np.mean(scores))
