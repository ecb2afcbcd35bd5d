"""The simulated specimen scanner: the same seed gives the same scan, the wanted margin comes out, tissue has the HU and uptake that were drawn."""

import hashlib

import numpy as np
import pytest

from devices.simulated.petct import Face, Family, TumourKind, simulate_scan, simulate_scan_of
from devices.simulated.petct_truth import POSITIVE_MM
from devices.simulated.specimen import Body, SimulatedSpecimen

SIZE = (72, 80, 88)
GROWING = [TumourKind.NST, TumourKind.MULTIFOCAL, TumourKind.ILC, TumourKind.DCIS]
FACES = (("inferior", "superior"), ("anterior", "posterior"), ("medial", "lateral"))


def fingerprint(scan):
    arrays = (scan.ct_hu, scan.pet_suv, scan.tumour, scan.specimen)
    return hashlib.sha256(b"".join(np.ascontiguousarray(array).tobytes() for array in arrays)).hexdigest()


@pytest.mark.parametrize("family", list(Family))
def test_the_same_seed_gives_the_same_scan(family):
    one, two, other = (fingerprint(simulate_scan(seed, kind=TumourKind.NST, family=family, size=SIZE)) for seed in (5, 5, 6))
    assert one == two != other


def test_families_and_kinds_draw_apart():
    assert (
        len({fingerprint(simulate_scan(5, kind=kind, family=family, size=SIZE)) for kind in (GROWING[0], GROWING[2]) for family in Family})
        == 4
    )


@pytest.mark.parametrize("family", list(Family))
@pytest.mark.parametrize("kind", GROWING)
@pytest.mark.parametrize("positive", [True, False])
def test_the_wanted_status_comes_out(family, kind, positive):
    for seed in (1, 2):
        scan = simulate_scan(seed, kind=kind, family=family, positive=positive, size=SIZE)
        truth = scan.truth
        assert truth.positive is positive
        assert (truth.minimum_margin_mm <= POSITIVE_MM + 1e-9) is positive
        assert not (scan.tumour & ~scan.specimen).any()
        assert truth.tumour_mm3 == pytest.approx(scan.tumour.sum() * 0.001)
        assert truth.foci >= 1


@pytest.mark.parametrize("kind", [TumourKind.BENIGN, TumourKind.NONE])
def test_a_specimen_without_tumour_has_no_margin(kind):
    scan = simulate_scan(3, kind=kind, size=SIZE)
    assert not scan.tumour.any()
    assert (scan.truth.positive, scan.truth.minimum_margin_mm, scan.truth.narrowest) == (False, None, None)
    assert all(scan.truth.face_mm(face) is None for face in Face)
    assert not scan.depth_under(Face.ANTERIOR).tumour.any()


def test_a_benign_lump_takes_up_tracer_all_the_same():
    lump, nothing = (simulate_scan(3, kind=kind, size=SIZE).pet_suv.max() for kind in (TumourKind.BENIGN, TumourKind.NONE))
    assert lump > 1.3 * nothing


def test_without_tracer_the_pet_holds_noise_alone():
    with_tracer, without = (simulate_scan(3, kind=TumourKind.NST, size=SIZE, tracer=tracer) for tracer in (True, False))
    assert fingerprint(with_tracer) != fingerprint(without)
    assert np.array_equal(with_tracer.tumour, without.tumour)
    assert without.pet_suv.max() < 0.3 * with_tracer.pet_suv.max()


@pytest.mark.parametrize("family", list(Family))
def test_tissue_has_the_hu_that_were_drawn(family):
    scan = simulate_scan(11, kind=TumourKind.NST, family=family, size=SIZE)
    tissue, scanner = scan.traits.tissue, scan.traits.ct
    healthy = scan.ct_hu[scan.specimen & ~scan.tumour]
    between = tissue.fat_hu - 60 - abs(scanner.cupping_hu), tissue.gland_hu + 60
    assert between[0] < np.median(healthy) < between[1]
    assert np.median(scan.ct_hu[scan.tumour]) == pytest.approx(tissue.tumour_hu, abs=25 + abs(scanner.cupping_hu))
    assert np.median(scan.ct_hu[:3]) < -800  # air, or foam
    assert scan.ct_hu.dtype == np.int16


def test_tumour_takes_up_what_was_drawn_less_what_spills_out():
    scan = simulate_scan(7, kind=TumourKind.NST, positive=False, size=(120, 120, 120))
    step = round(scan.pet_spacing_mm / scan.ct_spacing_mm)
    within = scan.tumour[step // 2 :: step, step // 2 :: step, step // 2 :: step]
    outside = ~scan.specimen[step // 2 :: step, step // 2 :: step, step // 2 :: step]
    seen = scan.pet_suv[: within.shape[0], : within.shape[1], : within.shape[2]]
    assert 0.35 * scan.traits.tissue.tumour_suv < seen[within].mean() < 1.1 * scan.traits.tissue.tumour_suv
    assert seen[outside].mean() < 0.1 * seen[within].mean()


@pytest.mark.parametrize("family", list(Family))
def test_grids_share_their_outer_corner_and_cover_each_other(family):
    scan = simulate_scan(2, kind=TumourKind.NST, family=family, size=SIZE)
    for ct, pet in zip(scan.ct_hu.shape, scan.pet_suv.shape, strict=True):
        assert 0 <= pet * scan.pet_spacing_mm - ct * scan.ct_spacing_mm < scan.pet_spacing_mm
    assert not scan.specimen[0].any()
    assert not scan.specimen[:, 0].any()
    assert not scan.specimen[:, :, 0].any()


def test_arrays_are_read_only():
    scan = simulate_scan(2, kind=TumourKind.NST, size=SIZE)
    assert not any(array.flags.writeable for array in (scan.ct_hu, scan.pet_suv, scan.tumour, scan.specimen))


@pytest.mark.parametrize("wrong", [{"seed": -1}, {"size": (10, 80, 80)}])
def test_a_wrong_call_is_refused(wrong):
    with pytest.raises(ValueError):
        simulate_scan(**{"seed": 1, "kind": TumourKind.NST, "size": SIZE, **wrong})


def test_the_known_specimen_keeps_its_axes_and_margins():
    """What a ruler and a radiograph see is what the scanner sees, as far as an uneven surface lets it."""
    known = SimulatedSpecimen(Body((24.0, 18.0, 14.0)), Body((8.0, 7.0, 5.0), (2.0, -1.5, 1.0)))
    scan = simulate_scan_of(known, 4, spacing_mm=0.2)
    for axis, extent in ((0, 24.0), (1, 14.0), (2, 18.0)):
        filled = np.flatnonzero(scan.specimen.any(tuple(k for k in range(3) if k != axis)))
        assert (filled[-1] - filled[0] + 1) * 0.2 == pytest.approx(extent, rel=0.12)
    for face, ruled in known.margins_mm().items():
        assert scan.truth.face_mm(Face(face)) == pytest.approx(ruled, abs=1.6)
    away = np.argwhere(scan.tumour).mean(0) - np.argwhere(scan.specimen).mean(0)
    # Slices grow towards superior, rows towards posterior, columns towards lateral; the body's axes towards inferior, lateral, posterior.
    assert away * 0.2 == pytest.approx([-2.0, 1.0, -1.5], abs=0.8)


def test_the_depth_under_a_face_reaches_down_to_its_margin():
    scan = simulate_scan(8, kind=TumourKind.NST, size=SIZE)
    for axis, pair in enumerate(FACES):
        for face in pair:
            depth = scan.depth_under(Face(face))
            assert depth.depth_mm.shape == tuple(np.delete(SIZE, axis))
            assert depth.depth_mm[depth.tumour].min() == pytest.approx(scan.truth.face_mm(Face(face)), abs=1e-4)
            assert np.array_equal(depth.tumour, scan.tumour.any(axis))
            assert not (depth.tumour & ~depth.tissue).any()


@pytest.mark.endurance
@pytest.mark.parametrize("family", list(Family))
def test_margins_are_balanced_and_every_face_gets_its_share(family):
    found = [simulate_scan(seed, kind=TumourKind.NST, family=family, size=(120, 140, 140)).truth for seed in range(40)]
    margins = np.array([truth.minimum_margin_mm for truth in found])
    # So small a specimen seldom has room for a wide margin; what has none becomes close.
    assert 0.2 < (margins <= 0.1).mean() < 0.5
    assert ((margins > 0.1) & (margins < 2)).mean() > 0.3
    assert len({truth.narrowest.face for truth in found}) == 6
