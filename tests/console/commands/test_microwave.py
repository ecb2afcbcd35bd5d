"""`rimlight microwave` and `rimlight simulate microwave`, through the front door."""

import json

import h5py
import numpy as np
import pytest

from console.__main__ import main


def run(capsys, *words):
    try:
        status = main([str(word) for word in words])
    except SystemExit as leaving:
        status = leaving.code
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture
def scan(tmp_path, capsys):
    def make(*options):
        path = tmp_path / "scan.h5"
        status, out, _ = run(capsys, "simulate", "microwave", "--out", path, "--pixels", 32, "--seed", 5, "--json", *options)
        assert status == 0
        return path, json.loads(out)

    return make


def test_a_complete_scan(scan, tmp_path, capsys):
    path, truth = scan("--noise", 0.05)
    status, out, err = run(capsys, "microwave", path, "--out", tmp_path / "found", "--json")
    assert (status, err) == (0, "")
    assert out.count("\n") == 1
    found = json.loads(out)
    for key in ("regions", "minimum_depth_mm", "positive_mm2", "close_mm2", "negative_mm2", "masked_mm2", "validity"):
        assert key in found
    positive = [region for region in found["regions"] if region["class"] == "positive"]
    assert len(positive) == 1
    assert np.hypot(*np.subtract(positive[0]["centroid_mm"], truth["inclusions_mm"][0])) < 3
    total = sum(found[f"{name}_mm2"] for name in ("positive", "close", "negative", "masked"))
    assert total == pytest.approx(100 * 100)
    assert found["simulated"]
    with h5py.File(tmp_path / "found" / "depth.h5") as file, h5py.File(path) as scanned:
        assert file["depth_mm"].shape == (32, 32)
        assert file["depth_mm"].compression == "gzip"
        assert file.attrs["simulated"]
        assert file.attrs["input_sha256"] == found["sha256"]
        assert file.attrs["validity"] == found["validity"]
        whole = (scanned["true_coverage"][:] == 1) & (file["class"][:] < 3)
        off = np.minimum(file["depth_mm"][:], 2) - np.minimum(scanned["true_depth_mm"][:], 2)
        assert np.median(np.abs(off[whole])) < 0.01


def test_its_own_depth_file_is_read_again(scan, tmp_path, capsys):
    path, _ = scan("--noise", 0.05)
    first = json.loads(run(capsys, "microwave", path, "--out", tmp_path, "--json")[1])
    again = json.loads(run(capsys, "microwave", tmp_path / "depth.h5", "--json")[1])
    assert again["masked_mm2"] == pytest.approx(first["masked_mm2"])
    assert "another scanner" in again["validity"]


def test_a_short_scan_says_so_and_fits_hydration_on_request(scan, capsys):
    path, _ = scan("--noise", 0.3, "--share", 0.5, "--margin-hydration", 1.2)
    status, out, _ = run(capsys, "microwave", path, "--fit-hydration", "--json")
    found = json.loads(out)
    assert status == 0
    assert found["reconstruction"] == "regularised"
    assert "incomplete" in found["warning_kinds"]
    assert found["hydration"]["accepted"]
    assert found["hydration"]["margin"] == pytest.approx(1.2, abs=0.06)


def test_l1_and_a_cube_in_npz(scan, tmp_path, capsys):
    from algorithms.microwave.library import build_library

    frequency = np.linspace(11e9, 20e9, 41)
    spectra = build_library(frequency, np.linspace(0.2, 2.8, 60)).spectra.reshape(6, 10, 41)
    np.savez(tmp_path / "cube.npz", frequency_hz=frequency, normalised=spectra, rows=6, columns=10, field_of_view_mm=[10.0, 6.0],
             time_convention="exp(-iwt)")  # fmt: skip
    for norm in ("l1", "l2"):
        status, out, _ = run(capsys, "microwave", tmp_path / "cube.npz", "--error", norm, "--json")
        found = json.loads(out)
        assert (status, found["error"]) == (0, norm)
        assert found["minimum_depth_mm"] == pytest.approx(0.2, abs=0.01)
        assert found["masked_mm2"] == 0


def test_a_forgotten_conjugation_is_said(tmp_path, capsys):
    from algorithms.microwave.library import build_library

    frequency = np.linspace(11e9, 20e9, 41)
    spectra = build_library(frequency, np.linspace(0.2, 2.0, 64)).spectra.reshape(8, 8, 41)
    np.savez(tmp_path / "cube.npz", frequency_hz=frequency, normalised=spectra, field_of_view_mm=[8.0, 8.0], time_convention="exp(+jwt)")
    found = json.loads(run(capsys, "microwave", tmp_path / "cube.npz", "--json")[1])
    assert found["warning_kinds"] == ["conjugated"]
    assert "not to be trusted" in found["validity"]


def test_refusals_are_one_line_and_write_nothing(tmp_path, capsys):
    (tmp_path / "bad.h5").write_bytes(b"\x89HDF\r\n\x1a\n" + b"\0" * 500)
    out = tmp_path / "out"
    for path in (tmp_path / "bad.h5", tmp_path / "absent.h5", tmp_path):
        status, printed, err = run(capsys, "microwave", path, "--out", out, "--json")
        assert (status, printed) == (2, "")
        assert err.count("\n") == 1
        assert not out.exists()
    for wrong in (("--share", "2"), ("--noise", "-1"), ("--seed", "-3"), ("--noise", "nan")):
        status, printed, err = run(capsys, "simulate", "microwave", "--out", tmp_path / "x.h5", *wrong)
        assert (status, printed) == (2, "")
        assert err.count("\n") == 1


def test_an_output_that_cannot_be_written_is_refused(scan, tmp_path, capsys):
    path, _ = scan("--noise", 0.05)
    (tmp_path / "file").write_text("")
    status, _, err = run(capsys, "microwave", path, "--out", tmp_path / "file")
    assert status == 2
    assert "not a folder" in err
