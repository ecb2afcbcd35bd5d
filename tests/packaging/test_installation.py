"""The list of hashes: what is missing, changed or added is named; a checkout has none and asks for none."""

from pathlib import Path

import pytest

from console import installation, resources


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "one.otf").write_bytes(b"one")
    (tmp_path / "two.onnx").write_bytes(b"two")
    assert installation.write_list(tmp_path) == 2
    return tmp_path


def test_untouched_files_are_as_shipped(shipped):
    assert installation.altered(shipped) == ()


def test_missing_changed_and_added_files_are_named(shipped):
    (shipped / "fonts" / "one.otf").write_bytes(b"onE")
    (shipped / "two.onnx").unlink()
    (shipped / "three.so").write_bytes(b"three")
    assert installation.altered(shipped) == ("fonts/one.otf", "three.so", "two.onnx")


def test_a_spoilt_list_makes_every_file_unknown(shipped):
    (shipped / installation.LIST).write_text("[files\n")
    assert installation.listed(shipped) == {}
    assert "two.onnx" in installation.altered(shipped)


def test_an_altered_installation_is_refused_in_one_sentence(shipped, monkeypatch):
    monkeypatch.setattr(resources, "assets", lambda: shipped)
    assert installation.refusal() == ""  # a checkout
    monkeypatch.setattr(installation, "tree", lambda: shipped)
    assert installation.refusal() == ""
    (shipped / "two.onnx").write_bytes(b"2")
    assert installation.refusal() == "This installation is not as it was shipped (two.onnx). Install Rimlight again."


def test_other_programs_do_not_inherit_the_bundles_library_path(shipped, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/site")
    monkeypatch.setattr(installation, "tree", lambda: shipped)
    assert installation.plain_environment()["LD_LIBRARY_PATH"] == "/site"
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG")
    assert "LD_LIBRARY_PATH" not in installation.plain_environment()
