"""`rimlight centralize`, through the front door."""

import csv
import json

import pytest

from console.__main__ import main

GOOD = {
    "--resected": ["62", "48"],
    "--mass": ["14", "11"],
    "--superior": ["20"],
    "--inferior": ["25"],
    "--medial": ["11"],
    "--lateral": ["20"],
}


def run(capsys, *extra, **changed):
    options = GOOD | {f"--{name}": value for name, value in changed.items()}
    status = None
    try:
        status = main(["centralize", *(word for name, values in options.items() for word in (name, *values)), *extra])
    except SystemExit as leaving:
        status = leaving.code
    out, err = capsys.readouterr()
    return status, out, err


def test_the_figure_and_both_signed_terms(capsys):
    status, out, err = run(capsys, "--json")
    result = json.loads(out)
    assert (status, err) == (0, "")
    assert (result["centralization_cm"], result["major_axis_difference_cm"], result["minor_axis_difference_cm"]) == (0.9, 0.3, 0.6)
    assert result["warnings"] == []
    assert out.count("\n") == 1


def test_exact_where_floats_are_not(capsys):
    _, out, _ = run(
        capsys, "--json", resected=["0.3", "0.3"], mass=["0.1", "0.1"], superior=["0.2"], inferior=["0"], medial=["0.2"], lateral=["0"]
    )
    result = json.loads(out)
    assert (result["centralization_cm"], result["major_axis_difference_cm"]) == (0, 0)


def test_signs_and_warnings(capsys):
    _, out, _ = run(capsys, "--json", superior=["40"], medial=["0"], lateral=["0"])
    result = json.loads(out)
    assert result["major_axis_difference_cm"] == -1.7
    assert result["minor_axis_difference_cm"] == 3.7
    assert result["centralization_cm"] == 5.4
    assert any("the formula cannot see this" in sentence for sentence in result["warnings"])
    assert any("exceed the specimen by 17 mm" in sentence for sentence in result["warnings"])


def test_depth_is_optional_and_lies_outside_the_formula(capsys):
    _, out, _ = run(capsys, "--anterior", "8", "--posterior", "0.5", "--json")
    result = json.loads(out)
    assert (result["centralization_cm"], result["closest_margin_mm"], result["closest_faces"]) == (0.9, 0.5, ["posterior"])


def test_for_people(capsys):
    status, out, _ = run(capsys)
    assert status == 0
    assert "centralization_cm: 0.9\n" in out


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("superior", "-1"), ("superior", "-0.5"), ("medial", "nan"), ("medial", "inf"), ("medial", "-inf"), ("lateral", "1e999"), ("lateral", "1e2"),
        ("inferior", "501"), ("inferior", "9" * 200), ("inferior", "ten"), ("inferior", ""), ("inferior", "1,5"), ("inferior", "1_0"),
        ("inferior", "１２"), ("inferior", "0x1f"), ("inferior", "5 mm"), ("superior", "-1e5"), ("superior", "0.1\n"), ("superior", "1\n2"),
    ],
)  # fmt: skip
def test_refused_in_one_line(capsys, name, value):
    status, out, err = run(capsys, "--json", **{name: [value]})
    if value == "0.1\n":  # white space around a number is no mistake
        assert status == 0
        return
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert name in err.lower()


@pytest.mark.parametrize("changed", [{"resected": ["0", "48"]}, {"resected": ["62", "0.0"]}, {"mass": ["0", "11"]}, {"mass": ["14", "-0"]}])
def test_an_axis_is_longer_than_nothing(capsys, changed):
    status, out, err = run(capsys, "--json", **changed)
    assert (status, out) == (2, "")
    assert "axis" in err


def test_a_missing_length_is_named(capsys):
    assert main(["centralize", "--resected", "62", "48", "--json"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "--mass" in err


def test_what_stands_beside_it(capsys):
    _, out, _ = run(capsys, "--anterior", "8", "--posterior", "6", "--resected-depth", "30", "--json")
    result = json.loads(out)
    assert (result["volume_cm3"], result["resection_ratio"], result["eccentricity_mm"]) == (89.28, 2.27, 19)
    assert result["position"].startswith("Below both published medians")


HEADER = "case,resected_major,resected_minor,mass_major,mass_minor,superior,inferior,medial,lateral,anterior,posterior,resected_depth"


def table(tmp_path, *rows, header=HEADER, encoding="utf-8"):
    path = tmp_path / "specimens.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding=encoding)
    return path


def test_a_table_in_and_its_figures_out(capsys, tmp_path):
    source = table(tmp_path, "a,62,48,14,11,20,25,11,20,8,6,30", "=b,50,40,10,10,15,15,20,20,,,")
    assert main(["centralize", "--csv", str(source), "--out", str(tmp_path / "out.csv"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["specimens"] == 2
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["centralization_cm"] for row in rows] == ["0.9", "2"]
    assert [row["minor_axis_difference_cm"] for row in rows] == ["0.6", "-1"]
    assert (rows[0]["resection_ratio"], rows[1]["resection_ratio"]) == ("2.27", "")
    assert rows[1]["case"] == "'=b"  # a spreadsheet would run it


def test_semicolons_and_a_byte_order_mark_are_read_too(tmp_path):
    source = table(tmp_path, "a;62;48;14;11;20;25;11;20;8;6;30", header=HEADER.replace(",", ";"), encoding="utf-8-sig")
    assert main(["centralize", "--csv", str(source), "--out", str(tmp_path / "out.csv")]) == 0


GOOD_ROW = "a,62,48,14,11,20,25,11,20,8,6,30"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([GOOD_ROW, GOOD_ROW.replace("20,25", "-2,25")], "Row 3, column superior: a length cannot be negative."),
        ([GOOD_ROW.replace("62", "ten")], "Row 2, column resected_major: 'ten' is not a plain number of millimetres."),
        ([GOOD_ROW.replace("62", "")], "Row 2, column resected_major"),
        ([GOOD_ROW.replace("62", "0")], "an axis cannot be 0 mm long"),
        ([GOOD_ROW.replace("62", "1e2")], "Row 2, column resected_major"),
        ([GOOD_ROW.replace(",30", ",0")], "Row 2, column resected_depth"),
        ([GOOD_ROW.replace(",30", ",nan")], "Row 2, column resected_depth"),
        ([GOOD_ROW + ",7"], "row 2 has 13 cells, the header 12"),
        ([], "at least one row"),
        (['a,"62,48'], "quotation marks"),
        ([GOOD_ROW.replace("62", "501")] * 12, "And 2 more."),
    ],
)
def test_a_wrong_cell_is_named_and_nothing_is_written(capsys, tmp_path, rows, said):
    source = table(tmp_path, *rows)
    assert main(["centralize", "--csv", str(source), "--out", str(tmp_path / "out.csv"), "--json"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("header", [HEADER.replace(",medial", ",middle"), HEADER + ",case", HEADER.replace("case", "warnings")])
def test_wrong_columns_are_refused(capsys, tmp_path, header):
    source = table(tmp_path, GOOD_ROW + ("," if header.endswith(",case") else ""), header=header)
    assert main(["centralize", "--csv", str(source), "--out", str(tmp_path / "out.csv")]) == 2
    assert "column" in capsys.readouterr().err


@pytest.mark.parametrize(
    "extra",
    [
        ["--csv", "x.csv"],
        ["--out", "y.csv"],
        ["--csv", "x.csv", "--out", "y.csv", "--superior", "3"],
        ["--csv", "/nowhere.csv", "--out", "y"],
    ],
)
def test_half_a_table_is_refused(capsys, extra):
    assert main(["centralize", *extra]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_source_is_never_written_over(capsys, tmp_path):
    source = table(tmp_path, GOOD_ROW)
    assert main(["centralize", "--csv", str(source), "--out", str(source)]) == 2
    assert source.read_text(encoding="utf-8").startswith(HEADER)


def test_bytes_that_are_no_text_are_refused(capsys, tmp_path):
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe\x00")
    assert main(["centralize", "--csv", str(tmp_path / "x.csv"), "--out", str(tmp_path / "out.csv")]) == 2
    assert "UTF-8" in capsys.readouterr().err
