"""What outlives a moment: recordings that were cut off, the reference after a restart, a reading shown again, and nothing of another patient."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from PyQt5.QtCore import Qt

sys.path.insert(0, str(Path(__file__).resolve().parent))
from imaged import LONG_MS, Bench

from algorithms.fluorescence.model import Outcome
from console import fluorescence
from console.acquisition.checking import Subject, Target, checked_of
from console.acquisition.recordings import MEDIA_TYPE
from console.cases import fluorescence_log as log
from console.cases.inputs import Inputs
from console.cases.model import Patient, Side
from console.cases.specimen_log import main_specimen
from console.views.live import LiveView
from console.views.residual import ResidualView
from console.widgets.image_canvas import Stand
from devices.simulated.still import specimen_on_cloth

pytestmark = pytest.mark.timeout(240)
SIZE = 1366, 768


@pytest.fixture
def bench(qapp, tmp_path, qtbot):
    made = Bench(qapp, tmp_path / "home", SIZE)
    qtbot.waitUntil(lambda: made.imaging.status().identity is not None, timeout=LONG_MS)
    made.calibrate()
    yield made
    made.close()


def shown(qtbot, bench, kind):
    view = bench.shown(qtbot, kind(bench.room), SIZE)
    qtbot.waitUntil(lambda: view.canvas.stand is Stand.LIVE, timeout=LONG_MS)
    return view


def tap(qtbot, button):
    qtbot.waitUntil(button.isEnabled, timeout=LONG_MS)
    qtbot.mouseClick(button, Qt.LeftButton)


def signed(qtbot, bench, target):
    """One check of the stream, signed; its reading."""
    bench.imaging.begin_check(target)
    check = bench.imaging.check
    qtbot.waitUntil(lambda: check.over, timeout=LONG_MS)
    file, session = bench.room.case_file, bench.room.session
    reading = log.sign(bench.service, session, file, checked_of(check.judged))
    bench.room.show_case(bench.service.case_file(session, file.case.id))
    bench.imaging.check = None
    return reading


def cut_off(qtbot, bench):
    """A recording whose console died: the file is there, nobody ended it."""
    recordings = bench.imaging.recordings
    recorder = recordings.begin(bench.feed, bench.room.case_file.case.id)
    qtbot.waitUntil(lambda: recorder.status().frames > 3, timeout=LONG_MS)
    recordings.end()
    with recorder.path.open("r+b") as file:
        file.truncate(recorder.path.stat().st_size - 40)
    return recorder.path


@pytest.mark.parametrize("keep", [True, False])
def test_a_recording_that_was_cut_off_is_kept_or_discarded(qtbot, bench, keep):
    said = []
    bench.room.said.connect(said.append)
    path = cut_off(qtbot, bench)
    view = shown(qtbot, bench, LiveView)
    qtbot.waitUntil(lambda: any("cut off" in words for words in said), timeout=LONG_MS)
    tap(qtbot, view.more)
    more = view.pages.currentWidget()
    qtbot.waitUntil(lambda: len(more.leftovers) == 1, timeout=LONG_MS)
    tap(qtbot, more.leftovers[0])
    page = more._stack.currentWidget()
    if keep:
        tap(qtbot, page.keep)
    else:
        page.discard.held.emit()
    qtbot.waitUntil(lambda: not path.exists() and not more.leftovers, timeout=LONG_MS)
    kept = lambda: [asset for asset in bench.room.case_file.assets if asset.media_type == MEDIA_TYPE]  # noqa: E731
    qtbot.waitUntil(lambda: len(kept()) == keep, timeout=LONG_MS)


def test_the_reference_survives_a_restart_and_belongs_to_its_patient(qtbot, bench):
    reading = signed(qtbot, bench, Target(Subject.LESION))
    bench.imaging.reference, bench.imaging.reference_id = None, ""  # as after a restart
    view = shown(qtbot, bench, ResidualView)
    qtbot.waitUntil(lambda: bench.imaging.reference_id == reading.id, timeout=LONG_MS)
    tap(qtbot, view.go)
    qtbot.waitUntil(lambda: view._judged is not None, timeout=LONG_MS)
    tap(qtbot, view.compare)
    assert "of the reference's light is left" in view.verdict.detail.whole
    session = bench.room.session
    other = bench.service.create_case(
        session, Patient("0009", "Other", "Ona", date(1960, 1, 1)), Side.LEFT, bench.room.now(), simulated=True
    )
    bench.room.show_case(bench.service.case_file(session, other.id))
    assert bench.imaging.reference is None
    assert bench.imaging.check is None
    assert bench.imaging.outline is None


def test_a_signed_check_is_shown_again_and_is_not_taken_for_live(qtbot, bench):
    reading = signed(qtbot, bench, Target(Subject.CAVITY))
    view = shown(qtbot, bench, ResidualView)
    view.show_reading(reading, None)
    qtbot.waitUntil(lambda: view._past is not None, timeout=LONG_MS)
    assert view.canvas.stand is Stand.STILL
    assert "not live" in view.canvas.note
    assert view._judged.finding.outcome is Outcome.RESIDUAL
    assert view.canvas.sketch.traced
    assert not view.sign.isEnabled()
    lesion = signed(qtbot, bench, Target(Subject.LESION))
    live = shown(qtbot, bench, LiveView)
    live.show_reading(lesion, None)
    qtbot.waitUntil(lambda: live.canvas.stand is Stand.FROZEN, timeout=LONG_MS)
    assert "not live" in live.canvas.words
    assert not live.found.isEnabled()
    assert not live.snapshot.isEnabled()
    tap(qtbot, live.freeze)
    qtbot.waitUntil(lambda: live.canvas.stand is Stand.LIVE, timeout=LONG_MS)


def test_a_frozen_picture_does_not_change_behind_another_page(qtbot, bench):
    view = shown(qtbot, bench, LiveView)
    tap(qtbot, view.freeze)
    before = view.canvas._picture.copy()
    tap(qtbot, view.more)
    tap(qtbot, view.pages.currentWidget().calibrate)  # looks at the stream for itself
    qtbot.wait(500)
    assert (view.canvas._picture == before).all()


def test_a_specimens_outline_is_found_and_its_glow_lies_on_its_face(qtbot, bench):
    scene = bench.camera._view.scene
    bench.camera.look_at(specimen_on_cloth(scene, (20.0, 15.0), (2.0, -1.0)))
    view = shown(qtbot, bench, ResidualView)
    qtbot.waitUntil(lambda: view._view.shot.ambient is not None, timeout=LONG_MS)
    tap(qtbot, view.subjects.buttons["inferior"])
    qtbot.waitUntil(lambda: view._view is not None and "anterior" in view.canvas.foot, timeout=LONG_MS)
    qtbot.wait(500)
    tap(qtbot, view.outline)
    outline = bench.imaging.outline
    assert len(outline.edge) > 5
    assert outline.half[1] * scene.mm_per_pixel == pytest.approx(20 - 2.5, abs=2)
    tap(qtbot, view.go)
    qtbot.waitUntil(lambda: view._judged is not None, timeout=LONG_MS)
    assert view._judged.finding.outcome is Outcome.RESIDUAL
    assert len(view._judged.finding.regions) == 1  # the edge, which glows too, is left out
    view.sign.held.emit()
    qtbot.waitUntil(lambda: view._signed is not None, timeout=LONG_MS)
    file, session = bench.room.case_file, bench.room.session
    inputs = Inputs(view._signed, view._signed, (), lambda sha256: bench.service.read_asset(session, file.case.id, sha256), Path())
    (drape,) = fluorescence.drape_fluorescence(inputs)
    assert (drape.face.value, drape.title) == ("inferior", "Fluorescence")
    seen = drape.rgba[..., 3] > 0
    area = seen.sum() * (drape.width_mm / seen.shape[1]) ** 2
    assert area == pytest.approx(view._judged.finding.regions[0].area_mm2, rel=0.25)
    assert main_specimen(file).id == view._signed.specimen_id


def test_tissue_all_over_has_no_outline(qtbot, bench):
    said = []
    bench.room.said.connect(said.append)
    view = shown(qtbot, bench, ResidualView)
    tap(qtbot, view.subjects.buttons["medial"])
    qtbot.waitUntil(lambda: view._view is not None and view._view.shot.ambient is not None, timeout=LONG_MS)
    tap(qtbot, view.outline)
    assert bench.imaging.outline is None
    assert "drag an outline" in said[-1]
    assert view.outline.isChecked()
