"""The live screen over a simulated camera and a real store: picture, freeze, staleness, modes, snapshot, recording and replay, the lesion signed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PyQt5.QtCore import Qt

sys.path.insert(0, str(Path(__file__).resolve().parent))
from imaged import LONG_MS, Bench

from algorithms.fluorescence.modes import Mode
from console.acquisition.recordings import MEDIA_TYPE
from console.cases import fluorescence_log as log
from console.cases import icg_log
from console.cases.model import EventKind
from console.views.live import LiveView
from console.widgets import fit
from console.widgets.image_canvas import Stand

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
def view(qtbot, bench, size):
    qtbot.waitUntil(lambda: bench.imaging.status().identity is not None, timeout=LONG_MS)
    bench.calibrate()
    made = bench.shown(qtbot, LiveView(bench.room), size)
    qtbot.waitUntil(lambda: made.canvas.stand is Stand.LIVE and bool(made.canvas.sketch.traced), timeout=LONG_MS)
    return made


def faults(view, room):
    """Also a window that grew beyond the screen: Qt enlarges one whose parts need more."""
    grown = ["grown"] if view.frame.size() != view.wanted else []
    return grown + fit.misfits(view.frame) + fit.crowded(view.frame, room.scale)


def tap(qtbot, button):
    qtbot.waitUntil(button.isEnabled, timeout=LONG_MS)
    qtbot.mouseClick(button, Qt.LeftButton)


def test_the_lesion_is_outlined_with_its_size_and_the_picture_says_how_it_was_made(qtbot, view, bench):
    qtbot.waitUntil(lambda: view.lesion.axes.number != "–", timeout=LONG_MS)
    major = float(view.lesion.axes.number.split(" × ")[0])
    assert 5 < major < 14
    assert view.canvas.mark == "Simulated"
    qtbot.waitUntil(lambda: "ambient removed" in view.canvas.note, timeout=LONG_MS)
    assert "dropped" in view.canvas.foot
    assert "fps" in view.canvas.foot


def test_a_frozen_picture_stays_and_says_so(qtbot, view):
    tap(qtbot, view.freeze)
    frozen = view._view
    assert view.canvas.stand is Stand.FROZEN
    assert "Frozen at" in view.canvas.words
    qtbot.wait(300)
    assert view._view is frozen
    assert not view.found.isEnabled()
    tap(qtbot, view.freeze)
    qtbot.waitUntil(lambda: view._view is not frozen and view.canvas.stand is Stand.LIVE, timeout=LONG_MS)


def test_a_pulled_plug_is_stale_with_a_sentence_and_comes_back(qtbot, view, bench):
    bench.plug.clear()
    bench.camera.close()
    qtbot.waitUntil(lambda: view.canvas.stand is Stand.STALE, timeout=LONG_MS)
    assert "Live view paused at" in view.canvas.words
    qtbot.waitUntil(lambda: not view.check.isEnabled())


def test_modes_and_touches(qtbot, view, bench):
    assert not view.modes.buttons[Mode.WHITE.value].isEnabled()
    for mode in (Mode.NIR, Mode.HEAT, Mode.CONTOUR):
        tap(qtbot, view.modes.buttons[mode.value])
        qtbot.waitUntil(lambda mode=mode: view._view.mode is mode, timeout=LONG_MS)
        assert (view.canvas.sketch.span is not None) is (mode is Mode.HEAT)
    view.canvas.touched.emit(80.0, 60.0)
    tap(qtbot, view.point)
    view.canvas.touched.emit(80.0, 160.0)
    tap(qtbot, view.modes.buttons[Mode.PERCENT.value])
    qtbot.waitUntil(lambda: view.canvas.sketch.span is not None and "%" in view.canvas.sketch.distance, timeout=LONG_MS)
    assert view.canvas.sketch.distance.startswith("30 mm")
    qtbot.waitUntil(lambda: len(view.approach.curve.points) > 1, timeout=LONG_MS)


def test_the_lesion_found_is_signed_with_its_frames(qtbot, view, bench):
    bench.service.add_event(bench.room.session, bench.room.case_file.case.id, EventKind.INCISION)
    tap(qtbot, view.found)
    qtbot.waitUntil(lambda: bool(bench.room.case_file.readings), timeout=LONG_MS)
    reading = bench.room.case_file.readings[0]
    assert (reading.modality, log.subject_of(reading)) == (log.LIVE, log.LESION)
    assert EventKind.LESION_FOUND in [event.kind for event in bench.room.case_file.events]
    qtbot.waitUntil(lambda: "Signed" in view.lesion.words.whole, timeout=LONG_MS)
    assert bench.imaging.reference is not None


def test_snapshot_recording_and_replay(qtbot, view, bench):
    tap(qtbot, view.snapshot)
    qtbot.waitUntil(lambda: len(bench.room.case_file.assets) == 2, timeout=LONG_MS)
    tap(qtbot, view.record)
    qtbot.waitUntil(
        lambda: bench.imaging.recordings.running is not None and bench.imaging.recordings.running.status().frames > 5, timeout=LONG_MS
    )
    qtbot.waitUntil(lambda: view.recording.words.startswith("● Recording"), timeout=LONG_MS)
    tap(qtbot, view.record)
    qtbot.waitUntil(lambda: any(asset.media_type == MEDIA_TYPE for asset in bench.room.case_file.assets), timeout=LONG_MS)
    assert not list(bench.imaging.recordings.folder.glob("rec-*"))
    view._open_more()
    page = view.pages.currentWidget()
    tap(qtbot, page.recordings[0])
    qtbot.waitUntil(lambda: bench.imaging.replays, timeout=LONG_MS)
    qtbot.waitUntil(lambda: view._view is not None and view.canvas.note.startswith("Replay"), timeout=LONG_MS)
    assert not view.found.isEnabled()
    assert not view.check.isEnabled()
    bench.imaging.play(None)


def test_the_icg_form_is_filled_by_taps(qtbot, view, bench):
    view._open_more()
    view.pages.currentWidget().icg.click()
    page = view.pages.currentWidget()._stack.currentWidget()
    tap(qtbot, page.choice.buttons[0])
    for field, typed in (("powder mg", "25"), ("water ml", "10"), ("ml per site", "0.2"), ("sites", "6")):
        qtbot.waitUntil(lambda field=field: page._active == field, timeout=LONG_MS)
        for key in typed:
            page.typing.keypad.digit.emit(key)
        page.typing.keypad.next.emit()
    qtbot.waitUntil(lambda: page._active == "route", timeout=LONG_MS)
    tap(qtbot, page.choice.buttons[0])
    qtbot.waitUntil(lambda: page._active == "lot", timeout=LONG_MS)
    page.take_scan("LOT77")
    for field, typed in (("expiry", "122099"), ("reconstituted", f"{bench.room.now():%H%M}")):
        qtbot.waitUntil(lambda field=field: page._active == field, timeout=LONG_MS)
        for key in typed:
            page.typing.keypad.digit.emit(key)
        if field == "expiry":
            page.typing.keypad.next.emit()
    page.typing.sign.held.emit()
    qtbot.waitUntil(lambda: icg_log.signed(bench.room.case_file) is not None, timeout=LONG_MS)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3840, 2160)])
def test_everything_fits(qtbot, view, bench):
    qtbot.wait(300)
    assert faults(view, bench.room) == []
    view._open_more()
    page = view.pages.currentWidget()
    assert faults(view, bench.room) == []
    for open_page in (page.icg, page.calibrate):
        open_page.click()
        qtbot.wait(50)
        assert faults(view, bench.room) == []
        page._stack.currentWidget().back.click()
