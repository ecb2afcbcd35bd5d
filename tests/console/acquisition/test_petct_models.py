"""Models are held against their manifest: a file that is damaged, missing or elsewhere is refused before anything is computed with it."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import pytest

from algorithms.petct.analysis import Method
from algorithms.petct.threshold import shares_for
from console.acquisition.petct_models import NONE_THERE, Family, family_of, read_models
from console.cases.model import TumourType
from console.faults import ImportRefused

_spec = importlib.util.spec_from_file_location("handmade", Path(__file__).parents[2] / "algorithms" / "petct" / "handmade.py")
handmade = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(handmade)


@pytest.fixture
def folder(tmp_path):
    return handmade.models_folder(tmp_path / "models")


def test_members_come_in_order_and_checked(folder):
    models = read_models(Family.NST, Method.ENSEMBLE, folder)
    assert [member.name for member in models.members] == ["nst-0", "nst-1", "nst-2"]
    assert models.normalisation.ct_low_hu == -150
    assert models.trained_on == "handmade"
    assert [member.name for member in read_models(Family.NST, Method.FAST, folder).members] == ["nst-1"]
    assert read_models(Family.NST, Method.THRESHOLD, folder).members == ()
    assert models.digest != read_models(Family.NST, Method.FAST, folder).digest


@pytest.mark.parametrize("place", [0, 40, -1])
def test_one_flipped_bit_is_refused(folder, place):
    path = folder / "nst-1.onnx"
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(bytes(content))
    with pytest.raises(ImportRefused, match="nst-1 is not the file"):
        read_models(Family.NST, Method.ENSEMBLE, folder)


def test_a_missing_file_and_one_elsewhere_are_refused(folder):
    (folder / "nst-2.onnx").rename(folder.parent / "nst-2.onnx")
    with pytest.raises(ImportRefused, match="missing"):
        read_models(Family.NST, Method.ENSEMBLE, folder)
    manifest = folder / "manifest.toml"
    manifest.write_text(manifest.read_text().replace('"nst-2.onnx"', '"../nst-2.onnx"'))
    with pytest.raises(ImportRefused, match="outside"):
        read_models(Family.NST, Method.ENSEMBLE, folder)


@pytest.mark.parametrize("spoilt", ["", "[[model", "trained_on = 3", "normalisation = 4\nmodel = []", '[normalisation]\nct_low_hu = "x"'])
def test_a_spoilt_manifest_is_refused(folder, spoilt):
    (folder / "manifest.toml").write_text(spoilt)
    with pytest.raises(ImportRefused, match="manifest"):
        read_models(Family.NST, Method.ENSEMBLE, folder)


def test_without_models_the_threshold_works_and_says_how(tmp_path):
    with pytest.raises(ImportRefused) as refused:
        read_models(Family.NST, Method.ENSEMBLE, tmp_path)
    assert str(refused.value) == NONE_THERE
    assert read_models(Family.NST, Method.THRESHOLD, tmp_path).members == ()


def test_each_tumour_type_has_its_family():
    assert {kind: family_of(kind) for kind in TumourType} == {
        TumourType.NST: Family.NST, TumourType.MIXED: Family.NST, TumourType.ILC: Family.ILC_DCIS, TumourType.DCIS: Family.ILC_DCIS,
    }  # fmt: skip


def test_hashes_are_those_of_the_files(folder):
    first = read_models(Family.NST, Method.ENSEMBLE, folder).members[0]
    assert hashlib.sha256(first.content).hexdigest() in (folder / "manifest.toml").read_text()


def test_thresholds_come_with_the_models_where_they_are_stated(folder):
    assert read_models(Family.NST, Method.THRESHOLD, folder).shares == shares_for(nst=True)
    manifest = folder / "manifest.toml"
    text = manifest.read_text()
    manifest.write_text(text.replace("[fast]", "[threshold]\nnst = [0.3, 0.35]\n[fast]"))
    assert read_models(Family.NST, Method.THRESHOLD, folder).shares == (0.3, 0.35)
    manifest.write_text(text.replace("[fast]", "[threshold]\nnst = [0.9]\n[fast]"))
    with pytest.raises(ImportRefused, match="manifest"):
        read_models(Family.NST, Method.THRESHOLD, folder)
