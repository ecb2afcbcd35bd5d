"""The physics of the simulated scanner: blur keeps what is there, counts make noise, tissue swallows photons, the truth is that of brute force."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage
from scipy.spatial.distance import cdist

from devices.simulated.petct import Family, TumourKind, simulate_scan
from devices.simulated.petct_families import Injection, PetScanner, draw_traits
from devices.simulated.petct_fields import blur, noise, places_mm, upsample
from devices.simulated.petct_pet import count, counts_per_suv, regrid, spill, survival
from devices.simulated.petct_truth import SIDES, Face, along_axis, contour, narrowest, surface_distances

SCANNER = PetScanner(0.4, 0.8, 0.6, 0.0, 0.1, 0.2, corrects_attenuation=True)
INJECTION = Injection(220.0, 70.0, 1.7, 120.0, 10.0)
seeds = st.integers(0, 10_000)


def outline(mask):
    return np.argwhere(mask & ~ndimage.binary_erosion(mask))


def two_masks(seed):
    """A specimen and a tumour in it, both ragged."""
    random = np.random.default_rng(seed)
    specimen = noise(random, (14, 15, 16), 5.0) > -0.7
    tumour = specimen & (noise(random, (14, 15, 16), 4.0) > 0.9)
    tumour.flat[np.flatnonzero(specimen)[len(np.flatnonzero(specimen)) // 2]] = True
    return specimen, tumour


@given(seeds)
@settings(max_examples=60, deadline=None)
def test_the_margin_is_that_of_brute_force(seed):
    specimen, tumour = two_masks(seed)
    found = narrowest(tumour, specimen, surface_distances(specimen), 0.1)
    assert found.margin_mm == pytest.approx(cdist(outline(tumour), outline(specimen)).min() * 0.1, abs=1e-6)
    ends = np.array(found.tumour_mm), np.array(found.surface_mm)
    assert np.linalg.norm(ends[0] - ends[1]) == pytest.approx(found.margin_mm, abs=1e-6)
    for mask, end in zip((tumour, specimen), ends, strict=True):
        assert mask[tuple(np.round(end / 0.1 - 0.5).astype(int))]


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_the_contour_is_what_erosion_takes_away(seed):
    specimen, _ = two_masks(seed)
    assert np.array_equal(np.argwhere(contour(specimen)), outline(specimen))


@pytest.mark.parametrize("family", list(Family))
def test_the_truth_of_a_scan_is_that_of_brute_force(family):
    scan = simulate_scan(4, kind=TumourKind.DCIS, family=family, positive=False, size=(56, 60, 64))
    expected = cdist(outline(scan.tumour), outline(scan.specimen)).min() * scan.ct_spacing_mm
    assert scan.truth.minimum_margin_mm == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("gap", [0, 1, 2, 7])
@pytest.mark.parametrize("face", list(Face))
def test_a_block_under_a_face_is_as_deep_as_it_was_put(gap, face):
    specimen, tumour = np.zeros((24, 24, 24), bool), np.zeros((24, 24, 24), bool)
    specimen[2:22, 2:22, 2:22] = True
    axis, last = SIDES[face]
    where = [slice(10, 14)] * 3
    where[axis] = slice(22 - gap - 4, 22 - gap) if last else slice(2 + gap, 2 + gap + 4)
    tumour[tuple(where)] = True
    found = narrowest(tumour, specimen, surface_distances(specimen), 0.1)
    assert (found.margin_mm, found.face) == (pytest.approx(gap * 0.1), face)
    depth = along_axis(tumour, specimen, face, 0.1)
    assert np.allclose(depth.depth_mm[depth.tumour], gap * 0.1)
    assert depth.tumour.sum() == 16


@given(seeds, st.floats(0.3, 3))
@settings(max_examples=20, deadline=None)
def test_blur_keeps_the_total_and_spill_too(seed, sigma):
    field = np.random.default_rng(seed).random((12, 20, 16), dtype=np.float32)
    for blurred in (
        blur(field, sigma),
        spill(field, SCANNER),
        spill(field, PetScanner(0.45, 1.0, 0.5, 0.15, 0.1, 0.2, corrects_attenuation=False)),
    ):
        assert blurred.sum(dtype=float) == pytest.approx(field.sum(dtype=float), rel=1e-5)


@pytest.mark.parametrize("step", [0.4, 0.45, 0.5])
def test_another_grid_holds_the_same_activity(step):
    field = np.random.default_rng(1).random((41, 53, 47), dtype=np.float32)
    coarse = regrid(field, 0.1, step)
    assert coarse.sum(dtype=float) * step**3 == pytest.approx(field.sum(dtype=float) * 0.1**3, rel=1e-5)
    assert coarse[:-1, :-1, :-1].mean() == pytest.approx(0.5, abs=0.02)


def test_a_point_spreads_to_the_width_that_was_drawn():
    point = np.zeros((41, 41, 41), np.float32)
    point[20, 20, 20] = 1
    profile = spill(point, SCANNER)[20, 20].astype(float)
    at = (np.arange(41) - 20) * SCANNER.spacing_mm
    assert np.sqrt((profile * at**2).sum() / profile.sum()) * 2.3548 == pytest.approx(SCANNER.detector_fwhm_mm, rel=0.03)


def test_noise_falls_with_the_root_of_the_time_and_of_the_dose():
    def spread(minutes, dose):
        suv, escape = np.full((40, 40, 40), 3, np.float32), np.ones((40, 40, 40), np.float32)
        seen = count(np.random.default_rng(3), suv, escape, SCANNER, Injection(dose, 70.0, 1.7, 120.0, minutes))
        inner = seen[8:-8, 8:-8, 8:-8]
        assert inner.mean() == pytest.approx(3, rel=0.02)
        return inner.std()

    usual = spread(10, 220)
    assert spread(40, 220) == pytest.approx(usual / 2, rel=0.1)
    assert spread(10, 55) == pytest.approx(usual * 2, rel=0.1)


def test_counts_follow_dose_decay_and_voxel():
    half_life_later = Injection(220.0, 70.0, 1.7, 120.0 + 6586.2 / 60, 10.0)
    assert counts_per_suv(SCANNER, half_life_later) == pytest.approx(counts_per_suv(SCANNER, INJECTION) / 2)
    # 220 MBq in 70 kg, two hours old: 3143 Bq/ml × 0.469, 0.064 mm³, a tenth of the decays, 600 s
    assert counts_per_suv(SCANNER, INJECTION) == pytest.approx(220e6 / 70e3 * 0.5 ** (7200 / 6586.2) * 0.064e-3 * 0.1 * 600)


def test_tissue_swallows_photons_by_its_thickness():
    assert np.allclose(survival(np.zeros((6, 6, 6), np.float32), 0.4), 1)
    slab = np.zeros((50, 50, 50), np.float32)
    slab[:25] = 1  # 10 mm along one axis, 20 mm along the others
    expected = (np.exp(-0.0096 * 10) + 2 * np.exp(-0.0096 * 20)) / 3
    assert survival(slab, 0.4)[10, 25, 25] == pytest.approx(expected, rel=1e-4)


def test_an_uncorrected_scan_reads_low_and_a_corrected_one_does_not():
    suv, escape = np.full((30, 30, 30), 4, np.float32), np.full((30, 30, 30), 0.8, np.float32)
    plain = PetScanner(0.4, 0.8, 0.6, 0.0, 0.1, 0.2, corrects_attenuation=False)
    means = [count(np.random.default_rng(1), suv, escape, scanner, INJECTION).mean() for scanner in (SCANNER, plain)]
    assert means == pytest.approx([4, 3.2], rel=0.02)


@given(seeds)
@settings(max_examples=10, deadline=None)
def test_smooth_noise_has_mean_0_and_spread_1(seed):
    field = noise(np.random.default_rng(seed), (60, 64, 70), 4.0)
    assert field.mean() == pytest.approx(0, abs=0.2)
    assert field.std() == pytest.approx(1, abs=0.12)


def test_a_ramp_survives_the_way_to_the_fine_grid():
    def ramp(shape, step):
        return sum(k * place for k, place in zip((1, 2, -1), places_mm(shape, step), strict=True))

    coarse, fine = ramp((15, 15, 15), 0.4), ramp((60, 58, 57), 0.1)
    carried = upsample(coarse.astype(np.float32), (60, 58, 57))
    assert np.allclose(carried[10:-12, 10:-12, 10:-12], fine[10:-12, 10:-12, 10:-12], rtol=0, atol=1e-4)


@given(seeds, st.sampled_from(list(TumourKind)), st.sampled_from(list(Family)))
@settings(max_examples=50, deadline=None)
def test_traits_are_those_of_tissue_and_of_a_scanner(seed, kind, family):
    traits = draw_traits(np.random.default_rng(seed), kind, family)
    assert -200 < traits.tissue.fat_hu < traits.tissue.gland_hu < 100
    assert 0.1 < traits.tissue.fat_suv < traits.tissue.gland_suv + 0.1 < traits.tissue.tumour_suv + 0.2
    assert 40 < traits.injection.weight_kg < 131
    assert 0.7 < np.hypot(traits.pet.detector_fwhm_mm, traits.pet.filter_fwhm_mm) < 1.6
