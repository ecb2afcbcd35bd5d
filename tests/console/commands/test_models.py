"""`rimlight models`: networks that a site brings are held against their manifest, tried, compared and only then taken; what fails changes nothing."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from algorithms.petct.analysis import Method
from algorithms.petct.networks import Member
from console import resources
from console.__main__ import DONE, REFUSED, main
from console.acquisition.petct_models import Family, installed, own_models, read_models
from console.acquisition.petct_selftest import answers

_spec = importlib.util.spec_from_file_location("handmade", Path(__file__).parents[2] / "algorithms" / "petct" / "handmade.py")
handmade = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(handmade)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("RIMLIGHT_HOME", str(tmp_path / "home"))
    return handmade.models_folder(tmp_path / "theirs")


def answer(capsys, *arguments):
    assert main(["models", *map(str, arguments), "--json"]) == DONE
    return json.loads(capsys.readouterr().out)


def refusal(capsys, *arguments):
    assert main(["models", *map(str, arguments), "--json"]) == REFUSED
    return capsys.readouterr().err


def test_checked_is_not_taken(folder, capsys):
    found = answer(capsys, folder, "--specimens", 0)
    assert found["networks"] == {"nst": 3, "ilc-dcis": 3}
    assert not found["taken"]
    assert installed() != own_models()


def test_taken_they_stand_in_for_what_ships_until_removed(folder, capsys):
    shipped = installed()
    assert answer(capsys, folder, "--specimens", 0, "--take")["taken"]
    assert read_models(Family.NST, Method.ENSEMBLE).trained_on == "handmade"
    answer(capsys, folder, "--specimens", 0, "--take")
    assert installed() == own_models()
    assert answer(capsys, "--remove")["removed"]
    assert installed() == shipped
    assert not answer(capsys, "--remove")["removed"]


def test_a_file_that_its_manifest_does_not_mean_is_refused(folder, capsys):
    path = folder / "nst-1.onnx"
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")
    assert "nst-1" in refusal(capsys, folder, "--specimens", 0, "--take")
    assert not own_models().exists()


def test_a_network_of_another_layout_is_refused_by_name(folder, capsys):
    manifest, strange = folder / "manifest.toml", b"not a network at all"
    text = manifest.read_text()
    for name in ("nst-2", "ilc-dcis-2"):  # byte for byte the same file
        before = (folder / f"{name}.onnx").read_bytes()
        (folder / f"{name}.onnx").write_bytes(strange)
        text = text.replace(handmade.hashlib.sha256(before).hexdigest(), handmade.hashlib.sha256(strange).hexdigest())
    parts = [
        part.replace(f"bytes = {len(before)}", f"bytes = {len(strange)}") if '-2"' in part else part for part in text.split("[[model]]")
    ]
    manifest.write_text("[[model]]".join(parts))
    assert "nst-2" in refusal(capsys, folder, "--specimens", 0, "--take")
    assert not own_models().exists()


def test_side_by_side_with_what_ships(folder, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "assets", lambda: tmp_path / "shipped")
    handmade.models_folder(tmp_path / "shipped" / "models")  # the same networks, so the same answers, and quickly
    found = answer(capsys, folder, "--specimens", 1)
    assert [row["specimen"].split()[0] for row in found["side_by_side"]] == ["nst", "ilc"]
    for row in found["side_by_side"]:
        assert row["true_mm"] <= 0.1
        assert row["theirs_mm"] == row["shipped_mm"]
    assert found["compared_on"] == "simulated specimens"


def test_a_folder_without_manifest_and_no_folder_at_all(tmp_path, capsys):
    assert "No trained models" in refusal(capsys, tmp_path)
    assert "Name the folder" in refusal(capsys)


def test_only_finite_probabilities_pass():
    assert answers(handmade.network(2, 20, -10.9))
    assert not answers(handmade.network(float("nan"), 20, -10.9))
    assert not answers(Member("x", b""))
