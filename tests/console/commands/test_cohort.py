"""`rimlight cohort` and `rimlight simulate cohort`: the keys that stay, what is refused and how, files in and out."""

import argparse
import csv
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algorithms.statistics.terms import Number
from console.cohorts.dictionary import FIELDS, as_markdown
from console.cohorts.reader import parse_cohort, read_cohort
from console.cohorts.writer import cohort_csv, harmless
from console.commands import cohort, simulate
from console.faults import ImportRefused, Refused


def ask(module, *arguments):
    parser = argparse.ArgumentParser(exit_on_error=False)
    parser.add_argument("--json", action="store_true")
    module.add_arguments(parser)
    found = module.run(parser.parse_args([str(argument) for argument in arguments]))
    json.dumps(found, allow_nan=False)
    return found


@pytest.fixture(scope="module")
def simulated(tmp_path_factory):
    path = tmp_path_factory.mktemp("cohort") / "cohort.csv"
    ask(simulate, "cohort", "--cases", 900, "--seed", 5, "--out", path)
    return path


def test_compare_counts():
    found = ask(cohort, "compare", "--counts", 12, 114, 75, 300, "--json")
    assert found["p_chi2"] == pytest.approx(0.0012425, abs=1e-6)
    assert found["p_chi2_yates"] == pytest.approx(0.0019754, abs=1e-6)
    assert found["p_fisher"] == pytest.approx(0.0010909, abs=1e-6)
    assert found["odds_ratio"] == pytest.approx(0.35294, abs=1e-5)
    assert found["odds_ratio_ci"] == pytest.approx([0.18375, 0.67793], abs=1e-5)


def test_what_is_undefined_is_null_and_says_why():
    found = ask(cohort, "compare", "--counts", 0, 10, 0, 20)
    assert found["p_chi2"] is None
    assert found["odds_ratio"] is None
    assert found["p_fisher"] == 1
    assert any("p_chi2" in note for note in found["notes"])
    empty = ask(cohort, "compare", "--counts", 0, 0, 0, 0)
    assert empty["p_fisher"] == 1
    one_sided = ask(cohort, "compare", "--counts", 0, 10, 5, 10)
    assert one_sided["odds_ratio_exact_ci"][0] == 0
    assert ask(cohort, "compare", "--counts", 10, 10, 5, 10)["odds_ratio_exact_ci"][1] is None


@pytest.mark.parametrize("text", ["7 8 / 96 227 / 11 55 / 0 9 / 0 1", "7 8/96 227/11 55/0 9/0 1"])
def test_compare_table(text):
    found = ask(cohort, "compare", "--table", *text.split())
    assert found["p_exact"] == pytest.approx(0.01337821, abs=1e-7)
    assert found["p_chi2"] == pytest.approx(0.02407707, abs=1e-7)


def test_small_answers():
    assert ask(cohort, "mcnemar", "--counts", 8, 0)["p_exact"] == 0.0078125
    assert ask(cohort, "mcnemar", "--counts", 0, 0)["p_exact"] == 1
    assert ask(cohort, "holm", 0.01, 0.04, 0.03)["adjusted"] == pytest.approx([0.03, 0.06, 0.06])
    found = ask(cohort, "power", "--p1", 0.15, "--p2", 0.25, "--n", 150)
    assert found["power"] == pytest.approx(0.582, abs=1e-3)
    assert found["power_exact"] == pytest.approx(0.529, abs=1e-3)
    assert ask(cohort, "power", "--p1", 0.15, "--p2", 0.25, "--power", 0.8)["n_per_arm"] == 250
    assert ask(cohort, "power", "--p1", 0.2, "--p2", 0.2, "--power", 0.8)["n_per_arm"] is None
    assert ask(cohort, "power", "--hazard-ratio", 0.5)["events"] == 66


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "--counts", "11", "10", "1", "2"], ["compare", "--counts", "1.5", "10", "1", "2"], ["compare", "--table", "1", "2", "/", "3"],
        ["compare", "--table", "1", "2"], ["holm", "1.2"], ["holm", "nan"],
        ["power", "--p1", "0.2", "--p2", "0.3"], ["power", "--p1", "2", "--p2", "0.3", "--n", "9"],
        ["power", "--p1", "0.2", "--p2", "0.3", "--n", "0"], ["mcnemar", "--counts", "-1", "2"], ["mcnemar"], ["power", "--hazard-ratio", "1"],
        ["power", "--p1", "0.2", "--p2", "0.3", "--power", "1"], ["summary", "/nowhere/cohort.csv"],
    ],
)  # fmt: skip
def test_bad_input_is_refused_in_one_line(arguments):
    with pytest.raises((Refused, argparse.ArgumentError)) as caught:
        ask(cohort, *arguments)
    assert "\n" not in str(caught.value)


def test_files_of_every_question(simulated):
    table = ask(cohort, "table", simulated, "--arm", "arm")
    assert {row["column"] for row in table["rows"]} >= {"age", "er", "permanent_margin", "centralization_cm"}
    assert sum(table["arms"].values()) == 900
    survival = ask(cohort, "survival", simulated, "--time", "recurrence_days", "--event", "recurrence", "--arm", "arm")
    assert set(survival["arms"]) == {"ICG", "ultrasound"}
    assert {"n", "events", "median"} <= set(survival["arms"]["ICG"])
    assert 0 <= survival["logrank_p"] <= 1
    assert any("followed to follow_up_days" in note for note in survival["notes"])
    cox = ask(cohort, "cox", simulated, "--time", "recurrence_days", "--event", "recurrence", "--terms", "permanent_margin", "age", "er")
    assert set(cox["terms"]) == {"permanent_margin", "age", "er"}
    assert {"estimate", "ratio", "ci", "p"} <= set(cox["terms"]["age"])
    logistic = ask(
        cohort, "logistic", simulated, "--outcome", "permanent_margin", "--terms", "arm", "tumour_size_cm", "--reference", "arm=ultrasound"
    )
    assert logistic["terms"]["arm"]["ratio"] < 1
    assert logistic["terms"]["arm"]["ci_profile"] == pytest.approx(logistic["terms"]["arm"]["ci"], rel=0.2)
    agreement = ask(cohort, "agreement", simulated, "--truth", "permanent_margin", "--prediction", "frozen_margin")
    assert all(
        agreement[f"{key}_ci"][0] <= agreement[key] <= agreement[f"{key}_ci"][1]
        for key in ("sensitivity", "specificity", "precision", "f1")
    )
    both = ask(cohort, "mcnemar", simulated, "--truth", "permanent_margin", "--first", "frozen_margin", "--second", "further_resection")
    assert both["labels"]["p_exact"] <= 1
    forest = ask(cohort, "subgroups", simulated, "--outcome", "permanent_margin", "--arm", "arm")
    assert set(forest["factors"]) == {"er", "pr", "her2", "ki67_high"}
    incidence = ask(cohort, "incidence", simulated, "--arm", "arm")
    assert incidence["arms"]["ICG"]["recurrence"]["last"] < 1
    balance = ask(cohort, "balance", simulated, "--outcome", "reoperation", "--arm", "arm", "--terms", "age", "tumour_size_cm")
    assert abs(balance["balance"]["age"]["after"]) < 1e-9
    faces = ask(cohort, "agreement", simulated, "--faces", "petct")
    assert faces["n"] % 6 == 0
    assert "several rows of one specimen" in " ".join(faces["notes"])
    readers = ask(cohort, "kappa", simulated, "--readers", *(f"reader_{name}_margin" for name in "abc"), "--truth", "pathology_margin")
    assert readers["majority"]["f1"] > max(one["f1"] for one in readers["readers"].values()) - 0.1
    kappa = ask(cohort, "kappa", simulated, "--readers", "frozen_margin", "further_resection", "permanent_margin")
    assert kappa["kappa"] < 1
    assert ask(cohort, "kappa", simulated, "--readers", "frozen_margin", "further_resection")["kappa"] > 0.7
    depths = ask(cohort, "bland-altman", simulated, "--measured", "tumour_size_cm", "--truth", "centralization_cm")
    assert depths["lower_limit"] < depths["bias"] < depths["upper_limit"]
    assert depths["missing"] > 0
    chart = ask(cohort, "monitor", simulated, "--outcome", "permanent_margin", "--by", "arm", "--expected", 0.1)
    assert len(chart["funnel"]) == 2
    assert ask(cohort, "summary", simulated)["n"] == 900


def test_survival_counts_are_those_of_the_file(simulated):
    with simulated.open() as file:
        rows = list(csv.DictReader(file))
    found = ask(cohort, "survival", simulated, "--time", "follow_up_days", "--event", "recurrence", "--arm", "arm")
    for arm in ("ICG", "ultrasound"):
        mine = [row for row in rows if row["arm"] == arm]
        assert found["arms"][arm]["n"] == len(mine)
        assert found["arms"][arm]["events"] == sum(row["recurrence"] == "yes" for row in mine)


def test_the_same_seed_gives_the_same_file_and_says_that_it_is_simulated(simulated, tmp_path):
    again = tmp_path / "again.csv"
    found = ask(simulate, "cohort", "--cases", 900, "--seed", 5, "--out", again, "--json")
    assert again.read_bytes() == simulated.read_bytes()
    assert found["simulated"] is True
    assert read_cohort(again).flags("simulated").all()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("case_id,age\nA,50\nB,old\n", "row 3, column age"),
        ("case_id,age\nA,500\n", "row 2, column age"),
        ("case_id,er\nA,maybe\n", "row 2, column er"),
        ("case_id,age\nA,nan\n", "row 2, column age"),
        ("case_id,age\nA,1e999\n", "row 2, column age"),
        ("case_id,age\nA,٣\n", "row 2, column age"),
        ("case_id,age\nA,50\nA,51\n", "row 3, column case_id"),
        ("case_id,age\n,50\n", "row 2, column case_id"),
        ("case_id,age\nA,50,1\n", "row 2 has 3 cells"),
        ("case_id,age,age\nA,50,1\n", "two columns are named age"),
        ("case_id,,age\nA,1,50\n", "column 2 has no name"),
        ("case_id,age;er\nA,50\n", "mixes separators"),
        ('case_id,age\n"A,50\n', "never closed"),
        ("", "empty"),
        ("case_id,age\n", "no cases"),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_imported(text, named):
    with pytest.raises(ImportRefused, match=named) as caught:
        parse_cohort(text.encode(), "c.csv")
    assert "Nothing was imported." in str(caught.value)
    assert "maybe" not in str(caught.value)


def test_every_wrong_cell_is_counted():
    text = "age\n" + "x\n" * 15
    with pytest.raises(ImportRefused, match="and 5 more"):
        parse_cohort(text.encode(), "c.csv")


@pytest.mark.parametrize("content", ["age\n50\n".encode("utf-16"), b"age,arm\n50,\xe9\n", b"age\n\x0050\n"])
def test_other_encodings_are_refused(content):
    with pytest.raises(ImportRefused):
        parse_cohort(content, "c.csv")


def test_separators_decimal_commas_marks_and_spellings():
    text = "\ufeffCase_ID; Age ;tumour_size_cm;T stage;er;frozen_margin;recurrence\r\n1;50;1,5;pT1c;1;pos;N\r\n2;;2,25;Tis;NA;-;y\r\n\r\n"
    found = parse_cohort(text.encode(), "c.csv")
    assert found.numbers("tumour_size_cm").tolist() == [1.5, 2.25]
    assert [found.words("t_stage").levels[code] for code in found.words("t_stage").codes] == ["t1", "tis"]
    assert found.flags("er")[0] == 1
    assert np.isnan(found.flags("er")[1])
    assert found.flags("frozen_margin").tolist() == [1, 0]
    assert found.flags("recurrence").tolist() == [0, 1]
    assert dict(found.missing())["age"] == 1


def test_columns_beyond_the_dictionary_are_read_and_said():
    text = "week,arrest,room,remark\n1,1,left,a\n2.5,0,right,b\n"
    found = parse_cohort(text.encode(), "c.csv")
    assert isinstance(found.column("week"), Number)
    assert found.flags("arrest").tolist() == [1, 0]
    assert found.words("room").levels == ("left", "right")
    assert len(found.notes) == 4
    with pytest.raises(Refused, match="did you mean arrest"):
        found.flags("arest")
    with pytest.raises(Refused, match="neither yes/no"):
        found.flags("room")


@given(st.text(min_size=1, max_size=12))
def test_no_cell_of_an_export_begins_like_a_formula(text):
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_an_export_reads_back_the_same(simulated):
    before = read_cohort(simulated)
    after = parse_cohort(cohort_csv(before), "export.csv")
    assert after.identifiers == before.identifiers
    for one, other in zip(before.columns, after.columns, strict=True):
        assert type(one) is type(other)
        if isinstance(one, Number):
            np.testing.assert_array_equal(one.values, other.values)
        else:
            assert [one.levels[code] if code >= 0 else "" for code in one.codes] == [
                other.levels[code] if code >= 0 else "" for code in other.codes
            ]


def test_a_formula_in_an_arm_is_disarmed_on_export_and_comes_back():
    found = parse_cohort(b"arm,age\n=1+1,50\nplain,51\n", "c.csv")
    content = cohort_csv(found)
    assert b"'=1+1" in content
    assert parse_cohort(content, "c.csv").words("arm").levels == found.words("arm").levels


def test_contradictions_are_said():
    found = parse_cohort(b"recurrence,recurrence_days,follow_up_days\nyes,,100\nyes,200,100\n", "c.csv")
    assert len(found.notes) == 2


def test_the_dictionary_is_the_issue_s_list_and_the_page_is_written_from_it():
    from pathlib import Path

    wanted = (
        "case_id, arm, age, bmi, tumour_size_cm, histology, grade, t_stage, n_stage, er, pr, her2, ki67_percent, frozen_margin, permanent_margin, "
        "margin_type, further_resection, reoperation, recurrence, recurrence_days, death_days, follow_up_days, centralization_cm, resected_volume_cm3"
    )
    assert [field.name for field in FIELDS if field.name in wanted.split(", ")] == wanted.split(", ")
    page = Path(__file__).parents[3] / "docs" / "data-dictionary.md"
    assert as_markdown() in page.read_text(encoding="utf-8")
