"""A PET-CT analysis in a case: sealed files, a margin for every face, one reading that stands, and what cannot be judged clears nothing."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread

from algorithms.faces import Face
from algorithms.margins.model import MarginClass
from algorithms.orientation import Laterality
from algorithms.petct.analysis import Method
from algorithms.petct.model import Normalisation
from algorithms.statistics.result import Indeterminate
from console.acquisition.petct_answer import CUT_OFF, METAL, Context, validity_of
from console.acquisition.petct_child import Order, carry_out
from console.acquisition.petct_files import edited_dicom, probabilities, tumour_dicom
from console.acquisition.petct_kept import kept_of, opened, redrawn, written
from console.acquisition.petct_models import Family, Models
from console.acquisition.petct_scan import facing
from console.acquisition.petct_seg import models_own
from console.cases import petct_log as log
from console.cases.model import Role, TumourType
from devices.scanner import Factor, PetCt, SuvFactors, Volume, VolumeUnit

_spec = importlib.util.spec_from_file_location("handmade", Path(__file__).parents[2] / "algorithms" / "petct" / "handmade.py")
handmade = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(handmade)
NOWHERE = Path("there-is-no-such-folder")


def analysed(gap_mm):
    """An analysis of the ball by three handmade members, and its context."""
    scan = handmade.ball_scan(gap_mm)[0]
    axes = np.array([[0, 0, 1.0], [0, 1, 0], [1, 0, 0]])
    ct_affine, pet_affine = np.eye(4), np.eye(4)
    ct_affine[:3, :3], pet_affine[:3, :3] = 0.1 * axes, 0.4 * axes
    pet_affine[:3, 3] = 0.15
    ct = Volume(scan.ct_hu.astype(np.float32), ct_affine, VolumeUnit.HU, "1.2.3")
    found = PetCt(
        ct, Volume(scan.pet, pet_affine, VolumeUnit.SUV_BW, "1.2.3"), SuvFactors(Factor(1.0, "As stored."), Factor(None, "No height.")),
        (), (), (), "ab" * 32, True, "simulated scanner",
    )  # fmt: skip
    members = tuple(handmade.network(2, 20, -8.0, blur=3, name=str(number)) for number in range(3))
    models = Models(Family.NST, members, Normalisation(-150, 80), "handmade", "GPL-3.0-or-later", "cd" * 32, (0.3,))
    faces = replace(facing(ct, None, Laterality.LEFT), recorded=True, statement="Faces by the recorded orientation, left breast.")
    context = Context(found, faces, models, Method.ENSEMBLE, TumourType.NST)
    order = Order(scan, members, models.normalisation, faces.directions, Method.ENSEMBLE, (0.3,))
    return carry_out(order, lambda _share: None), context


@pytest.fixture(scope="module")
def touching():
    return analysed(0.0)


def signed(theatre, case, answer, context):
    nurse = theatre.sessions[Role.NURSE]
    file = theatre.service.case_file(nurse, case.id)
    files = log.Files()
    if not isinstance(answer, Indeterminate):
        files = log.Files(tumour_dicom(answer, context, NOWHERE, datetime.now(UTC)), probabilities(answer, context))
    return log.sign(theatre.service, nurse, file, file.specimens[0].id, answer, context, files)


def test_a_positive_margin_is_signed_with_its_files(theatre, touching):
    case = theatre.case()
    answer, context = touching
    reading = signed(theatre, case, answer, context)
    by_name = {value.name: value for value in reading.values if value.name != log.MARGIN}
    margins = {value.face: value.number for value in reading.values if value.name == log.MARGIN}
    assert by_name[log.CLASS].text == "positive"
    assert by_name[log.MINIMUM].number == min(margins.values()) <= Decimal("0.10")
    assert by_name[log.AGREEMENT].text == "3 of 3"
    assert set(margins) == set(Face)
    assert len(reading.assets) == 2
    assert reading.provenance.simulated
    assert dict(reading.provenance.parameters)["trained on"] == "handmade"
    assert "Research use only" in reading.validity.statement
    row = log.evidence(reading)
    assert row.of(Face.LATERAL).margin_class is MarginClass.POSITIVE
    assert row.of(Face.MEDIAL).margin_class is None
    assert (row.usable, row.can_clear) == (True, True)
    assert theatre.service.verify() == ()


def test_an_analysis_again_replaces_the_first(theatre, touching):
    case = theatre.case()
    first = signed(theatre, case, *touching)
    second = signed(theatre, case, *touching)
    assert (second.supersedes, second.reason) == (first.id, log.AGAIN)
    file = theatre.service.case_file(theatre.sessions[Role.NURSE], case.id)
    assert log.standing(file, file.specimens[0].id).id == second.id


def test_what_cannot_be_judged_clears_nothing(theatre, touching):
    case = theatre.case()
    reading = signed(theatre, case, Indeterminate("No specimen was found."), touching[1])
    row = log.evidence(reading)
    assert (row.usable, row.faces) == (False, ())
    assert row.reason.startswith("No specimen was found.")
    assert reading.values[0].text == "indeterminate"


def test_without_orientation_or_by_threshold_nothing_is_cleared(touching):
    answer, context = touching
    lost = replace(context, faces=replace(context.faces, recorded=False))
    for changed, reason in ((lost, log.UNORIENTED), (replace(context, method=Method.THRESHOLD), log.BASELINE_ONLY)):
        provenance = log.provenance(answer, changed)
        assert dict(provenance.parameters)["method"] == changed.method
        reading = type("Signed", (), {
            "id": "1", "values": log.values(answer, changed), "validity": log.validity(answer, changed), "provenance": provenance,
            "taken_at": datetime.now(UTC),
        })()  # fmt: skip
        row = log.evidence(reading)
        assert (row.can_clear, row.reason) == (False, reason)


def outlined(content):
    return dcmread(BytesIO(content))


def corrected(answer, context, change):
    """What a hand left of an answer that was kept, written and opened."""
    scan = handmade.ball_scan(0.0)[0]
    kept = opened(written(kept_of(context.scan, scan, answer, context.faces.directions)))
    tumour = kept.tumour
    change(tumour)
    return replace(kept, answer=redrawn(kept, tumour))


def test_an_outline_that_a_hand_changed_lies_where_the_models_lay_and_says_who(touching):
    answer, context = touching
    models = tumour_dicom(answer, context, NOWHERE, datetime.now(UTC))
    drawn = outlined(models)
    same = outlined(edited_dicom(corrected(answer, context, lambda _tumour: None), models, "surgeon", datetime.now(UTC), simulated=True))
    assert np.array_equal(same.pixel_array, drawn.pixel_array)
    for one, other in zip(same.PerFrameFunctionalGroupsSequence, drawn.PerFrameFunctionalGroupsSequence, strict=True):
        assert one.PlanePositionSequence[0].ImagePositionPatient == other.PlanePositionSequence[0].ImagePositionPatient
    for name in ("FrameOfReferenceUID", "StudyInstanceUID", "Rows", "Columns"):
        assert same[name] == drawn[name]
    segment = same.SegmentSequence[0]
    assert (segment.SegmentAlgorithmType, segment.SegmentLabel) == ("SEMIAUTOMATIC", "Tumour, edited by hand")
    assert segment.SegmentDescription == "Drawn by petct-margin ensemble, then edited by hand by a surgeon."
    assert "simulated" in same.ImageComments


def test_of_several_corrections_the_models_own_outline_stays_known(touching):
    answer, context = touching
    models = tumour_dicom(answer, context, NOWHERE, datetime.now(UTC))
    kept = corrected(answer, context, lambda tumour: tumour[: len(tumour) // 2].fill(0))
    edited = edited_dicom(kept, models, "surgeon", datetime.now(UTC), simulated=True)
    assert outlined(edited).pixel_array.sum() == kept.tumour.sum() < outlined(models).pixel_array.sum()
    assert models_own(log.outlines((b"PK", edited, models, b"\x89PNG"))) == models
    alone = edited_dicom(kept, b"", "surgeon", datetime.now(UTC), simulated=False)
    segment = outlined(alone).SegmentSequence[0]
    assert (segment.SegmentAlgorithmType, segment.SegmentDescription) == ("MANUAL", "Drawn by hand by a surgeon.")
    assert "SegmentationAlgorithmIdentificationSequence" not in segment
    assert models_own((alone,)) == b""
    nothing = corrected(answer, context, lambda tumour: tumour.fill(0))
    assert edited_dicom(nothing, models, "surgeon", datetime.now(UTC), simulated=True) == b""
    assert edited_dicom(replace(kept, slices=None), models, "surgeon", datetime.now(UTC), simulated=True) == b""


def test_a_corrected_outline_is_judged_by_where_it_lies_now(theatre, touching):
    """A tumour at the end of the scan cannot be judged; taken back from there by hand it can, and the other way round."""
    answer, context = touching
    case = theatre.case()
    cut = replace(answer, margin=replace(answer.margin, cut_off=True))
    first = signed(theatre, case, cut, context)
    assert not first.validity.usable
    nurse = theatre.sessions[Role.NURSE]
    file = theatre.service.case_file(nurse, case.id)
    second = log.sign_edited(theatre.service, nurse, file, (first, cut), answer, None, log.Files(kept=b"PK"), 7)
    assert second.validity.usable
    assert second.validity.statement.startswith("Outline edited by hand by")
    assert CUT_OFF not in second.validity.statement
    assert log.edited(second)
    third = log.sign_edited(theatre.service, nurse, file, (second, answer), cut, None, log.Files(kept=b"PK"), 7)
    assert not third.validity.usable
    assert third.validity.statement.count(CUT_OFF) == third.validity.statement.count("edited by hand") == 1


def test_metal_at_the_narrowest_place_is_said(touching):
    """A clip beside the narrowest place asks for a look; one far from it does not."""
    answer, context = touching
    place = [start + int(at / 0.1) for start, at in zip(answer.origin, answer.margin.surface_mm, strict=True)]
    ct = context.scan.ct
    for away, said in ((3, True), (30, False)):
        values = np.array(ct.values)
        row = place[1] - away if place[1] > away else place[1] + away
        values[place[0], row, place[2]] = 9000
        clipped = replace(context, scan=replace(context.scan, ct=replace(ct, values=values)))
        assert (METAL in validity_of(answer, clipped)) == said
    assert METAL not in validity_of(answer, context)
