"""The residual screen over a simulated camera: a check of the cavity and of a face, its verdict, its comparison, its signature, and refusals."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt5.QtCore import Qt

sys.path.insert(0, str(Path(__file__).resolve().parent))
from imaged import BARE, LONG_MS, Bench

from algorithms.fluorescence.model import Outcome
from console.acquisition.checking import Subject, Target
from console.cases import fluorescence_log as log
from console.cases.model import EventKind
from console.views.residual import ResidualView
from console.widgets import fit
from console.widgets.image_canvas import Stand
from devices.camera import Excitation

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def size():
    return 1366, 768


@pytest.fixture
def bench(qapp, tmp_path, size):
    made = Bench(qapp, tmp_path / "home", size)
    yield made
    made.close()


@pytest.fixture
def calibrated_bench(qtbot, bench):
    qtbot.waitUntil(lambda: bench.imaging.status().identity is not None, timeout=LONG_MS)
    bench.calibrate()
    return bench


@pytest.fixture
def view(qtbot, calibrated_bench, size):
    made = calibrated_bench.shown(qtbot, ResidualView(calibrated_bench.room), size)
    qtbot.waitUntil(lambda: made.canvas.stand is Stand.LIVE, timeout=LONG_MS)
    return made


def faults(view, room):
    """Also a window that grew beyond the screen: Qt enlarges one whose parts need more."""
    grown = ["grown"] if view.frame.size() != view.wanted else []
    return grown + fit.misfits(view.frame) + fit.crowded(view.frame, room.scale)


def tap(qtbot, button):
    qtbot.waitUntil(button.isEnabled, timeout=LONG_MS)
    qtbot.mouseClick(button, Qt.LeftButton)


def checked(qtbot, view):
    tap(qtbot, view.go)
    qtbot.waitUntil(lambda: view._judged is not None, timeout=LONG_MS)
    return view._judged


def hold(qtbot, view):
    qtbot.waitUntil(view.sign.isEnabled, timeout=LONG_MS)
    view.sign.held.emit()
    qtbot.waitUntil(lambda: view._signed is not None, timeout=LONG_MS)


def test_a_cavity_with_signal_is_told_where_and_signed(qtbot, view, bench):
    judged = checked(qtbot, view)
    assert judged.finding.outcome is Outcome.RESIDUAL
    assert view.verdict.headline.text() == "◆ Residual signal"
    assert "o’clock" in view.verdict.where.whole
    assert "wall" in view.verdict.detail.whole
    assert "simulated tissue" in view.limit.words.whole
    assert view.canvas.stand is Stand.STILL
    hold(qtbot, view)
    file = bench.room.case_file
    assert log.outcome_of(file.readings[0]) is Outcome.RESIDUAL
    assert [event.detail for event in file.events if event.kind == EventKind.CAVITY_CHECK] == ["signal"]
    assert not view.sign.isEnabled()


def test_a_bare_face_shows_none_above_the_limit(qtbot, view, bench):
    bench.camera.look_at(BARE)
    tap(qtbot, view.subjects.buttons["medial"])
    qtbot.wait(300)
    judged = checked(qtbot, view)
    assert judged.finding.outcome is Outcome.NONE_ABOVE_LIMIT
    assert view.verdict.headline.text() == "○ None above the stated limit"
    assert "not clear" in view.verdict.detail.whole
    hold(qtbot, view)
    assert log.face_of(bench.room.case_file.readings[0]).value == "medial"


def test_before_and_after_and_what_refuses_it(qtbot, view, bench):
    said = []
    bench.room.said.connect(said.append)
    checked(qtbot, view)
    tap(qtbot, view.compare)
    assert "no picture from before" in said[-1]
    bench.imaging.begin_check(Target(Subject.LESION))
    lesion = bench.imaging.check
    qtbot.waitUntil(lambda: lesion.judged is not None, timeout=LONG_MS)
    bench.imaging.reference = lesion.judged
    checked(qtbot, view)
    tap(qtbot, view.compare)
    assert "of the reference's light is left" in view.verdict.detail.whole
    moved = replace(lesion.judged.taken, state=replace(lesion.judged.taken.state, gain_db=6.0))
    bench.imaging.reference = replace(lesion.judged, taken=moved)
    checked(qtbot, view)
    tap(qtbot, view.compare)
    assert "another gain" in said[-1]


def test_an_outline_restricts_the_check(qtbot, view, bench):
    tap(qtbot, view.outline)
    view.canvas.dragged.emit(10.0, 110.0, 150.0, 200.0)
    assert bench.imaging.outline is not None
    judged = checked(qtbot, view)
    assert judged.taken.inside is not None
    assert judged.finding.outcome is not Outcome.RESIDUAL


def test_a_calibration_that_does_not_fit_refuses_the_check(qtbot, view, bench):
    said = []
    bench.room.said.connect(said.append)
    # The console itself sets the camera up once, for pulsed light; a later change must not be undone by it.
    qtbot.waitUntil(lambda: bench.feed.status().settings.excitation is Excitation.PULSED, timeout=LONG_MS)
    bench.feed.configure(replace(bench.feed.status().settings, exposure_ms=10.0))
    qtbot.waitUntil(lambda: "exposure" in view.state.words.whole and "another" in view.state.words.whole, timeout=LONG_MS)
    tap(qtbot, view.go)
    qtbot.waitUntil(lambda: any("Cannot check" in words for words in said), timeout=LONG_MS)
    assert not bench.room.case_file.readings


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_everything_fits(qtbot, view, bench):
    assert faults(view, bench.room) == []
    checked(qtbot, view)
    assert faults(view, bench.room) == []
