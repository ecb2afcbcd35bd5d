"""The map's colours, its places under a finger, and the window on the second display."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PyQt5.QtCore import QPoint, Qt
from PyQt5.QtGui import QGuiApplication

from console.widgets import depth_colours, mask_window, theme
from console.widgets.depth_map import DepthMap, Layer, MapPicture
from console.widgets.mask_window import MaskScreens, MaskWindow
from console.widgets.scale import Scale
from console.widgets.spectrum_plot import SpectrumPlot
from devices.errors import DeviceAbsent


def lab(colours):
    """sRGB to CIELAB, written the other way round from the widget's."""
    coded = colours / 255
    linear = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    xyz = linear @ np.array([[0.4124, 0.2126, 0.0193], [0.3576, 0.7152, 0.1192], [0.1805, 0.0722, 0.9505]]) / [0.95047, 1.0, 1.08883]
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.stack([116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1)


@pytest.mark.parametrize("ends", [(depth_colours.SHALLOW, depth_colours.DEEP), (depth_colours.CERTAIN, depth_colours.UNCERTAIN)])
def test_equal_steps_look_equal_and_lightness_tells_them_alone(ends):
    found = lab(depth_colours.ramp(*ends).astype(float))[::8]
    steps = np.linalg.norm(np.diff(found, axis=0), axis=1)
    assert steps.min() > 0.7 * steps.max()
    assert (np.diff(found[:, 0]) < 0).all() or (np.diff(found[:, 0]) > 0).all()


def test_masked_is_ground_and_bare_tumour_stands_apart():
    depth, masked = np.array([[0.0, 1.0, 2.0]]), np.array([[False, False, True]])
    found = depth_colours.depth_pixels(depth, masked, np.array([[True, False, False]]), 2.0)
    assert tuple(found[0, 0]) == theme.POSITIVE.getRgb()[:3]
    assert tuple(found[0, 2]) == theme.GROUND.getRgb()[:3]


@pytest.fixture
def picture():
    depth = np.linspace(0, 2, 64).reshape(8, 8)
    return MapPicture(depth, depth > 1.9, depth == 0, depth / 10, (100.0, 80.0))


def test_a_finger_finds_its_pixel(qtbot, qapp, picture):
    theme.load_fonts()
    view = DepthMap(Scale.of(1920, 1080, 96.0))
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show_picture(picture, mark="Simulated")
    field, touched = view.field(), []
    view.touched.connect(lambda row, column: touched.append((row, column)))
    for row, column in ((0, 0), (3, 5), (7, 7)):
        point = QPoint(int(field.left() + (column + 0.5) / 8 * field.width()), int(field.top() + (row + 0.5) / 8 * field.height()))
        qtbot.mouseClick(view, Qt.LeftButton, pos=point)
    qtbot.mouseClick(view, Qt.LeftButton, pos=QPoint(2, 2))
    assert touched == [(0, 0), (3, 5), (7, 7)]
    depth = view.grab().toImage()
    view.show_layer(Layer.DOUBT)
    assert view.grab().toImage() != depth
    assert field.width() / field.height() == pytest.approx(100 / 80)


def test_the_spectrum_is_drawn_and_cleared(qtbot, qapp):
    view = SpectrumPlot(Scale.of(1920, 1080, 96.0))
    qtbot.addWidget(view)
    view.resize(400, 160)
    empty = view.grab().toImage()
    view.show_curves(np.linspace(11e9, 20e9, 21), np.linspace(0, 1, 21), np.linspace(1, 0, 21))
    assert view.grab().toImage() != empty
    view.clear()
    assert view.grab().toImage() == empty


def test_a_mask_is_painted_pixel_for_pixel(qtbot, qapp):
    painted = []
    window = MaskWindow(QGuiApplication.primaryScreen(), lambda: painted.append(True))
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show_mask(np.array([[True, False], [False, True]]))
    image = window.grab().toImage()
    assert [image.pixelColor(x, y).value() for x, y in ((60, 10), (210, 10), (60, 290), (210, 290), (10, 10))] == [255, 0, 0, 255, 0]
    window.show_mask(None)
    assert window.grab().toImage().pixelColor(60, 10).value() == 0
    assert painted


def ask(qtbot, work):
    """From another thread, as the watch does."""
    answers = []

    def run():
        try:
            answers.append(work())
        except (DeviceAbsent, TimeoutError) as error:
            answers.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    thread.join()
    return answers[0]


def test_only_another_display_is_lent(qtbot, qapp):
    screens = MaskScreens()
    for number, words in ((0, "console's own"), (7, "no display 7")):
        found = ask(qtbot, lambda number=number: screens.open(number))
        assert isinstance(found, DeviceAbsent)
        assert words in found.problem


def test_a_lent_window_confirms_its_paint(qtbot, qapp, monkeypatch):
    screen = QGuiApplication.primaryScreen()
    monkeypatch.setattr(mask_window.QGuiApplication, "screens", staticmethod(lambda: [screen, screen]))
    screens = MaskScreens()
    surface = ask(qtbot, lambda: screens.open(1))
    assert surface.is_there()
    assert 0 < surface.lag_s < 0.1
    times = [ask(qtbot, lambda: surface.present(np.eye(4, dtype=bool), 5.0)) for _ in range(3)]
    assert times == sorted(times)
    surface.close()
    qtbot.waitUntil(lambda: not surface.is_there())
    assert isinstance(ask(qtbot, lambda: surface.present(None, 0.05)), TimeoutError)
