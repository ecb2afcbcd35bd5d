"""The ensemble: stopping early and looking only where it matters change nothing; what cannot be judged is said; members are counted."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from algorithms.faces import Face
from algorithms.petct.analysis import EVEN, NO_TUMOUR, Choices, Method, analyse, analyse_prepared
from algorithms.petct.boxes import bounds
from algorithms.petct.distances import Depth
from algorithms.petct.ensemble import Way, segment
from algorithms.petct.model import Normalisation, Scan
from algorithms.petct.networks import Network
from algorithms.petct.passes import Volume, look
from algorithms.petct.preparation import prepare
from algorithms.petct.regions import Region
from algorithms.petct.voting import Ballot
from algorithms.statistics.result import Indeterminate

_spec = importlib.util.spec_from_file_location("handmade", Path(__file__).with_name("handmade.py"))
handmade = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(handmade)
SCALES = Normalisation(-150, 80)
CHOICES = Choices(SCALES, handmade.DIRECTIONS)
MEMBERS = [handmade.network(2, 20, -10.5 - 0.4 * step, blur=3, name=f"member {step}") for step in range(-3, 4)]


@pytest.fixture(scope="module")
def close():
    return prepare(handmade.ball_scan(0.3)[0], SCALES)


def test_stopping_early_and_boxes_change_nothing(close):
    ways = (Way(), Way(stop_early=False), Way(whole=True, stop_early=False))
    quick, patient, full = (analyse_prepared(close, MEMBERS, replace(CHOICES, way=way)) for way in ways)
    for other in (patient, full):
        assert quick.margin == other.margin
        assert quick.tumour_mm3 == other.tumour_mm3
        assert (quick.agreement.positive, quick.agreement.members) == (other.agreement.positive, other.agreement.members)
    assert quick.agreement.measured < patient.agreement.measured == 7
    assert dict(quick.curve)[0.5] == quick.margin.minimum_mm


def test_a_stopped_vote_is_decided():
    """Whatever the members that were not asked had said, no voxel would be another."""
    random = np.random.default_rng(5)
    votes = random.random((9, 4, 5, 6)).astype(np.float32)
    box = bounds(np.ones((4, 5, 6), bool))
    ballot = Ballot(Region(box, np.ones((4, 5, 6), bool)), np.zeros((4, 5, 6), bool), 9, stop_early=True)
    for own in votes:
        if not ballot.open.any():
            ballot.abstain()
            continue
        part = bounds(ballot.open)
        ballot.count(own[part], part)
    assert np.array_equal(ballot.tumour, votes.sum(axis=0) >= 4.5)
    assert np.array_equal(ballot.probability >= 0.5, ballot.tumour)
    assert (ballot.asked < 9).any()


def test_members_at_the_surface_are_all_asked():
    near = np.zeros((3, 3, 3), bool)
    near[1, 1, 1] = True
    ballot = Ballot(Region(bounds(np.ones((3, 3, 3), bool)), np.ones((3, 3, 3), bool)), near, 5, stop_early=True)
    for level in (0.1, 0.1, 0.1, 0.1, 0.9):
        part = bounds(ballot.open)
        ballot.count(np.full(ballot.open[part].shape, level, np.float32), part)
    assert ballot.positive == [False, False, False, False, True]


def test_a_window_sees_what_the_whole_slice_sees(close):
    network = Network(MEMBERS[0])
    volume = Volume(close.ct, close.pet)
    whole = bounds(np.ones(close.ct.shape, bool))
    box = (slice(20, 33), slice(17, 40), slice(35, 61))
    for axis in range(3):
        full, part = np.zeros(close.ct.shape, np.float32), np.zeros((13, 23, 26), np.float32)
        look(network, volume, axis, whole, full, np.ones(full.shape, bool), lambda jobs: [job() for job in jobs])
        look(network, volume, axis, box, part, np.ones(part.shape, bool), lambda jobs: [job() for job in jobs], halo=16)
        assert np.abs(full[box] - part).max() < 1e-6


def test_progress_only_grows_and_ends_at_one(close):
    heard = []
    analyse_prepared(close, MEMBERS, replace(CHOICES, way=Way(progress=heard.append)))
    assert heard == sorted(heard)
    assert heard[-1] == pytest.approx(1.0)


def test_the_margin_of_a_ball(close):
    found = analyse_prepared(close, MEMBERS, CHOICES)
    assert found.margin.face is Face.LATERAL
    assert abs(found.margin.minimum_mm - 0.3) <= 0.2
    assert found.members == tuple(member.name for member in MEMBERS)
    assert found.agreement.positive == 0
    touching = analyse(handmade.ball_scan(0.0)[0], MEMBERS, CHOICES)
    assert touching.margin.positive
    every = analyse(handmade.ball_scan(0.0)[0], MEMBERS, replace(CHOICES, way=Way(stop_early=False)))
    assert 4 <= touching.agreement.positive == every.agreement.positive


def test_two_foci_count_together_only_when_asked():
    scan, tumour, _ = handmade.ball_scan(0.3)
    second = np.roll(tumour, -40, axis=2)
    ct, pet = scan.ct_hu.copy(), scan.pet.copy()
    ct[second & ~tumour] = 40
    pet = np.maximum(pet, np.where(second.reshape(20, 4, 22, 4, 25, 4).mean(axis=(1, 3, 5)) > 0.5, 8, 0).astype(np.float32))
    double = Scan(ct, scan.spacing_mm, pet, scan.pet_spacing_mm)
    one, both = (analyse(double, MEMBERS[:3], replace(CHOICES, multifocal=switch)) for switch in (False, True))
    assert both.tumour_mm3 > 1.6 * one.tumour_mm3
    assert both.multifocal


def test_no_tumour_is_said(close):
    nobody = [handmade.network(0, 1, -9, name="nobody")]
    found = analyse_prepared(close, nobody, CHOICES)
    assert found.margin == Indeterminate(NO_TUMOUR)
    assert found.drawn is None


def test_a_specimen_that_glows_evenly_is_not_all_tumour():
    scan = handmade.ball_scan(0.3, uptake=2.3)[0]
    everything = [handmade.network(0, 1, 9, name="everything")]
    found = analyse(scan, everything, CHOICES)
    assert found.margin == Indeterminate(EVEN)


def test_the_threshold_draws_the_ball(close):
    found = analyse_prepared(close, (), replace(CHOICES, method=Method.THRESHOLD, shares=(0.35, 0.4, 0.45)))
    assert found.margin.face is Face.LATERAL
    assert abs(found.margin.minimum_mm - 0.3) <= 0.25
    assert found.agreement is None


def test_a_threshold_above_the_clipping_is_a_wrong_call(close):
    with pytest.raises(ValueError, match="clipped"):
        analyse_prepared(close, (), replace(CHOICES, method=Method.THRESHOLD, shares=(0.9,)))


def test_votes_lie_where_the_regions_lie(close):
    depth = Depth(close.specimen, close.spacing_mm)
    votes = segment(close, MEMBERS[:3], depth, 0.1, multifocal=False, way=Way())
    assert len(votes) == 1
    assert votes[0].probability.shape == close.specimen[votes[0].region.box].shape
    assert not votes[0].region.mask[~close.specimen[votes[0].region.box]].any()
    assert votes[0].spread.max() > 0
