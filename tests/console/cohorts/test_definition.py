"""Filters and arms: what they keep, that they read back the same, and what they refuse; and that the screen's pages stand on few or odd cases."""

import numpy as np
import pytest

from console.cohorts.definition import Arms, Definition, Filter, parse_filter
from console.cohorts.reader import parse_cohort
from console.faults import Refused
from console.views.cohort_pages import PAGES, compute
from console.views.cohort_sheet import Asked

CSV = b"case_id,arm,er,age\n1,ICG,positive,40\n2,ICG,negative,50\n3,wire,positive,60\n4,seed,,70\n5,,positive,\n"
COHORT = parse_cohort(CSV, "c.csv")


def test_filters_leave_out_what_is_missing():
    found = Definition(filters=(Filter("er", ("positive",)), Filter("age", (), None, 60))).apply(COHORT)
    assert found.identifiers == ("1", "3")
    assert any("2 of 5 cases" in note for note in found.notes)


def test_arms_keep_their_order_and_leave_the_others_out():
    found = Definition(arms=Arms("arm", ("wire", "ICG"))).apply(COHORT)
    assert found.words("arm").levels == ("wire", "ICG")
    assert found.words("arm").codes.tolist() == [1, 1, 0]
    assert any("no arm" in note for note in found.notes)


def test_a_number_is_cut_into_two_arms():
    found = Definition(arms=Arms("age", (), 55)).apply(COHORT)
    assert found.words("arm").levels == ("age below 55", "age from 55")
    assert found.words("arm").codes.tolist() == [0, 0, 1, 1]


def test_a_definition_reads_back_the_same():
    one = Definition("old", (parse_filter("er=positive"), parse_filter("age=40..")), Arms("age", (), 55.5))
    assert Definition.from_json(one.to_json()) == one
    for text in ("", "{}", "[1]", '{"source": 1}'):
        with pytest.raises(Refused):
            Definition.from_json(text)


@pytest.mark.parametrize("text", ["er", "=1", "er=", "age=a..b", "age=.."])
def test_a_filter_that_cannot_be_read_is_refused(text):
    with pytest.raises(Refused):
        parse_filter(text)


@pytest.mark.parametrize("one", [Filter("er", ("perhaps",)), Filter("er", (), 1, 2), Filter("nonsense", ("x",))])
def test_a_filter_that_does_not_fit_is_refused(one):
    with pytest.raises(Refused):
        Definition(filters=(one,)).apply(COHORT)


def test_another_dictionary_is_said():
    assert any("version 1 " in note for note in Definition(dictionary="1").apply(COHORT).notes)


ODD = {
    "five cases": CSV,
    "one case": b"case_id,arm,permanent_margin,recurrence,recurrence_days,follow_up_days\n1,ICG,positive,no,,100\n",
    "no arm": b"case_id,permanent_margin\n1,positive\n2,negative\n",
    "no event": b"arm,permanent_margin,recurrence,recurrence_days,follow_up_days\n" + b"a,negative,no,,10\nb,negative,no,,20\n" * 30,
    "three arms": b"arm,permanent_margin,er,age\n" + b"a,negative,positive,50\nb,positive,negative,60\nc,positive,positive,55\n" * 9,
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
@pytest.mark.parametrize("name", ODD)
def test_no_page_falls_over_on_thin_evidence(page, name):
    cohort = Definition().apply(parse_cohort(ODD[name], "c.csv"))
    for option in [option for option, _ in page.options] or [""]:
        with np.errstate(all="raise", under="ignore"):
            sheet = compute(page, Asked(cohort, option))
        assert sheet.table or sheet.figures or sheet.notes


def test_what_counts_as_a_high_ki67_is_the_definition_s(tmp_path):
    cohort = parse_cohort(b"case_id,ki67_percent\na,14\nb,15\nc,21\nd,", "x.csv")
    seen = {}
    for above in (14.0, 20.0):
        definition = Definition.from_json(Definition(ki67_above=above).to_json())
        applied = definition.apply(cohort)
        seen[above] = applied.flags("ki67_high").tolist()[:3]
        assert any("Ki67 counts as high above 20" in note for note in applied.notes) is (above == 20.0)
    assert seen == {14.0: [0, 1, 1], 20.0: [0, 0, 1]}
    older = Definition().to_json().replace(', "ki67_above": 14.0', "")
    assert Definition.from_json(older).ki67_above == 14.0
