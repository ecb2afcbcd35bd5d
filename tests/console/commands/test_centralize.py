"""`rimlight centralize`, through the front door."""

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
    with pytest.raises(SystemExit) as leaving:
        main(["centralize", "--resected", "62", "48", "--json"])
    assert leaving.value.code == 2
    assert "--mass" in capsys.readouterr().err
