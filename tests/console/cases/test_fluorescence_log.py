"""A fluorescence check in a case: frames and calibration as files, one reading, the moment, the rows of the board, and the same again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from algorithms.faces import Face
from algorithms.fluorescence.model import Outcome
from algorithms.margins.model import MarginClass
from console import fluorescence as demo
from console.acquisition.checking import Subject, Target, checked_of, judge
from console.cases import fluorescence_log as log
from console.cases.fluorescence_again import recompute
from console.cases.inputs import Inputs
from console.cases.model import EventKind, Role, Side
from console.cases.specimen_log import main_specimen
from console.faults import Refused
from console.modalities import evidence_of

SMALL = replace(demo.FACE, rows=160, columns=200)


@pytest.fixture(scope="module")
def judged():
    """A cavity that glows at five o'clock, a face that does, a face that does not."""
    glowing = replace(SMALL, deposits=(demo.Deposit(8.0, 12.0, 1.0, 2.6, 6.0),))
    return {
        "cavity": judge(Target(Subject.CAVITY), demo._seen(glowing)),
        "dark": judge(Target(Subject.CAVITY), demo._seen(SMALL)),
    }


@pytest.fixture
def service(theatre):
    return theatre.service


@pytest.fixture
def nurse(theatre):
    return theatre.sessions[Role.NURSE]


@pytest.fixture
def case(theatre):
    return theatre.case()


def signed(service, nurse, case, judged, target=None, outline=None):
    file = service.case_file(nurse, case.id)
    again = judged if target is None else replace(judged, target=target)
    return log.sign(service, nurse, file, checked_of(replace(again, taken=replace(again.taken, outline=outline))))


def test_a_cavity_that_glows_is_a_reading_with_its_frames_and_alarms_for_its_wall(service, nurse, case, judged):
    reading = signed(service, nurse, case, judged["cavity"])
    file = service.case_file(nurse, case.id)
    assert log.outcome_of(reading) is Outcome.RESIDUAL
    assert [event.detail for event in file.events if event.kind == EventKind.CAVITY_CHECK] == ["signal"]
    kept = log.pages_of(service.read_asset(nurse, case.id, reading.assets[0]))
    assert all(np.array_equal(one, other) for one, other in zip(kept, judged["cavity"].taken.frames, strict=True))
    region = next(value for value in reading.values if value.name == "region 1")
    lateral = "lateral" if case.side is Side.LEFT else "medial"
    assert region.text.startswith(f"inferior-{lateral} wall, 5 o’clock")
    row = next(row for row in evidence_of(file) if row.title == "ICG cavity check")
    assert {found.face.value for found in row.faces} == {"inferior", lateral}
    assert all(found.margin_class is MarginClass.POSITIVE and found.extent is not None for found in row.faces)
    assert reading.provenance.simulated


def test_nothing_seen_never_clears(service, nurse, case, judged):
    specimen = main_specimen(service.case_file(nurse, case.id))
    signed(service, nurse, case, judged["dark"], Target(Subject.SPECIMEN, specimen.id, Face.MEDIAL))
    row = next(row for row in evidence_of(service.case_file(nurse, case.id)) if row.title == "ICG specimen check")
    assert not row.can_clear
    assert [(found.face, found.finding, found.margin_class) for found in row.faces] == [(Face.MEDIAL, "none above limit", None)]


def test_a_face_checked_again_replaces_its_reading_and_a_cavity_does_not(service, nurse, case, judged):
    specimen = main_specimen(service.case_file(nurse, case.id))
    target = Target(Subject.SPECIMEN, specimen.id, Face.INFERIOR)
    first = signed(service, nurse, case, judged["cavity"], target)
    second = signed(service, nurse, case, judged["dark"], target)
    assert (second.supersedes, second.reason) == (first.id, log.AGAIN)
    for name in ("cavity", "dark"):
        signed(service, nurse, case, judged[name])
    file = service.case_file(nurse, case.id)
    assert list(log.standing_faces(file, specimen.id).values()) == [second]
    row = next(row for row in evidence_of(file) if row.title == "ICG cavity check")
    assert (row.subtitle, row.faces) == ("none above limit", ())


def test_the_lesion_is_a_moment_once_and_only_after_the_incision(service, nurse, case, judged):
    target = Target(Subject.LESION)
    signed(service, nurse, case, judged["cavity"], target)
    assert EventKind.LESION_FOUND not in [event.kind for event in service.case_file(nurse, case.id).events]
    service.add_event(nurse, case.id, EventKind.INCISION)
    for _ in range(2):
        reading = signed(service, nurse, case, judged["cavity"], target)
    assert [event.kind for event in service.case_file(nurse, case.id).events].count(EventKind.LESION_FOUND) == 1
    assert reading.modality == log.LIVE
    assert all("lesion" not in row.title.lower() for row in evidence_of(service.case_file(nurse, case.id)))


def test_what_cannot_be_judged_or_is_no_lesion_is_not_signed(service, nurse, case, judged):
    blind = judge(Target(Subject.CAVITY), replace(judged["dark"].taken, kept=None))
    for bad, target in ((blind, None), (judged["dark"], Target(Subject.LESION))):
        with pytest.raises(Refused):
            signed(service, nurse, case, bad, target)
    assert not service.case_file(nurse, case.id).readings


@pytest.mark.parametrize("edge", [(), ((25.0, 20.0), (25.0, 180.0), (140.0, 180.0), (140.0, 20.0))])
def test_the_same_comes_out_again(service, nurse, case, judged, tmp_path, edge):
    outline = log.Cavity((80.0, 100.0), (60.0, 80.0), edge)
    looked = judge(judged["cavity"].target, replace(judged["cavity"].taken, outline=outline))
    reading = signed(service, nurse, case, looked, outline=outline)
    asset = lambda sha256: service.read_asset(nurse, case.id, sha256)  # noqa: E731
    again = recompute(Inputs(reading, reading, (), asset, tmp_path))
    assert again.values == reading.values
    assert again.input_sha256 == reading.provenance.input_sha256
