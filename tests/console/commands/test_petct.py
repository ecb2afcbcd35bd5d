"""`rimlight petct` from a scanner's folder to numbers and files, on simulated specimens and handmade networks."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import numpy as np
import pydicom
import pytest

from console.__main__ import DONE, REFUSED, main
from devices.scanners.folder import read_petct
from devices.simulated.petct import TumourKind, simulate_scan
from devices.simulated.petct_dicom import Acquisition, Lie, write_petct

_spec = importlib.util.spec_from_file_location("handmade", Path(__file__).parents[2] / "algorithms" / "petct" / "handmade.py")
handmade = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(handmade)
KEYS = {"margin_status", "minimum_margin_mm", "narrowest", "faces", "tumour_volume_mm3", "specimen_volume_mm3", "models_positive", "suv_max",
        "seconds", "validity"}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    root = tmp_path_factory.mktemp("petct")
    scan = simulate_scan(8, kind=TumourKind.NST, positive=True, size=(100, 110, 110))
    write_petct(scan, root / "axial", Acquisition())
    write_petct(scan, root / "coronal", Acquisition(lie=Lie.CORONAL, shuffled=True, weight_known=False))
    handmade.models_folder(root / "models")
    return root, scan


def answer(capsys, *arguments):
    assert main(["petct", *map(str, arguments), "--json"]) == DONE
    return json.loads(capsys.readouterr().out)


def test_numbers_and_files(made, capsys, tmp_path):
    root, scan = made
    said = answer(capsys, root / "axial", "--models", root / "models", "--out", tmp_path / "out")
    assert set(said) >= KEYS
    assert said["margin_status"] in {"positive", "negative"}
    assert said["minimum_margin_mm"] == min(said["faces"].values())
    assert said["models_positive"][1] == 3
    assert said["simulated"]
    for words in ("simulated", "Research use only", "orientation not recorded", "left breast"):
        assert words in said["validity"]
    assert abs(said["specimen_volume_mm3"] / scan.truth.specimen_mm3 - 1) < 0.05
    assert abs(said["suv_max"] / scan.pet_suv.max() - 1) < 0.05
    seg = pydicom.dcmread(tmp_path / "out" / "tumour.dcm")
    ct = next(header for path in (root / "axial").rglob("*") if path.is_file() and (header := pydicom.dcmread(path)).Modality == "CT")
    assert seg.FrameOfReferenceUID == ct.FrameOfReferenceUID
    assert seg.StudyInstanceUID == ct.StudyInstanceUID
    assert "simulated" in seg.ImageComments
    assert seg.pixel_array.sum() * 1e-3 == pytest.approx(said["tumour_volume_mm3"], abs=1e-3)
    with np.load(tmp_path / "out" / "probability.npz", allow_pickle=False) as kept:
        assert kept["tumour"].sum() * 1e-3 == pytest.approx(said["tumour_volume_mm3"], abs=1e-3)
        assert (kept["probability"][kept["tumour"]] >= 0.5).mean() > 0.9
        assert json.loads(str(kept["result"]))["margin_status"] == said["margin_status"]


def test_however_it_was_acquired_the_answer_is_the_same(made, capsys):
    root, _ = made
    one, other = (answer(capsys, root / lie, "--models", root / "models", "--method", "fast") for lie in ("axial", "coronal"))
    assert one["narrowest"]["face"] == other["narrowest"]["face"]
    assert one["minimum_margin_mm"] == pytest.approx(other["minimum_margin_mm"], abs=0.11)
    assert np.allclose(one["narrowest"]["point_mm"], other["narrowest"]["point_mm"], atol=1.0)
    assert other["suv_max"] is None


def test_sides_swap_medial_and_lateral(made, capsys):
    root, _ = made
    left, right = (answer(capsys, root / "axial", "--method", "threshold", "--side", side) for side in ("left", "right"))
    assert left["faces"]["medial"] == right["faces"]["lateral"]
    assert left["faces"]["superior"] == right["faces"]["superior"]
    assert left["models_positive"][1] == 1
    assert left["thresholds"]


def test_what_cannot_be_used_is_refused_in_one_line(made, capsys, tmp_path):
    root, _ = made
    (tmp_path / "note.txt").write_text("nothing")
    for arguments in ((tmp_path, "--method", "threshold"), (root / "axial", "--models", tmp_path), (tmp_path / "none", "--method", "threshold"),
                      (root / "axial", "--method", "threshold", "--out", tmp_path / "note.txt")):  # fmt: skip
        assert main(["petct", *map(str, arguments), "--json"]) == REFUSED
        told = capsys.readouterr()
        assert told.out == ""
        assert len(told.err.strip().splitlines()) == 1


def test_what_was_drawn_is_compared_with_the_truth(made, capsys, tmp_path):
    """`rimlight cohort overlap`: the true tumour as NIfTI against what rimlight petct wrote, and against itself."""
    nibabel = importlib.import_module("nibabel")
    root, scan = made
    answer(capsys, root / "axial", "--models", root / "models", "--method", "fast", "--out", tmp_path)
    ct = read_petct(root / "axial").ct
    affine = np.diag([-1, -1, 1, 1]) @ ct.affine  # NIfTI looks from the other side
    nibabel.Nifti1Image(scan.tumour.astype(np.uint8), affine).to_filename(tmp_path / "truth.nii.gz")

    def compared(*arguments):
        assert (
            main(["cohort", "overlap", str(root / "axial"), "--truth", str(tmp_path / "truth.nii.gz"), *map(str, arguments), "--json"])
            == DONE
        )
        return json.loads(capsys.readouterr().out)

    same = compared("--drawn", tmp_path / "truth.nii.gz")
    assert (same["dsc"], same["hausdorff_95_mm"], same["contour_dice_1_mm"], same["pr_auc"]) == (1.0, 0.0, 1.0, None)
    drawn = compared("--probability", tmp_path / "probability.npz")
    with np.load(tmp_path / "probability.npz") as kept:
        assert drawn["drawn_mm3"] == pytest.approx(kept["tumour"].sum() * 1e-3, rel=1e-4)
    assert 0.3 < drawn["dsc"] < 1
    assert 0.3 < drawn["pr_auc"] <= 1
    (tmp_path / "not.npz").write_bytes(b"PK\x03\x04 nothing")
    assert (
        main(
            [
                "cohort",
                "overlap",
                str(root / "axial"),
                "--truth",
                str(tmp_path / "truth.nii.gz"),
                "--probability",
                str(tmp_path / "not.npz"),
            ]
        )
        == REFUSED
    )
    assert capsys.readouterr().err.count("\n") == 1
