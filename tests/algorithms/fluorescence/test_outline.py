"""The specimen's own outline: found on a cloth to a per cent, refused where nothing stands out; what a check makes of the glowing edge with it."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from algorithms.fluorescence.model import Calibration, Outcome
from algorithms.fluorescence.outline import EDGE_MM, Unoutlined, outline_specimen
from algorithms.fluorescence.residual import check_residual
from devices.simulated.camera import Sensor
from devices.simulated.scene import Scene, Spot
from devices.simulated.still import specimen_on_cloth
from devices.simulated.view import View

MM = 0.25
SCENE = Scene(rows=240, columns=320, mm_per_pixel=MM, deposits=(), texture=0.05, glints=3, vignetting=0.3)
HALF = 22.0, 16.0


def seen(seed=1, place=(3.0, -2.0), **changes):
    """White light and the room's light, as the camera counts them."""
    sight = specimen_on_cloth(replace(SCENE, seed=seed, **changes), HALF, place)
    return sight.white_at(0.0), Sensor().expose(sight.dark(), np.random.default_rng(seed))


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("kind", [0, 1])
def test_it_lies_inside_the_specimen_by_the_width_of_its_edge(seed, kind):
    found = outline_specimen(seen(seed)[kind], MM)
    assert found.area_mm2 == pytest.approx(np.pi * HALF[0] * HALF[1], rel=0.03)
    rows, columns = np.transpose(found.corners)
    assert (columns.max() - columns.min()) * MM == pytest.approx(2 * (HALF[0] - EDGE_MM), abs=2.5)
    middle = (rows.max() + rows.min()) / 2, (columns.max() + columns.min()) / 2
    assert middle == pytest.approx((119.5 - 2 / MM, 159.5 + 3 / MM), abs=6)


def test_tissue_all_over_half_a_specimen_and_two_of_them_are_refused():
    view = View(replace(SCENE, texture=0.25))
    for picture in (view.white_at(0.0), view.dark(), view.lit_at(0.0)):
        with pytest.raises(Unoutlined, match="stand out"):
            outline_specimen(picture, MM)
    with pytest.raises(Unoutlined, match="wholly"):
        outline_specimen(seen(place=(30.0, 0.0))[0], MM)
    two = np.full((240, 320), 20, np.uint8)
    for column in (90, 230):
        cv2.circle(two, (column, 120), 45, 200, -1)
    with pytest.raises(Unoutlined, match="one piece"):
        outline_specimen(two, MM)
    with pytest.raises(Unoutlined):
        outline_specimen(np.zeros((240, 320), np.uint8), MM)


def checked(scene, *, outlined):
    """Ten frames of the specimen on its cloth."""
    sight, sensor, random = specimen_on_cloth(scene, HALF), Sensor(), np.random.default_rng(scene.seed)
    room = sensor.expose(sight.dark(), random)
    frames = [sensor.expose(sight.lit_at(0.0), random) for _ in range(10)]
    calibration = Calibration(MM, 12, np.full(room.shape, 64, room.dtype), None, room, sensor.read_noise_e, sensor.gain_e_per_dn)
    inside = None
    if outlined:
        mask = np.zeros(room.shape, np.uint8)
        corners = outline_specimen(sight.white_at(0.0), MM).corners
        cv2.fillPoly(mask, [np.rint([(column, row) for row, column in corners]).astype(np.int32)], 1)
        inside = mask > 0
    return check_residual(frames, calibration, inside=inside)


@pytest.mark.parametrize("seed", range(2))
def test_with_an_outline_neither_the_glowing_edge_nor_the_dark_cloth_counts(seed):
    bare = replace(SCENE, seed=seed, glints=0, vignetting=0.0)
    assert checked(bare, outlined=True).outcome is Outcome.NONE_ABOVE_LIMIT
    found = checked(replace(bare, spots=(Spot(4.0, -3.0, 5.0, 0.8),)), outlined=True)
    assert found.outcome is Outcome.RESIDUAL
    assert len(found.regions) == 1
