"""The networks that ship: every file is the one in the manifest, answers what it answered when it was exported, and says what it was trained on."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
import pytest

MODELS = Path(__file__).resolve().parents[2] / "assets" / "models"
MANIFEST: dict[str, Any] = tomllib.loads((MODELS / "manifest.toml").read_text())
MEMBERS: list[dict[str, Any]] = MANIFEST["model"]
LARGEST_MB = 60
ALIKE = 0.02  # another processor adds in another order; answers are kept in 16 bits


def session(name: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession((MODELS / name).read_bytes(), options, providers=["CPUExecutionProvider"])


def answer(name: str, image: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return np.asarray(session(name).run(None, {MANIFEST["layout"]["input"]: image})[0])


def test_every_file_is_the_one_in_the_manifest_and_no_other_lies_there() -> None:
    for member in MEMBERS:
        content = (MODELS / member["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == member["sha256"], member["name"]
        assert len(content) == member["bytes"]
    assert {path.name for path in MODELS.glob("*.onnx")} == {member["file"] for member in MEMBERS}


def test_what_ships_stays_small() -> None:
    assert sum(path.stat().st_size for path in MODELS.iterdir()) < LARGEST_MB * 1e6


def test_twenty_five_members_of_each_family_one_for_every_pair_of_folds() -> None:
    for family in ("nst", "ilc-dcis"):
        folds = {(member["outer_fold"], member["inner_fold"]) for member in MEMBERS if member["family"] == family}
        assert folds == {(outer, inner) for outer in range(5) for inner in range(5)}


def test_the_fast_members_are_members_of_their_family() -> None:
    families = {member["name"]: member["family"] for member in MEMBERS}
    for family, names in MANIFEST["fast"].items():
        assert names
        assert all(families[name] == family for name in names)


def test_they_say_that_they_know_simulated_specimens_only() -> None:
    assert MANIFEST["trained_on"] == "simulated specimens"
    assert "trained on simulated specimens" in (MODELS / "README.md").read_text().lower()


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member["name"])
def test_a_member_answers_what_it_answered_when_it_was_exported(member: dict[str, Any]) -> None:
    with np.load(MODELS / "reference.npz") as kept:
        image, expected = kept["image"].astype(np.float32) / 255, kept[member["name"]].astype(np.float32)
    found = answer(member["file"], image)[0, 0]
    assert np.isfinite(found).all()
    assert 0 <= found.min() <= found.max() <= 1
    assert np.abs(found - expected).max() < ALIKE


def test_any_batch_and_any_multiple_of_sixteen_goes_in() -> None:
    rng = np.random.default_rng(0)
    image = rng.random((3, 2, 48, 80), dtype=np.float32)
    found = answer(MEMBERS[0]["file"], image)
    assert found.shape == (3, 1, 48, 80)
    alone = answer(MEMBERS[0]["file"], image[1:2])
    assert np.abs(found[1] - alone[0]).max() < 1e-4


def test_an_empty_picture_holds_no_tumour() -> None:
    for family in ("nst", "ilc-dcis"):
        name = next(member["file"] for member in MEMBERS if member["family"] == family)
        assert answer(name, np.zeros((1, 2, 96, 96), np.float32)).max() < 0.5
