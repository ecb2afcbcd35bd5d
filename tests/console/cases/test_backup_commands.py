"""The store's headless commands, through the front door: one JSON object, the right exit status, one line on a refusal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from console.__main__ import main
from tests.faults import stores
from tests.faults.promises import look


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A store with something of everything."""
    stores.save(tmp_path / "home", 6, 30)
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def _key_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIMLIGHT_KEY_PLACE", "file")


def rimlight(capsys: pytest.CaptureFixture[str], home: Path, *words: str) -> tuple[int, dict[str, Any]]:
    """Exit status and JSON."""
    status = main([*words, "--home", str(home), "--json"])
    said = capsys.readouterr().out
    return status, json.loads(said) if said else {}


def test_backup_damage_verify_restore(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = look(home).facts
    status, made = rimlight(capsys, home, "backup", "--to", str(tmp_path / "disk"))
    assert (status, made["kept"]) == (0, 1)
    assert rimlight(capsys, home, "verify")[0] == 0
    content = bytearray((home / "store.db").read_bytes())
    content[5000] ^= 4
    (home / "store.db").write_bytes(content)
    status, found = rimlight(capsys, home, "verify")
    assert (status, found["intact"]) == (2, False)
    assert found["findings"]
    assert rimlight(capsys, home, "check")[1]["fit"] in {True, False}
    status, done = rimlight(capsys, home, "restore", "--latest")
    assert (status, done["from"]) == (0, "journals"), "there is no backup in the home itself"
    status, done = rimlight(capsys, home, "restore", made["backup"])
    assert (status, done["mended"]["lost"]) == (0, 0)
    assert rimlight(capsys, home, "verify")[1]["intact"] is True
    assert look(home).facts == wanted


def test_a_lost_file_is_not_called_restored(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (home / "assets").glob("*/*"):
        path.unlink()
    status, done = rimlight(capsys, home, "restore", "--latest")
    assert status == 2
    assert done["mended"]["lost"] > 0


def test_the_files_alone_have_second_copies_at_once(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = len(list((home / "assets").glob("*/*")))
    assert rimlight(capsys, home, "backup", "--files")[1]["files_copied"] == files > 0
    for path in (home / "assets").glob("*/*"):
        path.write_bytes(b"")
    assert rimlight(capsys, home, "check", "--repair")[1]["repaired"]["assets"] == files
    assert rimlight(capsys, home, "verify")[1]["intact"] is True


def test_from_cases_and_rotate_key(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = look(home).facts
    assert rimlight(capsys, home, "rotate-key")[1]["key_generation"] == 2
    (home / "store.db").unlink()
    assert rimlight(capsys, home, "restore", "--from-cases")[0] == 0
    assert look(home).facts == wanted


@pytest.mark.parametrize("words", [["verify"], ["backup"], ["restore", "--from-cases"], ["rotate-key"], ["restore", "nothing"]])
def test_where_there_is_no_store_it_says_so_in_one_line(tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--home", str(tmp_path / "nowhere")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1


def test_check_looks_at_everything(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "key").chmod(0o644)
    status, found = rimlight(capsys, home, "check")
    states = {check["name"]: check["state"] for check in found["checks"]}
    assert (status, found["fit"], states["key"]) == (2, False, "bad")
    assert {"rimlight", "qt", "fonts", "database engine", "disk", "store", "backup"} <= states.keys()
    assert any(name.startswith("screen") for name in states)
