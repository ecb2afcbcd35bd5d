"""One operation: what each instrument could see of it is the same tissue."""

import numpy as np
import pytest

from devices.simulated.operation import DEEP_MM, Operation
from devices.simulated.petct_truth import Face
from devices.simulated.specimen import simulate_specimen

FACES = [face.value for face in Face]
INVOLVED, CLEAR = Operation(19, "medial", -0.8), Operation(336, "medial", 9.0)


@pytest.mark.parametrize(("face", "margin_mm"), [("medial", 2.0), ("superior", 5.0), ("posterior", 0.5)])
def test_the_tumour_lies_as_deep_as_the_knife_left_it(face, margin_mm):
    specimen = simulate_specimen(946, (face, margin_mm))
    assert specimen.margins_mm()[face] == pytest.approx(margin_mm, abs=1e-6)
    assert specimen.mass.axes_mm == simulate_specimen(946).mass.axes_mm


def test_ruler_scan_microwaves_and_light_find_the_same_bare_face():
    assert min(INVOLVED.specimen.margins_mm(), key=INVOLVED.specimen.margins_mm().get) == "medial"
    truth = INVOLVED.scan.truth
    assert truth.positive
    assert truth.face_mm(Face.MEDIAL) == 0
    for face in FACES:
        phantom, deposits = INVOLVED.phantom(face, 16, 16, 4), INVOLVED.deposits(face)
        bare = phantom.present & (phantom.depth_mm < 0.1)
        assert bool(bare.any()) is (face == "medial")
        assert (bool(deposits) and deposits[0].depth_mm == 0) is (face == "medial")
    x, y = (float(np.mean(axis)) for axis in np.nonzero(INVOLVED.phantom("medial", 16, 16, 4).depth_mm < 0.1)[::-1])
    (glow,) = INVOLVED.deposits("medial")
    pitch = 100 / 64
    assert abs((x + 0.5) * pitch - 50 - glow.x_mm) < 2.5
    assert abs((y + 0.5) * pitch - 50 - glow.y_mm) < 2.5


def test_a_wide_excision_shows_nothing_anywhere():
    assert not CLEAR.scan.truth.positive
    assert not any(CLEAR.deposits(face) for face in FACES)
    lateral = CLEAR.phantom("lateral", 16, 16, 4)
    assert lateral.depth_mm[lateral.present].min() == DEEP_MM
    assert (lateral.depth_mm[~lateral.present] == DEEP_MM).all()
