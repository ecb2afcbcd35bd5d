"""The residual check on scenes that share no code with it: what it finds, what it leaves alone, and when it says that it cannot judge."""

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algorithms.fluorescence.bands import SIGMAS_MM, Bands, combine, expected
from algorithms.fluorescence.correction import correct, prepare
from algorithms.fluorescence.lesions import axes_mm
from algorithms.fluorescence.live import LivePicture
from algorithms.fluorescence.model import Calibration, Hindrance, Outcome, Verdict
from algorithms.fluorescence.overlay import Style
from algorithms.fluorescence.registration import find_shift
from algorithms.fluorescence.residual import check_residual
from devices.simulated.camera import Sensor
from devices.simulated.course import Change, Course
from devices.simulated.scene import Deposit, Scene, Spot, lit

MM = 0.5
SCENE = Scene(rows=140, columns=180, mm_per_pixel=MM, deposits=(), texture=0.04, glints=0, vignetting=0.3, seed=3)


def population():
    path = Path(__file__).resolve().parents[3] / "assets" / "recipes" / "fluorescence_scenes.py"
    spec = importlib.util.spec_from_file_location("fluorescence_scenes", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def check(scene, frames=10, change=None, sensor=None, **changes):
    sensor = sensor or Sensor()
    course, random = Course(scene, change or Change(flicker=0.3)), np.random.default_rng(scene.seed)
    room = sensor.expose(course.room, random)
    taken = [sensor.expose(course.lit_at(number / 20), random) for number in range(frames)]
    calibration = Calibration(
        MM, sensor.bit_depth, np.full(room.shape, 64, room.dtype), None, room, sensor.read_noise_e, sensor.gain_e_per_dn
    )
    return check_residual(taken, replace(calibration, **changes))


def test_400_frames_of_nothing_raise_no_alarm():
    scenes = population()
    outcomes = [scenes.judge(scenes.expose(seed, scenes.Target.NONE)).outcome for seed in range(700_000, 700_040)]
    assert Outcome.RESIDUAL not in outcomes
    assert outcomes.count(Outcome.NONE_ABOVE_LIMIT) >= 34


@pytest.mark.endurance
@pytest.mark.timeout(7200)
def test_120000_frames_of_nothing_raise_at_most_one_alarm_in_ten_thousand():
    scenes = population()
    alarms = sum(scenes.judge(scenes.expose(seed, scenes.Target.NONE)).outcome is Outcome.RESIDUAL for seed in range(400_000, 412_000))
    assert alarms <= 12


@pytest.mark.endurance
@pytest.mark.timeout(7200)
@pytest.mark.parametrize(("target", "share"), [("SPOT_5", 0.85), ("SPOT_2_8", 0.50), ("STAIN", 0.95)])
def test_targets_are_found(target, share):
    scenes = population()
    exposed = [scenes.expose(seed, scenes.Target[target]) for seed in range(1000, 1400)]
    assert sum(scenes.found(one, scenes.judge(one)) for one in exposed) / len(exposed) >= share


@pytest.mark.parametrize(("x", "y", "fwhm", "contrast"), [(0, 0, 5, 0.6), (-20, 10, 3, 0.8), (15, -12, 9, 0.5), (30, 20, 5, 4.0)])
def test_a_spot_is_found_where_it_is_as_wide_and_as_bright_as_it_is(x, y, fwhm, contrast):
    found = check(replace(SCENE, spots=(Spot(x, y, fwhm, contrast),)))
    assert found.verdict is Verdict.SIGNAL
    (region,) = found.regions
    assert region.centroid_mm == pytest.approx((x + 179 * MM / 2, y + 139 * MM / 2), abs=0.9)
    assert np.sqrt(4 / np.pi * region.area_mm2) == pytest.approx(fwhm, rel=0.3)
    assert region.contrast == pytest.approx(contrast, rel=0.35)
    assert region.seen_in == 10


def test_several_lesions_are_told_apart():
    found = check(replace(SCENE, spots=(Spot(-20, 0, 5, 1.0), Spot(0, 12, 6, 2.0), Spot(25, -10, 4, 0.8))))
    assert len(found.regions) == 3


@given(st.integers(-12, 12), st.integers(-12, 12))
@settings(deadline=None, max_examples=8)
def test_shifting_the_scene_shifts_the_centroid(rows, columns):
    flat = np.full((120, 160), 300.0, np.float32)
    y, x = np.indices(flat.shape)
    calibration = Calibration(MM, 12, read_noise_e=4.0, gain_e_per_dn=2.5)

    def place(down, right):
        spot = 400 * np.exp(-((y - 60 - down) ** 2 + (x - 80 - right) ** 2) / (2 * 5.0**2))
        noisy = flat + spot + np.random.default_rng(1).normal(0, 5, flat.shape)
        return check_residual([np.rint(noisy).astype(np.uint16)], calibration).regions[0].centroid_px

    still, moved = place(0, 0), place(rows, columns)
    assert (moved[0] - still[0], moved[1] - still[1]) == pytest.approx((rows, columns), abs=0.6)


def test_glints_are_shown_and_never_counted():
    found = check(replace(SCENE, glints=20))
    assert found.verdict is Verdict.CLEAR
    assert len(found.sharp_points) >= 10
    assert "inspect" in found.reason


def test_a_glint_does_not_hide_the_lesion_beside_it():
    assert check(replace(SCENE, glints=20, spots=(Spot(5, 5, 7, 0.8),))).verdict is Verdict.SIGNAL


@pytest.mark.parametrize("large", [12.0, 20.0])
def test_a_large_lesion_does_not_become_its_own_background(large):
    found = check(replace(SCENE, deposits=(Deposit(0, 0, 0.5, large / 2, 6.0),)))
    assert found.regions[0].signal_to_background > 3
    assert found.regions[0].major_mm == pytest.approx(large, rel=0.35)


def test_between_the_limits_it_says_look():
    found = check(replace(SCENE, texture=0.01, spots=(Spot(0, 0, 5, 0.15),)))
    assert (found.outcome, found.verdict) == (Outcome.FAINT, Verdict.INDETERMINATE)
    assert found.regions[0].faint


def test_the_limit_is_that_of_the_camera_at_hand():
    quiet, noisy = check(SCENE), check(SCENE, sensor=Sensor(read_noise_e=400.0))
    assert noisy.limit.contrast_2_8_mm > 1.3 * quiet.limit.contrast_2_8_mm
    assert noisy.limit.noise_share > quiet.limit.noise_share


def test_one_frame_needs_more_than_ten():
    scene = replace(SCENE, spots=(Spot(0, 0, 5, 0.32),))
    assert check(scene).verdict is Verdict.SIGNAL
    assert check(scene, frames=1).verdict is Verdict.INDETERMINATE
    assert check(SCENE, frames=1).limit.contrast_5_mm > 1.4 * check(SCENE).limit.contrast_5_mm


@pytest.mark.parametrize(
    ("scene", "change", "given", "why"),
    [
        (replace(SCENE, background_e=40_000.0), None, {}, Hindrance.SATURATED),
        (replace(SCENE, ambient_e=9000.0, background_e=100.0), None, {}, Hindrance.AMBIENT),
        (replace(SCENE, background_e=0.5, ambient_e=0.0), None, {}, Hindrance.DARK),
        (replace(SCENE, texture=0.1), Change(breathing_mm=25.0, breath_s=0.9), {}, Hindrance.MOVING),
        (SCENE, None, {"mm_per_pixel": 1.0}, Hindrance.COARSE),
        (SCENE, None, {"mm_per_pixel": 0.05}, Hindrance.SMALL),
    ],
)
def test_it_says_why_it_cannot_judge(scene, change, given, why):
    found = check(scene, change=change, **given)
    assert (found.outcome, found.hindrance) == (Outcome.CANNOT_JUDGE, why)
    assert found.reason.startswith("Cannot judge, because ")
    assert found.verdict is Verdict.INDETERMINATE


def test_without_calibration_and_without_frames():
    assert check_residual([np.zeros((100, 100), np.uint16)], None).hindrance is Hindrance.UNCALIBRATED
    with pytest.raises(ValueError):
        check_residual([], None)


def test_only_what_lies_inside_is_judged():
    inside = np.zeros((140, 180), bool)
    inside[:, :90] = True
    random, scene = np.random.default_rng(1), replace(SCENE, spots=(Spot(20, 0, 6, 1.0),))
    frames = [Sensor().expose(lit(scene), random) for _ in range(10)]
    calibration = Calibration(MM, 12, np.full((140, 180), 64, np.uint16))
    assert check_residual(frames, calibration).verdict is Verdict.SIGNAL
    assert check_residual(frames, calibration, inside=inside).verdict is Verdict.CLEAR


def test_the_difference_is_signed_and_bad_pixels_are_left_out():
    random = np.random.default_rng(1)
    dark = random.normal(64, 2, (120, 160)).round().astype(np.uint16)
    lit_frame = random.normal(70, 2, (120, 160)).round().astype(np.uint16)
    room = random.normal(90, 2, (120, 160)).round().astype(np.uint16)
    dark[40, 50] = 3000
    light = correct(lit_frame, prepare(Calibration(0.15, 12, dark, None, room)))
    assert light.values.mean() == pytest.approx(-20, abs=0.5)
    assert light.weight.min() < 1
    assert light.step == 3


@pytest.mark.parametrize("sigma", SIGMAS_MM)
def test_each_band_reads_the_contrast_of_its_own_spot(sigma):
    random = np.random.default_rng(1)
    y, x = np.indices((160, 200)) * MM
    values = 100 * (1 + random.normal(0, 0.005, x.shape) + 0.5 * np.exp(-((x - 50) ** 2 + (y - 40) ** 2) / (2 * sigma**2))).astype(
        np.float32
    )
    ones = np.ones_like(values, np.float32)
    bands = combine(Bands(ones, MM), values.astype(np.float32), ones * 0.25, ones * 100, np.ones(values.shape, bool))
    band = bands[SIGMAS_MM.index(sigma)]
    assert band.contrast[80, 100] == pytest.approx(0.5, rel=0.1)
    assert np.dot(band.weights, expected(sigma)) == pytest.approx(1)


def test_a_shift_is_found_and_noise_alone_moves_nothing():
    random = np.random.default_rng(1)
    import cv2

    scene = cv2.GaussianBlur(random.normal(0, 1, (140, 180)).astype(np.float32), (0, 0), 3)
    moved = np.roll(scene, (3, -5), (0, 1))
    shift = find_shift(scene, moved)
    assert (shift.rows, shift.columns) == pytest.approx((3, -5), abs=0.5)
    one, other = (random.normal(0, 1, (140, 180)).astype(np.float32) for _ in range(2))
    assert find_shift(one, other).rows == pytest.approx(0, abs=2)


def test_axes_are_those_of_the_ellipse():
    y, x = np.indices((100, 100))
    rows, columns = np.nonzero(((x - 50) / 20) ** 2 + ((y - 50) / 8) ** 2 <= 1)
    assert axes_mm(rows, columns, 0.5) == pytest.approx((20, 8), rel=0.02)


@pytest.mark.parametrize("style", list(Style))
def test_the_live_picture_draws_only_where_it_glows(style):
    scene = Scene(rows=256, columns=320, mm_per_pixel=0.2, deposits=(Deposit(0, 0, 1.0, 4.0, 9.0),), texture=0.05, glints=4)
    random = np.random.default_rng(1)
    frame, room = Sensor().expose(lit(scene), random), Sensor().expose(np.full((256, 320), 250, np.float32), random)
    colour = random.integers(40, 120, (256, 320, 3), dtype=np.uint8)
    out = np.zeros((256, 320, 4), np.uint8)
    glows = LivePicture(256, 320, 0.2, style=style).show(frame, room, colour, out)
    drawn = [glow for glow in glows if not glow.sharp]
    assert len(drawn) == 1
    assert drawn[0].centroid_px == pytest.approx((127.5, 159.5), abs=4)
    changed = (out[..., :3] != colour).any(axis=2)
    top, left, bottom, right = drawn[0].box_px
    assert changed[top:bottom, left:right].any()
    changed[top - 4 : bottom + 4, left - 4 : right + 4] = False
    assert not changed.any()
    assert (out[..., 3] == 255).all()
