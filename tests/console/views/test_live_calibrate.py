"""The calibration by taps alone: the cap, a card, a board under the simulated camera; what is wrong is refused, and nothing is kept early."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt5.QtCore import Qt

sys.path.insert(0, str(Path(__file__).resolve().parent))
from imaged import LONG_MS, SCENE, Bench

from console.views.live_calibrate import CalibratePage
from console.widgets.image_canvas import Stand
from devices.simulated.still import card, checkerboard, covered

pytestmark = pytest.mark.timeout(240)
SIZE = 1366, 768
EVEN = replace(SCENE, deposits=(), glints=0)


@pytest.fixture
def bench(qapp, tmp_path):
    made = Bench(qapp, tmp_path / "home", SIZE)
    yield made
    made.close()


@pytest.fixture
def page(qtbot, bench):
    qtbot.waitUntil(lambda: bench.imaging.status().identity is not None, timeout=LONG_MS)
    made = bench.shown(qtbot, CalibratePage(bench.room), SIZE)
    qtbot.waitUntil(lambda: made.canvas.stand is Stand.LIVE, timeout=LONG_MS)
    return made


def lay(qtbot, bench, page, sight):
    """Put it under the lens, and wait until the page shows it."""
    bench.camera.look_at(sight)
    laid_s = time.monotonic()
    qtbot.waitUntil(lambda: page._view.shot.lit.host_time_s > laid_s + 0.1, timeout=LONG_MS)


def tap(qtbot, button):
    qtbot.waitUntil(button.isEnabled, timeout=LONG_MS)
    qtbot.mouseClick(button, Qt.LeftButton)


def says(qtbot, page, words):
    qtbot.waitUntil(lambda: words in page.words.whole, timeout=LONG_MS)


def test_dark_flat_and_board_become_the_cameras_calibration(qtbot, bench, page):
    assert bench.imaging.kept() is None
    tap(qtbot, page.boards)
    says(qtbot, page, "checkerboard-5mm.pdf")
    lay(qtbot, bench, page, covered(EVEN))
    tap(qtbot, page.dark)
    says(qtbot, page, "Dark taken")
    lay(qtbot, bench, page, card(EVEN))
    tap(qtbot, page.flat)
    says(qtbot, page, "Flat taken")
    lay(qtbot, bench, page, checkerboard(EVEN, 10, 7, 5.0))
    tap(qtbot, page.gauge)
    says(qtbot, page, "One pixel is")
    assert bench.imaging.kept() is None
    tap(qtbot, page.which.buttons["distance"])
    for digit in "250":
        tap(qtbot, page.keypad.keys[digit])
    with qtbot.waitSignal(page.left, timeout=LONG_MS):
        tap(qtbot, page.keep)
    kept = bench.imaging.kept()
    assert kept.calibration.mm_per_pixel == pytest.approx(EVEN.mm_per_pixel, rel=0.01)
    assert kept.calibration.gain_e_per_dn == pytest.approx(2.5, rel=0.1)
    assert kept.calibration.read_noise_e == pytest.approx(4.0, rel=0.2)
    assert kept.state.distance_mm == 250
    assert kept.simulated
    number = page._view.shot.lit.number
    qtbot.waitUntil(lambda: bench.imaging.look().shot.lit.number > number + 2 and not bench.imaging.look().unfit, timeout=LONG_MS)


def test_light_in_the_dark_frame_and_a_board_that_is_not_there_are_refused(qtbot, bench, page):
    lay(qtbot, bench, page, card(EVEN))
    tap(qtbot, page.dark)
    says(qtbot, page, "Light reaches the camera")
    assert not page._gathered.darks
    tap(qtbot, page.gauge)
    says(qtbot, page, "No checkerboard")
    assert not page.keep.isEnabled()
    assert bench.imaging.kept() is None
