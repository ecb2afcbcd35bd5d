"""The store's benchmark runs, measures what it says and finds what it seeks; how long things take is not asserted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.__main__ import main
from console.cases.inspection import inspect
from console.cases.seeding import seed


def test_seeded_stores_are_true_stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIMLIGHT_KEY_PLACE", "file")
    assert list(seed(tmp_path, 30, 3)) == [25, 30]
    assert list(seed(tmp_path, 5, 3, number=2)) == [5]
    assert inspect(tmp_path) == ()


def test_the_benchmark_prints_figures_for_each_size(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("RIMLIGHT_KEY_PLACE", "file")
    assert main(["bench", "store", "--cases", "60", "--readings", "2", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["sizes"]) == {"60"}
    assert found["sizes"]["60"]["open_case"]["obvious_ms"] > 0
    assert all(ratio > 0 for ratio in found["times_first_size"].values())
