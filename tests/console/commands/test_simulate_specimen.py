"""`rimlight simulate specimen`, through the front door, and its folder through the reader of scans."""

import json

import numpy as np
import pytest

from console.__main__ import main
from devices.scanners.folder import read_petct

SMALL = ("--size", 40, 44, 48, "--json")


def run(capsys, *words):
    try:
        status = main([str(word) for word in words])
    except SystemExit as leaving:
        status = leaving.code
    out, err = capsys.readouterr()
    return status, out, err


def test_a_specimen_is_written_and_read_back(tmp_path, capsys):
    where = tmp_path / "scan"
    status, out, err = run(capsys, "simulate", "specimen", "--seed", 3, "--positive", "--segmentation", "--out", where, *SMALL)
    assert (status, err) == (0, "")
    told = json.loads(out)
    assert (told["margin_status"], told["kind"], told["family"], told["simulated"]) == ("positive", "nst", "a", True)
    assert set(told["faces"]) == {"superior", "inferior", "medial", "lateral", "anterior", "posterior"}
    assert json.loads((where / "truth.json").read_text())["minimum_margin_mm"] == told["minimum_margin_mm"]
    scan = read_petct(where)
    assert scan.simulated
    assert scan.ct.values.shape == (40, 44, 48)
    assert scan.suv.body_weight.value is not None
    with np.load(where / "truth.npz") as truth:
        assert np.array_equal(scan.segmentations[0].mask, truth["tumour"])
        assert np.median(scan.ct.values[truth["specimen"]]) > np.median(scan.ct.values[~truth["specimen"]]) + 300


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--seed", -1), "--seed"),
        (("--size", 10, 40, 40), "--size"),
        (("--spacing", 3), "--spacing"),
        (("--kind", "none", "--positive"), "holds no tumour"),
        (("--positive", "--negative"), "not allowed"),
    ],
)
def test_what_cannot_be_simulated_is_refused_in_one_line(tmp_path, capsys, words, said):
    where = tmp_path / "scan"
    status, out, err = run(capsys, "simulate", "specimen", "--out", where, *words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert not where.exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys):
    (tmp_path / "mine").write_text("here")
    status, _, err = run(capsys, "simulate", "specimen", "--out", tmp_path, *SMALL)
    assert status == 2
    assert "not an empty folder" in err
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
