"""Each rule set at and around its limits, for instruments that can clear and for a ruler that cannot."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.margins.model import MarginClass
from algorithms.margins.rules import RULE_SETS, rule_set

P, C, N, I = MarginClass.POSITIVE, MarginClass.CLOSE, MarginClass.NEGATIVE, MarginClass.INDETERMINATE  # noqa: E741
INVASIVE, DCIS, UK, THREE = "sso-astro-invasive-2014", "sso-astro-asco-dcis-2016", "abs-uk", "microwave-uk-three-class"


@pytest.mark.parametrize(
    ("rule", "mm", "expected"),
    [
        (INVASIVE, "0", P), (INVASIVE, "0.0", P), (INVASIVE, "0.01", N), (INVASIVE, "1", N), (INVASIVE, "2", N), (INVASIVE, "20", N),
        (DCIS, "0", P), (DCIS, "0.1", C), (DCIS, "1", C), (DCIS, "1.99", C), (DCIS, "2", N), (DCIS, "2.01", N),
        (UK, "0", P), (UK, "0.5", P), (UK, "0.99", P), (UK, "1", N), (UK, "1.01", N),
        (THREE, "0", P), (THREE, "0.01", C), (THREE, "1.99", C), (THREE, "2.0", N), (THREE, "3", N),
    ],
)  # fmt: skip
def test_a_measured_distance(rule, mm, expected):
    assert rule_set(rule).classify(Decimal(mm)) is expected


@pytest.mark.parametrize(
    ("rule", "mm", "expected"),
    [
        (INVASIVE, "0", I), (INVASIVE, "0.1", N), (INVASIVE, "2", N),
        (DCIS, "0", I), (DCIS, "1.9", I), (DCIS, "2", N),
        (UK, "0.9", I), (UK, "1", N),
        (THREE, "1", I), (THREE, "2", N),
    ],
)  # fmt: skip
def test_a_lower_bound_proves_nothing_below_the_limit(rule, mm, expected):
    assert rule_set(rule).classify(Decimal(mm), at_least=True) is expected


@pytest.mark.parametrize(
    ("rule", "mm", "expected"),
    [
        (INVASIVE, "0", P), (INVASIVE, "0.5", None), (INVASIVE, "20", None),
        (DCIS, "0", P), (DCIS, "1.5", C), (DCIS, "2", C), (DCIS, "2.5", None),
        (UK, "0.5", P), (UK, "1", C), (UK, "1.5", None),
        (THREE, "2", C), (THREE, "2.1", None),
    ],
)  # fmt: skip
def test_a_ruler_alarms_at_the_limit_too(rule, mm, expected):
    assert rule_set(rule).alarm(Decimal(mm)) is expected


@given(st.sampled_from(RULE_SETS), st.decimals("0", "30", places=2), st.decimals("0", "30", places=2))
def test_wider_is_never_worse(rule, a, b):
    order = [P, C, N]
    low, high = sorted((a, b))
    assert order.index(rule.classify(low)) <= order.index(rule.classify(high))


def test_ids_versions_and_words_are_there_and_unknown_ids_are_refused():
    assert [rule.id for rule in RULE_SETS] == [INVASIVE, DCIS, UK, THREE]
    assert all(rule.version and rule.title and rule.words and rule.citation and rule.depth_words for rule in RULE_SETS)
    assert [rule.id for rule in RULE_SETS if rule.full_thickness_exempts] == [UK]
    with pytest.raises(ValueError, match="no rule set"):
        rule_set("house-style")
