"""What the live screen is made of: averaging that does not smear, places and sites, walls of the cavity, scale and noise of a camera."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from algorithms.faces import Face
from algorithms.fluorescence.comparison import difference_of
from algorithms.fluorescence.fitting import fitted, placed
from algorithms.fluorescence.geometry import Ungauged, gauge_charuco, gauge_checkerboard, gauge_ruler
from algorithms.fluorescence.live import LivePicture
from algorithms.fluorescence.model import CameraState
from algorithms.fluorescence.modes import heat_span, paint_grey, paint_span, percent_span
from algorithms.fluorescence.noise import Unfit, check_dark, check_flat, photon_transfer
from algorithms.fluorescence.places import Curve, distance_mm, find_marks, light_at
from algorithms.fluorescence.steady import Steady
from algorithms.fluorescence.walls import hour_of, walls_of


def spotted(places, shape=(256, 320), level=200.0, height=600.0, sigma=8.0):
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    picture = np.full(shape, level)
    for row, column in places:
        picture += height * np.exp(-((rows - row) ** 2 + (columns - column) ** 2) / (2 * sigma**2))
    return picture


def noisy(picture, seed):
    return np.random.default_rng(seed).poisson(picture).astype(np.uint16)


def test_what_stands_still_loses_its_noise_and_what_moves_leaves_no_ghost():
    steady = Steady(256, 320)
    still = spotted([(80, 80)])
    for seed in range(12):
        shown = steady.add(noisy(still, seed))
    assert np.std((shown - still)[150:, 150:]) < 0.5 * np.std((noisy(still, 99) - still)[150:, 150:])
    moved = spotted([(80, 200)])
    shown = steady.add(noisy(moved, 100))
    old, new = shown[70:90, 70:90].mean(), shown[70:90, 190:210].mean()
    assert old < 1.1 * 200
    assert new == pytest.approx(moved[70:90, 190:210].mean(), rel=0.05)


def test_sites_are_counted_and_glints_are_not():
    picture = spotted([(60, 60), (60, 130), (60, 200), (150, 95), (150, 165)])
    picture[200, 250:252] = 4000
    live = LivePicture(256, 320, 0.2)
    for seed in range(3):
        live.find(noisy(picture, seed), np.zeros((256, 320), np.uint16), None)
    marks = find_marks(live.light, live.background, 0.2 * live.step, live.step)
    assert len(marks) == 5
    assert all(min(abs(mark.row - row) for row in (60, 150)) < 6 for mark in marks)


def test_light_distance_and_curve_of_a_place():
    lit, room = np.full((100, 100), 500, np.uint16), np.full((100, 100), 200, np.uint16)
    assert light_at(lit, room, (0.0, 99.0), 0.2) == pytest.approx(300)
    assert distance_mm((0, 0), (30, 40), 0.1) == pytest.approx(5)
    curve = Curve()
    for second, light in ((0, 1.0), (0.1, 9.0), (1, 5.0), (2, 3.0)):
        curve.add(second, light)
    assert curve.points == [(0, 1.0), (1, 5.0), (2, 3.0)]
    assert curve.peak_after_s == 1


@pytest.mark.parametrize(
    ("place", "hour", "left", "right"),
    [
        ((0, 50), 12, (Face.SUPERIOR,), (Face.SUPERIOR,)),
        ((50, 100), 3, (Face.LATERAL,), (Face.MEDIAL,)),
        ((20, 95), 2, (Face.LATERAL, Face.SUPERIOR), (Face.MEDIAL, Face.SUPERIOR)),
        ((100, 50), 6, (Face.INFERIOR,), (Face.INFERIOR,)),
        ((50, 0), 9, (Face.MEDIAL,), (Face.LATERAL,)),
        ((52, 52), 4, (Face.POSTERIOR,), (Face.POSTERIOR,)),
    ],
)
def test_hours_and_walls(place, hour, left, right):
    centre, half = (50.0, 50.0), (50.0, 50.0)
    if left != (Face.POSTERIOR,):
        assert hour_of(place, centre) == hour
    assert walls_of(place, centre, half, left_breast=True) == left
    assert walls_of(place, centre, half, left_breast=False) == right


def board(square=24, columns=10, rows=7):
    picture = np.full((rows * square + 80, columns * square + 80), 900, np.uint16)
    for row in range(rows):
        for column in range(columns):
            if (row + column) % 2 == 0:
                picture[40 + row * square : 40 + (row + 1) * square, 40 + column * square : 40 + (column + 1) * square] = 100
    return cv2.GaussianBlur(picture, (0, 0), 1.0)


def test_a_checkerboard_gives_the_scale_and_a_tilted_one_is_refused():
    gauge = gauge_checkerboard(board(), (9, 6), 5.0)
    assert gauge.mm_per_pixel == pytest.approx(5 / 24, rel=0.005)
    flat = board()
    rows, columns = flat.shape
    corners = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], np.float32)
    tilted = np.array([[30, 0], [columns - 30, 0], [columns, rows], [0, rows]], np.float32)
    seen = cv2.warpPerspective(flat, cv2.getPerspectiveTransform(corners, tilted), (columns, rows), borderValue=900)
    with pytest.raises(Ungauged, match="angle"):
        gauge_checkerboard(seen, (9, 6), 5.0)
    with pytest.raises(Ungauged, match="No checkerboard"):
        gauge_checkerboard(np.full((300, 300), 500, np.uint16), (9, 6), 5.0)


def test_charuco_and_ruler():
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    picture = cv2.aruco.CharucoBoard((8, 5), 5.0, 3.75, dictionary).generateImage((640, 400), marginSize=0)
    framed = cv2.copyMakeBorder(picture, 40, 40, 40, 40, cv2.BORDER_CONSTANT, value=255).astype(np.uint16) * 8
    assert gauge_charuco(framed, (8, 5), 5.0, 3.75).mm_per_pixel == pytest.approx(5 / 80, rel=0.01)
    assert gauge_ruler((0, 0), (0, 200), 20.0).mm_per_pixel == pytest.approx(0.1)
    for ends, length in ((((0, 0), (0, 10)), 5.0), (((0, 0), (0, 200)), 5000.0)):
        with pytest.raises(Ungauged):
            gauge_ruler(*ends, length)


def test_the_noise_model_is_measured_back():
    random = np.random.default_rng(3)
    gain, read = 2.5, 4.0

    def exposed(electrons):
        light = random.poisson(electrons, (200, 240)) + random.normal(0, read, (200, 240))
        return np.rint(light / gain + 64).astype(np.uint16)

    darks, flats = [exposed(0) for _ in range(16)], [exposed(4000) for _ in range(16)]
    check_dark(darks, 12)
    check_flat(flats, darks[0], 12)
    noise = photon_transfer(darks, flats)
    assert noise.gain_e_per_dn == pytest.approx(gain, rel=0.05)
    assert noise.read_noise_e == pytest.approx(read, rel=0.1)
    for wrong in (lambda: check_dark(flats, 12), lambda: check_flat(darks, darks[0], 12), lambda: photon_transfer(flats, darks),
                  lambda: check_flat([np.full((200, 240), 4095, np.uint16)] * 4, darks[0], 12)):  # fmt: skip
        with pytest.raises(Unfit):
            wrong()


def test_colour_scales_mean_what_their_bars_say():
    out = np.empty((4, 4, 4), np.uint8)
    seen = []
    for span, light in ((heat_span(100.0), 100), (heat_span(100.0), 400), (percent_span(200.0), 300)):
        paint_span(np.full((4, 4), light, np.uint16), span, out)
        seen.append(tuple(out[0, 0, :3]))
    assert seen[1] == seen[2] != seen[0]
    paint_grey(np.zeros((4, 4), np.uint16), 100.0, out)
    assert out[..., :3].max() == 0


def test_what_differs_between_two_pictures_is_named():
    state = CameraState(20.0, 0.0, 240.0, "none")
    assert difference_of(state, CameraState(20.1, 0.0, None, "none")) == ""
    assert difference_of(state, CameraState(20.0, 0.0, 240.0, "horizontal")) == "flip (none, now horizontal)"


@pytest.mark.parametrize("size", [(256, 320), (175, 219), (128, 160), (100, 125), (60, 75), (400, 500)])
def test_a_picture_that_is_drawn_as_large_as_it_is_shown_is_the_large_one_scaled(size):
    lit, room = noisy(spotted([(100, 120)]), 1), noisy(spotted([], level=60.0), 2)
    colour = cv2.GaussianBlur(np.random.default_rng(3).integers(40, 120, (256, 320, 3), dtype=np.uint8), (0, 0), 4)
    large, shown = np.empty((256, 320, 4), np.uint8), np.empty((*size, 4), np.uint8)
    whole, fits = LivePicture(256, 320, 0.2).show(lit, room, colour, large), LivePicture(256, 320, 0.2).show(lit, room, colour, shown)
    assert [(one.box_px, one.centroid_px) for one in whole] == [(one.box_px, one.centroid_px) for one in fits]
    difference = np.abs(shown.astype(int) - fitted(large, size).astype(int))
    assert difference.mean() < 1.0
    assert np.percentile(difference, 99) < 25  # the light's own grain, drawn before or after it is scaled


def test_a_place_lies_where_it_lay_and_is_never_empty():
    assert placed((10, 20, 30, 60), (100, 200), (100, 200)) == (slice(10, 30), slice(20, 60))
    assert placed((10, 20, 30, 60), (100, 200), (50, 100)) == (slice(5, 15), slice(10, 30))
    assert placed((99, 199, 100, 200), (100, 200), (10, 20)) == (slice(9, 10), slice(19, 20))


def test_room_light_that_changes_in_place_is_read_again():
    live, lit = LivePicture(256, 320, 0.2), noisy(spotted([(100, 120)]), 1)
    room = np.full((256, 320), 50, np.uint16)
    before = live.find(lit, room, None)[0].signal_to_background
    room[:] = 150
    live.forget()
    assert live.find(lit, room, None)[0].signal_to_background > 1.5 * before
    kept = room.copy()
    kept.flags.writeable = False
    once, twice = (live.find(lit, kept, None)[0].signal_to_background for _ in range(2))
    assert once == twice
